import { isInside } from '#geo/inside.ts';

// The shape of one record (Technical Description, table 1 and following). Z and M members are left out.

const pointTypes = new Set([1, 11, 21]);
const lineTypes = new Set([3, 13, 23]);
const polygonTypes = new Set([5, 15, 25]);
const multiPointTypes = new Set([8, 18, 28]);

/** Geometry in the file's own system; `empty` for a null shape, `shape` when it is damaged or unknown. */
export function shapeOf(record: Buffer): GeoJSON.Geometry | 'empty' | 'shape' {
  const type = record.readInt32LE(0);
  if (type === 0) return 'empty';
  if (pointTypes.has(type))
    return record.length < 20 ? 'shape' : { type: 'Point', coordinates: [record.readDoubleLE(4), record.readDoubleLE(12)] };
  if (record.length < 40) return 'shape';
  if (multiPointTypes.has(type)) {
    const places = placesOf(record, 40, record.readInt32LE(36));
    return places ? { type: 'MultiPoint', coordinates: places } : 'shape';
  }
  if (!lineTypes.has(type) && !polygonTypes.has(type)) return 'shape';
  const parts = partsOf(record);
  if (!parts) return 'shape';
  if (parts.length === 0) return 'empty';
  if (lineTypes.has(type))
    return parts.length === 1 ? { type: 'LineString', coordinates: parts[0]! } : { type: 'MultiLineString', coordinates: parts };
  const polygons = polygonsOf(parts);
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0]! } : { type: 'MultiPolygon', coordinates: polygons };
}

function partsOf(record: Buffer): number[][][] | null {
  if (record.length < 44) return null;
  const [partCount, pointCount] = [record.readInt32LE(36), record.readInt32LE(40)];
  const start = 44 + partCount * 4;
  if (partCount < 0 || pointCount < 0 || start + pointCount * 16 > record.length) return null;
  const places = placesOf(record, start, pointCount);
  if (!places) return null;
  const begins = Array.from({ length: partCount }, (_, part) => record.readInt32LE(44 + part * 4));
  if (begins.some((begin, at) => begin < (begins[at - 1] ?? 0) || begin > pointCount)) return null;
  return begins.map((begin, at) => places.slice(begin, begins[at + 1] ?? pointCount));
}

function placesOf(record: Buffer, start: number, count: number): number[][] | null {
  if (count < 0 || start + count * 16 > record.length) return null;
  return Array.from({ length: count }, (_, at) => [record.readDoubleLE(start + at * 16), record.readDoubleLE(start + at * 16 + 8)]);
}

/** Outer rings run clockwise, holes the other way; a hole belongs to the outer ring it lies in. */
function polygonsOf(rings: number[][][]): number[][][][] {
  const outer = rings.filter((ring) => areaOf(ring) <= 0);
  // Writers that turn rings the wrong way: then every ring is a polygon of its own.
  if (outer.length === 0) return rings.map((ring) => [ring]);
  const polygons = outer.map((ring) => [ring]);
  for (const hole of rings.filter((ring) => areaOf(ring) > 0)) {
    const [place] = hole as [number[]];
    const owner =
      polygons.length === 1
        ? polygons[0]
        : polygons.find(([ring]) => isInside(place as [number, number], { type: 'Polygon', coordinates: [ring!] }));
    (owner ?? polygons[0]!).push(hole);
  }
  return polygons;
}

/** Twice the signed area: negative for clockwise. */
function areaOf(ring: number[][]): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1)
    sum +=
      (ring[at - 1]![0]! - ring[0]![0]!) * (ring[at]![1]! - ring[0]![1]!) -
      (ring[at]![0]! - ring[0]![0]!) * (ring[at - 1]![1]! - ring[0]![1]!);
  return sum;
}
