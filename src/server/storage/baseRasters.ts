import type { Text } from '#kernel/language/text.ts';
import type { Transaction } from './database.ts';

// Elevation grids on file, as a list; what models take of them is in modelData.ts.

export interface BaseRaster {
  id: string;
  label: Text;
  columns: number;
  rows: number;
  /** West, south, east, north. */
  bbox: [number, number, number, number];
  source: string;
  demo: boolean;
}

interface RasterRow {
  id: string;
  label_zh: string;
  label_en: string;
  columns: number;
  rows: number;
  west: number;
  south: number;
  cell_deg: number;
  cell_lat_deg: number | null;
  source: string;
  demo: boolean;
}

export async function baseRasters(tx: Transaction): Promise<BaseRaster[]> {
  const found = await tx.query<RasterRow>(
    'select id, label_zh, label_en, columns, rows, west, south, cell_deg, cell_lat_deg, source, demo from base_raster order by id',
  );
  return found.rows.map((row) => ({
    id: row.id,
    label: { zh: row.label_zh, en: row.label_en },
    columns: row.columns,
    rows: row.rows,
    bbox: [row.west, row.south, row.west + row.columns * row.cell_deg, row.south + row.rows * (row.cell_lat_deg ?? row.cell_deg)],
    source: row.source,
    demo: row.demo,
  }));
}

export interface StoredRaster {
  id: string;
  label: Text;
  source: string;
  importedAt: Date;
  columns: number;
  rows: number;
  west: number;
  north: number;
  /** Degrees. */
  cellX: number;
  cellY: number;
  /** 32-bit floats, m, row by row from the north-west; NaN for holes. */
  values: Buffer;
}

/** Puts a raster in place of an earlier one of the same id. */
export async function saveBaseRaster(tx: Transaction, raster: StoredRaster): Promise<void> {
  await tx.query('delete from base_raster where id = $1', [raster.id]);
  await tx.query(
    `insert into base_raster (id, west, south, cell_deg, cell_lat_deg, columns, rows, encoding, values, label_zh, label_en, source, imported_at, demo)
     values ($1, $2, $3, $4, $5, $6, $7, 'metres', $8, $9, $10, $11, $12, false)`,
    [
      raster.id,
      raster.west,
      raster.north - raster.rows * raster.cellY,
      raster.cellX,
      raster.cellY,
      raster.columns,
      raster.rows,
      raster.values,
      raster.label.zh,
      raster.label.en,
      raster.source,
      raster.importedAt,
    ],
  );
}

export async function removeBaseRaster(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.query('delete from base_raster where id = $1', [id])).rowCount === 1;
}
