import { seededRandom } from '#geo/random.ts';
import { polish } from './polish.ts';
import { neighboursOf, recreate, ruin } from './ruin.ts';
import { savingsPlan } from './savings.ts';
import { costOf, type DispatchProblem, type Plan } from './tour.ts';

// The search for good tours: savings first, then many small destructions and repairs under a falling temperature, local search
// at both ends. Anytime: `run` goes on for so many iterations and `best` can be asked in between. The same seed and the same
// total give the same plan.

export interface DispatchSearch {
  /** Goes on; gives how many iterations have been done. */
  run(iterations: number): number;
  /** The best plan so far. */
  best(): Plan;
  readonly done: boolean;
}

export function dispatchSearch(problem: DispatchProblem, total: number, seed = 1): DispatchSearch {
  const random = seededRandom(seed);
  const neighbours = neighboursOf(problem);
  const first = polish(problem, savingsPlan(problem));
  // A stop nobody serves is worse than any detour.
  const penalty = 10 * largestOf(problem);
  const valueOf = (plan: Plan): number => costOf(plan) + penalty * plan.unserved.length;
  let current = first;
  let [currentValue, best, bestValue] = [valueOf(first), first, valueOf(first)];
  const scale = Math.max(1e-9, costOf(first) / Math.max(1, problem.demand.length - problem.depots));
  const [hot, cold] = [scale * 0.8, scale * 0.008];
  let iteration = 0;
  const step = (): void => {
    const temperature = hot * (cold / hot) ** (iteration / total);
    const { tours, out } = ruin(problem, current, neighbours, random);
    const next = recreate(problem, tours, out, random);
    const value = valueOf(next);
    if (value < currentValue - temperature * Math.log(random.next())) [current, currentValue] = [next, value];
    if (value < bestValue - 1e-9) [best, bestValue] = [next, value];
    iteration += 1;
  };
  return {
    run(iterations) {
      const end = Math.min(total, iteration + iterations);
      while (iteration < end) step();
      if (iteration >= total) best = polish(problem, best);
      return iteration;
    },
    best: () => best,
    get done() {
      return iteration >= total;
    },
  };
}

function largestOf({ cost }: DispatchProblem): number {
  let largest = 1;
  for (const row of cost) for (let i = 0; i < row.length; i += 1) if (row[i]! < Infinity) largest = Math.max(largest, row[i]!);
  return largest;
}

/** The plan after all iterations. */
export function planDispatch(problem: DispatchProblem, iterations = 20_000, seed = 1): Plan {
  const search = dispatchSearch(problem, iterations, seed);
  search.run(iterations);
  return search.best();
}
