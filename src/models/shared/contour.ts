// Lines of equal value through a raster of samples (marching squares with linear interpolation), walked edge by edge so that
// each line comes out as one closed ring. Outside the raster the value counts as below every level, so rings always close.

/** Samples in row order; row 0 is the southernmost. */
export interface Samples {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array | Float32Array;
}

/** Closed ring in sample coordinates [column, row], the higher side on its left: exteriors counter-clockwise, holes clockwise. */
export type SampleRing = [x: number, y: number][];

// Sides of a cell between four samples a (lower left), b, c, d: 0 below (a-b), 1 right (b-c), 2 above (d-c), 3 left (a-d).
// exits[case × 4 + entry] is the side by which the line leaves; cases 5 and 10 are saddles and are decided by the mean.
const segments: readonly (readonly [number, number][])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
];
const saddles = {
  5: { joined: [0, 1, 2, 3], apart: [0, 3, 2, 1] },
  10: { joined: [3, 0, 1, 2], apart: [1, 0, 3, 2] },
} as const;

/** All rings of one level. */
export function contourRings(samples: Samples, level: number): SampleRing[] {
  const { columns, rows, values } = samples;
  const done = new Uint8Array(columns * rows + rows);
  const rings: SampleRing[] = [];
  // Every ring goes down once through an edge with the lower value on its left and the higher on its right.
  for (let row = 0; row < rows; row += 1) {
    let isLow = true;
    const start = row * columns;
    for (let column = 0; column < columns; column += 1) {
      const isHigh = values[start + column]! >= level;
      if (isLow && isHigh && done[row * (columns + 1) + column] === 0) rings.push(walk(samples, level, column - 1, row, done));
      isLow = !isHigh;
    }
  }
  return rings;
}

function walk(samples: Samples, level: number, column: number, row: number, done: Uint8Array): SampleRing {
  const ring: SampleRing = [];
  let [x, y, entry] = [column, row - 1, 2];
  do {
    ring.push(pointOn(samples, level, x, y, entry));
    if (entry === 2) done[(y + 1) * (samples.columns + 1) + x + 1] = 1;
    const exit = exitOf(samples, level, x, y, entry);
    if (exit === 0) y -= 1;
    else if (exit === 1) x += 1;
    else if (exit === 2) y += 1;
    else x -= 1;
    entry = (exit + 2) % 4;
  } while (x !== column || y !== row - 1 || entry !== 2);
  return ring;
}

function valueAt({ columns, rows, values }: Samples, x: number, y: number): number {
  return x < 0 || y < 0 || x >= columns || y >= rows ? -Infinity : values[y * columns + x]!;
}

function exitOf(samples: Samples, level: number, x: number, y: number, entry: number): number {
  const a = valueAt(samples, x, y);
  const b = valueAt(samples, x + 1, y);
  const c = valueAt(samples, x + 1, y + 1);
  const d = valueAt(samples, x, y + 1);
  const state = (a >= level ? 1 : 0) + (b >= level ? 2 : 0) + (c >= level ? 4 : 0) + (d >= level ? 8 : 0);
  if (state === 5 || state === 10) {
    const [from1, to1, , to2] = (a + b + c + d) / 4 >= level ? saddles[state].joined : saddles[state].apart;
    return entry === from1 ? to1 : to2;
  }
  return segments[state]![0]![1];
}

function pointOn(samples: Samples, level: number, x: number, y: number, side: number): [number, number] {
  const [x0, y0] = [side === 1 ? x + 1 : x, side === 2 ? y + 1 : y];
  const [x1, y1] = [side === 3 ? x : x + 1, side === 0 ? y : y + 1];
  const v0 = valueAt(samples, x0, y0);
  const v1 = valueAt(samples, x1, y1);
  const t = v0 === -Infinity ? 1 : v1 === -Infinity ? 0 : (level - v0) / (v1 - v0);
  return [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t];
}

/** Groups the rings of one level into polygons: each hole goes to the exterior that holds it. */
export function groupRings(rings: readonly SampleRing[]): SampleRing[][] {
  const exteriors = rings.filter((ring) => ringArea(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
    const holders = exteriors.filter(([exterior]) => holds(exterior!, hole[0]!));
    holders.toSorted((p, q) => ringArea(p[0]!) - ringArea(q[0]!))[0]?.push(hole);
  }
  return exteriors;
}

function ringArea(ring: SampleRing): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  return sum / 2;
}

function holds(ring: SampleRing, [x, y]: [number, number]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [ax, ay] = ring[j]!;
    const [bx, by] = ring[i]!;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
