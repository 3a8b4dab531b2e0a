import gcoord from 'gcoord';
import type { LonLat } from './position.ts';

// Coordinate systems (datums) of files that come from outside. Inside Anlan everything is WGS-84; the other systems are
// converted once, at the edge, and the source's name is kept with the data.
//
// CGCS2000 (GB 22021) is the state's system. Its ellipsoid differs from WGS-84 by 0.1 mm in the polar axis and its frame by
// some centimetres, far below what a county map resolves, so both are treated as equal. GCJ-02 shifts positions in China by
// 100 to 700 m and is what commercial maps deliver; BD-09 shifts GCJ-02 once more. Neither has a published definition: the
// formulas of the gcoord library are the ones in general use, and their inverse is good to about a decimetre.

export const datums = {
  wgs84: { zh: 'WGS-84（GPS、北斗终端）', en: 'WGS-84 (GPS)' },
  cgcs2000: { zh: 'CGCS2000（国家大地坐标系）', en: 'CGCS2000 (national datum)' },
  gcj02: { zh: 'GCJ-02（高德、腾讯地图）', en: 'GCJ-02 (Amap, Tencent)' },
  bd09: { zh: 'BD-09（百度地图）', en: 'BD-09 (Baidu)' },
} as const;

export type Datum = keyof typeof datums;

/** True for the name of a supported datum. */
export function isDatum(name: string): name is Datum {
  return Object.hasOwn(datums, name);
}

const systems = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/**
 * Where the shifted systems are converted; elsewhere they equal WGS-84. Covers China with a margin, and stays inside the box of
 * the library, on whose edge its iteration would not end.
 */
const shiftedBox = { west: 72.5, east: 137, south: 1.5, north: 55 };

const isShifted = (lon: number, lat: number): boolean =>
  lon > shiftedBox.west && lon < shiftedBox.east && lat > shiftedBox.south && lat < shiftedBox.north;

/** The WGS-84 position of a position given in another datum; a height is kept. */
export function toWgs84(position: LonLat, from: Datum): LonLat {
  return convert(position, from, 'inwards');
}

/** The position in another datum of a WGS-84 position; a height is kept. */
export function fromWgs84(position: LonLat, to: Datum): LonLat {
  return convert(position, to, 'outwards');
}

function convert(position: LonLat, datum: Datum, way: 'inwards' | 'outwards'): LonLat {
  const [lon, lat, ...rest] = position as unknown as [number, number, ...number[]];
  if (datum === 'wgs84' || datum === 'cgcs2000' || !isShifted(lon, lat)) return [...position];
  const other = systems[datum];
  const [from, to] = way === 'inwards' ? [other, gcoord.WGS84] : [gcoord.WGS84, other];
  const [x, y] = gcoord.transform<LonLat>([lon, lat], from, to);
  return [x, y, ...rest] as unknown as LonLat;
}

/** A copy of a geometry with every position converted to WGS-84; the input is left alone. */
export function geometryToWgs84<G extends GeoJSON.Geometry>(geometry: G, from: Datum): G {
  return mapPositions(geometry, (position) => toWgs84(position, from));
}

/** A copy of a WGS-84 geometry with every position converted to another datum; the input is left alone. */
export function geometryFromWgs84<G extends GeoJSON.Geometry>(geometry: G, to: Datum): G {
  return mapPositions(geometry, (position) => fromWgs84(position, to));
}

/** A copy of a geometry of any type with every position replaced. The bounding box member, if any, is dropped. */
export function mapPositions<G extends GeoJSON.Geometry>(geometry: G, change: (position: LonLat) => LonLat): G {
  const copy: GeoJSON.Geometry = { ...geometry };
  delete copy.bbox;
  if (copy.type === 'GeometryCollection') {
    return { ...copy, geometries: copy.geometries.map((part) => mapPositions(part, change)) } as unknown as G;
  }
  const walk = (node: unknown): unknown =>
    Array.isArray(node) && typeof node[0] === 'number' ? change(node as LonLat) : (node as unknown[]).map(walk);
  return { ...copy, coordinates: walk(copy.coordinates) } as unknown as G;
}
