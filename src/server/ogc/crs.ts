import type { LonLat } from '#geo/position.ts';

// Coordinate reference systems of OGC API Features Part 2 (OGC 18-058). Stored is CRS84: longitude, latitude, WGS-84.
// EPSG:4326 and EPSG:4490 (CGCS2000, equal to WGS-84 within centimetres) have latitude first; EPSG:3857 is metres.

export interface Crs {
  uri: string;
  fromCrs84(position: LonLat): [number, number];
  toCrs84(position: [number, number]): LonLat;
}

const base = 'http://www.opengis.net/def/crs';
const earthRadiusM = 6_378_137;
const rad = Math.PI / 180;

const swapped = (uri: string): Crs => ({ uri, fromCrs84: ([lon, lat]) => [lat, lon], toCrs84: ([lat, lon]) => [lon, lat] });

/** CRS84 first: it is the default and the storage CRS. */
export const crsList: readonly [Crs, ...Crs[]] = [
  { uri: `${base}/OGC/1.3/CRS84`, fromCrs84: (position) => position, toCrs84: (position) => position },
  swapped(`${base}/EPSG/0/4326`),
  swapped(`${base}/EPSG/0/4490`),
  {
    uri: `${base}/EPSG/0/3857`,
    fromCrs84: ([lon, lat]) => [earthRadiusM * lon * rad, earthRadiusM * Math.log(Math.tan(Math.PI / 4 + (lat * rad) / 2))],
    toCrs84: ([x, y]) => [x / earthRadiusM / rad, (2 * Math.atan(Math.exp(y / earthRadiusM)) - Math.PI / 2) / rad],
  },
];

/** The CRS of a URI, or null when it is not offered. */
export function crsOf(uri: string): Crs | null {
  return crsList.find((crs) => crs.uri === uri) ?? null;
}
