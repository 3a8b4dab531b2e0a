import type { ReferenceCase } from '../model.ts';
import { individualRisk, type RingScenario } from './risk.ts';

// Sums that can be done by hand.

const even = Array.from({ length: 16 }, () => 1 / 16);
const blast: RingScenario = { frequency: 1e-5, at: [0, 0], rings: [{ radiusM: 100, deaths: 1 }], halfAngleDeg: null };
const cloud: RingScenario = { frequency: 1e-4, at: [0, 0], rings: [{ radiusM: 1000, deaths: 0.5 }], halfAngleDeg: 9 };

export const cases: readonly ReferenceCase[] = [
  {
    id: 'Q1',
    subject: { zh: '爆炸与随风云团的个人风险叠加', en: 'Individual risk of a blast and of a cloud in an even rose' },
    source: 'TNO Purple Book CPR 18E (6.1), (6.2), by hand: 1e-5·1 + 1e-4·0.5·18/360',
    inputs: { 'blast 1/a': 1e-5, 'cloud 1/a': 1e-4, 'half-angle °': 9 },
    checks: [
      {
        quantity: { zh: '60 m 处', en: 'At 60 m' },
        unit: '1/a',
        expected: 1.25e-5,
        tolerance: { relative: 1e-9 },
        computed: () => individualRisk([blast, cloud], even, [60, 0]),
      },
      {
        quantity: { zh: '500 m 处', en: 'At 500 m' },
        unit: '1/a',
        expected: 2.5e-6,
        tolerance: { relative: 1e-9 },
        computed: () => individualRisk([blast, cloud], even, [0, -500]),
      },
    ],
    cost: 'instant',
  },
];
