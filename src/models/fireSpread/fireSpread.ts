import { area, choice, list, number, place, record, type ValuesOf } from '../field.ts';
import { defineModel, refused, type Answer, type Uncertainty, type Validity, type Warning } from '../model.ts';
import { FireFront, spreadOf, type Spread } from './ellipse.ts';
import { cases } from './fireSpread.cases.ts';
import { fuels } from './fuels.table.ts';
import { surfaceFire, type SurfaceFire } from './surfaceFire.ts';

// Where a stubble or woodland fire will be in one, two, four hours, from wind, slope and how dry the fuel is. The fire is a
// surface fire in one fuel on one slope, nobody fights it, and it jumps no gap: crowning, spotting and suppression are not in it.

const wordsOf = (zh: string, en: string) => ({ zh, en });
const share = (zh: string, en: string, max: number, standard: number) =>
  number({
    label: wordsOf(zh, en),
    unit: '1',
    min: 0.01,
    max,
    standard,
    source: 'Behave common inputs (6/7/8/60/90 %), share of dry weight',
  });

const windStep = record({
  label: wordsOf('风', 'Wind'),
  fields: {
    hours: number({ label: wordsOf('时长', 'For'), unit: 'h', min: 0, aboveMin: true, max: 48 }),
    speedMps: number({ label: wordsOf('10 米风速', 'Speed at 10 m'), unit: 'm/s', min: 0, max: 40 }),
    fromDeg: number({ label: wordsOf('风向（来向）', 'Direction it blows from'), unit: '°', min: 0, max: 360 }),
  },
});

const outline = record({
  label: wordsOf('火场', 'Fire'),
  fields: {
    atHours: number({ label: wordsOf('起火后', 'After ignition'), unit: 'h', min: 0 }),
    zone: area({ label: wordsOf('范围', 'Outline') }),
    /** With the wind weaker and stronger by the stated share. */
    inner: area({ label: wordsOf('下限', 'Inner bound'), optional: true }),
    outer: area({ label: wordsOf('上限', 'Outer bound'), optional: true }),
    areaHa: number({ label: wordsOf('面积', 'Area'), unit: 'ha', min: 0 }),
    perimeterKm: number({ label: wordsOf('周长', 'Perimeter'), unit: 'km', min: 0 }),
  },
});

const inputs = {
  ignition: place({ label: wordsOf('起火点', 'Ignition') }),
  fuel: choice({ label: wordsOf('可燃物', 'Fuel'), options: fuels.map(({ code, label }) => ({ value: code, label })) }),
  wind: list({ label: wordsOf('风，按时序', 'Wind, in order'), of: windStep, minItems: 1, maxItems: 96 }),
  slopeDeg: number({ label: wordsOf('坡度', 'Slope'), unit: '°', min: 0, max: 45, standard: 0 }),
  upslopeDeg: number({ label: wordsOf('上坡方向', 'Upslope direction'), unit: '°', min: 0, max: 360, standard: 0 }),
  dead1h: share('细小枯物含水率', 'Moisture of fine dead fuel', 1, 0.06),
  dead10h: share('中等枯物含水率', 'Moisture of 10 h dead fuel', 1, 0.07),
  dead100h: share('粗大枯物含水率', 'Moisture of 100 h dead fuel', 1, 0.08),
  liveHerb: share('活草含水率', 'Moisture of live grass', 5, 0.6),
  liveWoody: share('活灌木含水率', 'Moisture of live shrubs', 5, 0.9),
  canopyCover: number({ label: wordsOf('郁闭度', 'Canopy cover'), unit: '1', min: 0, max: 1, standard: 0 }),
  canopyHeightM: number({ label: wordsOf('树高', 'Tree height'), unit: 'm', min: 0, max: 60, standard: 0 }),
  windErrorShare: number({ label: wordsOf('风速误差', 'Error of wind speed'), unit: '1', min: 0, max: 1, optional: true }),
  hours: list({
    label: wordsOf('要看的时刻（起火后小时）', 'When to show (hours after ignition)'),
    of: number({ label: wordsOf('小时', 'Hours'), unit: 'h', min: 0, aboveMin: true, max: 48 }),
    minItems: 1,
    maxItems: 48,
  }),
};

