import { choice, list, number, record, series, text, type ValuesOf } from '../field.ts';
import { defineModel, refused, type Warning } from '../model.ts';
import { htz } from './forestFireWeather.ts';
import { beaufortUpper, hotDayC, kinds, rainGrades, signals, type Condition, type Quantity, type SignalRow } from './signals.table.ts';
import { cases } from './weatherRisk.cases.ts';

// Which thresholds of warning signals the given figures meet, and how dangerous the day is for forest fire. It answers for
// what it was given and says what it could not judge.

const wordsOf = (zh: string, en: string) => ({ zh, en });
const given = (zh: string, en: string, unit: string, min: number, max: number) =>
  number({ label: wordsOf(zh, en), unit, min, max, optional: true });

const inputs = {
  rain3hMm: given('3 小时雨量', 'Rain in 3 h', 'mm', 0, 600),
  rain6hMm: given('6 小时雨量', 'Rain in 6 h', 'mm', 0, 1000),
  rain12hMm: given('12 小时雨量', 'Rain in 12 h', 'mm', 0, 1500),
  rain24hMm: given('24 小时雨量', 'Rain in 24 h', 'mm', 0, 2000),
  meanWindMps: given('平均风速', 'Mean wind', 'm/s', 0, 100),
  gustMps: given('阵风', 'Gust', 'm/s', 0, 130),
  maximaC: series({
    label: wordsOf('逐日最高气温，从今日起', 'Daily maxima from today on'),
    unit: '°C',
    min: -60,
    max: 60,
    maxItems: 15,
    optional: true,
  }),
  groundMinimumC: given('地面最低温度', 'Ground minimum', '°C', -70, 60),
  visibilityM: given('能见度', 'Visibility', 'm', 0, 100_000),
  roadSurfaceC: given('路面温度', 'Road surface', '°C', -60, 80),
  precipitationWithinH: given('几小时内有降水', 'Precipitation within', 'h', 0, 48),
  humidityPercent: given('14 时相对湿度', 'Relative humidity at 14 h', '%', 0, 100),
  daysSinceRain: given('连续无雨日数', 'Days since rain', 'd', 0, 365),
  cover: choice({
    label: wordsOf('地面绿化或积雪', 'Green or snow cover'),
    options: [
      { value: 'green', label: wordsOf('全绿或积雪 ≥90 %', 'all green or snow ≥ 90 %') },
      { value: 'mostlyGreen', label: wordsOf('绿 75 % 或积雪 60 %', '75 % green or 60 % snow') },
      { value: 'halfGreen', label: wordsOf('绿 50 % 或积雪 30 %', '50 % green or 30 % snow') },
      { value: 'sparseGreen', label: wordsOf('绿 20 % 或积雪 10 %', '20 % green or 10 % snow') },
      { value: 'bare', label: wordsOf('无', 'none') },
    ],
    optional: true,
  }),
  htzVariant: choice({
    label: wordsOf('火险指数取值', 'Values of the fire index'),
    options: [
      { value: 'lyt1172', label: wordsOf('LY/T 1172-1995（未核原文）', 'LY/T 1172-1995 (text not read)') },
      { value: 'paper2020', label: wordsOf('2020 年论文', 'paper of 2020') },
    ],
    standard: 'lyt1172',
  }),
};

const signal = record({
  label: wordsOf('达到的信号标准', 'Threshold met'),
  fields: {
    kind: choice({ label: wordsOf('种类', 'Kind'), options: Object.entries(kinds).map(([value, label]) => ({ value, label })) }),
    colour: choice({
      label: wordsOf('颜色', 'Colour'),
      options: [
        { value: 'blue', label: wordsOf('蓝', 'blue') },
        { value: 'yellow', label: wordsOf('黄', 'yellow') },
        { value: 'orange', label: wordsOf('橙', 'orange') },
        { value: 'red', label: wordsOf('红', 'red') },
      ],
    }),
    clause: text({ label: wordsOf('依据', 'Clause'), maxLength: 200 }),
  },
});

const outputs = {
  signals: list({ label: wordsOf('达到的信号标准，每种取最高', 'Thresholds met, the highest of each kind'), of: signal, maxItems: 10 }),
  rainGradeZh: text({ label: wordsOf('24 小时降雨等级', 'Rain grade'), maxLength: 20, optional: true }),
  rainGradeEn: text({ label: wordsOf('24 小时降雨等级（英）', 'Rain grade in English'), maxLength: 40, optional: true }),
  windGrade: number({ label: wordsOf('风力等级', 'Beaufort grade'), unit: '1', min: 0, max: 17, optional: true }),
  fireIndex: number({ label: wordsOf('森林火险指数 HTZ', 'Forest fire index HTZ'), unit: '1', optional: true }),
  fireGrade: number({ label: wordsOf('森林火险等级', 'Forest fire grade'), unit: '1', min: 1, max: 5, optional: true }),
};

type Input = ValuesOf<typeof inputs>;

