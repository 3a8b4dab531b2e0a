import { distanceM } from '#geo/distance.ts';
import { list, number, place, record, series, text, type ValuesOf } from '../field.ts';
import { type Answer, defineModel, refused, type Warning } from '../model.ts';
import { dispatchCases } from './dispatch.cases.ts';
import { dispatchSearch } from './search.ts';
import { type DispatchProblem, type Plan, tourThrough } from './tour.ts';

// Which truck drives where, from which store, and when it arrives. Stores first, then stops, in the order of the table of times.

const name = (zh: string, en: string) => text({ label: { zh, en }, maxLength: 100 });
const seconds = (zh: string, en: string, standard: number) => number({ label: { zh, en }, unit: 's', min: 0, max: 864_000, standard });

const inputs = {
  stores: list({
    label: { zh: '储备库', en: 'Stores' },
    of: record({
      label: { zh: '储备库', en: 'Store' },
      fields: {
        id: name('名称', 'Name'),
        place: place({ label: { zh: '位置', en: 'Place' } }),
        trucks: number({ label: { zh: '车辆数', en: 'Trucks' }, unit: '辆', integer: true, min: 0, max: 500 }),
        capacity: number({ label: { zh: '每车载重', en: 'Load of a truck' }, unit: 'kg', min: 0, aboveMin: true, max: 100_000 }),
        opensS: seconds('最早出发', 'Earliest start', 0),
        closesS: seconds('最迟返回', 'Latest return', 86_400),
      },
    }),
    minItems: 1,
    maxItems: 50,
  }),
  stops: list({
    label: { zh: '需求点', en: 'Stops' },
    of: record({
      label: { zh: '需求点', en: 'Stop' },
      fields: {
        id: name('名称', 'Name'),
        place: place({ label: { zh: '位置', en: 'Place' } }),
        demand: number({ label: { zh: '需求', en: 'Demand' }, unit: 'kg', min: 0, max: 1e7 }),
        fromS: seconds('最早', 'Not before', 0),
        untilS: seconds('最迟', 'Not after', 86_400),
        serviceS: seconds('卸货', 'Unloading', 900),
      },
    }),
    minItems: 1,
    maxItems: 1_000,
  }),
  times: list({
    label: { zh: '路网用时（先储备库后需求点，−1 为不通）', en: 'Times on the road, stores then stops; −1: no way' },
    of: series({ label: { zh: '一行', en: 'a row' }, unit: 's', min: -1, max: 864_000, maxItems: 1_050 }),
    maxItems: 1_050,
    optional: true,
  }),
  kmh: number({
    label: { zh: '无路网用时时的车速', en: 'Speed where no times are given' },
    unit: 'km/h',
    min: 1,
    max: 120,
    standard: 35,
    source: "the house's assumption",
  }),
  iterations: number({ label: { zh: '搜索步数', en: 'Iterations' }, unit: '1', integer: true, min: 0, max: 2_000_000, standard: 2_000 }),
  seed: number({ label: { zh: '随机种子', en: 'Seed' }, unit: '1', integer: true, min: 0, max: 4_294_967_295, standard: 1 }),
};

const outputs = {
  tours: list({
    label: { zh: '车次', en: 'Tours' },
    of: record({
      label: { zh: '车次', en: 'Tour' },
      fields: {
        store: name('储备库', 'Store'),
        load: number({ label: { zh: '载重', en: 'Load' }, unit: 'kg', min: 0 }),
        drivingS: number({ label: { zh: '行驶', en: 'Driving' }, unit: 's', min: 0 }),
        backS: number({ label: { zh: '返回时刻', en: 'Back at' }, unit: 's', min: 0 }),
        stops: list({
          label: { zh: '停靠', en: 'Stops' },
          of: record({
            label: { zh: '停靠', en: 'Stop' },
            fields: { id: name('名称', 'Name'), atS: number({ label: { zh: '到达', en: 'Arrives' }, unit: 's', min: 0 }) },
          }),
          maxItems: 1_000,
        }),
      },
    }),
    maxItems: 5_000,
  }),
  unserved: list({ label: { zh: '未能送达', en: 'Not served' }, of: name('需求点', 'Stop'), maxItems: 1_000 }),
  drivingS: number({ label: { zh: '总行驶', en: 'Driving in all' }, unit: 's', min: 0 }),
};

type Inputs = ValuesOf<typeof inputs>;
type Outputs = ValuesOf<typeof outputs>;

/** How many iterations run between two reports of progress. */
const chunk = 500;

