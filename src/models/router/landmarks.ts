import type { RoadGraph } from './roadGraph.ts';
import { searchAll, type Seed, type Workspace } from './search.ts';

// Landmarks (A. V. Goldberg, C. Harrelson, "Computing the shortest path: A* search meets graph theory", 2005): travel times
// from and to a few far-off junctions give, by the triangle inequality, a far better estimate of what remains than the crow's
// flight. Closing roads only lengthens ways, so the times stay lower bounds and landmarks outlive every closure.

export interface Landmarks {
  readonly count: number;
  /** Seconds [from landmark k to node n, from node n to landmark k] at (n × count + k) × 2. */
  readonly times: Float32Array;
}

const landmarkCount = 8;
/** How many of them guide one search; the best for its ends are taken. */
const guides = 3;
/** Below this many nodes a plain search is as quick. */
const leastNodes = 2_000;

/** Null for small networks. Takes two searches over everything for each landmark. */
export function landmarksOf(graph: RoadGraph, cost: Float64Array, space: Workspace): Landmarks | null {
  if (graph.nodeCount < leastNodes) return null;
  const count = landmarkCount;
  const times = new Float32Array(graph.nodeCount * count * 2);
  const nearest = new Float64Array(graph.nodeCount).fill(Infinity);
  let landmark = farthest(graph, nearest);
  for (let k = 0; k < count; k += 1) {
    const seed = [{ node: landmark, seconds: 0 }];
    searchAll(graph, cost, seed, space);
    for (let node = 0; node < graph.nodeCount; node += 1) {
      times[(node * count + k) * 2] = space.seconds[node]!;
      nearest[node] = Math.min(nearest[node]!, space.seconds[node]!);
    }
    searchAll(graph, cost, seed, space, true);
    for (let node = 0; node < graph.nodeCount; node += 1) times[(node * count + k) * 2 + 1] = space.seconds[node]!;
    landmark = farthest(graph, nearest);
  }
  return { count, times };
}

/** A westernmost node first, then the node farthest from the landmarks so far, always within the largest part. */
function farthest(graph: RoadGraph, nearest: Float64Array): number {
  let [best, bestValue] = [-1, -Infinity];
  for (let node = 0; node < graph.components.of.length; node += 1) {
    if (graph.components.of[node] !== 0) continue;
    // What no landmark reaches comes last: a street that one can only leave guides nobody.
    const value = nearest[node]! < Infinity ? nearest[node]! : -1e12 - graph.x[node]!;
    if (value > bestValue) [best, bestValue] = [node, value];
  }
  return Math.max(0, best);
}

/** Estimates what remains from a node to the goals, never too much. */
export function guideTo({ count, times }: Landmarks, from: readonly Seed[], to: readonly Seed[]): (node: number) => number {
  const bounds = Array.from({ length: count }, (_, k) => {
    let [least, most] = [Infinity, -Infinity];
    for (const { node, seconds } of to) {
      least = Math.min(least, times[(node * count + k) * 2]! + seconds);
      most = Math.max(most, times[(node * count + k) * 2 + 1]! - seconds);
    }
    return { k, least, most };
  });
  const gainAt = ({ k, least, most }: { k: number; least: number; most: number }, node: number): number => {
    const at = (node * count + k) * 2;
    return Math.max(orNothing(least - times[at]!), orNothing(times[at + 1]! - most));
  };
  const start = from[0]?.node ?? 0;
  const chosen = bounds.toSorted((a, b) => gainAt(b, start) - gainAt(a, start)).slice(0, guides);
  const [a, b, c] = chosen as [(typeof bounds)[0], (typeof bounds)[0], (typeof bounds)[0]];
  return (node) => {
    const at = node * count;
    let i = (at + a.k) * 2;
    let best = 0;
    let value = a.least - times[i]!;
    if (value > best) best = value;
    value = times[i + 1]! - a.most;
    if (value > best) best = value;
    i = (at + b.k) * 2;
    value = b.least - times[i]!;
    if (value > best) best = value;
    value = times[i + 1]! - b.most;
    if (value > best) best = value;
    i = (at + c.k) * 2;
    value = c.least - times[i]!;
    if (value > best) best = value;
    value = times[i + 1]! - c.most;
    if (value > best) best = value;
    return best;
  };
}

/** Infinity less infinity says nothing. */
const orNothing = (value: number): number => (Number.isNaN(value) ? 0 : value);
