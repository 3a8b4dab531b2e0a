// Trucks and their tours. Nodes are numbered: depots first, then stops. A tour begins and ends at its truck's depot, never
// carries more than the truck holds and reaches every stop within its window (waiting is allowed, being late is not).

export interface TruckType {
  /** Node of its depot. */
  readonly depot: number;
  readonly capacity: number;
  readonly count: number;
}

export interface DispatchProblem {
  readonly depots: number;
  readonly trucks: readonly TruckType[];
  /** By node; 0 for depots. */
  readonly demand: readonly number[];
  /** Unloading, by node, seconds. */
  readonly service: readonly number[];
  /** Earliest and latest beginning of service by node, seconds; of a depot: earliest start and latest return. */
  readonly window: readonly (readonly [earliest: number, latest: number])[];
  /** Driving from node to node, seconds; Infinity where there is no way. */
  readonly seconds: readonly ArrayLike<number>[];
  /** What is to be made small; the seconds, or metres. */
  readonly cost: readonly ArrayLike<number>[];
}

export interface Tour {
  /** Index of the truck type. */
  readonly truck: number;
  /** Nodes of stops in order. */
  readonly stops: readonly number[];
  readonly load: number;
  readonly cost: number;
  /** Beginning of service at depot, each stop and depot again. */
  readonly begins: readonly number[];
  /** Latest beginning at the same places that still keeps every later window. */
  readonly latest: readonly number[];
}

/** The tour through stops in this order; null when it is too heavy, too late or impossible. */
export function tourThrough(problem: DispatchProblem, truck: number, stops: readonly number[]): Tour | null {
  const { depot, capacity } = problem.trucks[truck]!;
  let load = 0;
  for (const stop of stops) load += problem.demand[stop]!;
  if (load > capacity) return null;
  const { window, service, seconds, cost } = problem;
  const begins: number[] = [window[depot]![0]];
  let [at, total] = [depot, 0];
  for (let i = 0; i <= stops.length; i += 1) {
    const next = i < stops.length ? stops[i]! : depot;
    const arrival = Math.max(window[next]![0], begins[i]! + service[at]! + seconds[at]![next]!);
    if (!(arrival <= window[next]![1])) return null;
    begins.push(arrival);
    total += cost[at]![next]!;
    at = next;
  }
  const latest: number[] = Array.from({ length: stops.length + 2 }, () => 0);
  latest[stops.length + 1] = window[depot]![1];
  for (let i = stops.length; i >= 0; i -= 1) {
    const here = i === 0 ? depot : stops[i - 1]!;
    const next = i === stops.length ? depot : stops[i]!;
    latest[i] = Math.min(window[here]![1], latest[i + 1]! - seconds[here]![next]! - service[here]!);
  }
  return { truck, stops, load, cost: total, begins, latest };
}

export interface Insertion {
  readonly position: number;
  readonly added: number;
}

/** The cheapest place for a stop in a tour, from what the tour already knows; null when it fits nowhere. `skip` leaves out some. */
export function cheapestInsertion(
  problem: DispatchProblem,
  { truck, stops, load, begins, latest }: Tour,
  stop: number,
  skip: () => boolean,
): Insertion | null {
  const { depot, capacity } = problem.trucks[truck]!;
  if (load + problem.demand[stop]! > capacity) return null;
  const { window, service, seconds, cost } = problem;
  const [earliest, last] = window[stop]!;
  let [position, added] = [-1, Infinity];
  for (let i = 0; i <= stops.length; i += 1) {
    const before = i === 0 ? depot : stops[i - 1]!;
    const after = i === stops.length ? depot : stops[i]!;
    const more = cost[before]![stop]! + cost[stop]![after]! - cost[before]![after]!;
    if (!(more < added)) continue;
    const arrival = Math.max(earliest, begins[i]! + service[before]! + seconds[before]![stop]!);
    // Later positions only arrive later.
    if (arrival > last) break;
    if (!(arrival + service[stop]! + seconds[stop]![after]! <= latest[i + 1]!)) continue;
    if (skip()) continue;
    position = i;
    added = more;
  }
  return position < 0 ? null : { position, added };
}

export interface Plan {
  readonly tours: readonly Tour[];
  /** Stops nobody can serve with the trucks there are. */
  readonly unserved: readonly number[];
}

export const costOf = ({ tours }: Plan): number => tours.reduce((sum, { cost }) => sum + cost, 0);

/** Trucks of each type still at home. */
export function freeTrucks({ trucks }: DispatchProblem, tours: readonly Tour[]): number[] {
  const free = trucks.map(({ count }) => count);
  for (const { truck } of tours) free[truck]! -= 1;
  return free;
}
