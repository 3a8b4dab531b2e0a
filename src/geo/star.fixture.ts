import type { LonLat, Ring } from './position.ts';
import type { Random } from './random.ts';

/** A star-shaped simple ring around a centre, counter-clockwise, for property tests. */
export function aStar(random: Random, centre: LonLat, radius: number, corners: number): Ring {
  const ring: Ring = [];
  for (let i = 0; i < corners; i += 1) {
    const [angle, reach] = [(2 * Math.PI * i) / corners, radius * random.between(0.15, 1)];
    ring.push([centre[0] + reach * Math.cos(angle), centre[1] + reach * Math.sin(angle)]);
  }
  return [...ring, [...ring[0]!]];
}