export const dispatch = defineModel({
  id: 'dispatch',
  version: '1.0.0',
  label: { zh: '物资调运', en: 'Dispatch' },
  question: { zh: '哪个库、哪辆车、先送哪里？', en: 'Which store sends what by which truck, and where first?' },
  clauses: [
    { standard: 'Clarke, Wright 1964', clause: 'savings', subject: { zh: '初始方案', en: 'first plan' }, verified: false },
    { standard: 'Christiaens, Vanden Berghe 2020', clause: 'SISR', subject: { zh: '改进', en: 'improvement' }, verified: false },
  ],
  inputs,
  outputs,
  compute(input) {
    const problem = problemOf(input);
    if (!('trucks' in problem)) return problem;
    const search = dispatchSearch(problem, input.iterations, input.seed);
    search.run(input.iterations);
    return answerOf(input, problem, search.best());
  },
  *refine(input) {
    const problem = problemOf(input);
    if (!('trucks' in problem)) return problem;
    const total = input.iterations * 20;
    const search = dispatchSearch(problem, total, input.seed);
    while (!search.done) {
      const done = search.run(chunk);
      yield { done: done / total, stage: { zh: `已试 ${done} 个方案`, en: `${done} plans tried` } };
    }
    return answerOf(input, problem, search.best());
  },
  cases: dispatchCases,
});

function problemOf({ stores, stops, times, kmh }: Inputs): DispatchProblem | ReturnType<typeof refused> {
  const places = [...stores, ...stops].map((each) => each.place);
  const size = places.length;
  if (times !== null && (times.length !== size || times.some((row) => row.length !== size))) {
    return refused(
      'times',
      'size',
      { zh: `应为 ${size} 行、每行 ${size} 项`, en: `must be ${size} rows of ${size}` },
      { value: times.length, unit: 's' },
    );
  }
  for (const [i, { fromS, untilS }] of stops.entries()) {
    if (fromS > untilS)
      return refused(
        `stops[${i}].untilS`,
        'combination',
        { zh: '最迟早于最早', en: 'before the earliest' },
        { value: untilS, unit: 's', min: fromS, max: 864_000 },
      );
  }
  for (const [i, { opensS, closesS }] of stores.entries()) {
    if (opensS > closesS)
      return refused(
        `stores[${i}].closesS`,
        'combination',
        { zh: '返回早于出发', en: 'before the start' },
        { value: closesS, unit: 's', min: opensS, max: 864_000 },
      );
  }
  const table = places.map((from, a) =>
    Float64Array.from(places, (to, b) =>
      times === null ? (distanceM(from, to) * 1.4 * 3.6) / kmh : times[a]![b]! < 0 ? Infinity : times[a]![b]!,
    ),
  );
  return {
    depots: stores.length,
    trucks: stores.map(({ trucks, capacity }, depot) => ({ depot, capacity, count: trucks })),
    demand: [...stores.map(() => 0), ...stops.map(({ demand }) => demand)],
    service: [...stores.map(() => 0), ...stops.map(({ serviceS }) => serviceS)],
    window: [
      ...stores.map(({ opensS, closesS }) => [opensS, closesS] as const),
      ...stops.map(({ fromS, untilS }) => [fromS, untilS] as const),
    ],
    seconds: table,
    cost: table,
  };
}

function answerOf({ stores, stops, times }: Inputs, problem: DispatchProblem, { tours, unserved }: Plan): Answer<Outputs> {
  const idOf = (node: number): string => stops[node - stores.length]!.id;
  return {
    ok: true,
    outputs: {
      tours: tours.map((tour) => ({
        store: stores[tour.truck]!.id,
        load: tour.load,
        drivingS: tour.cost,
        backS: tour.begins.at(-1)!,
        stops: tour.stops.map((node, i) => ({ id: idOf(node), atS: tour.begins[i + 1]! })),
      })),
      unserved: unserved.map(idOf),
      drivingS: tours.reduce((sum, { cost }) => sum + cost, 0),
    },
    validity: [],
    uncertainty: [],
    warnings: [
      { code: 'heuristic', text: { zh: '启发式解，未证明最优', en: 'heuristic, not proven best' } },
      ...(times === null
        ? [
            {
              code: 'straight-lines',
              text: { zh: '用时按直线距离 ×1.4 估算，未用路网和封闭', en: 'times from straight lines × 1.4, without roads and closures' },
            },
          ]
        : []),
      ...unserved.map((node): Warning => unservedWarning(problem, node, idOf(node))),
    ],
  };
}

/** Why a stop is left: too heavy for any truck, out of reach in its window, or simply no truck left. */
function unservedWarning(problem: DispatchProblem, node: number, id: string): Warning {
  const reasons = {
    'stop-too-heavy': { zh: '超过任何一辆车的载重，须分批', en: 'heavier than any truck carries: split it' },
    'stop-out-of-reach': { zh: '在时限内无法到达', en: 'out of reach within its window' },
    'no-truck-left': { zh: '没有车可派', en: 'no truck is left' },
  } as const;
  const isTooHeavy = problem.trucks.every(({ capacity }) => capacity < problem.demand[node]!);
  const isReachable = problem.trucks.some((_, truck) => tourThrough(problem, truck, [node]) !== null);
  const code = isTooHeavy ? 'stop-too-heavy' : isReachable ? 'no-truck-left' : 'stop-out-of-reach';
  return { code, text: { zh: `${id}：${reasons[code].zh}`, en: `${id}: ${reasons[code].en}` } };
}
