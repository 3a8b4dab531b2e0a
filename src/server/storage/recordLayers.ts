import type { Feature } from 'geojson';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import type { BaseLayer } from './baseLayers.ts';
import type { Transaction } from './database.ts';
import { quoted, snakeCase } from './naming.ts';
import { tableName } from './recordRows.ts';

// Located registers as layers of the map: as many features as fit a screen's need, with id and name only.

const mostFeatures = 100_000;

/** Registers with places as map layers; those without a located record are left out. */
export async function recordLayers(tx: Transaction, declarations: readonly RegisterDeclaration[]): Promise<BaseLayer[]> {
  const layers: BaseLayer[] = [];
  for (const declaration of declarations) {
    if (placeOf(declaration) === null) continue;
    const column = quoted(`${snakeCase(placeOf(declaration) as string)}_lon`);
    const found = await tx.query<{ n: number; demo: boolean }>(
      `select count(*) as n, coalesce(bool_and(demo), false) as demo from ${tableName(declaration)} where removed_at is null and ${column} is not null`,
    );
    const { n = 0, demo = false } = found.rows[0] ?? {};
    if (n > 0) layers.push({ id: declaration.id, label: declaration.label, kind: 'point', count: n, demo, source: '' });
  }
  return layers;
}

export async function recordFeatures(tx: Transaction, declaration: RegisterDeclaration): Promise<Feature[]> {
  const place = snakeCase(placeOf(declaration) ?? '');
  const found = await tx.query<{ id: string; name: string | null; lon: number; lat: number; demo: boolean }>(
    `select id, ${quoted(snakeCase(declaration.title))}::text as name, ${quoted(`${place}_lon`)} as lon, ${quoted(`${place}_lat`)} as lat, demo
     from ${tableName(declaration)} where removed_at is null and ${quoted(`${place}_lon`)} is not null limit ${mostFeatures}`,
  );
  return found.rows.map(({ id, name, lon, lat, demo }) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { id, name: name ?? '', demo },
  }));
}

/** Field that holds the place of a register's records, or null. */
function placeOf(declaration: RegisterDeclaration): string | null {
  const { located } = declaration;
  return located && declaration.fields[located]?.kind === 'point' ? located : null;
}
