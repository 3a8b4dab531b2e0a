import type { Grid } from '#models/field.ts';
import type { Transaction } from './database.ts';

// Base data in the form models take them. A version tells whether a model thread holds them already.

/** When a base layer was imported, or null when there is none of that id: the version of its features. */
export async function layerVersion(tx: Transaction, id: string): Promise<string | null> {
  const found = await tx.query<{ imported_at: Date }>('select imported_at from base_layer where id = $1', [id]);
  return found.rows[0]?.imported_at.toISOString() ?? null;
}

interface RasterRow {
  west: number;
  south: number;
  cell_deg: number;
  columns: number;
  rows: number;
  values: Buffer;
}

/** The raster of an id with heights in metres, row 0 in the north, or null. */
export async function rasterOf(tx: Transaction, id: string): Promise<Grid | null> {
  const found = await tx.query<RasterRow>('select west, south, cell_deg, columns, rows, values from base_raster where id = $1', [id]);
  const row = found.rows[0];
  if (row === undefined) return null;
  const { west, south, cell_deg: cell, columns, rows, values } = row;
  const heights = new Int16Array(values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength));
  const turned = new Float64Array(columns * rows);
  // Stored from the south up, as it was measured; models count rows from the north.
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < columns; x += 1) turned[y * columns + x] = heights[(rows - 1 - y) * columns + x] ?? Number.NaN;
  return { columns, rows, west, north: south + rows * cell, cellX: cell, cellY: cell, crs: 'EPSG:4326', values: turned };
}
