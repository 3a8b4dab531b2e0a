import { tileHeight, tileWidth } from '../layout.ts';
import type { InertialKernel } from './kernel.ts';
import { type Tiles, tilePlace } from './tiles.ts';
import type { Layout } from '../layout.ts';

// One step over a band of tile rows, in two phases between which bands wait for each other. Depths follow flows one row of
// tiles behind, while both are still in the processor's cache.

export interface Band {
  /** Rows of tiles [fromRow, toRow). */
  readonly fromRow: number;
  readonly toRow: number;
}

/** Flows of the whole band, and depths of all its rows of tiles but the last, whose southern faces belong to the next band. */
export function firstPhase(layout: Layout, tiles: Tiles, kernel: InertialKernel, band: Band, dtS: number, from: 0 | 1): void {
  for (let tileRow = band.fromRow; tileRow < band.toRow; tileRow += 1) {
    for (let column = 0; column < layout.tileColumns; column += 1) {
      const start = column;
      while (column < layout.tileColumns && tiles.active[tileRow * layout.tileColumns + column] === 1) column += 1;
      // Tiles side by side in one block: long rows are read ahead by the processor.
      if (column > start) kernel.fluxes(tilePlace(layout, start, tileRow), (column - start) * tileWidth, tileHeight, dtS, from);
    }
    if (tileRow > band.fromRow) depthsOfRow(layout, tiles, kernel, tileRow - 1, dtS, from);
  }
}

/** Depths of the band's last row of tiles; call when the next band has finished its first phase. */
export function secondPhase(layout: Layout, tiles: Tiles, kernel: InertialKernel, band: Band, dtS: number, from: 0 | 1): void {
  if (band.toRow > band.fromRow) depthsOfRow(layout, tiles, kernel, band.toRow - 1, dtS, from);
}

function depthsOfRow(layout: Layout, tiles: Tiles, kernel: InertialKernel, tileRow: number, dtS: number, from: 0 | 1): void {
  for (let column = 0; column < layout.tileColumns; column += 1) {
    const at = tileRow * layout.tileColumns + column;
    if (tiles.active[at] === 0) continue;
    const { deepestM, isNegative } = kernel.depths(tilePlace(layout, column, tileRow), tileWidth, tileHeight, dtS, from);
    tiles.deepest[at] = deepestM;
    if (isNegative) tiles.negative[tileRow] = 1;
  }
}

/** Cuts the rows of tiles into `count` bands with about the same number of active tiles each. */
export function splitBands({ tileColumns, tileRows }: Layout, { active }: Tiles, count: number): Band[] {
  const perRow = Array.from({ length: tileRows }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < tileColumns; column += 1) sum += active[row * tileColumns + column] as number;
    return sum;
  });
  const total = perRow.reduce((sum, each) => sum + each, 0);
  const bands: Band[] = [];
  let [fromRow, done] = [0, 0];
  for (let band = 1; band <= count; band += 1) {
    let toRow = fromRow;
    while (toRow < tileRows && (band === count || done + (perRow[toRow] as number) / 2 < (total * band) / count)) {
      done += perRow[toRow] as number;
      toRow += 1;
    }
    bands.push({ fromRow, toRow });
    fromRow = toRow;
  }
  return bands;
}
