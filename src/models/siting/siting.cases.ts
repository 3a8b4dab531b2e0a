import type { ReferenceCase } from '../model.ts';
import { kCentre } from './centre.ts';
import { maximumCover } from './cover.ts';
import { pMedian, type SitingProblem } from './median.ts';
import { pmed1 } from './pmed1.table.ts';
import { readPmed } from './pmedFile.ts';

function instance(): SitingProblem {
  const { p, distance } = readPmed(pmed1);
  return { distance, weight: distance.map(() => 1), sites: p };
}

const exact = { absolute: 1e-9 };
const inputs = { instance: 'pmed1: 100 nodes, 200 edges', p: 5 };
const source = 'OR-Library (Beasley 1985); optima after kcenteropt.txt and pmedopt.txt';

export const sitingCases: readonly ReferenceCase[] = [
  {
    id: 'pmed1-median',
    subject: { zh: 'pmed1 p-中位', en: 'pmed1, p-median' },
    source,
    inputs,
    checks: [
      {
        quantity: { zh: '总距离', en: 'total distance' },
        unit: '1',
        expected: 5_819,
        tolerance: exact,
        computed: () => pMedian(instance(), { rounds: 60 }).value,
      },
    ],
    cost: 'instant',
  },
  {
    id: 'pmed1-centre',
    subject: { zh: 'pmed1 k-中心', en: 'pmed1, k-centre' },
    source,
    inputs,
    checks: [
      {
        quantity: { zh: '最远距离', en: 'farthest' },
        unit: '1',
        expected: 127,
        tolerance: exact,
        computed: () => kCentre(instance()).value,
      },
    ],
    cost: 'instant',
  },
  {
    id: 'pmed1-cover',
    subject: { zh: 'pmed1 以最优半径覆盖全部', en: 'pmed1, everything within the best radius' },
    source: 'follows from the k-centre optimum: five sites cover all 100 nodes within 127',
    inputs: { ...inputs, radius: 127 },
    checks: [
      {
        quantity: { zh: '覆盖', en: 'covered' },
        unit: '1',
        expected: 100,
        tolerance: exact,
        computed: () => maximumCover(instance(), 127).value,
      },
    ],
    cost: 'instant',
  },
];
