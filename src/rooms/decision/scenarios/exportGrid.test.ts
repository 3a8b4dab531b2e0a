import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { geoTiffOf } from './exportGrid.ts';

test.each([
  ['EPSG:4326', 116.9, 34.3, 0.001],
  ['EPSG:4548', 500_000, 3_800_000, 30],
])('a raster of a result in %s is read by GDAL with its place, cells, values and holes', (crs, west, north, cell) => {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-grid-'));
  try {
    const path = join(folder, 'depth.tif');
    const bytes = geoTiffOf({ columns: 3, rows: 2, west, north, cellX: cell, cellY: cell, crs, values: [0.5, null, 1.5, 2, 2.5, 3] });
    writeFileSync(path, Buffer.from(bytes));
    const info = JSON.parse(execFileSync('gdalinfo', ['-json', '-stats', path], { encoding: 'utf8' })) as {
      size: number[];
      geoTransform: number[];
      stac: { 'proj:epsg': number };
      bands: { type: string; noDataValue: string; minimum: number; maximum: number }[];
    };
    expect(info.size).toEqual([3, 2]);
    expect(info.geoTransform).toEqual([west, cell, 0, north, 0, -cell]);
    expect(info.stac['proj:epsg']).toBe(Number(crs.slice(5)));
    expect(info.bands).toMatchObject([{ type: 'Float32', noDataValue: 'NaN', minimum: 0.5, maximum: 3 }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
