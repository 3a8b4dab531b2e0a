import type { Random } from '#geo/random.ts';
import { cheapestInsertion, type DispatchProblem, freeTrucks, type Plan, type Tour, tourThrough } from './tour.ts';

// Taking strings of neighbouring stops out of neighbouring tours and putting them back greedily, with now and then a blink
// (J. Christiaens, G. Vanden Berghe, "Slack induction by string removals for vehicle routing problems", Transportation
// Science 54, 2020). Written after the paper's description; parameters are the paper's.

const meanRemoved = 10;
const longestString = 10;
const blinkShare = 0.01;

/** For each stop the others, nearest first. */
export function neighboursOf({ depots, demand, cost }: DispatchProblem): number[][] {
  const stops = Array.from({ length: demand.length - depots }, (_, i) => depots + i);
  return demand.map((_, node) =>
    node < depots ? [] : stops.toSorted((a, b) => cost[node]![a]! + cost[a]![node]! - cost[node]![b]! - cost[b]![node]!),
  );
}

export function ruin(
  problem: DispatchProblem,
  plan: Plan,
  neighbours: readonly number[][],
  random: Random,
): { tours: Tour[]; out: number[] } {
  const tours = [...plan.tours];
  const out = [...plan.unserved];
  if (tours.length === 0) return { tours, out };
  const tourOf = new Int32Array(problem.demand.length).fill(-1);
  for (const [i, { stops }] of tours.entries()) for (const stop of stops) tourOf[stop] = i;
  const mean = tours.reduce((sum, { stops }) => sum + stops.length, 0) / tours.length;
  const longest = Math.min(longestString, mean);
  const strings = Math.floor(random.between(1, (4 * meanRemoved) / (1 + longest)));
  const touched = new Set<number>();
  const seed = random.whole(problem.depots, problem.demand.length - 1);
  for (const stop of neighbours[seed]!) {
    if (touched.size >= strings) break;
    const index = tourOf[stop]!;
    if (index < 0 || touched.has(index)) continue;
    touched.add(index);
    const tour = tours[index]!;
    const length = Math.floor(random.between(1, Math.min(tour.stops.length, longest) + 1));
    const { kept, taken } = withoutString(tour.stops, stop, length, random);
    out.push(...taken);
    tours[index] = tourThrough(problem, tour.truck, kept) ?? tour;
    if (tours[index] === tour) out.splice(out.length - taken.length);
  }
  return { tours: tours.filter(({ stops }) => stops.length > 0), out };
}

/** Takes a string of `length` that holds `stop`; half the time it leaves a stretch in its middle standing. */
function withoutString(stops: readonly number[], stop: number, length: number, random: Random): { kept: number[]; taken: number[] } {
  const at = stops.indexOf(stop);
  const preserved =
    length > 1 && length < stops.length && random.next() < 0.5 ? 1 + Math.floor(random.next() * (stops.length - length)) : 0;
  const span = length + preserved;
  const lowest = Math.max(0, at - span + 1);
  const highest = Math.min(at, stops.length - span);
  const from = random.whole(lowest, Math.max(lowest, highest));
  const hole = preserved > 0 ? from + random.whole(1, length - 1) : -1;
  const isTaken = (i: number): boolean => i >= from && i < from + span && !(i >= hole && i < hole + preserved);
  return { kept: stops.filter((_, i) => !isTaken(i)), taken: stops.filter((_, i) => isTaken(i)) };
}

export function recreate(problem: DispatchProblem, tours: Tour[], out: number[], random: Random): Plan {
  const unserved: number[] = [];
  const free = freeTrucks(problem, tours);
  const blink = (): boolean => random.next() < blinkShare;
  for (const stop of sortedBy(problem, out, random)) {
    let [best, position, added] = [-1, 0, Infinity];
    for (let i = 0; i < tours.length; i += 1) {
      const found = cheapestInsertion(problem, tours[i]!, stop, blink);
      if (found && found.added < added) [best, position, added] = [i, found.position, found.added];
    }
    const alone = best < 0 || problem.trucks.length > 1 ? cheapestNew(problem, stop, free) : null;
    if (alone && alone.cost < added) {
      tours.push(alone);
      free[alone.truck]! -= 1;
    } else if (best >= 0) {
      const { truck, stops } = tours[best]!;
      const next = tourThrough(problem, truck, [...stops.slice(0, position), stop, ...stops.slice(position)]);
      if (next) tours[best] = next;
      else unserved.push(stop);
    } else {
      unserved.push(stop);
    }
  }
  return { tours, unserved };
}

function cheapestNew(problem: DispatchProblem, stop: number, free: readonly number[]): Tour | null {
  let best: Tour | null = null;
  for (const [truck, count] of free.entries()) {
    const tour = count > 0 ? tourThrough(problem, truck, [stop]) : null;
    if (tour && tour.cost < (best?.cost ?? Infinity)) best = tour;
  }
  return best;
}

/** At random, largest first, farthest first or nearest first, in the proportions 4 : 4 : 2 : 1. */
function sortedBy({ demand, cost }: DispatchProblem, out: number[], random: Random): number[] {
  const draw = random.whole(0, 10);
  const key = out.map((stop) => {
    if (draw < 4) return random.next();
    if (draw < 8) return -demand[stop]!;
    return draw < 10 ? -cost[0]![stop]! : cost[0]![stop]!;
  });
  return [...out.keys()].sort((a, b) => key[a]! - key[b]!).map((i) => out[i]!);
}
