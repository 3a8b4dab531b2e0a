// Where a cell of the raster lies in the arrays of the solvers. Round the cells stands a margin of wall, so that no inner loop
// asks whether it is at an edge; columns and rows are rounded up to whole tiles, which are the unit of being active.

/** Columns and rows of a tile. Wide for the sake of vectors, low so that a row of tiles fits a processor's second cache. */
export const tileWidth = 32;
export const tileHeight = 16;

/** Columns of wall left and right; four keep vectors of four aligned. */
export const margin = 4;

/** Ground level of a wall, m: higher than any water, small enough for 32 bit arithmetic. */
export const wallM = 1e5;

export interface Layout {
  /** Cells of the raster. */
  readonly columns: number;
  readonly rows: number;
  readonly tileColumns: number;
  readonly tileRows: number;
  /** Array elements from one row to the next. */
  readonly stride: number;
  /** Length of every array. */
  readonly length: number;
}

/** @param columns, rows cells of the raster, from 1 */
export function layoutOf(columns: number, rows: number): Layout {
  const tileColumns = Math.ceil(columns / tileWidth);
  const tileRows = Math.ceil(rows / tileHeight);
  let stride = tileColumns * tileWidth + 2 * margin;
  // Rows that lie a multiple of 4 KiB apart look alike to a processor's store buffer and wait for each other.
  while ((stride + 64) % 512 < 128) stride += 32;
  return { columns, rows, tileColumns, tileRows, stride, length: stride * (tileRows * tileHeight + 2) };
}

/** Place of a cell in the arrays; row 0 is the northernmost. */
export function placeOf(layout: Layout, column: number, row: number): number {
  return (row + 1) * layout.stride + margin + column;
}

/** Copies a raster in row order into an array of the layout; the margin gets `outside`. */
export function spread(layout: Layout, values: ArrayLike<number>, outside: number, into: Float64Array | Float32Array): void {
  into.fill(outside);
  for (let row = 0; row < layout.rows; row += 1) {
    const from = row * layout.columns;
    const to = placeOf(layout, 0, row);
    for (let column = 0; column < layout.columns; column += 1) into[to + column] = values[from + column] ?? outside;
  }
}

/** The cells of an array of the layout in row order, without the margin. */
export function gather(layout: Layout, values: Float64Array | Float32Array): Float64Array {
  const all = new Float64Array(layout.columns * layout.rows);
  for (let row = 0; row < layout.rows; row += 1) {
    const from = placeOf(layout, 0, row);
    all.set(values.subarray(from, from + layout.columns), row * layout.columns);
  }
  return all;
}
