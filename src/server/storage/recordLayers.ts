import type { Feature, Geometry } from 'geojson';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import type { BaseLayer } from './baseLayers.ts';
import type { Transaction } from './database.ts';
import { quoted, snakeCase } from './naming.ts';
import { reachConditions } from './reach.ts';
import { tableName } from './recordRows.ts';

// Located registers as layers of the map: as many features as fit a screen's need, with id and name only.

const mostFeatures = 100_000;

/** Registers with places as map layers; those without a located record are left out. */
export async function recordLayers(tx: Transaction, declarations: readonly RegisterDeclaration[]): Promise<BaseLayer[]> {
  const layers: BaseLayer[] = [];
  for (const declaration of declarations) {
    const place = placeOf(declaration);
    if (!place) continue;
    const values: unknown[] = [];
    const found = await tx.query<{ n: number; demo: boolean }>(
      `select count(*) as n, coalesce(bool_and(demo), false) as demo from ${tableName(declaration)} where ${onMap(tx, declaration, place, values)}`,
      values,
    );
    const { n = 0, demo = false } = found.rows[0] ?? {};
    if (n > 0) layers.push({ id: declaration.id, label: declaration.label, kind: place.kind, count: n, demo, source: '' });
  }
  return layers;
}

/**
 * Located records with id and name.
 * @param more further properties, as the names of the fields that hold them; sensitive ones are left out
 */
export async function recordFeatures(
  tx: Transaction,
  declaration: RegisterDeclaration,
  more: Readonly<Record<string, string | undefined>> = {},
): Promise<Feature[]> {
  const place = placeOf(declaration);
  if (!place) return [];
  const values: unknown[] = [];
  const wanted = Object.entries(more).filter((each): each is [string, string] => each[1] !== undefined && isOpen(declaration, each[1]));
  const columns = wanted.map(([name, field]) => `, ${quoted(snakeCase(field))} as ${quoted(name)}`).join('');
  const found = await tx.query<{ id: string; name: string | null; geometry: Geometry; demo: boolean; [more: string]: unknown }>(
    `select id, ${quoted(snakeCase(declaration.title))}::text as name, ${place.geometry} as geometry, demo${columns}
     from ${tableName(declaration)} where ${onMap(tx, declaration, place, values)} limit ${mostFeatures}`,
    values,
  );
  return found.rows.map(({ id, name, geometry, demo, ...rest }) => ({
    type: 'Feature',
    id,
    geometry,
    properties: { id, name: name ?? '', demo, ...rest },
  }));
}

/** Masked fields stay in the register, where opening one is journaled. */
function isOpen(declaration: RegisterDeclaration, field: string): boolean {
  // Every record says where it belongs, whatever its register declares.
  if (field === 'areaCode') return true;
  const declared = declaration.fields[field];
  return declared !== undefined && !declared.sensitive;
}

interface Place {
  kind: BaseLayer['kind'];
  /** Column that is not null where a record has a place. */
  column: string;
  /** SQL of its GeoJSON geometry. */
  geometry: string;
}

function onMap({ actor }: Transaction, declaration: RegisterDeclaration, place: Place, values: unknown[]): string {
  const reach = reachConditions(actor, declaration, (value) => `$${values.push(value)}`);
  return ['removed_at is null', 'archived_at is null', `${place.column} is not null`, ...reach].join(' and ');
}

/** Where the place of a register's records is kept, or null. */
export function placeOf(declaration: RegisterDeclaration): Place | null {
  const field = declaration.located ? declaration.fields[declaration.located] : undefined;
  if (!declaration.located || !field || field.sensitive) return null;
  const column = snakeCase(declaration.located);
  if (field.kind === 'geometry')
    return { kind: field.allow.includes('LineString') ? 'line' : 'polygon', column: quoted(column), geometry: quoted(column) };
  if (field.kind !== 'point') return null;
  const [lon, lat] = [quoted(`${column}_lon`), quoted(`${column}_lat`)];
  return { kind: 'point', column: lon, geometry: `jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(${lon}, ${lat}))` };
}
