import loadHighs from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { seededRandom } from '#geo/random.ts';
import { type LinearSolver, writeProgram } from '../linearSolver.ts';
import { runModel } from '../runModel.ts';
import { solveTransport } from '../transport.ts';
import { allocateSplit, allocateWhole, allocateWholeBySolver, type AllocationProblem } from './allocation.ts';
import { shelterAllocation } from './shelterAllocation.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = (await loadHighs()) as unknown as LinearSolver;
});

function aProblem(seed: number, villages: number, shelters: number, slack: number): AllocationProblem {
  const random = seededRandom(seed);
  const people = Array.from({ length: villages }, () => random.whole(50, 900));
  const each = (people.reduce((a, b) => a + b, 0) * slack) / shelters;
  const capacity = Array.from({ length: shelters }, () => Math.round(each * random.between(0.6, 1.4)));
  const at = (n: number) => Array.from({ length: n }, () => [random.between(0, 30_000), random.between(0, 30_000)] as const);
  const places = at(shelters);
  const seconds = at(villages).map(([x, y]) => places.map(([a, b]) => (random.next() < 0.05 ? Infinity : Math.hypot(x - a, y - b))));
  return { people, capacity, seconds };
}

function checkPlan({ people, capacity, seconds }: AllocationProblem, { groups, unplaced }: ReturnType<typeof allocateSplit>): void {
  for (const [village, count] of people.entries()) {
    const placed = groups.filter((group) => group.village === village).reduce((sum, group) => sum + group.people, 0);
    expect(placed + unplaced[village]!).toBe(count);
  }
  for (const [shelter, room] of capacity.entries()) {
    expect(groups.filter((group) => group.shelter === shelter).reduce((sum, group) => sum + group.people, 0)).toBeLessThanOrEqual(room);
  }
  expect(groups.every(({ village, shelter }) => seconds[village]![shelter]! < Infinity)).toBe(true);
}

/** The same problem as a linear program, with nowhere at a price. */
function byProgram({ people, capacity, seconds }: AllocationProblem): { left: number; cost: number } {
  const pairs = people.flatMap((_, i) => capacity.flatMap((__, j) => (seconds[i]![j]! < Infinity ? [{ i, j, name: `x${i}_${j}` }] : [])));
  const penalty = 1e7;
  const columns = [
    ...pairs.map(({ i, j, name }) => ({ name, cost: seconds[i]![j]!, isBinary: false })),
    ...people.map((_, i) => ({ name: `n${i}`, cost: penalty, isBinary: false })),
  ];
  const rows = [
    ...people.map((count, i) => ({
      terms: [...pairs.filter((pair) => pair.i === i).map(({ name }) => ({ name, factor: 1 })), { name: `n${i}`, factor: 1 }],
      relation: '=' as const,
      bound: count,
    })),
    ...capacity.map((room, j) => ({
      terms: pairs.filter((pair) => pair.j === j).map(({ name }) => ({ name, factor: 1 })),
      relation: '<=' as const,
      bound: room,
    })),
  ];
  const { Columns } = solver.solve(
    writeProgram(
      columns,
      rows.filter(({ terms }) => terms.length > 0),
    ),
    { output_flag: false },
  );
  const left = people.reduce((sum, _, i) => sum + (Columns[`n${i}`]?.Primal ?? 0), 0);
  return { left, cost: pairs.reduce((sum, { i, j, name }) => sum + seconds[i]![j]! * (Columns[name]?.Primal ?? 0), 0) };
}

test('split: the exchange method gives what a linear program gives, with room and without', () => {
  for (const [seed, slack] of [
    [1, 1.2],
    [2, 1],
    [3, 0.8],
    [4, 2],
  ] as const) {
    const problem = aProblem(seed, 30, 8, slack);
    const plan = allocateSplit(problem);
    checkPlan(problem, plan);
    const expected = byProgram(problem);
    expect(plan.unplaced.reduce((a, b) => a + b, 0)).toBeCloseTo(expected.left, 3);
    expect(plan.personSeconds / expected.cost).toBeCloseTo(1, 6);
  }
});

