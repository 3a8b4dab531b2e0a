import type { Label } from '../field.ts';
import type { ReferenceCase } from '../model.ts';
import { gammaQuantile } from '../statistics.ts';
import { gammaFit } from './gammaFit.ts';

const say = (zh: string, en: string): Label => ({ zh, en });

/** A thousand evenly spread quantiles of a gamma distribution with shape 2.5 and scale 40. */
const sample = (): number[] => Array.from({ length: 1000 }, (_, index) => 40 * gammaQuantile(2.5, (index + 0.5) / 1000));

export const cases: readonly ReferenceCase[] = [
  {
    id: 'SPI1-fit',
    subject: say('Γ 分布拟合还原参数', 'The fit finds the parameters the rain was made with'),
    source: 'closed form: quantiles of a gamma distribution; Thom’s estimate is within 1 % for this shape',
    inputs: { shape: 2.5, 'scale mm': 40 },
    checks: [
      {
        quantity: say('形状', 'shape'),
        unit: '1',
        expected: 2.5,
        tolerance: { relative: 0.01 },
        computed: () => gammaFit(sample())?.shape ?? 0,
      },
      {
        quantity: say('尺度', 'scale'),
        unit: 'mm',
        expected: 40,
        tolerance: { relative: 0.01 },
        computed: () => gammaFit(sample())?.scale ?? 0,
      },
    ],
    cost: 'instant',
  },
];
