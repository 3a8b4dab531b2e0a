import type { Label } from '../field.ts';
import type { ReferenceCase } from '../model.ts';
import { frequencyFactor, gumbel } from './distributions.ts';

const say = (zh: string, en: string): Label => ({ zh, en });

export const cases: readonly ReferenceCase[] = [
  {
    id: 'RP1-gumbel',
    subject: say('极值 I 型频率因子（样本无限长）', 'Gumbel frequency factors of an endless record'),
    source: 'closed form: −(√6/π)(0.5772 + ln ln(T/(T−1)))',
    inputs: {},
    checks: [2, 10, 100].map((years) => ({
      quantity: say(`T = ${years}`, `T = ${years}`),
      unit: '1',
      expected: (-Math.sqrt(6) / Math.PI) * (0.5772156649015329 + Math.log(Math.log(years / (years - 1)))),
      tolerance: { absolute: 1e-9 },
      computed: () => gumbel(0, 1).quantile(1 - 1 / years),
    })),
    cost: 'instant',
  },
  {
    id: 'RP2-pearson3',
    subject: say('P-III，Cs = 2 时即指数分布', 'Pearson III with Cs = 2 is the exponential distribution'),
    source: 'closed form: Φ = −ln P − 1',
    inputs: { Cs: 2 },
    checks: [0.1, 0.01, 0.001].map((exceedance) => ({
      quantity: say(`P = ${exceedance}`, `P = ${exceedance}`),
      unit: '1',
      expected: -Math.log(exceedance) - 1,
      tolerance: { absolute: 1e-9 },
      computed: () => frequencyFactor(2, exceedance),
    })),
    cost: 'instant',
  },
];