test('its prices prove it: no pair would save anything, and full shelters alone have a price', () => {
  const { people, capacity, seconds } = aProblem(9, 60, 12, 1.1);
  const plan = solveTransport({ amounts: people, rooms: capacity, cost: seconds });
  for (const [i, row] of seconds.entries())
    for (const [j, cost] of Array.from(row).entries()) expect(cost - plan.rowPrice[i]! - plan.roomPrice[j]!).toBeGreaterThan(-1e-6);
  for (const { from, to } of plan.flows) expect(seconds[from]![to]! - plan.rowPrice[from]! - plan.roomPrice[to]!).toBeCloseTo(0, 6);
  for (const [j, room] of capacity.entries()) {
    const used = plan.flows.filter(({ to }) => to === j).reduce((sum, { amount }) => sum + amount, 0);
    expect(used < room ? plan.roomPrice[j] : 0).toBeCloseTo(0, 9);
  }
});

test('whole: every village in one shelter, never over capacity, close to the program and the same each time', () => {
  for (const seed of [1, 2, 3]) {
    const problem = aProblem(seed, 40, 8, 1.3);
    const quick = allocateWhole(problem, { steps: 300_000 });
    checkPlan(problem, quick);
    expect(new Set(quick.groups.map(({ village }) => village)).size).toBe(quick.groups.length);
    expect(allocateWhole(problem, { steps: 300_000 })).toEqual(quick);
    const proven = allocateWholeBySolver(problem, solver, { gap: 0.0001, seconds: 10, solverSteps: 300_000 });
    checkPlan(problem, proven);
    expect(quick.personSeconds).toBeLessThanOrEqual(proven.personSeconds * 1.01);
    expect(proven.personSeconds).toBeGreaterThanOrEqual(quick.bound - 1e-6);
  }
});

test('capacity below demand: as many as possible are placed and the others named, never dropped', () => {
  const problem = aProblem(5, 20, 5, 0.5);
  const plan = allocateSplit(problem);
  const room = problem.capacity.reduce((a, b) => a + b, 0);
  expect(plan.groups.reduce((sum, { people }) => sum + people, 0)).toBe(room);
  checkPlan(problem, plan);
  checkPlan(problem, allocateWhole(problem, { steps: 50_000 }));
});

const village = (id: string, people: number, lon: number) => ({ id, people, place: [lon, 34] });
const shelter = (id: string, capacity: number, lon: number) => ({ id, capacity, place: [lon, 34] });

test('the declared model says who has no place, who is cut off, and that straight lines are no roads', () => {
  const input = { villages: [village('甲', 100, 117), village('乙', 50, 117.01)], shelters: [shelter('学校', 120, 117.02)], buses: 2 };
  const answer = runModel(shelterAllocation, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  expect(answer.outputs).toMatchObject({ placedPeople: 120, unplacedPeople: 30, unplaced: [{ village: '甲', people: 30 }] });
  expect(answer.warnings.map(({ code }) => code)).toEqual(['capacity-below-demand', 'people-without-place', 'straight-lines']);
  expect((answer.outputs['groups'] as { rounds: number }[])[0]!.rounds).toBe(1);
  const cut = runModel(shelterAllocation, { ...input, seconds: [[-1], [60]] });
  expect(cut).toMatchObject({ ok: true, outputs: { unplaced: [{ village: '甲', people: 100 }] } });
  expect(cut.ok && cut.warnings.map(({ code }) => code)).toContain('village-cut-off');
  const whole = runModel(shelterAllocation, { ...input, villages: [village('大村', 500, 117)], mode: 'whole' });
  expect(whole.ok && whole.warnings.map(({ code }) => code)).toContain('village-too-large');
});

test('a table of the wrong size, negative people, a fast walker are refused by name and range', () => {
  const input = { villages: [village('甲', 100, 117)], shelters: [shelter('学校', 120, 117.02)] };
  expect(runModel(shelterAllocation, { ...input, seconds: [[1, 2]] })).toMatchObject({
    ok: false,
    problems: [{ field: 'seconds', rule: 'size', unit: 's' }],
  });
  expect(runModel(shelterAllocation, { ...input, villages: [village('甲', -1, 117)] })).toMatchObject({
    ok: false,
    problems: [{ field: 'villages[0].people', min: 0, unit: '人' }],
  });
  expect(runModel(shelterAllocation, { ...input, walkingMps: 9 })).toMatchObject({
    ok: false,
    problems: [{ field: 'walkingMps', max: 2, unit: 'm/s' }],
  });
});
