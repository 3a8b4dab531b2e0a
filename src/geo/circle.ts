import { destination, distanceM } from './distance.ts';
import type { LonLat, Ring } from './position.ts';

/**
 * A circle as a counter-clockwise closed ring. The corners lie slightly outside the circle, so that the polygon has the area
 * of the circle and no large part of it is lost.
 * @param radiusM metres, above zero
 * @param corners at least 8; 64 keeps the ring within 0.1 % of the radius
 */
export function circleRing(centre: LonLat, radiusM: number, corners = 64): Ring {
  const n = Math.max(8, Math.floor(corners));
  const angle = (2 * Math.PI) / n;
  const reach = radiusM * Math.sqrt(angle / Math.sin(angle));
  const ring: Ring = [];
  for (let i = 0; i < n; i += 1) ring.push(destination(centre, reach, 360 - (360 * i) / n));
  ring.push([...ring[0]!]);
  return ring;
}

export function circlePolygon(centre: LonLat, radiusM: number, corners = 64): GeoJSON.Polygon {
  return { type: 'Polygon', coordinates: [circleRing(centre, radiusM, corners)] };
}

export function isInCircle(place: LonLat, centre: LonLat, radiusM: number): boolean {
  return distanceM(place, centre) <= radiusM;
}
