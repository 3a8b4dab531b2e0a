import { metresPerDegree, radians, type LonLat, type Ring } from '#geo/position.ts';

// A flat plane around a place, in metres. Good for the tens of kilometres a release reaches: at 30 km the error of a straight
// local scale is below 0.3 %.

/** Metres east and north of the origin. */
export type Metres = [east: number, north: number];

/** Turns metres downwind and to the left of the wind into positions. @param windFromDeg direction the wind comes from, degrees */
export function downwindToLonLat(origin: LonLat, windFromDeg: number): (downwind: number, left: number) => LonLat {
  const scale = metresPerDegree(origin[1]);
  // Downwind is where the wind goes: the opposite of where it comes from, degrees clockwise from north.
  const towards = radians(windFromDeg + 180);
  const [sin, cos] = [Math.sin(towards), Math.cos(towards)];
  return (downwind, left) => [origin[0] + (downwind * sin - left * cos) / scale.lon, origin[1] + (downwind * cos + left * sin) / scale.lat];
}

/** Metres east and north to positions. */
export function metresToLonLat(origin: LonLat): (east: number, north: number) => LonLat {
  const scale = metresPerDegree(origin[1]);
  return (east, north) => [origin[0] + east / scale.lon, origin[1] + north / scale.lat];
}

/** Positions to metres east and north. */
export function lonLatToMetres(origin: LonLat): (place: LonLat) => Metres {
  const scale = metresPerDegree(origin[1]);
  return (place) => [(place[0] - origin[0]) * scale.lon, (place[1] - origin[1]) * scale.lat];
}

/** Area of a ring given in metres, positive when counter-clockwise. */
export function planeArea(ring: readonly Metres[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  return sum / 2;
}

/** A polygon with properties; the ring is closed here. */
export function polygonFeature(ring: Ring, properties: Record<string, unknown>): GeoJSON.Feature<GeoJSON.Polygon> {
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }, properties };
}
