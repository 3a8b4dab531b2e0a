import { readFile } from 'node:fs/promises';
import { representativePoint } from '#geo/centre.ts';
import type { Actor } from '#kernel/access/access.ts';
import { levelOf } from '#kernel/area/area.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Context } from '../operations/context.ts';
import { saveAreas } from '../storage/areas.ts';
import { addBaseFeatures, beginBaseLayer } from '../storage/baseLayers.ts';
import { saveBaseRaster } from '../storage/baseRasters.ts';
import type { Transaction } from '../storage/database.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';
import type { Hear, ImportResult, Upload } from './importDesk.ts';
import type { ReadLayer, Reading } from './reading/reader.ts';
import { spooledFeatures, type SpooledFeature } from './spooled.ts';

/** What of a file is stored, and as what. */
export interface Wanted {
  /** Layers by their name in the file. */
  layers: { from: string; id: string; label: Text }[];
  /** The layer whose features are outlines of divisions (property `code`). */
  divisions: string | null;
  raster: { id: string; label: Text } | null;
}

/** Stores what was read in one transaction; throws, and so undoes all of it, when `hear` does. */
export async function storeReading(
  context: Context,
  actor: Actor,
  upload: Upload,
  reading: Reading,
  wanted: Wanted,
  hear: Hear,
): Promise<ImportResult> {
  const { clock } = context;
  const importedAt = clock.now();
  const layerNamed = (name: string): ReadLayer => {
    const found = reading.layers.find((layer) => layer.name === name);
    if (!found) throw new Error(`no layer ${name} was read`);
    return found;
  };
  const total = wanted.layers.reduce((sum, { from }) => sum + layerNamed(from).features, 0) || 1;
  return context.database.transaction(actor, async (tx) => {
    let imported = 0;
    const stored: string[] = [];
    for (const { from, id, label } of wanted.layers) {
      const layer = layerNamed(from);
      await beginBaseLayer(tx, { id, label, kind: layer.kind, demo: false, source: upload.file, importedAt });
      let position = 0;
      for await (const batch of spooledFeatures(layer.path)) {
        await addBaseFeatures(tx, id, position, batch);
        position += batch.length;
        hear((imported + position) / total);
      }
      imported += position;
      stored.push(id);
    }
    if (wanted.divisions !== null) imported += await storeOutlines(tx, layerNamed(wanted.divisions), hear);
    if (wanted.divisions !== null) stored.push('divisions');
    if (wanted.raster && reading.raster) {
      const { path, columns, rows, west, north, cellX, cellY } = reading.raster;
      await saveBaseRaster(tx, {
        ...wanted.raster,
        source: upload.file,
        importedAt,
        columns,
        rows,
        west,
        north,
        cellX,
        cellY,
        values: await readFile(path),
      });
      hear(1);
      imported += 1;
      stored.push(wanted.raster.id);
    }
    const refused = reading.problemCount;
    for (const id of stored) {
      await emit(tx, clock, [
        { type: 'layer.imported', areaCode: actor.areaCode, subject: { kind: 'baseLayer', id }, demo: false, data: { imported, refused } },
      ]);
      await writeJournal(tx, clock, [
        {
          act: 'import',
          subjectKind: 'baseLayer',
          subjectId: id,
          areaCode: actor.areaCode,
          detail: { file: upload.file, format: reading.format, imported, refused },
        },
      ]);
    }
    hear(1);
    return { imported, refused, layers: stored };
  });
}

/** Outlines for the divisions whose code a feature names; others are left alone. */
async function storeOutlines(tx: Transaction, layer: ReadLayer, hear: Hear): Promise<number> {
  let count = 0;
  for await (const batch of spooledFeatures(layer.path)) {
    const outlines = batch.flatMap(outlineOf);
    await saveAreas(tx, outlines);
    count += outlines.length;
    hear(count / Math.max(1, layer.features));
  }
  return count;
}

function outlineOf({ geometry, properties }: SpooledFeature): Parameters<typeof saveAreas>[1][number][] {
  const code = wordOf(properties, 'code', '代码');
  const level = levelOf(code);
  if (!level || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return [];
  const [lon, lat] = representativePoint(geometry);
  const name = wordOf(properties, 'name', '名称') || code;
  const parentCode = level === 'county' ? null : code.slice(0, level === 'township' ? 6 : 9);
  return [{ code, parentCode, level, name: { zh: name, en: name }, lon, lat, geometry, demo: false }];
}

function wordOf(properties: Record<string, unknown>, ...names: string[]): string {
  const value = names.map((name) => properties[name]).find((found) => typeof found === 'string' || typeof found === 'number');
  return value === undefined ? '' : String(value);
}
