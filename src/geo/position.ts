// The words of plane and sphere that every file of this folder uses. Coordinates are WGS-84 degrees, longitude first, as in
// RFC 7946; other datums exist only in datum.ts. Distances and areas are metres and square metres on a sphere.

/** [longitude, latitude] in degrees; further members (height) are allowed by GeoJSON and ignored here. */
export type LonLat = [lon: number, lat: number];

/** Closed ring: first and last position are the same, at least four positions. */
export type Ring = LonLat[];

/** Exterior ring, then holes. */
export type Rings = Ring[];

/** [west, south, east, north] in degrees. No support for boxes across the 180th meridian. */
export type Bbox = [west: number, south: number, east: number, north: number];

export type AreaGeometry = GeoJSON.Polygon | GeoJSON.MultiPolygon;
export type LineGeometry = GeoJSON.LineString | GeoJSON.MultiLineString;

/** Mean earth radius R1 of the WGS-84 ellipsoid in metres (IUGG); the sphere is within 0.56 % of the ellipsoid. */
export const earthRadiusM = 6_371_008.8;

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;
export const degrees = (rad: number): number => (rad * 180) / Math.PI;

/** Metres that one degree spans at a latitude: [along the parallel, along the meridian]. */
export function metresPerDegree(latitude: number): { lon: number; lat: number } {
  const lat = radians(1) * earthRadiusM;
  return { lon: lat * Math.cos(radians(latitude)), lat };
}

/** The polygons of an area as rings. */
export function polygonsOf(geometry: AreaGeometry): Rings[] {
  return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Rings[];
}

/** The lines of a line geometry as positions. */
export function linesOf(geometry: LineGeometry): LonLat[][] {
  return (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates) as LonLat[][];
}

/** Consecutive positions of a line or ring, two by two. */
export function* segmentsOf(line: readonly LonLat[]): Generator<[LonLat, LonLat]> {
  for (let i = 1; i < line.length; i += 1) yield [line[i - 1]!, line[i]!];
}
