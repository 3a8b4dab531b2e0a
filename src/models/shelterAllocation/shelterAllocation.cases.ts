import type { ReferenceCase } from '../model.ts';
import { allocateSplit, allocateWhole } from './allocation.ts';
import { busTime } from './movement.ts';

// Small allocations solved by hand, and the arithmetic of buses.

const small = {
  people: [100, 80, 60],
  capacity: [120, 130],
  seconds: [
    [10, 30],
    [20, 25],
    [40, 15],
  ],
};
const exact = { relative: 1e-9 };

export const shelterCases: readonly ReferenceCase[] = [
  {
    id: 'by-hand',
    subject: { zh: '三村两所', en: 'three villages, two shelters' },
    source:
      'solved by hand: 100·10 + 20·20 + 60·25 + 60·15; whole: no two villages fit into one shelter, so the smallest stays without a place',
    inputs: { people: '100, 80, 60', capacity: '120, 130', seconds: '10 30 / 20 25 / 40 15' },
    checks: [
      {
        quantity: { zh: '可拆分：总人秒', en: 'split: person seconds' },
        unit: '人·s',
        expected: 3_800,
        tolerance: exact,
        computed: () => allocateSplit(small).personSeconds,
      },
      {
        quantity: { zh: '整村：未安置', en: 'whole: without a place' },
        unit: '人',
        expected: 60,
        tolerance: exact,
        computed: () => allocateWhole(small).unplaced.reduce((a, b) => a + b, 0),
      },
    ],
    cost: 'instant',
  },
  {
    id: 'buses',
    subject: { zh: '客车往返', en: 'rounds of buses' },
    source: 'arithmetic: 3 rounds of 2 × 45 seats for 200 people, 3 × (1200 + 600) + 2 × 1200 s',
    inputs: { people: 200, buses: 2, seats: 45, driveS: 1200, handlingS: 600 },
    checks: [
      {
        quantity: { zh: '末人到达', en: 'last arrival' },
        unit: 's',
        expected: 7_800,
        tolerance: exact,
        computed: () => busTime(200, { buses: 2, seats: 45, driveS: 1200, handlingS: 600 }).seconds,
      },
    ],
    cost: 'instant',
  },
];
