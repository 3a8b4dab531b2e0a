import { type DispatchProblem, type Plan, type Tour, tourThrough } from './tour.ts';

// Local search until nothing helps: moving one to three stops elsewhere (relocate, or-opt, also turned round), exchanging two
// stops (swap), exchanging the ends of two tours (2-opt*), and turning a stretch round (2-opt).

const least = 1e-7;

export function polish(problem: DispatchProblem, plan: Plan): Plan {
  let tours = [...plan.tours];
  for (let changed = true; changed;) {
    changed = false;
    for (let a = 0; a < tours.length; a += 1) {
      for (let b = 0; b < tours.length; b += 1) {
        const better = a === b ? withinOne(problem, tours[a]!) : betweenTwo(problem, tours[a]!, tours[b]!);
        if (better === null) continue;
        [tours[a]] = better;
        if (a !== b) tours[b] = better[1]!;
        changed = true;
      }
    }
    tours = tours.filter(({ stops }) => stops.length > 0);
  }
  return { tours, unserved: plan.unserved };
}

/** A better order within one tour. */
function withinOne(problem: DispatchProblem, tour: Tour): [Tour] | null {
  const { stops, truck, cost } = tour;
  let best: Tour | null = null;
  const consider = (order: readonly number[]): void => {
    const next = tourThrough(problem, truck, order);
    if (next && next.cost < (best?.cost ?? cost) - least) best = next;
  };
  for (let from = 0; from < stops.length; from += 1) {
    for (let to = from + 1; to <= stops.length; to += 1) {
      const part = stops.slice(from, to);
      if (part.length > 1) consider([...stops.slice(0, from), ...part.toReversed(), ...stops.slice(to)]);
      if (part.length > 3) continue;
      const rest = [...stops.slice(0, from), ...stops.slice(to)];
      for (let at = 0; at <= rest.length; at += 1) if (at !== from) consider([...rest.slice(0, at), ...part, ...rest.slice(at)]);
    }
  }
  return best === null ? null : [best];
}

/** Two tours that together cost less. */
function betweenTwo(problem: DispatchProblem, a: Tour, b: Tour): [Tour, Tour] | null {
  let best: [Tour, Tour] | null = null;
  let bestCost = a.cost + b.cost - least;
  // What the changed edges alone save is known before any tour is built; most candidates end here.
  const consider = (first: readonly number[], second: readonly number[]): void => {
    const one = tourThrough(problem, a.truck, first);
    const two = one && tourThrough(problem, b.truck, second);
    if (!one || !two || one.cost + two.cost >= bestCost) return;
    best = [one, two];
    bestCost = one.cost + two.cost;
  };
  const [homeA, homeB] = [problem.trucks[a.truck]!.depot, problem.trucks[b.truck]!.depot];
  const node = (tour: Tour, home: number, i: number): number => tour.stops[i] ?? home;
  const { cost } = problem;
  for (let i = 0; i <= a.stops.length; i += 1) {
    for (let k = 0; k <= b.stops.length; k += 1) {
      const [beforeA, beforeB] = [node(a, homeA, i - 1), node(b, homeB, k - 1)];
      const [atA, atB] = [node(a, homeA, i), node(b, homeB, k)];
      if (homeA === homeB && cost[beforeA]![atB]! + cost[beforeB]![atA]! < cost[beforeA]![atA]! + cost[beforeB]![atB]! - least) {
        consider([...a.stops.slice(0, i), ...b.stops.slice(k)], [...b.stops.slice(0, k), ...a.stops.slice(i)]);
      }
      for (let length = 1; length <= 3 && i + length <= a.stops.length; length += 1) {
        const part = a.stops.slice(i, i + length);
        const saved =
          cost[beforeA]![part[0]!]! + cost[part.at(-1)!]![node(a, homeA, i + length)]! - cost[beforeA]![node(a, homeA, i + length)]!;
        const into = (order: readonly number[]): boolean =>
          cost[beforeB]![order[0]!]! + cost[order.at(-1)!]![atB]! - cost[beforeB]![atB]! < saved - least;
        const rest = [...a.stops.slice(0, i), ...a.stops.slice(i + length)];
        if (into(part)) consider(rest, [...b.stops.slice(0, k), ...part, ...b.stops.slice(k)]);
      }
      if (i < a.stops.length && k < b.stops.length && a.stops[i]! < b.stops[k]!) {
        consider(a.stops.with(i, b.stops[k]!), b.stops.with(k, a.stops[i]!));
      }
    }
  }
  return best;
}
