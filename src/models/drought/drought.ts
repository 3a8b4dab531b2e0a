import { list, number, record, series } from '../field.ts';
import { defineModel, refused } from '../model.ts';
import { gammaP, normalQuantile } from '../statistics.ts';
import { cases } from './drought.cases.ts';
import { gammaFit, type GammaFit } from './gammaFit.ts';

// The standardised precipitation index (SPI, McKee 1993): how unusual the rain of the last months is for the season, as
// deviations of a normal distribution. It needs rain only, which every county has.

const wordsOf = (zh: string, en: string) => ({ zh, en });
const monthsAYear = 12;

const month = record({
  label: wordsOf('月', 'Month'),
  fields: {
    at: number({ label: wordsOf('第几个月（从 0 起）', 'Index of the month, from 0'), unit: '1', min: 0, integer: true }),
    rainMm: number({ label: wordsOf('累计降水', 'Accumulated rain'), unit: 'mm', min: 0 }),
    spi: number({ label: wordsOf('SPI', 'SPI'), unit: '1', min: -3.5, max: 3.5 }),
    grade: number({
      label: wordsOf('干旱等级，0 无旱至 4 特旱', 'Drought grade, 0 none to 4 extreme'),
      unit: '1',
      min: 0,
      max: 4,
      integer: true,
    }),
  },
});

/** Upper bounds of SPI for grades 1…4: GB/T 20481-2017 (unverified). */
const gradeBounds = [-0.5, -1, -1.5, -2] as const;
/** The gamma fit says nothing about what is rarer than the record can show. */
const utmost = 3.5;

export const drought = defineModel({
  id: 'drought',
  version: '1.0.0',
  label: wordsOf('干旱指数 SPI', 'Drought index SPI'),
  question: wordsOf('最近几个月的雨，与往年同期比有多少？', 'How do the last months’ rains compare with the same months of other years?'),
  clauses: [
    {
      standard: 'McKee et al. 1993',
      clause: 'SPI',
      subject: wordsOf('标准化降水指数', 'standardised precipitation index'),
      verified: false,
    },
    {
      standard: 'Thom 1958',
      clause: 'maximum likelihood of gamma',
      subject: wordsOf('Γ 分布拟合', 'fit of the gamma distribution'),
      verified: false,
    },
    { standard: 'GB/T 20481-2017', clause: 'SPI', subject: wordsOf('干旱等级', 'drought grades'), verified: false },
  ],
  inputs: {
    monthlyMm: series({
      label: wordsOf('逐月降水，从一月起', 'Monthly rain, from a January on'),
      unit: 'mm',
      min: 0,
      max: 3000,
      minItems: 120,
      maxItems: 2400,
    }),
    months: number({ label: wordsOf('累计月数', 'Months accumulated'), unit: '1', min: 1, max: 24, integer: true, standard: 3 }),
  },
  outputs: {
    latest: number({ label: wordsOf('最新 SPI', 'Latest SPI'), unit: '1' }),
    latestGrade: number({ label: wordsOf('最新干旱等级', 'Latest drought grade'), unit: '1', min: 0, max: 4, integer: true }),
    series: list({ label: wordsOf('逐月', 'By month'), of: month, maxItems: 2400 }),
  },
  compute({ monthlyMm, months }) {
    const sums = accumulated(monthlyMm, months);
    const found: { at: number; rainMm: number; spi: number; grade: number }[] = [];
    for (let phase = 0; phase < monthsAYear; phase += 1) {
      const same = sums.filter(({ at }) => at % monthsAYear === phase);
      const fit = gammaFit(same.map(({ rainMm }) => rainMm));
      if (fit === null)
        return refused(
          'monthlyMm',
          'data',
          wordsOf(`${phase + 1} 月的雨量不足以拟合`, `the rains of month ${phase + 1} do not suffice for a fit`),
          { value: same.length },
        );
      for (const { at, rainMm } of same) found.push({ at, rainMm, ...indexOf(rainMm, fit) });
    }
    found.sort((one, other) => one.at - other.at);
    const last = found.at(-1);
    const years = Math.floor(monthlyMm.length / monthsAYear);
    return {
      ok: true,
      outputs: { latest: last?.spi ?? 0, latestGrade: last?.grade ?? 0, series: found },
      validity: [
        {
          subject: wordsOf('资料年数', 'Years of record'),
          value: years,
          unit: 'a',
          min: 30,
          max: null,
          met: years >= 30,
          source: 'McKee 1993 asks for 30 years',
        },
      ],
      uncertainty: [],
      warnings: [],
    };
  },
  cases,
});

function accumulated(monthlyMm: readonly number[], months: number): { at: number; rainMm: number }[] {
  const sums: { at: number; rainMm: number }[] = [];
  for (let at = months - 1; at < monthlyMm.length; at += 1) {
    let rainMm = 0;
    for (let back = 0; back < months; back += 1) rainMm += monthlyMm[at - back] as number;
    sums.push({ at, rainMm });
  }
  return sums;
}

function indexOf(rainMm: number, { shape, scale, dry }: GammaFit): { spi: number; grade: number } {
  const share = rainMm > 0 ? dry + (1 - dry) * gammaP(shape, rainMm / scale) : dry / 2;
  const spi = Math.max(-utmost, Math.min(utmost, normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, share)))));
  return { spi, grade: gradeBounds.filter((bound) => spi <= bound).length };
}
