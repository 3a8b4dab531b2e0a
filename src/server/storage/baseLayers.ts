import type { Feature, Geometry } from 'geojson';
import type { Text } from '#kernel/language/text.ts';
import type { Transaction } from './database.ts';

export interface BaseLayer {
  id: string;
  label: Text;
  kind: 'point' | 'line' | 'polygon';
  count: number;
  demo: boolean;
  source: string;
}

interface LayerRow {
  id: string;
  label_zh: string;
  label_en: string;
  kind: BaseLayer['kind'];
  n: number;
  demo: boolean;
  source: string;
}

export async function baseLayers(tx: Transaction): Promise<BaseLayer[]> {
  const found = await tx.query<LayerRow>(
    `select base_layer.*, (select count(*) from base_feature where layer_id = base_layer.id) as n from base_layer order by base_layer.id`,
  );
  return found.rows.map((row) => ({
    id: row.id,
    label: { zh: row.label_zh, en: row.label_en },
    kind: row.kind,
    count: row.n,
    demo: row.demo,
    source: row.source,
  }));
}

export async function baseFeatures(tx: Transaction, layerId: string): Promise<Feature[]> {
  const found = await tx.query<{ position: number; geometry: Geometry; properties: Record<string, unknown> }>(
    'select position, geometry, properties from base_feature where layer_id = $1 order by position',
    [layerId],
  );
  return found.rows.map((row) => ({ type: 'Feature', id: row.position, geometry: row.geometry, properties: row.properties }));
}

/** Features of a layer from a position on, at most `count`. */
export async function baseFeaturesFrom(tx: Transaction, layerId: string, from: number, count: number): Promise<Feature[]> {
  const found = await tx.query<{ position: number; geometry: Geometry; properties: Record<string, unknown> }>(
    'select position, geometry, properties from base_feature where layer_id = $1 and position >= $2 and position < $3 order by position',
    [layerId, from, from + count],
  );
  return found.rows.map((row) => ({ type: 'Feature', id: row.position, geometry: row.geometry, properties: row.properties }));
}

type Storable = { geometry: Geometry; properties: Record<string, unknown> | null };

/** Puts a layer in place of an earlier one of the same id. */
export async function saveBaseLayer(
  tx: Transaction,
  layer: Omit<BaseLayer, 'count'> & { importedAt: Date },
  features: readonly Storable[],
): Promise<void> {
  await beginBaseLayer(tx, layer);
  const batch = 2_000;
  for (let start = 0; start < features.length; start += batch) {
    await addBaseFeatures(tx, layer.id, start, features.slice(start, start + batch));
  }
}

/** An empty layer in place of an earlier one of the same id; features are added in batches. */
export async function beginBaseLayer(tx: Transaction, layer: Omit<BaseLayer, 'count'> & { importedAt: Date }): Promise<void> {
  await tx.query('delete from base_layer where id = $1', [layer.id]);
  await tx.query('insert into base_layer (id, label_zh, label_en, kind, demo, source, imported_at) values ($1, $2, $3, $4, $5, $6, $7)', [
    layer.id,
    layer.label.zh,
    layer.label.en,
    layer.kind,
    layer.demo,
    layer.source,
    layer.importedAt,
  ]);
}

/** @param start position of the first of them in the layer */
export async function addBaseFeatures(tx: Transaction, layerId: string, start: number, features: readonly Storable[]): Promise<void> {
  await tx.query(
    `insert into base_feature (layer_id, position, geometry, properties)
     select $1, $2 + ordinality - 1, geometry, properties from unnest($3::jsonb[], $4::jsonb[]) with ordinality as part (geometry, properties)`,
    [
      layerId,
      start,
      features.map(({ geometry }) => JSON.stringify(geometry)),
      features.map(({ properties }) => JSON.stringify(properties ?? {})),
    ],
  );
}

export async function removeBaseLayer(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.query('delete from base_layer where id = $1', [id])).rowCount === 1;
}
