import { type DispatchProblem, freeTrucks, type Plan, type Tour, tourThrough } from './tour.ts';

// A first plan by savings (G. Clarke, J. W. Wright 1964): every stop alone from its cheapest depot, then tours of one depot are
// joined end to end where that saves most. Tours beyond the trucks there are are dissolved; the search places their stops.

export function savingsPlan(problem: DispatchProblem): Plan {
  const stops = Array.from({ length: problem.demand.length - problem.depots }, (_, i) => problem.depots + i);
  const owner = new Map<number, Tour>();
  const unserved: number[] = [];
  for (const stop of stops) {
    const alone = cheapestAlone(problem, stop);
    if (alone) owner.set(stop, alone);
    else unserved.push(stop);
  }
  for (const { from, to } of savingsOf(problem, owner)) {
    const [a, b] = [owner.get(from)!, owner.get(to)!];
    if (a === b || a.truck !== b.truck || a.stops.at(-1) !== from || b.stops[0] !== to) continue;
    const joined = tourThrough(problem, a.truck, [...a.stops, ...b.stops]);
    if (joined) for (const stop of joined.stops) owner.set(stop, joined);
  }
  return withinFleet(problem, [...new Set(owner.values())], unserved);
}

function cheapestAlone(problem: DispatchProblem, stop: number): Tour | null {
  const tours = problem.trucks.flatMap((_, truck) => tourThrough(problem, truck, [stop]) ?? []);
  return tours.toSorted((a, b) => a.cost - b.cost || problem.trucks[b.truck]!.capacity - problem.trucks[a.truck]!.capacity)[0] ?? null;
}

function savingsOf({ trucks, cost }: DispatchProblem, owner: ReadonlyMap<number, Tour>): { from: number; to: number; saved: number }[] {
  const list: { from: number; to: number; saved: number }[] = [];
  for (const [from, a] of owner) {
    for (const [to, b] of owner) {
      if (from === to || a.truck !== b.truck) continue;
      const { depot } = trucks[a.truck]!;
      const saved = cost[from]![depot]! + cost[depot]![to]! - cost[from]![to]!;
      if (saved > 0) list.push({ from, to, saved });
    }
  }
  return list.sort((a, b) => b.saved - a.saved);
}

/** The fullest tours keep their trucks. */
function withinFleet(problem: DispatchProblem, tours: readonly Tour[], unserved: readonly number[]): Plan {
  const free = freeTrucks(problem, []);
  const kept: Tour[] = [];
  const left = [...unserved];
  for (const tour of tours.toSorted((a, b) => b.load - a.load)) {
    if (free[tour.truck]! > 0) {
      free[tour.truck]! -= 1;
      kept.push(tour);
    } else {
      left.push(...tour.stops);
    }
  }
  return { tours: kept, unserved: left };
}
