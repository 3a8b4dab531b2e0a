import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contours } from 'd3-contour';
import { FileRefused } from './reader.ts';
import type { RasterPlan, Resampled } from './resample.ts';
import type { Spool } from './spool.ts';

// Terrain as it is stored, and its contour lines, which show it on the map.

const mostLevels = 24;
const previewSize = 400;

export function storeTerrain({ values, absurd }: Resampled, plan: RasterPlan, spool: Spool, file: string): void {
  let [lowest, highest, holes] = [Infinity, -Infinity, 0];
  for (const value of values) {
    if (Number.isNaN(value)) holes += 1;
    else {
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
  }
  if (holes === values.length) throw new FileRefused('data', null, '本县范围内没有一格高程', 'Not one cell within the county has a height');
  if (absurd > 0)
    spool.problem({
      layer: file,
      row: 0,
      field: 'height',
      value: absurd,
      rule: 'range',
      text: {
        zh: `${absurd} 格的高程不在 −500 至 9000 m，当作缺值；请核对缺值标记和高程单位`,
        en: `${absurd} cells are not between −500 and 9000 m high and were taken as holes: check the mark of holes and the unit of height`,
      },
    });
  const path = join(spool.folder, 'raster.f32');
  writeFileSync(path, Buffer.from(values.buffer, values.byteOffset, values.byteLength));
  const { columns, rows, west, north, cellX, cellY } = plan;
  spool.rows = values.length;
  spool.raster = { columns, rows, west, north, cellX, cellY, lowest, highest, holes, path };
  drawContours(values, plan, lowest, highest, spool);
}

function drawContours(values: Float32Array, plan: RasterPlan, lowest: number, highest: number, spool: Spool): void {
  const step = stepOf((highest - lowest) / mostLevels);
  const levels: number[] = [];
  for (let level = Math.ceil(lowest / step) * step; level <= highest; level += step) levels.push(level);
  const factor = Math.max(1, Math.ceil(Math.max(plan.columns, plan.rows) / previewSize));
  const [width, height] = [Math.ceil(plan.columns / factor), Math.ceil(plan.rows / factor)];
  const sample = Array.from(
    { length: width * height },
    (_, at) => values[Math.floor(at / width) * factor * plan.columns + (at % width) * factor]!,
  );
  const place = ([x, y]: number[]): number[] =>
    [plan.west + x! * factor * plan.cellX, plan.north - y! * factor * plan.cellY].map((each) => Math.round(each * 1e6) / 1e6);
  for (const [index, { value, coordinates }] of contours().size([width, height]).thresholds(levels)(sample).entries()) {
    // The rim of the raster is no contour.
    const lines = coordinates
      .flat()
      .flatMap((ring) => inner(ring, width, height))
      .map((line) => line.map(place));
    if (lines.length > 0)
      spool.feature(
        'contours',
        index + 1,
        { type: 'MultiLineString', coordinates: lines },
        { height: value },
        { id: 'terrain-contours', label: { zh: '等高线', en: 'Contours' } },
      );
  }
}

/** Parts of a ring that do not run along the rim. */
function inner(ring: number[][], width: number, height: number): number[][][] {
  const isRim = ([x = 0, y = 0]: number[]) => x <= 0.5 || y <= 0.5 || x >= width - 0.5 || y >= height - 0.5;
  const parts: number[][][] = [[]];
  for (const place of ring) {
    if (!isRim(place)) parts.at(-1)!.push(place);
    else if (parts.at(-1)!.length > 0) parts.push([]);
  }
  return parts.filter((part) => part.length > 1);
}

/** 1, 2 or 5 times a power of ten, not below. */
function stepOf(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 0.01)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? power * 10;
}
