// Which rows of a long table stand in the document: those in sight and a stock of them before and behind, moved on by whole
// steps, so that most scrolling draws nothing at all.

export interface RowWindow {
  /** Index of the first row drawn. */
  from: number;
  /** Index behind the last row drawn. */
  to: number;
}

/** Rows by which the window moves on. */
export const stepRows = 8;
/** Rows drawn beyond either edge: about two turns of a fast wheel. */
const stockRows = 16;

/**
 * The rows to draw.
 * @param top how far one has scrolled, px; below 0 and beyond the end (elastic scrolling) counts as the edge
 * @param height of the part in sight, px
 * @param rowHeight px, above 0
 * @param total rows there are
 */
export function rowWindow(top: number, height: number, rowHeight: number, total: number): RowWindow {
  const first = Math.floor(Math.max(0, top) / rowHeight);
  const last = Math.ceil((Math.max(0, top) + Math.max(0, height)) / rowHeight);
  const from = Math.floor((Math.min(first, total) - stockRows) / stepRows) * stepRows;
  const to = Math.ceil((last + stockRows) / stepRows) * stepRows;
  return { from: Math.max(0, from), to: Math.min(total, to) };
}
