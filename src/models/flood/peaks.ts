import type { InertialFields } from './inertial/fields.ts';
import { gravity } from './inertial/kernel.ts';
import { type Tiles, tilePlace } from './inertial/tiles.ts';
import { type Layout, tileHeight, tileWidth } from './layout.ts';

// What a flood has reached so far: greatest depth, greatest speed, greatest hazard and time of arrival of each cell. Looked at
// between steps, every so many seconds of the flood's time; arrival is as exact as that.

/** Shallower cells count neither as reached nor as wet, m: a film of rain is no flood. */
export const wetM = 0.05;

export interface Peaks {
  readonly depth: Float32Array<ArrayBufferLike>;
  readonly speed: Float32Array<ArrayBufferLike>;
  /** depth × (speed + 0.5), both at the same time, m²/s. */
  readonly hazard: Float32Array<ArrayBufferLike>;
  /** s from the beginning; below zero where water never came. */
  readonly arrivalS: Float32Array<ArrayBufferLike>;
}

export interface Froude {
  readonly wetCells: number;
  /** Cells in which water is faster than a wave: there the local-inertial scheme is wrong. */
  readonly fastCells: number;
}

/** Empty peaks; the arrays may be shared. */
export function peaksOf(layout: Layout, make = (length: number): Float32Array<ArrayBufferLike> => new Float32Array(length)): Peaks {
  const peaks = { depth: make(layout.length), speed: make(layout.length), hazard: make(layout.length), arrivalS: make(layout.length) };
  peaks.arrivalS.fill(-1);
  return peaks;
}

/** Raises the peaks to the present state in rows of tiles, and counts fast cells. */
export function notePeaks(
  peaks: Peaks,
  { layout, h, qx, qy }: InertialFields,
  tiles: Tiles,
  rows: { fromRow: number; toRow: number },
  flows: 0 | 1,
  atS: number,
): Froude {
  const [xs, ys] = [qx[flows], qy[flows]];
  let [wetCells, fastCells] = [0, 0];
  for (let tile = rows.fromRow * layout.tileColumns; tile < rows.toRow * layout.tileColumns; tile += 1) {
    if (tiles.active[tile] === 0) continue;
    const first = tilePlace(layout, tile % layout.tileColumns, Math.floor(tile / layout.tileColumns));
    for (let row = 0; row < tileHeight; row += 1)
      for (let c = first + row * layout.stride; c < first + row * layout.stride + tileWidth; c += 1) {
        const depth = h[c] as number;
        if (depth > (peaks.depth[c] as number)) peaks.depth[c] = depth;
        if (depth < wetM) continue;
        wetCells += 1;
        if ((peaks.arrivalS[c] as number) < 0) peaks.arrivalS[c] = atS;
        const x = 0.5 * ((xs[c] as number) + (xs[c + 1] as number));
        const y = 0.5 * ((ys[c] as number) + (ys[c + layout.stride] as number));
        const speed = Math.sqrt(x * x + y * y) / depth;
        if (speed > (peaks.speed[c] as number)) peaks.speed[c] = speed;
        const hazard = depth * (speed + 0.5);
        if (hazard > (peaks.hazard[c] as number)) peaks.hazard[c] = hazard;
        if (speed * speed > gravity * depth) fastCells += 1;
      }
  }
  return { wetCells, fastCells };
}
