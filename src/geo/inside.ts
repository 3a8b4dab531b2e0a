import { polygonsOf, type AreaGeometry, type LonLat, type Ring, type Rings } from './position.ts';

// Is a place inside an area? Edges are straight in degrees, as GeoJSON says (RFC 7946 §3.1.1).
// Boundary rule: an area is a closed set. A place on an exterior ring or on the ring of a hole is inside, because a house on
// the edge of a danger zone must be counted.

/** Where a place lies relative to one ring. */
export function placeInRing(place: LonLat, ring: Ring): 'inside' | 'outside' | 'boundary' {
  const [x, y] = place;
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    if (ay > y !== by > y) {
      const side = (x - ax) * (by - ay) - (bx - ax) * (y - ay);
      if (side === 0) return 'boundary';
      if (side < 0 === by > ay) inside = !inside;
    } else if (ay === y && by === y) {
      if (Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) return 'boundary';
    } else if ((ay === y && ax === x) || (by === y && bx === x)) {
      return 'boundary';
    }
  }
  return inside ? 'inside' : 'outside';
}

/** True when the place lies in the polygon or on any of its rings. */
export function isInRings(place: LonLat, rings: Rings): boolean {
  const [exterior, ...holes] = rings;
  if (!exterior || placeInRing(place, exterior) === 'outside') return false;
  return holes.every((hole) => placeInRing(place, hole) !== 'inside');
}

/** True when the place lies in the area or on its boundary. */
export function isInside(place: LonLat, geometry: AreaGeometry): boolean {
  return polygonsOf(geometry).some((rings) => isInRings(place, rings));
}
