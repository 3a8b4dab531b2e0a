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
  cell_lat_deg: number | null;
  columns: number;
  rows: number;
  encoding: string;
  values: Buffer;
}

/** When a raster was imported, or null when there is none of that id; the demo's never changes. */
export async function rasterVersion(tx: Transaction, id: string): Promise<string | null> {
  const found = await tx.query<{ imported_at: Date | null }>('select imported_at from base_raster where id = $1', [id]);
  const [row] = found.rows;
  return row ? (row.imported_at?.toISOString() ?? 'demo') : null;
}

/** The raster of an id with heights in metres, row 0 in the north, holes as NaN; or null. */
export async function rasterOf(tx: Transaction, id: string): Promise<Grid | null> {
  const found = await tx.query<RasterRow>(
    'select west, south, cell_deg, cell_lat_deg, columns, rows, encoding, values from base_raster where id = $1',
    [id],
  );
  const row = found.rows[0];
  if (row === undefined) return null;
  const { west, south, cell_deg: cellX, columns, rows, encoding, values } = row;
  const cellY = row.cell_lat_deg ?? cellX;
  const bytes = values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength);
  const heights = encoding === 'metres' ? new Float32Array(bytes) : Float32Array.from(new Int16Array(bytes), (each) => each / 10);
  return { columns, rows, west, north: south + rows * cellY, cellX, cellY, crs: 'EPSG:4326', values: heights };
}
