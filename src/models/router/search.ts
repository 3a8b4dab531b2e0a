import { QuadHeap } from './heap.ts';
import type { RoadGraph } from './roadGraph.ts';

// Shortest paths. Two searches, one loop each: towards one goal (A*, Hart, Nilsson, Raphael 1968) and to everything (Dijkstra
// 1959), with or against the traffic. The estimate of A* (crow's flight at the best pace of any open edge, or landmarks)
// never says too much, so its answers are those of Dijkstra.

/** A place to begin or end: an edge's end that one reaches after some seconds. */
export interface Seed {
  readonly node: number;
  readonly seconds: number;
}

/** Arrays of one search, reused by the next; one per graph and thread of work. */
export interface Workspace {
  /** Seconds to each node, Infinity where not reached. */
  readonly seconds: Float64Array;
  /** Edge by which each node was reached, −1 at a seed. */
  readonly via: Int32Array;
  readonly heap: QuadHeap;
}

export function workspaceFor(graph: RoadGraph): Workspace {
  return {
    seconds: new Float64Array(graph.nodeCount),
    via: new Int32Array(graph.nodeCount),
    heap: new QuadHeap(1024),
  };
}

function begin({ seconds, via, heap }: Workspace): void {
  seconds.fill(Infinity);
  via.fill(-1);
  heap.clear();
}

export interface Goal {
  readonly seconds: number;
  /** Node of the goal seed that was reached; −1 when none was. */
  readonly node: number;
}

/**
 * The quickest way from the seeds to any of the goals; `seconds` of a goal seed is what remains from its node.
 * @param estimate seconds that remain from a node at least; never more than the truth, and consistent
 */
export function searchGoal(
  graph: RoadGraph,
  cost: Float64Array,
  estimate: (node: number) => number,
  from: readonly Seed[],
  to: readonly Seed[],
  space: Workspace,
): Goal {
  begin(space);
  const { seconds, via, heap } = space;
  const { firstOut, head } = graph;
  const settled = new Uint8Array(graph.nodeCount);
  let best: Goal = { seconds: Infinity, node: -1 };
  for (const { node, seconds: at } of from) {
    if (at >= seconds[node]!) continue;
    seconds[node] = at;
    heap.push(node, at + estimate(node));
  }
  while (heap.size > 0 && heap.least < best.seconds) {
    const node = heap.pop();
    if (settled[node] === 1) continue;
    settled[node] = 1;
    const here = seconds[node]!;
    for (const goal of to) if (goal.node === node && here + goal.seconds < best.seconds) best = { seconds: here + goal.seconds, node };
    const end = firstOut[node + 1]!;
    for (let edge = firstOut[node]!; edge < end; edge += 1) {
      const next = head[edge]!;
      const there = here + cost[edge]!;
      if (there < seconds[next]!) {
        seconds[next] = there;
        via[next] = edge;
        heap.push(next, there + estimate(next));
      }
    }
  }
  return best;
}

/** Seconds that a node is at least away from the goals as the crow flies. @param leastPace see EdgeCosts */
export function crowFlight({ x, y }: RoadGraph, leastPace: number, to: readonly Seed[]): (node: number) => number {
  let [gx, gy, reach] = [0, 0, 0];
  for (const { node } of to) [gx, gy] = [gx + x[node]! / to.length, gy + y[node]! / to.length];
  // One distance to the middle of the goals instead of one to each; goals are the ends of one road, a few hundred metres apart.
  for (const { node } of to) reach = Math.max(reach, Math.hypot(x[node]! - gx, y[node]! - gy));
  return (node) => {
    const dx = x[node]! - gx;
    const dy = y[node]! - gy;
    const metres = Math.sqrt(dx * dx + dy * dy) - reach;
    return metres > 0 ? metres * leastPace : 0;
  };
}

/**
 * Seconds from the seeds to every node, or from every node to the seeds when `against` the traffic. The result stays in
 * `space` until its next search. Stops beyond `limit` seconds.
 */
export function searchAll(
  graph: RoadGraph,
  cost: Float64Array,
  from: readonly Seed[],
  space: Workspace,
  against = false,
  limit = Infinity,
): void {
  begin(space);
  const { seconds, via, heap } = space;
  for (const { node, seconds: at } of from) {
    if (at >= seconds[node]!) continue;
    seconds[node] = at;
    heap.push(node, at);
  }
  if (against) spreadAgainst(graph, cost, space, limit);
  else spreadWith(graph, cost, seconds, via, heap, limit);
}

function spreadWith(
  { firstOut, head }: RoadGraph,
  cost: Float64Array,
  seconds: Float64Array,
  via: Int32Array,
  heap: QuadHeap,
  limit: number,
): void {
  while (heap.size > 0) {
    const key = heap.least;
    if (key > limit) return;
    const node = heap.pop();
    if (key > seconds[node]!) continue;
    const end = firstOut[node + 1]!;
    for (let edge = firstOut[node]!; edge < end; edge += 1) {
      const next = head[edge]!;
      const there = key + cost[edge]!;
      if (there < seconds[next]!) {
        seconds[next] = there;
        via[next] = edge;
        heap.push(next, there);
      }
    }
  }
}

function spreadAgainst({ firstIn, inEdge, tail }: RoadGraph, cost: Float64Array, { seconds, via, heap }: Workspace, limit: number): void {
  while (heap.size > 0) {
    const key = heap.least;
    if (key > limit) return;
    const node = heap.pop();
    if (key > seconds[node]!) continue;
    const end = firstIn[node + 1]!;
    for (let i = firstIn[node]!; i < end; i += 1) {
      const edge = inEdge[i]!;
      const next = tail[edge]!;
      const there = key + cost[edge]!;
      if (there < seconds[next]!) {
        seconds[next] = there;
        via[next] = edge;
        heap.push(next, there);
      }
    }
  }
}

/** Edges from a seed to the node, in driving order; of a search with the traffic. */
export function edgesTo(graph: RoadGraph, node: number, { via }: Workspace): number[] {
  const edges: number[] = [];
  for (let at = node; via[at]! >= 0; at = graph.tail[via[at]!]!) edges.push(via[at]!);
  return edges.reverse();
}
