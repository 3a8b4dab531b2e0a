import { degrees, earthRadiusM, metresPerDegree, radians, segmentsOf, type LonLat } from './position.ts';

// Distances and directions on the sphere.

/**
 * Great-circle distance in metres by the haversine formula; error against the ellipsoid below 0.56 %.
 * Half the equator, (0,0) to (180,0), gives π·R = 20 015 114 m.
 */
export function distanceM(a: LonLat, b: LonLat): number {
  const dLat = radians(b[1] - a[1]);
  const dLon = radians(b[0] - a[0]);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial bearing of the great circle from a to b, degrees clockwise from north in [0, 360); 0 for equal positions. */
export function bearingDeg(a: LonLat, b: LonLat): number {
  const dLon = radians(b[0] - a[0]);
  const [latA, latB] = [radians(a[1]), radians(b[1])];
  const east = Math.sin(dLon) * Math.cos(latB);
  const north = Math.cos(latA) * Math.sin(latB) - Math.sin(latA) * Math.cos(latB) * Math.cos(dLon);
  const bearing = (degrees(Math.atan2(east, north)) + 360) % 360;
  return bearing === 360 ? 0 : bearing;
}

/** Where one arrives after `distance` metres from `start` on the bearing (degrees clockwise from north). */
export function destination(start: LonLat, distance: number, bearing: number): LonLat {
  const angle = distance / earthRadiusM;
  const direction = radians(bearing);
  const lat = radians(start[1]);
  const sinLat = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(direction);
  const endLat = Math.asin(Math.max(-1, Math.min(1, sinLat)));
  const dLon = Math.atan2(Math.sin(direction) * Math.sin(angle) * Math.cos(lat), Math.cos(angle) - Math.sin(lat) * sinLat);
  return [((start[0] + degrees(dLon) + 540) % 360) - 180, degrees(endLat)];
}

/** Length of a line in metres. */
export function lengthM(line: readonly LonLat[]): number {
  let sum = 0;
  for (const [a, b] of segmentsOf(line)) sum += distanceM(a, b);
  return sum;
}

/** The position a given number of metres along a line; its ends when the distance lies outside the line. */
export function along(line: readonly LonLat[], metres: number): LonLat {
  let left = metres;
  for (const [a, b] of segmentsOf(line)) {
    const step = distanceM(a, b);
    if (left <= step && step > 0) {
      const t = Math.max(0, left / step);
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    }
    left -= step;
  }
  return line[line.length - 1]!;
}

/**
 * The position of a line that is nearest to a place, and how far away it is in metres. Works on the local plane, so it is
 * meant for lines within some hundred kilometres.
 */
export function nearestOnLine(place: LonLat, line: readonly LonLat[]): { position: LonLat; distanceM: number; segment: number } {
  const scale = metresPerDegree(place[1]);
  let best = { position: line[0]!, squared: Infinity, segment: 0 };
  for (let i = 0; i < Math.max(1, line.length - 1); i += 1) {
    const a = line[i]!;
    const b = line[i + 1] ?? a;
    const [dx, dy] = [(b[0] - a[0]) * scale.lon, (b[1] - a[1]) * scale.lat];
    const [px, py] = [(place[0] - a[0]) * scale.lon, (place[1] - a[1]) * scale.lat];
    const squaredLength = dx * dx + dy * dy;
    const t = squaredLength === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / squaredLength));
    const squared = (px - t * dx) ** 2 + (py - t * dy) ** 2;
    if (squared < best.squared) best = { position: [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t], squared, segment: i };
  }
  return { position: best.position, distanceM: Math.sqrt(best.squared), segment: best.segment };
}
