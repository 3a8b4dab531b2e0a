import { distanceM } from '#geo/distance.ts';
import { choice, list, number, place, record, series, text, type ValuesOf } from '../field.ts';
import type { LinearSolver } from '../linearSolver.ts';
import { type Answer, defineModel, refused, type Uncertainty, type Warning } from '../model.ts';
import { type Allocation, allocateSplit, allocateWhole, allocateWholeBySolver, type AllocationProblem } from './allocation.ts';
import { busTime, detour, groupMps } from './movement.ts';
import { shelterCases } from './shelterAllocation.cases.ts';

const name = (zh: string, en: string) => text({ label: { zh, en }, maxLength: 100 });

const inputs = {
  villages: list({
    label: { zh: '待转移村（社区）', en: 'Villages to move' },
    of: record({
      label: { zh: '村', en: 'Village' },
      fields: {
        id: name('名称', 'Name'),
        people: number({ label: { zh: '人数', en: 'People' }, unit: '人', integer: true, min: 0, max: 1_000_000 }),
        place: place({ label: { zh: '位置', en: 'Place' } }),
      },
    }),
    minItems: 1,
    maxItems: 2_000,
  }),
  shelters: list({
    label: { zh: '避难场所', en: 'Shelters' },
    of: record({
      label: { zh: '避难场所', en: 'Shelter' },
      fields: {
        id: name('名称', 'Name'),
        capacity: number({ label: { zh: '可容纳', en: 'Capacity' }, unit: '人', integer: true, min: 0, max: 1_000_000 }),
        place: place({ label: { zh: '位置', en: 'Place' } }),
      },
    }),
    minItems: 1,
    maxItems: 500,
  }),
  seconds: list({
    label: { zh: '路网用时（每村一行，−1 为不通）', en: 'Times on the road, a row a village; −1: no way' },
    note: { zh: '缺省时按直线距离估算', en: 'estimated from straight lines when left out' },
    of: series({ label: { zh: '到各场所', en: 'to each shelter' }, unit: 's', min: -1, max: 864_000, maxItems: 500 }),
    maxItems: 2_000,
    optional: true,
  }),
  mode: choice({
    label: { zh: '安置方式', en: 'Villages' },
    options: [
      { value: 'split', label: { zh: '可拆分', en: 'may be split' } },
      { value: 'whole', label: { zh: '整村', en: 'stay whole' } },
    ],
    standard: 'split',
  }),
  mostSeconds: number({ label: { zh: '最长用时', en: 'Longest time' }, unit: 's', min: 0, aboveMin: true, max: 864_000, optional: true }),
  walkingMps: number({
    label: { zh: '步行速度', en: 'Walking speed' },
    unit: 'm/s',
    min: 0.1,
    max: 2,
    standard: groupMps.value,
    source: groupMps.source,
  }),
  buses: number({ label: { zh: '每组客车', en: 'Buses for each group' }, unit: '辆', integer: true, min: 0, max: 500, standard: 0 }),
  seats: number({
    label: { zh: '每车座位', en: 'Seats of a bus' },
    unit: '人',
    integer: true,
    min: 1,
    max: 200,
    standard: 45,
    source: "the house's assumption",
  }),
  busKmh: number({
    label: { zh: '客车平均车速', en: 'Mean speed of a bus' },
    unit: 'km/h',
    min: 1,
    max: 100,
    standard: 30,
    source: "the house's assumption",
  }),
  handlingS: number({
    label: { zh: '每趟上下车', en: 'Getting on and off' },
    unit: 's',
    min: 0,
    max: 7_200,
    standard: 600,
    source: "the house's assumption",
  }),
};

