import type { LonLat } from '#geo/position.ts';
import { closedPieces, type Closures } from './closures.ts';
import { costsOf, type EdgeCosts, withClosed } from './costs.ts';
import { type Landmarks, guideTo, landmarksOf } from './landmarks.ts';
import type { RoadGraph } from './roadGraph.ts';
import { crowFlight, searchAll, searchGoal, type Seed, type Workspace, workspaceFor } from './search.ts';
import { type Snap, snapTo } from './snap.ts';
import type { Vehicle } from './vehicles.table.ts';

// One vehicle on one network under the closures of the moment. Everything else (route, matrix, isochrone, arrivals) is asked
// of this object. Changing closures makes a new one in about a millisecond; vehicle costs and landmarks are shared.

export interface Traveller {
  readonly graph: RoadGraph;
  readonly vehicle: Vehicle;
  /** Without closures. */
  readonly base: EdgeCosts;
  /** With them. */
  readonly costs: EdgeCosts;
  readonly closed: Uint8Array | null;
  /** Places farther than this from any usable road are not on the network, metres. */
  readonly mostSnapM: number;
  readonly space: Workspace;
  readonly landmarks: () => Landmarks | null;
}

export const standardSnapM = 2_000;

/** Prepares a vehicle for a network; landmarks are computed when the first long search needs them. */
export function travel(graph: RoadGraph, vehicle: Vehicle, mostSnapM = standardSnapM): Traveller {
  const base = costsOf(graph, vehicle);
  const space = workspaceFor(graph);
  let landmarks: Landmarks | null | undefined;
  return {
    graph,
    vehicle,
    base,
    costs: base,
    closed: null,
    mostSnapM,
    space,
    landmarks: () => (landmarks === undefined ? (landmarks = landmarksOf(graph, base.seconds, space)) : landmarks),
  };
}

/** The same vehicle while something is closed. */
export function closing(traveller: Traveller, closures: Closures): Traveller {
  const closed = closedPieces(traveller.graph, closures);
  return { ...traveller, closed, costs: withClosed(traveller.graph, traveller.base, closed) };
}

/** The nearest road the vehicle may use now. `inPart` keeps to one connected part of the network. */
export function snap({ graph, costs, mostSnapM }: Traveller, place: LonLat, inPart?: number): Snap | null {
  const { of } = graph.components;
  return snapTo(graph, costs, place, mostSnapM, inPart === undefined ? undefined : (piece) => of[graph.pieces.from[piece]!] === inPart);
}

/** Quickest way between seeds; the path stays in the workspace. */
export function quickest(
  traveller: Traveller,
  from: readonly Seed[],
  to: readonly Seed[],
  cost = traveller.costs.seconds,
): { seconds: number; node: number } {
  const { graph, base, space } = traveller;
  if (from.length === 0 || to.length === 0) return { seconds: Infinity, node: -1 };
  const landmarks = traveller.landmarks();
  const estimate = landmarks ? guideTo(landmarks, from, to) : crowFlight(graph, base.leastPace, to);
  return searchGoal(graph, cost, estimate, from, to, space);
}

/** Seconds from the seeds to every node (or to the seeds, against the traffic); valid until the next search. */
export function everywhere({ graph, costs, space }: Traveller, from: readonly Seed[], against = false, limit = Infinity): Float64Array {
  searchAll(graph, costs.seconds, from, space, against, limit);
  return space.seconds;
}
