import { margin, tileHeight, tileWidth, wallM } from '../layout.ts';
import type { InertialFields } from './fields.ts';
import { gravity, type KernelSettings } from './kernel.ts';
import { type Tiles, tilePlace } from './tiles.ts';

// Water that comes and goes other than from cell to cell: rain, seepage and drains on the ground, inflow at points (as a flux:
// a depth imposed on the first cell is wrong by decimetres), water leaving over the edge of the raster.

/** Mean of a quantity over a span of time, SI units. */
export type OverTime = (fromS: number, toS: number) => number;

export interface PointInflow {
  /** Place in the arrays. */
  readonly place: number;
  /** m³/s */
  readonly flow: OverTime;
}

export interface Forcing {
  /** m/s on ground whose share is 1; null without rain. */
  readonly rain: OverTime | null;
  /** Factor of the rain per place, null for 1 everywhere. */
  readonly rainShare: ArrayLike<number> | null;
  /** Most that seeps away or enters drains, m/s, one figure or per place. */
  readonly loss: number | ArrayLike<number>;
  readonly inflows: readonly PointInflow[];
  /** Places whose water level is held, m: the end of a channel. */
  readonly heldLevels: readonly { place: number; levelM: number }[];
  /** Edge cells from which water leaves at the speed of uniform flow, and the slope of the ground beyond. */
  readonly outlets: { readonly places: Int32Array; readonly slope: number };
}

export const noForcing: Forcing = {
  rain: null,
  rainShare: null,
  loss: 0,
  inflows: [],
  heldLevels: [],
  outlets: { places: new Int32Array(), slope: 0.001 },
};

/** Volumes since the beginning, m³. */
export interface Ledger {
  rained: number;
  flowedIn: number;
  lost: number;
  flowedOut: number;
}

export const emptyLedger = (): Ledger => ({ rained: 0, flowedIn: 0, lost: 0, flowedOut: 0 });

/** Rain and losses on rows of tiles over a span of time; measures the depth of the tiles it touches. */
export function exchangeWithGround(
  fields: InertialFields,
  tiles: Tiles,
  { dx, dy }: KernelSettings,
  { rain, rainShare, loss }: Forcing,
  ledger: Ledger,
  rows: { fromRow: number; toRow: number },
  span: { fromS: number; toS: number },
): void {
  const seconds = span.toS - span.fromS;
  const rainM = rain === null ? 0 : rain(span.fromS, span.toS) * seconds;
  if (rainM === 0 && loss === 0) return;
  const { layout, h, z } = fields;
  let [rained, lost] = [0, 0];
  for (let tile = rows.fromRow * layout.tileColumns; tile < rows.toRow * layout.tileColumns; tile += 1) {
    if (rainM === 0 && tiles.active[tile] === 0) continue;
    const first = tilePlace(layout, tile % layout.tileColumns, Math.floor(tile / layout.tileColumns));
    let deepest = 0;
    for (let row = 0; row < tileHeight; row += 1)
      for (let c = first + row * layout.stride; c < first + row * layout.stride + tileWidth; c += 1) {
        if ((z[c] as number) >= wallM) continue;
        const fallen = rainShare === null ? rainM : rainM * (rainShare[c] as number);
        const depth = (h[c] as number) + fallen;
        const most = (typeof loss === 'number' ? loss : (loss[c] as number)) * seconds;
        const gone = depth <= 0 ? 0 : Math.min(most, depth);
        h[c] = depth - gone;
        rained += fallen;
        lost += gone;
        if (depth - gone > deepest) deepest = depth - gone;
      }
    tiles.deepest[tile] = deepest;
  }
  ledger.rained += rained * dx * dy;
  ledger.lost += lost * dx * dy;
}

/** Inflow, held levels and outlets over one step. Gives true when water came to a tile that is not active. */
export function exchangeAtPoints(
  fields: InertialFields,
  tiles: Tiles,
  { dx, dy, dryM }: KernelSettings,
  { inflows, heldLevels, outlets }: Forcing,
  ledger: Ledger,
  span: { fromS: number; toS: number },
): boolean {
  const { h, z } = fields;
  const area = dx * dy;
  const seconds = span.toS - span.fromS;
  let isNewTile = false;
  const raise = (place: number, depth: number) => {
    h[place] = depth;
    const tile = tileAt(fields, place);
    if (depth > (tiles.deepest[tile] as number)) tiles.deepest[tile] = depth;
    if (tiles.active[tile] === 0 && depth > dryM) isNewTile = true;
  };
  for (const { place, flow } of inflows) {
    const volume = flow(span.fromS, span.toS) * seconds;
    const depth = Math.max(0, (h[place] as number) + volume / area);
    ledger.flowedIn += (depth - (h[place] as number)) * area;
    raise(place, depth);
  }
  for (const { place, levelM } of heldLevels) {
    const depth = Math.max(0, levelM - (z[place] as number));
    ledger.flowedIn += (depth - (h[place] as number)) * area;
    raise(place, depth);
  }
  for (const place of outlets.places) {
    const depth = h[place] as number;
    if (depth <= dryM) continue;
    // Manning's uniform flow, at most critical, at most what is there.
    const speed = Math.min(
      (depth ** (2 / 3) * Math.sqrt(outlets.slope)) / Math.sqrt(fields.n2[place] as number),
      Math.sqrt(gravity * depth),
    );
    const gone = Math.min(depth, (depth * speed * seconds) / Math.min(dx, dy));
    h[place] = depth - gone;
    ledger.flowedOut += gone * area;
  }
  return isNewTile;
}

function tileAt({ layout }: InertialFields, place: number): number {
  const row = Math.floor(place / layout.stride) - 1;
  const column = (place % layout.stride) - margin;
  return Math.floor(row / tileHeight) * layout.tileColumns + Math.floor(column / tileWidth);
}

/** Largest rise of any one cell through point inflows, m/s, which bounds the first steps into a dry land. */
export function fastestRise({ inflows }: Forcing, { dx, dy }: KernelSettings, atS: number): number {
  let most = 0;
  for (const { flow } of inflows) most = Math.max(most, flow(atS, atS + 60));
  return most / (dx * dy);
}

/** Volume of water in the fields, m³. */
export function volumeOf({ layout, h }: InertialFields, { dx, dy }: KernelSettings): number {
  let sum = 0;
  for (let row = 0; row < layout.rows; row += 1) {
    const start = (row + 1) * layout.stride + margin;
    for (let c = start; c < start + layout.columns; c += 1) sum += h[c] as number;
  }
  return sum * dx * dy;
}
