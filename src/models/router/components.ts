import type { Pieces } from './pieces.ts';

// Which junctions hang together at all, one-way streets taken as two-way. A network in several parts is a fact about the data
// (a road file that stops at a river) that the person asking must hear.

export interface Components {
  /** Number of the part of each junction; 0 is the largest. */
  readonly of: Int32Array;
  /** Junctions of each part, largest first. */
  readonly sizes: readonly number[];
}

export function componentsOf(junctionCount: number, pieces: Pieces): Components {
  const parent = Int32Array.from({ length: junctionCount }, (_, i) => i);
  const root = (start: number): number => {
    let node = start;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  for (let piece = 0; piece < pieces.count; piece += 1) {
    const [a, b] = [root(pieces.from[piece]!), root(pieces.to[piece]!)];
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const sizes = new Map<number, number>();
  for (let i = 0; i < junctionCount; i += 1) sizes.set(root(i), (sizes.get(root(i)) ?? 0) + 1);
  const order = [...sizes.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const numberOf = new Map(order.map(([node], i) => [node, i]));
  return { of: parent.map((_, i) => numberOf.get(root(i))!), sizes: order.map(([, size]) => size) };
}
