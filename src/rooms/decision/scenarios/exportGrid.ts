import type { Field, Fields } from '#models/field.ts';

// Rasters of a result as GeoTIFF (OGC 19-008r4): 32-bit floats, NaN where there is no value.

/** A raster as a result holds it: over the wire holes are null. */
export interface ResultGrid {
  columns: number;
  rows: number;
  west: number;
  north: number;
  cellX: number;
  cellY: number;
  crs: string;
  values: ArrayLike<number | null>;
}

/** Every raster of a result by the path of its output. */
export function gridsOf(fields: Fields, outputs: Readonly<Record<string, unknown>>): { name: string; grid: ResultGrid }[] {
  return Object.entries(fields).flatMap(([name, field]) => gridsOfField(field, outputs[name], name));
}

function gridsOfField(field: Field, value: unknown, name: string): { name: string; grid: ResultGrid }[] {
  if (value === null || value === undefined) return [];
  if (field.kind === 'grid') return [{ name, grid: value as ResultGrid }];
  if (field.kind !== 'record') return [];
  return gridsOf(field.fields, value as Record<string, unknown>).map((each) => ({ ...each, name: `${name}.${each.name}` }));
}

const geographic = new Set([4326, 4490]);

/** TIFF field types and the bytes of one value. */
const ascii = { code: 2, bytes: 1 };
const short = { code: 3, bytes: 2 };
const long = { code: 4, bytes: 4 };
const double = { code: 12, bytes: 8 };

type Tag = [tag: number, type: typeof ascii, values: readonly number[]];

/** The bytes of a GeoTIFF: one strip, not packed, little-endian (TIFF 6.0, sections 2 and 8). */
export function geoTiffOf({ columns, rows, west, north, cellX, cellY, crs, values }: ResultGrid): ArrayBuffer {
  const epsg = Number(/^EPSG:(\d+)$/.exec(crs)?.[1] ?? 4326);
  const isGeographic = geographic.has(epsg);
  const bytes = columns * rows * 4;
  const noData = Array.from('nan\0', (letter) => letter.charCodeAt(0));
  // Version 1.1.0, then: model (2 degrees, 1 projected), raster of areas, code of the system.
  const geoKeys = [1, 1, 0, 3, 1024, 0, 1, isGeographic ? 2 : 1, 1025, 0, 1, 1, isGeographic ? 2048 : 3072, 0, 1, epsg];
  const tagsAt = (dataAt: number): Tag[] => [
    [256, long, [columns]],
    [257, long, [rows]],
    [258, short, [32]],
    [259, short, [1]],
    [262, short, [1]],
    [273, long, [dataAt]],
    [277, short, [1]],
    [278, long, [rows]],
    [279, long, [bytes]],
    [339, short, [3]],
    [33_550, double, [cellX, cellY, 0]],
    [33_922, double, [0, 0, 0, west, north, 0]],
    [34_735, short, geoKeys],
    [42_113, ascii, noData],
  ];
  const head = 8 + 2 + tagsAt(0).length * 12 + 4;
  const extra = tagsAt(0).reduce((sum, [, type, each]) => sum + longerThanField(type, each), 0);
  const dataAt = Math.ceil((head + extra) / 4) * 4;
  const view = new DataView(new ArrayBuffer(dataAt + bytes));
  writeHead(view, tagsAt(dataAt), head);
  for (let at = 0; at < columns * rows; at += 1) view.setFloat32(dataAt + at * 4, values[at] ?? Number.NaN, true);
  return view.buffer;
}

/** Bytes that do not fit into the four of a directory entry. */
function longerThanField(type: typeof ascii, values: readonly number[]): number {
  const length = type.bytes * values.length;
  return length > 4 ? length : 0;
}

function writeHead(view: DataView, tags: readonly Tag[], extraAt: number): void {
  view.setUint32(0, 0x002a_4949, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, tags.length, true);
  let free = extraAt;
  for (const [index, [tag, type, values]] of tags.entries()) {
    const entry = 10 + index * 12;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type.code, true);
    view.setUint32(entry + 4, values.length, true);
    const longer = longerThanField(type, values);
    if (longer > 0) view.setUint32(entry + 8, free, true);
    const start = longer > 0 ? free : entry + 8;
    for (const [at, value] of values.entries()) {
      const place = start + at * type.bytes;
      if (type === double) view.setFloat64(place, value, true);
      else if (type === long) view.setUint32(place, value, true);
      else if (type === short) view.setUint16(place, value, true);
      else view.setUint8(place, value);
    }
    free += longer;
  }
}
