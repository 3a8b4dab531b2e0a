import type { GeoTIFFImage } from 'geotiff';
import type { Crs } from '#geo/crs.ts';
import { fromWgs84, type Datum } from '#geo/datum.ts';
import type { Text } from '#kernel/language/text.ts';

// From the raster of a file to a grid of degrees, some rows at a time.

export interface RasterSource {
  readonly crs: Crs;
  readonly datum: Datum;
  /** Outer corner of the first cell, in the unit of the crs. */
  readonly west: number;
  readonly north: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
  readonly noData: number | null;
  /** Metres = value × scale + offset. */
  readonly scale: number;
  readonly offset: number;
}

export interface RasterPlan {
  readonly west: number;
  readonly north: number;
  readonly cellX: number;
  readonly cellY: number;
  readonly columns: number;
  readonly rows: number;
  readonly cellM: number;
  readonly note: Text | null;
}

export interface Resampled {
  /** m, NaN for holes. */
  values: Float32Array;
  /** Cells whose height is none on earth, taken as holes. */
  absurd: number;
}

/** Source cells held at once: 32 MB as doubles. */
const mostWindow = 4_000_000;
const heightRange = { min: -500, max: 9_000 };

interface Window {
  left: number;
  top: number;
  width: number;
  height: number;
  values: ArrayLike<number>;
}

export async function resample(
  image: GeoTIFFImage,
  source: RasterSource,
  plan: RasterPlan,
  method: 'mean' | 'bilinear',
  progress: (done: number) => void,
): Promise<Resampled> {
  const values = new Float32Array(plan.columns * plan.rows).fill(Number.NaN);
  let absurd = 0;
  for (let row = 0; row < plan.rows;) {
    const { window, end } = await nextBand(image, source, plan, row);
    for (; row < end; row += 1) {
      for (let column = 0; column < plan.columns; column += 1) {
        const height = window ? heightAt(window, source, plan, column, row, method) : Number.NaN;
        if (Number.isNaN(height)) continue;
        if (height < heightRange.min || height > heightRange.max) absurd += 1;
        else values[row * plan.columns + column] = height;
      }
    }
    progress(row / plan.rows);
  }
  return { values, absurd };
}

/** As many rows of the plan as fit into memory, with the part of the source they need. */
async function nextBand(
  image: GeoTIFFImage,
  source: RasterSource,
  plan: RasterPlan,
  row: number,
): Promise<{ window: Window | null; end: number }> {
  let end = Math.min(plan.rows, row + 256);
  let area = needed(source, plan, row, end);
  while (end > row + 1 && area && area.width * area.height > mostWindow) {
    end = row + Math.max(1, (end - row) >> 1);
    area = needed(source, plan, row, end);
  }
  if (!area) return { window: null, end };
  const { left, top, width, height } = area;
  const [values] = (await image.readRasters({ window: [left, top, left + width, top + height], samples: [0] })) as unknown as [
    ArrayLike<number>,
  ];
  return { window: { ...area, values }, end };
}

function needed(source: RasterSource, plan: RasterPlan, row: number, end: number): Omit<Window, 'values'> | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const steps = 16;
  for (let at = 0; at <= steps; at += 1)
    for (const edge of [row, end]) {
      const [x, y] = toSource(source, plan.west + (plan.columns * plan.cellX * at) / steps, plan.north - edge * plan.cellY);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  left = Math.max(0, Math.floor(left) - 2);
  top = Math.max(0, Math.floor(top) - 2);
  right = Math.min(source.columns, Math.ceil(right) + 2);
  bottom = Math.min(source.rows, Math.ceil(bottom) + 2);
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

/** Column and row of the source, from its outer corner, of a WGS-84 position. */
function toSource({ crs, datum, west, north, stepX, stepY }: RasterSource, lon: number, lat: number): [number, number] {
  const [x, y] = crs.fromLonLat(fromWgs84([lon, lat], datum));
  return [(x - west) / stepX, (north - y) / stepY];
}

function heightAt(
  window: Window,
  source: RasterSource,
  plan: RasterPlan,
  column: number,
  row: number,
  method: 'mean' | 'bilinear',
): number {
  const [west, north] = [plan.west + column * plan.cellX, plan.north - row * plan.cellY];
  if (method === 'bilinear') {
    const [x, y] = toSource(source, west + plan.cellX / 2, north - plan.cellY / 2);
    return bilinear(window, source, x - 0.5, y - 0.5);
  }
  const [x0, y0] = toSource(source, west, north);
  const [x1, y1] = toSource(source, west + plan.cellX, north - plan.cellY);
  return mean(window, source, x0, y0, x1, y1);
}

function valueAt({ left, top, width, height, values }: Window, { noData, scale, offset }: RasterSource, x: number, y: number): number {
  const [column, row] = [x - left, y - top];
  if (column < 0 || row < 0 || column >= width || row >= height) return Number.NaN;
  const value = values[row * width + column]!;
  return value === noData || !Number.isFinite(value) ? Number.NaN : value * scale + offset;
}

/** Between four centres; where one of them has no value, the nearest counts. */
function bilinear(window: Window, source: RasterSource, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [dx, dy] = [x - column, y - row];
  const between =
    (valueAt(window, source, column, row) * (1 - dx) + valueAt(window, source, column + 1, row) * dx) * (1 - dy) +
    (valueAt(window, source, column, row + 1) * (1 - dx) + valueAt(window, source, column + 1, row + 1) * dx) * dy;
  return Number.isNaN(between) ? valueAt(window, source, Math.round(x), Math.round(y)) : between;
}

/** Over all source cells whose centre lies in the box; a hole only where none of them has a value. */
function mean(window: Window, source: RasterSource, x0: number, y0: number, x1: number, y1: number): number {
  let [sum, count] = [0, 0];
  for (let y = Math.round(y0); y < Math.max(Math.round(y0) + 1, Math.round(y1)); y += 1)
    for (let x = Math.round(x0); x < Math.max(Math.round(x0) + 1, Math.round(x1)); x += 1) {
      const value = valueAt(window, source, x, y);
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
  return count === 0 ? Number.NaN : sum / count;
}
