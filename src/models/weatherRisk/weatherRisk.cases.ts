import type { Label } from '../field.ts';
import type { ReferenceCase } from '../model.ts';
import { htz } from './forestFireWeather.ts';

const say = (zh: string, en: string): Label => ({ zh, en });

export const cases: readonly ReferenceCase[] = [
  {
    id: 'K3-htz',
    subject: say('森林火险指数按表逐项相加', 'Forest fire index, the sum of its table'),
    source: 'LY/T 1172-1995 as reported: 22 °C → 13, 40 % → 9, 6 dry days → 30, wind grade 4 → 20, 20 % green → −5',
    inputs: { 'maximum °C': 22, 'humidity %': 40, 'dry days': 6, 'wind grade': 4, cover: '20 % green' },
    checks: [
      {
        quantity: say('HTZ', 'HTZ'),
        unit: '1',
        expected: 67,
        tolerance: { absolute: 0 },
        computed: () =>
          htz({ maximumC: 22, humidityPercent: 40, daysSinceRain: 6, windGrade: 4, cover: 'sparseGreen', variant: 'lyt1172' }).index,
      },
    ],
    cost: 'instant',
  },
];
