import type { ReferenceCase } from '../model.ts';
import { cmtThree, enTwentyTwo, okSmall } from './instances.table.ts';
import { planDispatch } from './search.ts';
import { costOf, tourThrough } from './tour.ts';
import { readVrplib } from './vrplib.ts';

const small = () => readVrplib(okSmall, { distance: 'round' });

export const dispatchCases: readonly ReferenceCase[] = [
  {
    id: 'E-n22-k4',
    subject: { zh: '21 个需求点、4 辆车', en: '21 stops, 4 trucks' },
    source: 'Christofides and Eilon; PyVRP/PyVRP tests/data/E-n22-k4.txt, commit 441b46c06f36 (optimum in its comment)',
    inputs: { capacity: 6000, distances: 'Euclidean, rounded' },
    checks: [
      {
        quantity: { zh: '总距离', en: 'total distance' },
        unit: '1',
        expected: 375,
        tolerance: { absolute: 0 },
        computed: () => costOf(planDispatch(readVrplib(enTwentyTwo, { distance: 'round', trucks: 4 }), 3_000)),
      },
    ],
    cost: 'instant',
  },
  {
    id: 'OkSmall',
    subject: { zh: '带时间窗的四个需求点', en: 'four stops with windows' },
    source: 'PyVRP/PyVRP tests/data/OkSmall.txt, commit 910cf77076cb; the optimum found by trying every plan (test beside)',
    inputs: { capacity: 10, trucks: 3, windows: 'yes' },
    checks: [
      {
        quantity: { zh: '线路 {1,2}、{3,4} 的距离', en: 'distance of tours {1,2} and {3,4}' },
        unit: '1',
        expected: 9_725,
        tolerance: { absolute: 0 },
        computed: () => (tourThrough(small(), 0, [1, 2])?.cost ?? 0) + (tourThrough(small(), 0, [3, 4])?.cost ?? 0),
      },
      {
        quantity: { zh: '最优', en: 'best plan' },
        unit: '1',
        expected: 9_155,
        tolerance: { absolute: 0 },
        computed: () => costOf(planDispatch(small(), 500)),
      },
    ],
    cost: 'instant',
    note: { zh: '9725 是该文件配套解的距离，不是最优值', en: '9725 is the distance of the plan that comes with the file, not the optimum' },
  },
  {
    id: 'CMT3',
    subject: { zh: '100 个需求点', en: '100 stops' },
    source: 'Christofides, Mingozzi, Toth 1979; vidalt/HGS-CVRP Instances/CVRP/CMT3.vrp, commit 080cdedcd9dd (best known 826.14)',
    inputs: { capacity: 200, distances: 'Euclidean, exact', iterations: 10_000 },
    checks: [
      {
        quantity: { zh: '总距离', en: 'total distance' },
        unit: '1',
        expected: 826.14,
        tolerance: { relative: 0.03 },
        computed: () => costOf(planDispatch(readVrplib(cmtThree, { distance: 'exact' }), 10_000)),
      },
    ],
    cost: 'seconds',
  },
];
