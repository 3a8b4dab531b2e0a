import { type Layout, placeOf, tileHeight, tileWidth } from '../layout.ts';
import type { InertialFields } from './fields.ts';

// Which tiles take part in a step. Only tiles with water deep enough to move, and their neighbours, are computed: in a county
// of which a twentieth is under water that is twenty times less work.

/** Steps between two looks at which tiles are active: water moves one cell a step and so cannot cross a whole neighbour. */
export const stepsBetweenLooks = Math.min(tileWidth, tileHeight);

/** State of the tiles, in row order; the arrays may be shared between workers. */
export interface Tiles {
  /** Greatest depth in the tile after its last step, m. */
  readonly deepest: Float64Array<ArrayBufferLike>;
  readonly active: Uint8Array<ArrayBufferLike>;
  /** Per row of tiles: whether some cell gave more than it had. */
  readonly negative: Uint8Array<ArrayBufferLike>;
}

/** Bytes for `tilesOf`. */
export const tilesBytes = ({ tileColumns, tileRows }: Layout): number => tileColumns * tileRows * 9 + tileRows;

/** Tiles over a buffer of `tilesBytes` bytes from `offset`, a multiple of 8. */
export function tilesOf(layout: Layout, buffer: ArrayBufferLike = new ArrayBuffer(tilesBytes(layout)), offset = 0): Tiles {
  const count = layout.tileColumns * layout.tileRows;
  return {
    deepest: new Float64Array(buffer, offset, count),
    active: new Uint8Array(buffer, offset + 8 * count, count),
    negative: new Uint8Array(buffer, offset + 9 * count, layout.tileRows),
  };
}

/** Place of a tile's north-western cell. */
export const tilePlace = (layout: Layout, tileColumn: number, tileRow: number): number =>
  placeOf(layout, tileColumn * tileWidth, tileRow * tileHeight);

/** Reads the depths of all cells in rows of tiles anew, as after water was poured in. */
export function measureDepths({ layout, h }: InertialFields, tiles: Tiles, fromRow: number, toRow: number): void {
  for (let tileRow = fromRow; tileRow < toRow; tileRow += 1)
    for (let tileColumn = 0; tileColumn < layout.tileColumns; tileColumn += 1)
      tiles.deepest[tileRow * layout.tileColumns + tileColumn] = deepestIn(h, tilePlace(layout, tileColumn, tileRow), layout.stride);
}

function deepestIn(h: ArrayLike<number>, first: number, stride: number): number {
  let deepest = 0;
  for (let row = 0; row < tileHeight; row += 1)
    for (let c = first + row * stride; c < first + row * stride + tileWidth; c += 1) {
      const depth = h[c] as number;
      if (depth > deepest) deepest = depth;
    }
  return deepest;
}

/** Decides which tiles are active from their depths, and stills the flow in those that no longer are. */
export function chooseActive(fields: InertialFields, tiles: Tiles, dryM: number): void {
  const { tileColumns, tileRows } = fields.layout;
  for (let row = 0; row < tileRows; row += 1)
    for (let column = 0; column < tileColumns; column += 1) {
      const at = row * tileColumns + column;
      const now = hasWetNeighbour(fields.layout, tiles, row, column, dryM) ? 1 : 0;
      if (tiles.active[at] === 1 && now === 0) still(fields, tilePlace(fields.layout, column, row));
      tiles.active[at] = now;
    }
}

function hasWetNeighbour({ tileColumns, tileRows }: Layout, { deepest }: Tiles, row: number, column: number, dryM: number): boolean {
  for (let r = Math.max(0, row - 1); r <= Math.min(tileRows - 1, row + 1); r += 1)
    for (let c = Math.max(0, column - 1); c <= Math.min(tileColumns - 1, column + 1); c += 1)
      if ((deepest[r * tileColumns + c] as number) > dryM) return true;
  return false;
}

function still({ layout, qx, qy }: InertialFields, first: number): void {
  for (const flows of [...qx, ...qy])
    for (let row = 0; row < tileHeight; row += 1) flows.fill(0, first + row * layout.stride, first + row * layout.stride + tileWidth);
}

/** Greatest depth in any tile, m. */
export function deepestOf({ deepest }: Tiles): number {
  let most = 0;
  for (const depth of deepest) if (depth > most) most = depth;
  return most;
}

/** Share of tiles that are active, 0…1. */
export function activeShare({ active }: Tiles): number {
  let count = 0;
  for (const each of active) count += each;
  return count / active.length;
}
