import { tileHeight, tileWidth } from '../layout.ts';
import type { InertialFields } from './fields.ts';
import type { KernelSettings } from './kernel.ts';
import { type Tiles, tilePlace } from './tiles.ts';

// A cell may not give more water than it holds. Where it did, the flows out of it are cut in proportion and taken back from
// its neighbours, so that depth stays at 0 or above and no water is made or lost.

const mostSweeps = 60;

/** Sweeps until no depth is below zero. All cells of a sweep are judged before any is changed, so that order does not matter. */
export function repairDepths(fields: InertialFields, tiles: Tiles, settings: KernelSettings, dtS: number, flows: 0 | 1): void {
  let cells = negativeCells(fields, tiles);
  for (let sweep = 0; cells.length > 0 && sweep < mostSweeps; sweep += 1) cells = oneSweep(fields, settings, cells, dtS, flows);
}

function negativeCells({ layout, h }: InertialFields, { active, negative }: Tiles): number[] {
  const found: number[] = [];
  for (let tileRow = 0; tileRow < layout.tileRows; tileRow += 1) {
    if (negative[tileRow] === 0) continue;
    negative[tileRow] = 0;
    for (let tileColumn = 0; tileColumn < layout.tileColumns; tileColumn += 1) {
      if (active[tileRow * layout.tileColumns + tileColumn] === 0) continue;
      const first = tilePlace(layout, tileColumn, tileRow);
      for (let row = 0; row < tileHeight; row += 1)
        for (let c = first + row * layout.stride; c < first + row * layout.stride + tileWidth; c += 1)
          if ((h[c] as number) < 0) found.push(c);
    }
  }
  return found;
}

function oneSweep(
  { layout, h, qx, qy }: InertialFields,
  { dx, dy }: KernelSettings,
  cells: readonly number[],
  dtS: number,
  flows: 0 | 1,
): number[] {
  const [xs, ys] = [qx[flows], qy[flows]];
  const [perX, perY] = [dtS / dx, dtS / dy];
  const missing = cells.map((c) => -(h[c] as number));
  const touched: number[] = [];
  cells.forEach((c, index) => {
    const below = c + layout.stride;
    // Faces through which the cell gave: array, place, sign of an outflow, metres of depth for each m²/s, who got it.
    const faces = [
      [xs, c, -1, perX, c - 1],
      [xs, c + 1, 1, perX, c + 1],
      [ys, c, -1, perY, c - layout.stride],
      [ys, below, 1, perY, below],
    ] as const;
    let given = 0;
    for (const [array, at, sign, per] of faces) given += Math.max(0, sign * (array[at] as number)) * per;
    const lack = missing[index] as number;
    const cut = given > 0 ? Math.min(1, lack / given) : 0;
    for (const [array, at, sign, per, receiver] of faces) {
      const out = Math.max(0, sign * (array[at] as number));
      if (out === 0) continue;
      array[at] = (array[at] as number) * (1 - cut);
      h[receiver] = (h[receiver] as number) - out * cut * per;
      touched.push(receiver);
    }
    h[c] = (h[c] as number) + cut * given;
    touched.push(c);
  });
  // Rounding leaves cells a hair below zero; only what is really below goes another round.
  const hair = h.BYTES_PER_ELEMENT === 4 ? 1e-7 : 1e-13;
  for (const c of touched) if ((h[c] as number) < 0 && (h[c] as number) > -hair) h[c] = 0;
  return [...new Set(touched.filter((c) => (h[c] as number) < 0))];
}
