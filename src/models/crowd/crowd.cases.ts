import type { ReferenceCase } from '../model.ts';
import { minutesUntil } from './minutesUntil.ts';

export const cases: readonly ReferenceCase[] = [
  {
    id: 'C1',
    subject: { zh: '到 3 人/m² 的时间', en: 'Time to 3 people/m²' },
    source: 'closed form',
    inputs: { 'area m²': 1000, people: 1000, 'in /min': 80, 'out /min': 30 },
    checks: [
      {
        quantity: { zh: '分钟', en: 'minutes' },
        unit: 'min',
        expected: 40,
        tolerance: { absolute: 1e-9 },
        computed: () => minutesUntil(3 * 1000, 1000, 80 - 30) ?? -1,
      },
    ],
    cost: 'instant',
  },
];
