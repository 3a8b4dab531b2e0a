import { polygonsOf, type AreaGeometry, type Ring, type Rings } from './position.ts';

// Ring direction, RFC 7946 §3.1.6: exterior rings counter-clockwise, holes clockwise.

/** Twice the signed area in square degrees (shoelace), taken from the first position to keep digits. */
function shoelace(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    sum += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0);
  }
  return sum;
}

export function isCounterClockwise(ring: Ring): boolean {
  return shoelace(ring) > 0;
}

const turned = (ring: Ring, counterClockwise: boolean): Ring =>
  isCounterClockwise(ring) === counterClockwise ? [...ring] : ring.toReversed();

function turnedPolygon(rings: Rings): Rings {
  return rings.map((ring, index) => turned(ring, index === 0));
}

/** The same area with its rings in the direction of RFC 7946; the input is left alone. */
export function rewind<G extends AreaGeometry>(geometry: G): G {
  const polygons = polygonsOf(geometry).map(turnedPolygon);
  return { ...geometry, coordinates: geometry.type === 'Polygon' ? polygons[0]! : polygons };
}
