import { seededRandom } from '#geo/random.ts';
import { chosenColumns, type LinearSolver, type ProgramColumn, writeProgram } from '../linearSolver.ts';
import { solveTransport, type TransportPlan } from '../transport.ts';
import { anneal } from './annealing.ts';

// Which village goes to which shelter. Split: a village may go to several; solved exactly and at once. Whole: a village stays
// together; a start by regret, improved by moving and exchanging villages (an answer at once, its distance from the bound
// stated), and a mixed-integer program on request. Nobody without a place is ever left out of the answer.

export interface AllocationProblem {
  readonly people: readonly number[];
  readonly capacity: readonly number[];
  /** Seconds for each village to each shelter; Infinity where there is no way, or none that is allowed. */
  readonly seconds: readonly ArrayLike<number>[];
}

export interface Allocation {
  readonly groups: readonly { readonly village: number; readonly shelter: number; readonly people: number }[];
  /** People without a place, by village. */
  readonly unplaced: readonly number[];
  /** Sum over people of their seconds. */
  readonly personSeconds: number;
  /** No allocation that places as many people can be better than this. */
  readonly bound: number;
  /** `exact`: proven best; `heuristic`: at most `personSeconds / bound` from it; `limit`: the solver stopped early. */
  readonly proof: 'exact' | 'heuristic' | 'limit';
}

export function allocateSplit({ people, capacity, seconds }: AllocationProblem): Allocation {
  const plan = solveTransport({ amounts: people, rooms: capacity, cost: seconds });
  return {
    groups: plan.flows.map(({ from, to, amount }) => ({ village: from, shelter: to, people: amount })),
    unplaced: plan.left,
    personSeconds: plan.cost,
    bound: plan.cost,
    proof: 'exact',
  };
}

interface State {
  /** Shelter of each village, −1 for none. */
  readonly shelter: Int32Array;
  readonly free: Float64Array;
}

export interface WholeOptions {
  readonly seed?: number;
  /** Tries of the annealing; the answer is the same for the same seed and steps. A million take about a third of a second. */
  readonly steps?: number;
}

/** Villages stay whole; heuristic, in a fraction of a second. */
export function allocateWhole(problem: AllocationProblem, { seed = 1, steps = 2_000_000 }: WholeOptions = {}): Allocation {
  const split = solveTransport({ amounts: problem.people, rooms: problem.capacity, cost: problem.seconds });
  const start = improved(problem, startFrom(problem, split));
  const random = seededRandom(seed);
  const penalty = penaltyOf(problem);
  // While somebody has no place, crowding must cost more than leaving people out; after that, what a place is worth.
  const placed = start.shelter.includes(-1) ? anneal(problem, start.shelter, penalty, penalty, steps / 2, random) : start.shelter;
  const annealed = anneal(problem, placed, penalty, -Math.min(0, ...split.roomPrice), steps, random);
  const polished = improved(problem, stateOf(problem, annealed));
  const best = valueOf(problem, polished) < valueOf(problem, start) ? polished : start;
  return described(problem, best, split, 'heuristic');
}