const outputs = {
  groups: list({
    label: { zh: '安置', en: 'Allocation' },
    of: record({
      label: { zh: '一组', en: 'Group' },
      fields: {
        village: name('村', 'Village'),
        shelter: name('避难场所', 'Shelter'),
        people: number({ label: { zh: '人数', en: 'People' }, unit: '人', min: 0 }),
        walkS: number({ label: { zh: '步行', en: 'On foot' }, unit: 's', min: 0 }),
        busS: number({ label: { zh: '乘车（末人到达）', en: 'By bus, last person' }, unit: 's', min: 0, optional: true }),
        rounds: number({ label: { zh: '趟数', en: 'Rounds' }, unit: '1', integer: true, min: 0, optional: true }),
      },
    }),
    maxItems: 100_000,
  }),
  unplaced: list({
    label: { zh: '无处安置', en: 'Without a place' },
    of: record({
      label: { zh: '村', en: 'Village' },
      fields: { village: name('村', 'Village'), people: number({ label: { zh: '人数', en: 'People' }, unit: '人', min: 0 }) },
    }),
    maxItems: 2_000,
  }),
  placedPeople: number({ label: { zh: '已安置', en: 'Placed' }, unit: '人', min: 0 }),
  unplacedPeople: number({ label: { zh: '未安置', en: 'Not placed' }, unit: '人', min: 0 }),
  meanS: number({ label: { zh: '人均用时', en: 'Mean time' }, unit: 's', min: 0 }),
};

/** The model with a solver for whole villages, or with the heuristic alone (null). */
export function shelterAllocationWith(solver: LinearSolver | null) {
  return defineModel({
    id: 'shelterAllocation',
    version: '1.0.0',
    label: { zh: '避难安置', en: 'Shelter allocation' },
    question: { zh: '哪个村去哪个避难场所，要多久，谁没有地方？', en: 'Which village to which shelter, how long, and who has no place?' },
    clauses: [
      {
        standard: 'Jonker, Volgenant 1987',
        clause: 'shortest augmenting paths',
        subject: { zh: '可拆分：运输问题精确解', en: 'split: transportation, exact' },
        verified: false,
      },
      {
        standard: 'Kirkpatrick, Gelatt, Vecchi 1983',
        clause: 'simulated annealing',
        subject: { zh: '整村：启发式', en: 'whole: heuristic' },
        verified: false,
      },
      {
        standard: 'GB 51143-2015',
        clause: '避难场所容量',
        subject: { zh: '容量由场所台账给出', en: 'capacity comes from the register' },
        verified: false,
      },
    ],
    inputs,
    outputs,
    compute: (input) => compute(input, solver),
    cases: shelterCases,
  });
}

export const shelterAllocation = shelterAllocationWith(null);

type Inputs = ValuesOf<typeof inputs>;

function compute(input: Inputs, solver: LinearSolver | null): Answer<ValuesOf<typeof outputs>> {
  const { villages, shelters, seconds, mode } = input;
  if (seconds !== null && (seconds.length !== villages.length || seconds.some((row) => row.length !== shelters.length))) {
    return refused(
      'seconds',
      'size',
      { zh: `应为 ${villages.length} 行、每行 ${shelters.length} 项`, en: `must be ${villages.length} rows of ${shelters.length}` },
      { value: seconds.length, unit: 's' },
    );
  }
  const walk = walkTable(input);
  const times = walk.map((row) => row.map((each) => (input.mostSeconds !== null && each > input.mostSeconds ? Infinity : each)));
  const problem: AllocationProblem = {
    people: villages.map(({ people }) => people),
    capacity: shelters.map(({ capacity }) => capacity),
    seconds: times,
  };
  const found = mode === 'split' ? allocateSplit(problem) : solver ? allocateWholeBySolver(problem, solver) : allocateWhole(problem);
  const placedPeople = found.groups.reduce((sum, { people }) => sum + people, 0);
  const unplacedPeople = found.unplaced.reduce((sum, people) => sum + people, 0);
  return {
    ok: true,
    outputs: {
      groups: found.groups.map((group) => groupOf(group, input, walk)),
      unplaced: found.unplaced.flatMap((people, i) => (people > 0 ? [{ village: villages[i]!.id, people }] : [])),
      placedPeople,
      unplacedPeople,
      meanS: placedPeople === 0 ? 0 : found.personSeconds / placedPeople,
    },
    validity: [],
    uncertainty: [proofOf(found)],
    warnings: warningsOf(input, problem, unplacedPeople),
  };
}

