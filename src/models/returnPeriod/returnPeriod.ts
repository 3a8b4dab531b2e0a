import { choice, list, number, record, series } from '../field.ts';
import { defineModel, refused, type Warning } from '../model.ts';
import { quantile, seededRandom } from '../statistics.ts';
import { fitted } from './distributions.ts';
import { cases } from './returnPeriod.cases.ts';

// How rare is this rain or this level? From yearly maxima of the station; with the band that so few years allow.

const wordsOf = (zh: string, en: string) => ({ zh, en });
const resamples = 500;
const bandShare = 0.9;

const design = record({
  label: wordsOf('设计值', 'Design value'),
  fields: {
    years: number({ label: wordsOf('重现期', 'Return period'), unit: 'a', min: 1 }),
    value: number({ label: wordsOf('数值', 'Value'), unit: '1' }),
    low: number({ label: wordsOf('下限', 'Low'), unit: '1' }),
    high: number({ label: wordsOf('上限', 'High'), unit: '1' }),
  },
});

export const returnPeriod = defineModel({
  id: 'returnPeriod',
  version: '1.0.0',
  label: wordsOf('重现期', 'Return period'),
  question: wordsOf('这场雨（水位）几年一遇？', 'How rare is this rain or level?'),
  clauses: [
    { standard: 'SL 44-2006', clause: 'P-III', subject: wordsOf('频率曲线线型', 'distribution of yearly maxima'), verified: false },
    { standard: 'Gumbel 1958', clause: 'moments', subject: wordsOf('极值 I 型', 'extreme value type I'), verified: false },
  ],
  inputs: {
    maxima: series({ label: wordsOf('逐年最大值', 'Yearly maxima'), unit: '1', min: 0, minItems: 5, maxItems: 1000 }),
    distribution: choice({
      label: wordsOf('分布', 'Distribution'),
      options: [
        { value: 'pearson3', label: wordsOf('P-III', 'Pearson III') },
        { value: 'gumbel', label: wordsOf('极值 I 型', 'Gumbel') },
      ],
      standard: 'pearson3',
    }),
    csOverCv: number({ label: wordsOf('Cs/Cv（地区值）', 'Cs over Cv of the region'), unit: '1', min: 0.5, max: 10, optional: true }),
    observed: number({ label: wordsOf('本次数值', 'This time'), unit: '1', min: 0, optional: true }),
    years: series({
      label: wordsOf('要算的重现期', 'Return periods wanted'),
      unit: 'a',
      min: 1.01,
      max: 10_000,
      minItems: 1,
      maxItems: 20,
    }),
  },
  outputs: {
    observedYears: number({ label: wordsOf('本次重现期', 'Return period of this time'), unit: 'a', min: 1, optional: true }),
    observedLow: number({ label: wordsOf('下限', 'Low'), unit: 'a', min: 1, optional: true }),
    observedHigh: number({ label: wordsOf('上限', 'High'), unit: 'a', min: 1, optional: true }),
    design: list({ label: wordsOf('设计值', 'Design values'), of: design, maxItems: 20 }),
  },
  compute({ maxima, distribution, csOverCv, observed, years }) {
    if (Math.max(...maxima) === Math.min(...maxima))
      return refused('maxima', 'data', wordsOf('逐年最大值全部相同，无法拟合', 'all yearly maxima are the same: nothing can be fitted'), {
        value: maxima[0] ?? null,
      });
    const best = fitted(distribution, maxima, csOverCv);
    const others = resampled(maxima).map((sample) => fitted(distribution, sample, csOverCv));
    const band = (values: readonly number[]) => {
      const sorted = Float64Array.from(values).toSorted();
      return [quantile(sorted, (1 - bandShare) / 2), quantile(sorted, (1 + bandShare) / 2)] as const;
    };
    const period = (below: number) => Math.min(1e6, 1 / Math.max(1e-6, 1 - below));
    const seen = observed === null ? null : band(others.map((each) => period(each.below(observed))));
    return {
      ok: true,
      outputs: {
        observedYears: observed === null ? null : period(best.below(observed)),
        observedLow: seen?.[0] ?? null,
        observedHigh: seen?.[1] ?? null,
        design: years.map((each) => {
          const [low, high] = band(others.map((other) => other.quantile(1 - 1 / each)));
          return { years: each, value: best.quantile(1 - 1 / each), low, high };
        }),
      },
      validity: [
        {
          subject: wordsOf('资料年数', 'Years of record'),
          value: maxima.length,
          unit: 'a',
          min: 30,
          max: null,
          met: maxima.length >= 30,
          source: 'SL 44-2006 asks for 30 years and more (unverified)',
        },
      ],
      uncertainty: [
        {
          output: 'design.value',
          kind: 'ensemble',
          low: null,
          high: null,
          confidence: bandShare,
          source: `bootstrap of ${resamples} resampled records, seed 1`,
          text: wordsOf('上下限只含年数少带来的误差', 'bounds hold only the error of so few years'),
        },
      ],
      warnings: warningsOf(maxima.length, years),
    };
  },
  cases,
});

/** Records of the same length drawn from the record, the same ones every time; those without spread are left out. */
function resampled(maxima: readonly number[]): number[][] {
  const random = seededRandom(1);
  return Array.from({ length: resamples }, () => maxima.map(() => maxima[Math.floor(random() * maxima.length)] as number)).filter(
    (sample) => Math.max(...sample) > Math.min(...sample),
  );
}

function warningsOf(length: number, years: readonly number[]): Warning[] {
  const far = years.filter((each) => each > 3 * length);
  if (far.length === 0) return [];
  const text = wordsOf(
    `重现期 ${far.join('、')} 年远超资料年数 ${length}`,
    `return periods of ${far.join(', ')} years lie far beyond ${length} years of record`,
  );
  return [{ code: 'far-extrapolation', text }];
}
