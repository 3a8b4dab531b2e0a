import { choice, features, flag, list, number, place, record, series, text, type ValuesOf } from '../field.ts';
import { type Answer, defineModel, refused, type Refused } from '../model.ts';
import { contourRings, groupRings } from '#models/shared/contour.ts';
import { lonLatToMetres, type Metres, metresToLonLat } from '#models/shared/localPlane.ts';
import { criteria, criteriaSource } from './criteria.table.ts';
import { individualRisk, lossOfLife, outcomes, type People, type RingScenario, societalCurve } from './risk.ts';
import { cases } from './siteRisk.cases.ts';

// External safety distance and risk of a site from its accident scenarios: individual risk on a grid with the contours of the
// criteria, the distance of each contour, protected places against their limit, and the curve of societal risk.

const inputs = {
  centre: place({ label: { zh: '网格中心（厂址）', en: 'Centre of the grid (site)' } }),
  rangeM: number({ label: { zh: '网格半宽', en: 'Half-width of the grid' }, unit: 'm', min: 200, max: 20_000, standard: 3000 }),
  cells: number({ label: { zh: '每边格数', en: 'Cells along a side' }, unit: '1', min: 20, max: 200, integer: true, standard: 120 }),
  siteKind: choice({
    label: { zh: '装置类别', en: 'Site' },
    options: [
      { value: 'new', label: { zh: '新建、改建、扩建', en: 'New, rebuilt or extended' } },
      { value: 'existing', label: { zh: '在役', en: 'In service' } },
    ],
  }),
  windRose: series({
    label: {
      zh: '风向玫瑰（自北顺时针，8 或 16 个方位频率，合计 1）',
      en: 'Wind rose (clockwise from north, 8 or 16 shares that sum to 1)',
    },
    unit: '1',
    min: 0,
    max: 1,
    minItems: 8,
    maxItems: 16,
  }),
  scenarios: list({
    label: { zh: '事故情景', en: 'Scenarios' },
    of: record({
      label: { zh: '情景', en: 'Scenario' },
      fields: {
        name: text({ label: { zh: '名称', en: 'Name' }, maxLength: 80 }),
        at: place({ label: { zh: '位置', en: 'Place' } }),
        frequencyPerYear: number({ label: { zh: '频率', en: 'Frequency' }, unit: '1/a', min: 1e-12, max: 1 }),
        halfAngleDeg: number({
          label: {
            zh: '随风云团半张角（各向同性的火灾爆炸留空）',
            en: 'Half-angle of a cloud carried by the wind (left out for fire and blast)',
          },
          unit: '°',
          min: 1,
          max: 90,
          optional: true,
        }),
        rings: list({
          label: { zh: '距离与死亡概率', en: 'Death share by distance' },
          of: record({
            label: { zh: '圈', en: 'Ring' },
            fields: {
              radiusM: number({ label: { zh: '距离', en: 'Distance' }, unit: 'm', min: 0, aboveMin: true, max: 50_000 }),
              deaths: number({ label: { zh: '圈内死亡概率', en: 'Death share within' }, unit: '1', min: 0, max: 1 }),
            },
          }),
          minItems: 1,
          maxItems: 20,
        }),
      },
    }),
    minItems: 1,
    maxItems: 100,
  }),
  people: list({
    label: { zh: '人口', en: 'People' },
    of: record({
      label: { zh: '人口点', en: 'Group' },
      fields: {
        place: place({ label: { zh: '位置', en: 'Place' } }),
        count: number({ label: { zh: '人数', en: 'Number' }, unit: '1', min: 0, max: 1e6 }),
        indoors: number({
          label: { zh: '室内比例', en: 'Share indoors' },
          unit: '1',
          min: 0,
          max: 1,
          standard: 0.9,
          source: 'judgement, not from a standard',
        }),
      },
    }),
    maxItems: 5000,
    optional: true,
  }),
  indoorFactor: number({
    label: { zh: '室内死亡概率与室外之比', en: 'Deaths indoors as a share of deaths outdoors' },
    unit: '1',
    min: 0,
    max: 1,
    standard: 0.1,
    source: 'AQ/T 3046-2013 table 10, toxic releases without indoor dose, as reported',
  }),
  protectedPlaces: list({
    label: { zh: '防护目标', en: 'Protected places' },
    of: record({
      label: { zh: '目标', en: 'Place' },
      fields: {
        name: text({ label: { zh: '名称', en: 'Name' }, maxLength: 80 }),
        place: place({ label: { zh: '位置', en: 'Place' } }),
        kind: choice({ label: { zh: '类别', en: 'Kind' }, options: criteria.map(({ id, label }) => ({ value: id, label })) }),
      },
    }),
    maxItems: 2000,
    optional: true,
  }),
} as const;

