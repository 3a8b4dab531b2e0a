import { between, type Place } from './plane.ts';

// Voronoi diagram by cutting: each cell starts as a large box and is cut by the bisector towards every other seed. Quadratic,
// which is right for some dozens of seeds. Corners are computed from their three seeds, so neighbours share them exactly.

export interface Border {
  /** Seeds whose cells lie left and right when walking from `from` to `to`; cells are walked counter-clockwise. */
  left: number;
  right: number;
  from: Place;
  to: Place;
}

/** The borders between the cells of seeds, each once; far ends lie on a box `margin` metres beyond the seeds. */
export function voronoiBorders(seeds: readonly Place[], margin: number): Border[] {
  const xs = seeds.map((p) => p[0]);
  const ys = seeds.map((p) => p[1]);
  const [west, east] = [Math.min(...xs) - margin, Math.max(...xs) + margin];
  const [south, north] = [Math.min(...ys) - margin, Math.max(...ys) + margin];
  const borders: Border[] = [];
  for (const [i, seed] of seeds.entries()) {
    // Each corner with the label of the edge that starts there; negative labels are sides of the box.
    let cell: { at: Place; edge: number }[] = [
      { at: [west, south], edge: -1 },
      { at: [east, south], edge: -2 },
      { at: [east, north], edge: -3 },
      { at: [west, north], edge: -4 },
    ];
    for (const [j, other] of seeds.entries()) if (j !== i) cell = cut(cell, seed, other, j);
    for (const [k, { edge, at }] of cell.entries()) {
      if (edge < i) continue;
      const [previous, next] = [cell.at(k - 1)!, cell[(k + 1) % cell.length]!];
      const from = corner(seeds, i, previous.edge, edge) ?? at;
      const to = corner(seeds, i, edge, next.edge) ?? next.at;
      borders.push({ left: i, right: edge, from, to });
    }
  }
  return borders;
}

function cut(cell: { at: Place; edge: number }[], seed: Place, other: Place, label: number): { at: Place; edge: number }[] {
  const middle = between(seed, other, 0.5);
  const beyond = (p: Place): number => (p[0] - middle[0]) * (other[0] - seed[0]) + (p[1] - middle[1]) * (other[1] - seed[1]);
  const result: { at: Place; edge: number }[] = [];
  for (const [k, corner] of cell.entries()) {
    const next = cell[(k + 1) % cell.length]!;
    const [here, there] = [beyond(corner.at), beyond(next.at)];
    if (here <= 0) result.push(corner);
    if (here <= 0 && there > 0) result.push({ at: between(corner.at, next.at, here / (here - there)), edge: label });
    if (here > 0 && there <= 0) result.push({ at: between(corner.at, next.at, here / (here - there)), edge: corner.edge });
  }
  return result;
}

/** Centre of the circle through three seeds, always computed in the same order; null when a side of the box takes part. */
function corner(seeds: readonly Place[], i: number, j: number, k: number): Place | null {
  if (j < 0 || k < 0) return null;
  const [a, b, c] = [i, j, k].toSorted((p, q) => p - q).map((n) => seeds[n]!) as [Place, Place, Place];
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
  const d = 2 * (bx * cy - by * cx);
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy];
  return [a[0] + (cy * b2 - by * c2) / d, a[1] + (bx * c2 - cx * b2) / d];
}