function walkTable({ villages, shelters, seconds, walkingMps: speed }: Inputs): number[][] {
  if (seconds !== null) return seconds.map((row) => row.map((each) => (each < 0 ? Infinity : each)));
  return villages.map((village) => shelters.map((shelter) => (distanceM(village.place, shelter.place) * detour.value) / speed));
}

function groupOf(
  { village, shelter, people }: Allocation['groups'][number],
  { villages, shelters, buses, seats, busKmh, handlingS }: Inputs,
  walk: readonly number[][],
) {
  const driveS = (distanceM(villages[village]!.place, shelters[shelter]!.place) * detour.value * 3.6) / busKmh;
  const ride = buses > 0 ? busTime(people, { buses, seats, driveS, handlingS }) : null;
  return {
    village: villages[village]!.id,
    shelter: shelters[shelter]!.id,
    people,
    walkS: walk[village]![shelter]!,
    busS: ride?.seconds ?? null,
    rounds: ride?.rounds ?? null,
  };
}

function proofOf({ proof, personSeconds, bound }: Allocation): Uncertainty {
  const percent = bound > 0 ? ((personSeconds / bound - 1) * 100).toFixed(2) : null;
  const text =
    proof === 'exact'
      ? { zh: '在给定用时下为最优', en: 'the best there is for the given times' }
      : {
          zh: percent === null ? '启发式解，未证明最优' : `启发式解，距最优至多 ${percent}%`,
          en: percent === null ? 'heuristic, not proven' : `heuristic, at most ${percent} % from the best`,
        };
  return {
    output: 'meanS',
    kind: 'factor',
    low: null,
    high: bound > 0 ? personSeconds / bound : null,
    confidence: null,
    source: 'lower bound by the split allocation',
    text,
  };
}

function warningsOf(
  { villages, seconds, mode }: Inputs,
  { people, capacity, seconds: times }: AllocationProblem,
  unplaced: number,
): Warning[] {
  const warnings: Warning[] = [];
  const [demand, room] = [people, capacity].map((values) => values.reduce((sum, value) => sum + value, 0)) as [number, number];
  if (demand > room)
    warnings.push({
      code: 'capacity-below-demand',
      text: {
        zh: `容量 ${room} 人，需安置 ${demand} 人，差 ${demand - room} 人`,
        en: `room for ${room}, needed for ${demand}: ${demand - room} short`,
      },
    });
  if (unplaced > 0)
    warnings.push({
      code: 'people-without-place',
      text: { zh: `${unplaced} 人没有去处，见清单`, en: `${unplaced} people have no place, see the list` },
    });
  const cut = villages.filter((_, i) => people[i]! > 0 && Array.from(times[i]!).every((each) => each === Infinity)).map(({ id }) => id);
  if (cut.length > 0)
    warnings.push({
      code: 'village-cut-off',
      text: { zh: `无路可达任何场所：${cut.join('、')}`, en: `no shelter can be reached from ${cut.join(', ')}` },
    });
  const largest = Math.max(0, ...capacity);
  const tooLarge = mode === 'whole' ? villages.filter((each) => each.people > largest).map(({ id }) => id) : [];
  if (tooLarge.length > 0)
    warnings.push({
      code: 'village-too-large',
      text: {
        zh: `超过任一场所容量，须拆分：${tooLarge.join('、')}`,
        en: `larger than any shelter, must be split: ${tooLarge.join(', ')}`,
      },
    });
  if (seconds === null)
    warnings.push({
      code: 'straight-lines',
      text: {
        zh: `用时按直线距离 ×${detour.value} 估算，未用路网和封闭`,
        en: `times from straight lines ×${detour.value}, without roads and closures`,
      },
    });
  return warnings;
}