const outputs = {
  contours: list({
    label: { zh: '个人风险等值线', en: 'Contours of individual risk' },
    of: record({
      label: { zh: '等值线', en: 'Contour' },
      fields: {
        id: text({ label: { zh: '代号', en: 'Id' }, maxLength: 40 }),
        riskPerYear: number({ label: { zh: '个人风险基准', en: 'Limit of individual risk' }, unit: '1/a' }),
        distanceM: number({ label: { zh: '外部安全防护距离（距网格中心）', en: 'External safety distance from the centre' }, unit: 'm' }),
      },
    }),
    maxItems: 10,
  }),
  area: features({ label: { zh: '等值线图形', en: 'Contours as polygons' } }),
  highestPerYear: number({ label: { zh: '网格上最高个人风险', en: 'Highest individual risk on the grid' }, unit: '1/a' }),
  places: list({
    label: { zh: '防护目标核对', en: 'Protected places against their limit' },
    of: record({
      label: { zh: '目标', en: 'Place' },
      fields: {
        name: text({ label: { zh: '名称', en: 'Name' }, maxLength: 80 }),
        riskPerYear: number({ label: { zh: '个人风险', en: 'Individual risk' }, unit: '1/a' }),
        limitPerYear: number({ label: { zh: '基准', en: 'Limit' }, unit: '1/a' }),
        acceptable: flag({ label: { zh: '可接受', en: 'Acceptable' } }),
      },
    }),
    maxItems: 2000,
  }),
  deaths: series({ label: { zh: '死亡人数 N', en: 'Deaths N' }, unit: '1', maxItems: 4000 }),
  frequencies: series({ label: { zh: '累积频率 F(≥N)', en: 'Frequency of at least N' }, unit: '1/a', maxItems: 4000 }),
  lossPerYear: number({ label: { zh: '潜在生命损失', en: 'Potential loss of life' }, unit: '1/a' }),
} as const;

type Input = ValuesOf<typeof inputs>;
type Output = ValuesOf<typeof outputs>;

function compute(input: Input): Answer<Output> {
  const wrong = wrongInput(input);
  if (wrong) return wrong;
  const toMetres = lonLatToMetres(input.centre);
  const scenarios = input.scenarios.map(({ at, frequencyPerYear, halfAngleDeg, rings }): RingScenario => ({
    frequency: frequencyPerYear,
    at: toMetres(at),
    rings,
    halfAngleDeg,
  }));
  const limitOf = ({ newSite, existing }: (typeof criteria)[number]) => (input.siteKind === 'new' ? newSite : existing);
  const grid = gridOf(input, scenarios);
  const drawn = criteria.map((criterion) => drawContour(input, grid, criterion.id, limitOf(criterion), criterion.label));
  const people = (input.people ?? []).map((group): People => ({ at: toMetres(group.place), count: group.count, indoors: group.indoors }));
  const all = outcomes(scenarios, input.windRose, people, input.indoorFactor);
  const curve = societalCurve(all);
  return {
    ok: true,
    outputs: {
      contours: drawn.map(({ row }) => row),
      area: { type: 'FeatureCollection', features: drawn.flatMap(({ feature }) => feature ?? []) },
      highestPerYear: grid.values.reduce((most, value) => Math.max(most, value), 0),
      places: (input.protectedPlaces ?? []).map(({ name, place: at, kind }) => {
        const riskPerYear = individualRisk(scenarios, input.windRose, toMetres(at));
        const limitPerYear = limitOf(criteria.find(({ id }) => id === kind)!);
        return { name, riskPerYear, limitPerYear, acceptable: riskPerYear <= limitPerYear };
      }),
      deaths: curve.map(({ deaths }) => deaths),
      frequencies: curve.map(({ frequency }) => frequency),
      lossPerYear: lossOfLife(all),
    },
    validity: [],
    uncertainty: [
      {
        output: 'highestPerYear',
        kind: 'factor',
        low: 0.1,
        high: 10,
        confidence: null,
        source: 'failure frequencies are commonly held to be known within a factor of ten; judgement, not from a standard',
        text: { zh: '泄漏频率一般只知其数量级', en: 'failure frequencies are known to an order of magnitude' },
      },
    ],
    warnings: [
      { code: 'reported-criteria', text: { zh: `基准值：${criteriaSource}`, en: `limits: ${criteriaSource}` } },
      {
        code: 'no-societal-limit',
        text: {
          zh: '社会风险可接受线未附（GB 36894 原文未读），只给出曲线',
          en: 'no limit line of societal risk is given (GB 36894 not read); only the curve',
        },
      },
      ...(drawn.some(({ isCut }) => isCut)
        ? [{ code: 'cut', text: { zh: '等值线超出网格，请加大网格半宽', en: 'a contour leaves the grid; enlarge its half-width' } }]
        : []),
    ],
  };
}

