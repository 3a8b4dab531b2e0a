import type { ReferenceCase } from '../model.ts';
import { exitTimes, flowThrough, type Passage } from './exitTime.ts';

const corridor: Passage = { kind: 'corridor', widthM: 2, lengthM: 40, people: 1, freeMps: null };
const stairs: Passage = { kind: 'stairs', widthM: 2, lengthM: 10, people: 1, freeMps: null };
const lastOf = (chain: readonly Passage[]): number => exitTimes(chain).at(-1)!.lastS;

export const buildingExitCases: readonly ReferenceCase[] = [
  {
    id: 'RiMEA-1',
    subject: { zh: '单人走 40 m 走道', en: 'one person, 40 m corridor' },
    source: 'RiMEA test 1 as asserted by PedestrianDynamics/jupedsim Utest/rimea_tests/test_1 (26 to 34 s)',
    inputs: { lengthM: 40, freeMps: 1.33, widthM: 2, people: 1 },
    checks: [
      { quantity: { zh: '用时', en: 'time' }, unit: 's', expected: 30, tolerance: { absolute: 4 }, computed: () => lastOf([corridor]) },
    ],
    cost: 'instant',
  },
  {
    id: 'RiMEA-2',
    subject: { zh: '单人上 10 m 楼梯', en: 'one person, 10 m of stairs' },
    source: 'RiMEA test 2 as asserted by PedestrianDynamics/jupedsim Utest/rimea_tests/test_2, commit 3311d3564e9c (19 to 21 s)',
    inputs: { lengthM: 10, freeMps: 0.5, widthM: 2, people: 1 },
    checks: [
      { quantity: { zh: '用时', en: 'time' }, unit: 's', expected: 20, tolerance: { absolute: 1 }, computed: () => lastOf([stairs]) },
    ],
    cost: 'instant',
  },
  {
    id: 'door-flow',
    subject: { zh: '门前排队', en: 'a queue at a door' },
    source: 'closed form: people over flow',
    inputs: { door: '1.3 m clear, 1.0 m effective', people: 132 },
    checks: [
      {
        quantity: { zh: '流量', en: 'flow' },
        unit: '人/s',
        expected: 1.32,
        tolerance: { relative: 1e-9 },
        computed: () => flowThrough({ kind: 'door', widthM: 1.3 }),
      },
      {
        quantity: { zh: '用时', en: 'time' },
        unit: 's',
        expected: 100,
        tolerance: { relative: 1e-9 },
        computed: () => lastOf([{ kind: 'door', widthM: 1.3, lengthM: 0, people: 132, freeMps: null }]),
      },
    ],
    cost: 'instant',
  },
];
