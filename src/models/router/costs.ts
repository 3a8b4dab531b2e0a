import type { RoadGraph } from './roadGraph.ts';
import type { RoadWay } from './roadSource.ts';
import type { Vehicle } from './vehicles.table.ts';

// What every edge costs one vehicle, in seconds; infinite where it may not go. A closure is the same array with more
// infinities, so a search with closures runs the very same loop as one without.

export interface EdgeCosts {
  readonly vehicle: Vehicle;
  /** By edge; Infinity: not this way. */
  readonly seconds: Float64Array;
  /** No open edge is faster than this many seconds for a metre as the crow flies; makes the goal-directed search exact. */
  readonly leastPace: number;
}

export function costsOf(graph: RoadGraph, vehicle: Vehicle): EdgeCosts {
  const perMetre = graph.ways.map((way) => pacesOf(way, vehicle));
  const seconds = Float64Array.from(graph.head, (_, edge) => {
    if (graph.barred[edge] === 1 && !vehicle.onFoot) return Infinity;
    const piece = graph.piece[edge]!;
    const pace = perMetre[graph.pieces.way[piece]!]!;
    return graph.pieces.metres[piece]! * (graph.forward[edge] === 1 ? pace.forward : pace.backward);
  });
  return { vehicle, seconds, leastPace: leastPaceOf(graph, seconds) };
}

/** Costs with pieces closed; the same when nothing is closed. */
export function withClosed(graph: RoadGraph, costs: EdgeCosts, closed: Uint8Array | null): EdgeCosts {
  if (closed === null || !closed.includes(1)) return costs;
  const seconds = costs.seconds.slice();
  for (let edge = 0; edge < seconds.length; edge += 1) if (closed[graph.piece[edge]!] === 1) seconds[edge] = Infinity;
  return { ...costs, seconds };
}

/** Seconds a metre of a way, in both directions. */
function pacesOf(way: RoadWay, vehicle: Vehicle): { forward: number; backward: number } {
  const kmh = Math.min(vehicle.kmh[way.roadClass] ?? 0, vehicle.mostKmh, vehicle.onFoot ? Infinity : (way.maximumKmh ?? Infinity));
  if (kmh <= 0 || !isAdmitted(way, vehicle)) return { forward: Infinity, backward: Infinity };
  const pace = 3.6 / kmh;
  return {
    forward: way.direction === 'backward' && !vehicle.onFoot ? Infinity : pace,
    backward: way.direction === 'forward' && !vehicle.onFoot ? Infinity : pace,
  };
}

function isAdmitted(way: RoadWay, vehicle: Vehicle): boolean {
  const access = vehicle.onFoot ? way.footAccess : way.access;
  if (access === 'closed' || (access === 'private' && !vehicle.entersPrivate)) return false;
  return blockingLimit(way, vehicle) === null;
}

/** The sign that keeps a vehicle out of a way; null when it fits. */
export function blockingLimit({ limits }: RoadWay, vehicle: Vehicle): 'heightM' | 'weightT' | 'widthM' | null {
  const tooMuch = (name: 'heightM' | 'weightT' | 'widthM'): boolean => limits[name] !== null && (vehicle[name] ?? 0) > limits[name];
  return (['heightM', 'weightT', 'widthM'] as const).find(tooMuch) ?? null;
}

function leastPaceOf(graph: RoadGraph, seconds: Float64Array): number {
  let least = Infinity;
  for (let edge = 0; edge < seconds.length; edge += 1) {
    const [tail, head] = [graph.tail[edge]!, graph.head[edge]!];
    const metres = Math.hypot(graph.x[head]! - graph.x[tail]!, graph.y[head]! - graph.y[tail]!);
    if (metres > 0) least = Math.min(least, seconds[edge]! / metres);
  }
  return Number.isFinite(least) ? least : 0;
}