function wrongInput(input: Input): Refused | null {
  const sum = input.windRose.reduce((total, share) => total + share, 0);
  if (![8, 16].includes(input.windRose.length) || Math.abs(sum - 1) > 0.01) {
    const words = { zh: '风向玫瑰应为 8 或 16 个方位，合计为 1', en: 'the wind rose needs 8 or 16 shares that sum to 1' };
    return refused('windRose', 'combination', words, { value: sum, unit: '1', min: 0.99, max: 1.01 });
  }
  const toMetres = lonLatToMetres(input.centre);
  for (const [at, scenario] of input.scenarios.entries()) {
    const [east, north] = toMetres(scenario.at);
    if (Math.max(Math.abs(east), Math.abs(north)) > input.rangeM) {
      const words = { zh: '情景位置在网格之外', en: 'the scenario lies outside the grid' };
      return refused(`scenarios[${at}].at`, 'geometry', words, { value: Math.hypot(east, north), unit: 'm', min: 0, max: input.rangeM });
    }
    const falls = scenario.rings.every(({ radiusM, deaths }, ring) => {
      const before = scenario.rings[ring - 1];
      return !before || (radiusM > before.radiusM && deaths <= before.deaths);
    });
    if (!falls) {
      const words = { zh: '各圈距离应递增、死亡概率不应回升', en: 'distances of rings must rise and death shares must not' };
      return refused(`scenarios[${at}].rings`, 'combination', words, { unit: 'm' });
    }
  }
  return null;
}

interface RiskGrid {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
  readonly at: (column: number, row: number) => Metres;
}

function gridOf({ cells, rangeM, windRose }: Input, scenarios: readonly RingScenario[]): RiskGrid {
  const step = (2 * rangeM) / (cells - 1);
  const at = (column: number, row: number): Metres => [-rangeM + column * step, -rangeM + row * step];
  const values = Float64Array.from({ length: cells * cells }, (_, n) =>
    individualRisk(scenarios, windRose, at(n % cells, Math.floor(n / cells))),
  );
  return { columns: cells, rows: cells, values, at };
}

function drawContour(input: Input, grid: RiskGrid, id: string, riskPerYear: number, label: { zh: string; en: string }) {
  const toLonLat = metresToLonLat(input.centre);
  const polygons = groupRings(contourRings(grid, riskPerYear)).map((rings) => rings.map((ring) => ring.map(([x, y]) => grid.at(x, y))));
  const reach = polygons.flat(2).map(([east, north]) => Math.hypot(east, north));
  const isCut = polygons.flat(2).some(([east, north]) => Math.max(Math.abs(east), Math.abs(north)) >= input.rangeM * 0.999);
  const feature: GeoJSON.Feature | null =
    polygons.length === 0
      ? null
      : {
          type: 'Feature',
          geometry: {
            type: 'MultiPolygon',
            coordinates: polygons.map((rings) => rings.map((ring) => [...ring, ring[0]!].map(([east, north]) => toLonLat(east, north)))),
          },
          properties: { id, kind: 'contour', riskPerYear, zh: label.zh, en: label.en },
        };
  return { row: { id, riskPerYear, distanceM: Math.max(0, ...reach) }, feature, isCut };
}

export const siteRisk = defineModel({
  id: 'siteRisk',
  version: '1.0.0',
  label: { zh: '个人风险与社会风险', en: 'Individual and societal risk' },
  question: { zh: '厂外哪里的风险不可接受？', en: 'Where outside the site is the risk too high?' },
  clauses: [
    { standard: 'GB/T 37243-2019', clause: '6.6–6.8', subject: { zh: '定量风险评价法', en: 'quantitative risk method' }, verified: false },
    { standard: 'GB 36894-2018', clause: '个人风险基准', subject: { zh: '可接受基准', en: 'limits' }, verified: false },
    {
      standard: 'TNO CPR 18E (1999)',
      clause: '(6.1)–(6.6)',
      subject: { zh: '风险累加、F–N 曲线', en: 'sum of risks, F–N curve' },
      verified: false,
    },
  ],
  inputs,
  outputs,
  compute,
  cases,
});
