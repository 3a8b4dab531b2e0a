import loadHighs from 'highs';
import { seededRandom } from '../src/geo/random.ts';
import { costOf } from '../src/models/dispatch/tour.ts';
import { cmtThree, enTwentyTwo } from '../src/models/dispatch/instances.table.ts';
import { dispatchSearch } from '../src/models/dispatch/search.ts';
import { readVrplib } from '../src/models/dispatch/vrplib.ts';
import type { LinearSolver } from '../src/models/linearSolver.ts';
import { allocateSplit, allocateWhole, allocateWholeBySolver, type AllocationProblem } from '../src/models/shelterAllocation/allocation.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { record } from './record.ts';

// 260 villages to 40 shelters, split and whole, by heuristic and by HiGHS; tours of 21 and of 100 stops against the published
// best values, stopped after two and five seconds. node bench/planning.ts

const solver = (await loadHighs()) as unknown as LinearSolver;
const cpu = watchCpu({});
const timed = <T>(work: () => T): { s: number; value: T } => {
  const begun = performance.now();
  const value = work();
  return { s: Math.round(performance.now() - begun) / 1000, value };
};

/** @param slack room for each person to be moved */
function county(seed: number, slack: number): AllocationProblem {
  const random = seededRandom(seed);
  const people = Array.from({ length: 260 }, () => random.whole(100, 900));
  const share = Array.from({ length: 40 }, () => random.between(0.5, 1.5));
  const room = (people.reduce((a, b) => a + b, 0) * slack) / share.reduce((a, b) => a + b, 0);
  const places = share.map(() => [random.between(0, 40_000), random.between(0, 40_000)] as const);
  const seconds = people.map(() => {
    const [x, y] = [random.between(0, 40_000), random.between(0, 40_000)];
    return Float64Array.from(places, ([a, b]) => (Math.hypot(x - a, y - b) * 1.4) / 0.9);
  });
  return { people, capacity: share.map((each) => Math.round(each * room)), seconds };
}

const percent = (value: number, best: number): number => Math.round((value / best - 1) * 1e5) / 1e3;
const shelters = [1.2, 1.5].flatMap((slack) =>
  [1, 2].map((seed) => {
    const problem = county(seed, slack);
    const split = timed(() => allocateSplit(problem));
    const quick = timed(() => allocateWhole(problem));
    const solved = timed(() => allocateWholeBySolver(problem, solver));
    const bound = split.value.personSeconds;
    return {
      slack,
      seed,
      splitS: split.s,
      wholeS: quick.s,
      wholeGapToSplit: percent(quick.value.personSeconds, bound),
      solverS: solved.s,
      solverGapToSplit: percent(solved.value.personSeconds, bound),
      proof: solved.value.proof,
    };
  }),
);

function tours(text: string, distance: 'round' | 'exact', trucks: number | undefined, seconds: number, best: number) {
  const search = dispatchSearch(readVrplib(text, { distance, ...(trucks === undefined ? {} : { trucks }) }), seconds * 8_000, 1);
  const begun = performance.now();
  while (!search.done && performance.now() - begun < seconds * 1_000) search.run(200);
  const cost = costOf(search.best());
  return { best, cost: Math.round(cost * 100) / 100, gap: percent(cost, best), s: Math.round(performance.now() - begun) / 1000 };
}

const dispatch = { enTwentyTwo: tours(enTwentyTwo, 'round', 4, 2, 375), cmtThree: tours(cmtThree, 'exact', undefined, 5, 826.14) };
const { foreignCores } = cpu();
record('planning', {
  what: 'planning',
  shelters,
  dispatch,
  foreignCores,
  rejected: foreignCores > mostForeignCores,
  isWithinBar:
    shelters.every(({ splitS, solverS }) => splitS <= 0.3 && solverS <= 5.5) && dispatch.enTwentyTwo.gap <= 0 && dispatch.cmtThree.gap <= 3,
});
