import type { ReferenceCase } from '../model.ts';
import { needOf, normOf } from './norms.table.ts';

const exact = { absolute: 0 };

export const demandCases: readonly ReferenceCase[] = [
  {
    id: 'arithmetic',
    subject: { zh: '1000 人 3 天', en: '1,000 people for 3 days' },
    source: 'arithmetic with the norms of the table',
    inputs: { people: 1000, days: 3 },
    checks: [
      {
        quantity: { zh: '饮用水', en: 'drinking water' },
        unit: 'L',
        expected: 9_000,
        tolerance: exact,
        computed: () => needOf(normOf('drinkingWater')!, 1_000, 3),
      },
      {
        quantity: { zh: '帐篷（每 6 人一顶，进位）', en: 'tents, one for each six begun' },
        unit: '顶',
        expected: 167,
        tolerance: exact,
        computed: () => needOf(normOf('tent')!, 1_000, 3),
      },
    ],
    cost: 'instant',
  },
];