function stateOf({ people, capacity }: AllocationProblem, shelters: Int32Array): State {
  const state: State = { shelter: new Int32Array(people.length).fill(-1), free: Float64Array.from(capacity) };
  for (const [village, shelter] of shelters.entries()) if (shelter >= 0) place(state, village, shelter, people);
  return state;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A person without a place costs more than any journey. */
function penaltyOf({ seconds, people }: AllocationProblem): number {
  let largest = 1;
  for (const [village, row] of seconds.entries())
    if (people[village]! > 0) for (let j = 0; j < row.length; j += 1) if (row[j]! < Infinity) largest = Math.max(largest, row[j]!);
  return largest * 10;
}

function valueOf(problem: AllocationProblem, { shelter }: State): number {
  const penalty = penaltyOf(problem);
  return problem.people.reduce(
    (total, people, village) => total + people * (shelter[village]! < 0 ? penalty : problem.seconds[village]![shelter[village]!]!),
    0,
  );
}

function described(
  { people, seconds }: AllocationProblem,
  { shelter }: State,
  split: TransportPlan,
  proof: Allocation['proof'],
): Allocation {
  const placed = people.flatMap((count, village) =>
    shelter[village]! >= 0 && count > 0 ? [{ village, shelter: shelter[village]!, people: count }] : [],
  );
  const personSeconds = sum(placed.map((group) => group.people * seconds[group.village]![group.shelter]!));
  const unplaced = people.map((count, village) => (shelter[village]! < 0 ? count : 0));
  // The bound speaks of as many people placed as the split plan places; with fewer placed it says nothing.
  const isComparable = sum(unplaced) <= sum(split.left) + 1e-9;
  const isBest = isComparable && personSeconds <= split.cost * (1 + 1e-12);
  return {
    groups: placed,
    unplaced,
    personSeconds,
    bound: isComparable ? Math.min(split.cost, personSeconds) : 0,
    proof: isBest ? 'exact' : proof,
  };
}

/** Villages that the split plan keeps whole stay; the others, largest first, go where they lose least. */
function startFrom({ people, capacity, seconds }: AllocationProblem, split: TransportPlan): State {
  const state: State = { shelter: new Int32Array(people.length).fill(-1), free: Float64Array.from(capacity) };
  for (const { from, to, amount } of split.flows) if (amount === people[from]) place(state, from, to, people);
  const rest = [...people.keys()].filter((village) => state.shelter[village]! < 0 && people[village]! > 0);
  for (const village of rest.toSorted((a, b) => people[b]! - people[a]!)) {
    const shelter = nearestWithRoom(village, state, { people, capacity, seconds });
    if (shelter >= 0) place(state, village, shelter, people);
  }
  return state;
}

function nearestWithRoom(village: number, { free }: State, { people, seconds }: AllocationProblem): number {
  let [best, least] = [-1, Infinity];
  for (let shelter = 0; shelter < free.length; shelter += 1) {
    if (free[shelter]! >= people[village]! && seconds[village]![shelter]! < least) [best, least] = [shelter, seconds[village]![shelter]!];
  }
  return best;
}

function place({ shelter, free }: State, village: number, to: number, people: readonly number[]): void {
  if (shelter[village]! >= 0) free[shelter[village]!]! += people[village]!;
  shelter[village] = to;
  if (to >= 0) free[to]! -= people[village]!;
}

/** Moves one village, exchanges two, and makes room for one by moving another, as long as it helps. */
function improved(problem: AllocationProblem, state: State): State {
  const { people } = problem;
  const penalty = penaltyOf(problem);
  const at = (village: number, shelter: number): number => people[village]! * (shelter < 0 ? penalty : problem.seconds[village]![shelter]!);
  const populated = [...people.keys()].filter((village) => people[village]! > 0);
  for (let changed = true; changed;) {
    changed = false;
    for (const village of populated) {
      if (moveAlone(village, state, people, at) || exchange(village, populated, state, people, at)) changed = true;
    }
  }
  return state;
}

type CostAt = (village: number, shelter: number) => number;

function moveAlone(village: number, state: State, people: readonly number[], at: CostAt): boolean {
  const own = state.shelter[village]!;
  let [best, gain] = [-1, 1e-6];
  for (let shelter = 0; shelter < state.free.length; shelter += 1) {
    if (shelter === own || state.free[shelter]! < people[village]!) continue;
    const saved = at(village, own) - at(village, shelter);
    if (saved > gain) [best, gain] = [shelter, saved];
  }
  if (best < 0) return false;
  place(state, village, best, people);
  return true;
}

/** The village takes the place of another, which goes to the first's shelter or to any with room. */
function exchange(village: number, all: readonly number[], state: State, people: readonly number[], at: CostAt): boolean {
  const own = state.shelter[village]!;
  let [other, to, gain] = [-1, -1, 1e-6];
  for (const each of all) {
    const theirs = state.shelter[each]!;
    if (theirs === own || theirs < 0 || state.free[theirs]! + people[each]! < people[village]!) continue;
    const saved = at(village, own) - at(village, theirs) + at(each, theirs);
    if (saved - at(each, own < 0 ? theirs : own) <= gain && saved <= gain) continue;
    for (let shelter = 0; shelter < state.free.length; shelter += 1) {
      if (shelter === theirs) continue;
      const room = state.free[shelter]! + (shelter === own ? people[village]! : 0);
      if (room >= people[each]! && saved - at(each, shelter) > gain) [other, to, gain] = [each, shelter, saved - at(each, shelter)];
    }
  }
  if (other < 0) return false;
  const theirs = state.shelter[other]!;
  place(state, other, -1, people);
  place(state, village, theirs, people);
  place(state, other, to, people);
  return true;
}

export interface SolverLimits {
  /** Accepted distance from the best, 0.001 is 0.1 %. */
  readonly gap?: number;
  /** Of the solver alone; the annealing before it takes about a second more. */
  readonly seconds?: number;
  /** Tries of the annealing whose answer narrows the program down. */
  readonly solverSteps?: number;
}

/**
 * Villages stay whole; a mixed-integer program in which pairs that cannot be in any better answer are left out (their reduced
 * cost exceeds the distance between heuristic and bound). Blocks while it runs: call it in a worker.
 */
export function allocateWholeBySolver(
  problem: AllocationProblem,
  solver: LinearSolver,
  { gap = 0.001, seconds: limit = 3.5, solverSteps = 8_000_000 }: SolverLimits = {},
): Allocation {
  const quick = allocateWhole(problem, { steps: solverSteps });
  const split = solveTransport({ amounts: problem.people, rooms: problem.capacity, cost: problem.seconds });
  if (quick.proof === 'exact' || (quick.bound > 0 && quick.personSeconds <= quick.bound * (1 + gap))) return quick;
  const penalty = penaltyOf(problem);
  const upper = quick.personSeconds + penalty * sum(quick.unplaced);
  const lower = split.cost + penalty * sum(split.left);
  const { columns, rows } = program(problem, split, penalty, upper - lower);
  const answer = solver.solve(writeProgram(columns, rows), { time_limit: limit, mip_rel_gap: gap, output_flag: false });
  const chosen = chosenColumns(answer);
  if (chosen === null) return quick;
  const state: State = { shelter: new Int32Array(problem.people.length).fill(-1), free: Float64Array.from(problem.capacity) };
  for (const name of chosen) {
    const [village, shelter] = name.slice(1).split('_').map(Number) as [number, number];
    if (shelter < problem.capacity.length) place(state, village, shelter, problem.people);
  }
  const found = described(problem, improved(problem, state), split, answer.Status === 'Optimal' ? 'exact' : 'limit');
  return valueOf(problem, state) <= upper ? found : quick;
}

function program(
  { people, capacity, seconds }: AllocationProblem,
  { rowPrice, roomPrice, left }: TransportPlan,
  penalty: number,
  distance: number,
) {
  const columns: ProgramColumn[] = [];
  const perVillage = people.map((): string[] => []);
  const perShelter = capacity.map((): { name: string; factor: number }[] => []);
  // Prices prove nothing about people without a place; with some, no pair is left out.
  const provesNothing = sum(left) > 0;
  for (const [village, count] of people.entries()) {
    if (count === 0) continue;
    for (let shelter = 0; shelter < capacity.length; shelter += 1) {
      const cost = seconds[village]![shelter]!;
      if (cost === Infinity || count > capacity[shelter]!) continue;
      if (!provesNothing && count * (cost - rowPrice[village]! - roomPrice[shelter]!) > distance) continue;
      const name = `x${village}_${shelter}`;
      columns.push({ name, cost: cost * count, isBinary: true });
      perVillage[village]!.push(name);
      perShelter[shelter]!.push({ name, factor: count });
    }
    const nowhere = `x${village}_${capacity.length}`;
    columns.push({ name: nowhere, cost: penalty * count, isBinary: true });
    perVillage[village]!.push(nowhere);
  }
  return {
    columns,
    rows: [
      ...perVillage
        .filter((names) => names.length > 0)
        .map((names) => ({ terms: names.map((name) => ({ name, factor: 1 })), relation: '=' as const, bound: 1 })),
      ...perShelter.flatMap((terms, shelter) => (terms.length > 0 ? [{ terms, relation: '<=' as const, bound: capacity[shelter]! }] : [])),
    ],
  };
}
