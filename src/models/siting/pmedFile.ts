// Reads the p-median files of OR-Library and completes them to a table of shortest distances.

export interface PmedInstance {
  readonly p: number;
  /** Node by node, Floyd–Warshall. */
  readonly distance: Float64Array[];
}

/** @throws Error when the file does not hold the edges it promises */
export function readPmed(text: string): PmedInstance {
  const [nodes = 0, edges = 0, p = 0, ...rest] = text.trim().split(/\s+/).map(Number);
  if (!(nodes > 0) || !(p > 0) || rest.length < edges * 3) throw new Error('the file promises more edges than it holds');
  const distance = Array.from({ length: nodes }, (_, i) => new Float64Array(nodes).fill(Infinity).fill(0, i, i + 1));
  for (let e = 0; e < edges; e += 1) {
    const [i, j, cost] = [rest[e * 3]! - 1, rest[e * 3 + 1]! - 1, rest[e * 3 + 2]!];
    // A repeated edge overrides the earlier one.
    distance[i]![j] = cost;
    distance[j]![i] = cost;
  }
  for (let k = 0; k < nodes; k += 1) {
    const through = distance[k]!;
    for (let i = 0; i < nodes; i += 1) {
      const row = distance[i]!;
      const first = row[k]!;
      if (first === Infinity) continue;
      for (let j = 0; j < nodes; j += 1) if (first + through[j]! < row[j]!) row[j] = first + through[j]!;
    }
  }
  return { p, distance };
}