const outputs = {
  outlines: list({ label: wordsOf('各时刻火场', 'The fire at each time'), of: outline, maxItems: 48 }),
  headMps: number({ label: wordsOf('火头速度（首段风）', 'Head spread, first wind'), unit: 'm/s', min: 0 }),
  headingDeg: number({ label: wordsOf('火头方向（首段风）', 'Heading, first wind'), unit: '°', min: 0, max: 360 }),
  flameLengthM: number({ label: wordsOf('火焰长度（首段风）', 'Flame length, first wind'), unit: 'm', min: 0 }),
  intensityKwPerM: number({ label: wordsOf('火线强度（首段风）', 'Fireline intensity, first wind'), unit: 'kW/m', min: 0 }),
};

type Input = ValuesOf<typeof inputs>;

export const fireSpread = defineModel({
  id: 'fireSpread',
  version: '1.0.0',
  label: wordsOf('林野火蔓延', 'Wildland fire spread'),
  question: wordsOf('1、2、4 小时后火烧到哪里？', 'Where is the fire in one, two, four hours?'),
  clauses: [
    { standard: 'Rothermel 1972 (INT-115)', clause: 'spread equation', subject: wordsOf('火头速度', 'head spread'), verified: false },
    { standard: 'Albini 1976', clause: 'revisions', subject: wordsOf('修正', 'revisions'), verified: false },
    {
      standard: 'Anderson 1983 (INT-305)',
      clause: 'length to width',
      subject: wordsOf('椭圆形状', 'shape of the ellipse'),
      verified: true,
    },
    {
      standard: 'Scott & Burgan 2005 (RMRS-GTR-153)',
      clause: 'fuel models',
      subject: wordsOf('可燃物模型', 'fuel models'),
      verified: false,
    },
  ],
  inputs,
  outputs,
  compute,
  cases,
});

function compute(input: Input): Answer<ValuesOf<typeof outputs>> {
  const chosen = fuels.find(({ code }) => code === input.fuel);
  const longest = Math.max(...input.hours);
  const known = input.wind.reduce((sum, { hours }) => sum + hours, 0);
  // What the wind does afterwards nobody has said; going on with the last one would be a silent assumption.
  if (known < longest)
    return refused(
      'wind',
      'length',
      wordsOf(`风只给到 ${known} 小时，要看 ${longest} 小时`, `the wind is given for ${known} h only, ${longest} h are asked for`),
      {
        value: known,
        unit: 'h',
        min: longest,
      },
    );
  const key = chosen?.key ?? null;
  const first = key === null ? null : headOf(input, key, input.wind[0] as Input['wind'][number], 1);
  const times = [...new Set(input.hours)].toSorted((one, other) => one - other);
  const middle = outlinesAt(input, key, times, 1);
  const error = input.windErrorShare;
  const inner = error === null ? null : outlinesAt(input, key, times, 1 - error);
  const outer = error === null ? null : outlinesAt(input, key, times, 1 + error);
  return {
    ok: true,
    outputs: {
      outlines: middle.map((each, index) => ({ ...each, inner: inner?.[index]?.zone ?? null, outer: outer?.[index]?.zone ?? null })),
      headMps: first?.fire.headMps ?? 0,
      headingDeg: first?.spread.headingDeg ?? 0,
      flameLengthM: first?.fire.flameLengthM ?? 0,
      intensityKwPerM: first?.fire.intensityKwPerM ?? 0,
    },
    validity: validityOf(input),
    uncertainty: uncertaintyOf(error),
    warnings: warningsOf(key, first?.fire ?? null, error),
  };
}

