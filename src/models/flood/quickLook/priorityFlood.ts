// How high water must stand for every cell to have a way out, and which way that is: priority-flood with a queue for pits
// (Barnes, Lehman, Mulla 2014, Comput. Geosci. 62, 117, algorithm 2). Neighbours are those across a face, as in the solvers,
// so that a dike of cells that touch by corners holds.

export interface Filled {
  /** Lowest level at which a cell drains, m; its ground where it lies in no depression. */
  readonly level: Float64Array;
  /** Cell to which it drains; itself at an outlet; −1 where there is no ground. */
  readonly to: Int32Array;
  /** Cells in the order in which water would reach them from the outlets: a cell comes after the one it drains to. */
  readonly order: Int32Array;
}

/**
 * @param ground m, rows × columns, NaN where there is none
 * @param isOpen water may leave over the edge of the raster and into cells without ground; else only at the lowest cell of the edge
 */
export function priorityFlood(columns: number, rows: number, ground: ArrayLike<number>, isOpen: boolean): Filled {
  const count = columns * rows;
  const level = Float64Array.from(ground);
  const to = new Int32Array(count).fill(-1);
  const order = new Int32Array(count);
  const heap = makeHeap(count, level);
  // The pit queue needs no more room than the cells that were not yet taken.
  const pit = new Int32Array(count);
  let [pitHead, pitTail, taken] = [0, 0, 0];
  for (const seed of seedsOf(columns, rows, ground, isOpen)) {
    to[seed] = seed;
    heap.push(seed);
  }
  const visit = (from: number, next: number) => {
    if (to[next] !== -1 || Number.isNaN(ground[next])) return;
    to[next] = from;
    const floor = level[from] as number;
    if ((level[next] as number) <= floor) {
      level[next] = floor;
      pit[pitTail++] = next;
    } else heap.push(next);
  };
  for (;;) {
    const cell = pitHead < pitTail ? (pit[pitHead++] as number) : heap.pop();
    if (cell < 0) break;
    if (pitHead === pitTail) pitHead = pitTail = 0;
    order[taken++] = cell;
    const column = cell % columns;
    if (column > 0) visit(cell, cell - 1);
    if (column < columns - 1) visit(cell, cell + 1);
    if (cell >= columns) visit(cell, cell - columns);
    if (cell < count - columns) visit(cell, cell + columns);
  }
  return { level, to, order: order.subarray(0, taken) };
}

function seedsOf(columns: number, rows: number, ground: ArrayLike<number>, isOpen: boolean): number[] {
  const edges: number[] = [];
  const isGround = (cell: number) => !Number.isNaN(ground[cell]);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      if (!isGround(cell)) continue;
      const isAtEdge =
        row === 0 ||
        column === 0 ||
        row === rows - 1 ||
        column === columns - 1 ||
        !(isGround(cell - 1) && isGround(cell + 1) && isGround(cell - columns) && isGround(cell + columns));
      if (isAtEdge) edges.push(cell);
    }
  if (isOpen) return edges;
  let lowest = edges[0];
  for (const cell of edges) if ((ground[cell] as number) < (ground[lowest as number] as number)) lowest = cell;
  return lowest === undefined ? [] : [lowest];
}

/** Binary heap of cells by `key`, lowest first; `pop` gives −1 when empty. */
function makeHeap(capacity: number, key: Float64Array) {
  const cells = new Int32Array(capacity + 1);
  let size = 0;
  return {
    push(cell: number): void {
      const mine = key[cell] as number;
      let at = ++size;
      while (at > 1) {
        const parent = cells[at >> 1] as number;
        if ((key[parent] as number) <= mine) break;
        cells[at] = parent;
        at >>= 1;
      }
      cells[at] = cell;
    },
    pop(): number {
      if (size === 0) return -1;
      const top = cells[1] as number;
      const last = cells[size--] as number;
      const mine = key[last] as number;
      let at = 1;
      for (let child = 2; child <= size; child = at << 1) {
        if (child < size && (key[cells[child + 1] as number] as number) < (key[cells[child] as number] as number)) child += 1;
        if ((key[cells[child] as number] as number) >= mine) break;
        cells[at] = cells[child] as number;
        at = child;
      }
      cells[at] = last;
      return top;
    },
  };
}