export const weatherRisk = defineModel({
  id: 'weatherRisk',
  version: '1.0.0',
  label: wordsOf('天气风险指标', 'Weather risk'),
  question: wordsOf('这些天气数字达到哪些预警标准？火险几级？', 'Which warning thresholds do these figures meet, and which fire grade?'),
  clauses: [
    {
      standard: 'CMA order 16 (2007)',
      clause: '预警信号及防御指南',
      subject: wordsOf('预警信号标准', 'thresholds of signals'),
      verified: true,
    },
    { standard: 'LY/T 1172-1995', clause: 'HTZ', subject: wordsOf('森林火险', 'forest fire danger'), verified: false },
    { standard: 'GB/T 28592-2012', clause: '24 h', subject: wordsOf('降雨等级', 'rain grades'), verified: false },
    { standard: 'GB/T 28591', clause: 'Beaufort', subject: wordsOf('风力等级', 'wind grades'), verified: false },
  ],
  inputs,
  outputs,
  compute(input) {
    const quantities = quantitiesOf(input);
    if (Object.entries(input).every(([name, value]) => value === null || name === 'htzVariant'))
      return refused('(input)', 'required', wordsOf('至少给一项天气数字', 'give at least one figure of the weather'));
    const fire = fireOf(input, quantities.windGrade);
    const grade = input.rain24hMm === null ? null : rainGrades.find(({ fromMm }) => (input.rain24hMm ?? 0) >= fromMm);
    return {
      ok: true,
      outputs: {
        signals: metBy(quantities),
        rainGradeZh: grade?.label.zh ?? null,
        rainGradeEn: grade?.label.en ?? null,
        windGrade: quantities.windGrade ?? null,
        fireIndex: fire?.index ?? null,
        fireGrade: fire?.grade ?? null,
      },
      validity: [],
      uncertainty: [],
      warnings: warningsOf(quantities, fire !== null),
    };
  },
  cases,
});

type Quantities = Partial<Record<Quantity, number>>;

/** Beaufort grade of a wind at 10 m, m/s. */
export function beaufort(mps: number): number {
  return beaufortUpper.filter((bound) => mps > bound + 0.05).length;
}

function quantitiesOf(input: Input): Quantities {
  const found: Quantities = {};
  const put = (name: Quantity, value: number | null) => {
    if (value !== null) found[name] = value;
  };
  put('rain3hMm', input.rain3hMm);
  // More cannot fall in a shorter time than in a longer one that contains it.
  put('rain6hMm', most(input.rain6hMm, input.rain3hMm));
  put('rain12hMm', most(input.rain12hMm, input.rain6hMm, input.rain3hMm));
  put('windGrade', input.meanWindMps === null ? null : beaufort(input.meanWindMps));
  put('gustGrade', input.gustMps === null ? null : beaufort(input.gustMps));
  put('groundMinimumC', input.groundMinimumC);
  put('visibilityM', input.visibilityM);
  const maxima = input.maximaC ?? [];
  if (maxima.length > 0) {
    const cool = maxima.findIndex((each) => each < hotDayC);
    put('hotDays', cool < 0 ? maxima.length : cool);
    put('maximumC', maxima[0] ?? null);
  }
  if (input.roadSurfaceC !== null && input.roadSurfaceC < 0) put('icingWithinH', input.precipitationWithinH);
  return found;
}

function most(...values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

function metBy(quantities: Quantities): { kind: string; colour: SignalRow['colour']; clause: string }[] {
  const highest = new Map<SignalRow['kind'], SignalRow>();
  // Rows stand from blue to red, so the last that holds is the highest.
  for (const row of signals) if (row.any.some((all) => all.every((condition) => holds(condition, quantities)))) highest.set(row.kind, row);
  return [...highest.values()].map(({ kind, colour, clause }) => ({ kind, colour, clause }));
}

function holds({ of, atLeast, below, atMost }: Condition, quantities: Quantities): boolean {
  const value = quantities[of];
  if (value === undefined) return false;
  return (atLeast === undefined || value >= atLeast) && (below === undefined || value < below) && (atMost === undefined || value <= atMost);
}

function fireOf(input: Input, windGrade: number | undefined) {
  const { humidityPercent, daysSinceRain, cover, htzVariant } = input;
  const maximumC = input.maximaC?.[0];
  if (maximumC === undefined || humidityPercent === null || daysSinceRain === null || cover === null || windGrade === undefined)
    return null;
  return htz({ maximumC, humidityPercent, daysSinceRain, windGrade, cover, variant: htzVariant });
}

function warningsOf(quantities: Quantities, hasFire: boolean): Warning[] {
  const warnings: Warning[] = [];
  const judged = new Set(
    signals.filter(({ any }) => any.some((all) => all.every(({ of }) => quantities[of] !== undefined))).map(({ kind }) => kind),
  );
  const blind = (Object.keys(kinds) as SignalRow['kind'][]).filter((kind) => !judged.has(kind));
  if (blind.length > 0)
    warnings.push({
      code: 'not-judged',
      text: wordsOf(
        `未给数据，未判断：${blind.map((kind) => kinds[kind].zh).join('、')}`,
        `not judged for want of figures: ${blind.map((kind) => kinds[kind].en).join(', ')}`,
      ),
    });
  if (!hasFire)
    warnings.push({
      code: 'fire-not-judged',
      text: wordsOf(
        '火险需要气温、湿度、无雨日数、风力和地面覆盖',
        'fire danger needs temperature, humidity, days since rain, wind and cover',
      ),
    });
  return warnings;
}