function headOf(input: Input, fuel: string, wind: Input['wind'][number], windFactor: number): { fire: SurfaceFire; spread: Spread } {
  const { slopeDeg, upslopeDeg, canopyCover: cover, canopyHeightM: heightM } = input;
  const fire = surfaceFire({
    fuel,
    moisture: input,
    slope: Math.tan((slopeDeg * Math.PI) / 180),
    windHeadingFromUpslopeDeg: turn(wind.fromDeg + 180 - upslopeDeg),
    wind: { speedMps: wind.speedMps * windFactor, height: '10m' },
    // A crown that begins halfway up, as in the Forest Service's common inputs, when only the height is known.
    canopy: { cover, heightM, baseM: heightM / 2 },
  });
  return { fire, spread: spreadOf(fire.headMps, fire.effectiveWindMps, turn(fire.headingFromUpslopeDeg + upslopeDeg)) };
}

function outlinesAt(input: Input, fuel: string | null, times: readonly number[], windFactor: number) {
  const front = new FireFront();
  const spreads = fuel === null ? [] : input.wind.map((wind) => headOf(input, fuel, wind, windFactor).spread);
  let done = 0;
  return times.map((atHours) => {
    growBetween(front, input.wind, spreads, done, atHours);
    done = atHours;
    const zone = front.polygon(input.ignition);
    return { atHours, zone, areaHa: front.areaM2() / 10_000, perimeterKm: front.perimeterM() / 1000 };
  });
}

/** Grows the front through the winds that blow between two hours after ignition. */
function growBetween(front: FireFront, winds: Input['wind'], spreads: readonly Spread[], from: number, to: number): void {
  let begins = 0;
  winds.forEach(({ hours }, index) => {
    const overlap = Math.min(to, begins + hours) - Math.max(from, begins);
    const spread = spreads[index];
    if (overlap > 0 && spread) front.grow(spread, overlap * 3600);
    begins += hours;
  });
}

const turn = (degrees: number): number => ((degrees % 360) + 360) % 360;

function validityOf({ wind, canopyCover }: Input): Validity[] {
  const strongest = Math.max(...wind.map(({ speedMps }) => speedMps));
  const source = 'Rothermel 1972: fitted to surface fires under moderate wind';
  return [
    {
      subject: wordsOf('最大 10 米风速', 'Strongest wind at 10 m'),
      value: strongest,
      unit: 'm/s',
      min: 0,
      max: 15,
      met: strongest <= 15,
      source,
    },
    {
      subject: wordsOf('郁闭度（树冠火不在模型内）', 'Canopy cover (crown fire is not in the model)'),
      value: canopyCover,
      unit: '1',
      min: 0,
      max: 0.7,
      met: canopyCover <= 0.7,
      source: 'surface fire only; bound is judgement, not published',
    },
  ];
}

function uncertaintyOf(error: number | null): Uncertainty[] {
  if (error === null) return [];
  const text = wordsOf(
    `内外边界为风速 ±${Math.round(error * 100)} % 的结果；可燃物与含水率误差另计`,
    `bounds are runs with the wind ±${Math.round(error * 100)} %; errors of fuel and moisture come on top`,
  );
  return [
    { output: 'outlines.zone', kind: 'ensemble', low: -error, high: error, confidence: null, source: 'stated by the operator', text },
  ];
}

function warningsOf(key: string | null, fire: SurfaceFire | null, error: number | null): Warning[] {
  const warnings: Warning[] = [
    {
      code: 'surface-fire-only',
      text: wordsOf('仅地表火：不含飞火、树冠火和扑救', 'Surface fire only: no spotting, no crown fire, no suppression'),
    },
  ];
  if (key === null) warnings.push({ code: 'not-burnable', text: wordsOf('该地类不可燃', 'This ground does not burn') });
  else if (fire !== null && fire.headMps === 0)
    warnings.push({ code: 'too-wet', text: wordsOf('可燃物过湿，不蔓延', 'The fuel is too wet to carry fire') });
  if (error === null)
    warnings.push({ code: 'no-band', text: wordsOf('未给风速误差，没有上下限', 'No error of the wind is given, so there are no bounds') });
  return warnings;
}
