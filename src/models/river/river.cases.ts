import type { Check, ReferenceCase } from '../model.ts';
import { curveNumberRunoff, runoffBySteps } from './curveNumber.ts';
import { routeMuskingum } from './muskingum.ts';
import { nashUnitHydrograph, scsPeak, scsUnitHydrograph } from './unitHydrograph.ts';

const hydpy = 'HydPy musk_classic (docstring values; LGPL, numbers only)';
const wave = [0, 1, 6, 12, 10, 6, 3, 2, 1, 0];
const published = [0.125, 0.9375, 2.8125, 4.78125, 5.929688, 6.035156, 5.453125, 4.519531, 3.443848, 2.457764];
const halves = { present: 0.5, before: 0, kept: 0.5 };
const threeReaches = (inflow: readonly number[]) => routeMuskingum(inflow, 3, halves, 0);

const figure = (zh: string, en: string, unit: string, expected: number, absolute: number, computed: () => number): Check => ({
  quantity: { zh, en },
  unit,
  expected,
  tolerance: { absolute },
  computed,
});

export const riverCases: readonly ReferenceCase[] = [
  {
    id: 'R1',
    subject: { zh: '马斯京根三段', en: 'Muskingum, three reaches' },
    source: hydpy,
    inputs: { inflow: wave.join(' '), 'each reach': 'out = 0.5·in + 0.5·out before' },
    cost: 'instant',
    checks: published.map((expected, hour) =>
      figure(
        `第 ${hour + 1} 小时出流`,
        `outflow, hour ${hour + 1}`,
        'm³/s',
        expected,
        5e-7,
        () => threeReaches([...wave, 0])[hour + 1] ?? 0,
      ),
    ),
  },
  {
    id: 'R2',
    subject: { zh: '无坦化：三段平移三步', en: 'No damping: three reaches shift by three steps' },
    source: hydpy,
    inputs: { inflow: wave.join(' '), 'each reach': 'out = in before' },
    cost: 'instant',
    checks: wave.map((expected, hour) =>
      figure(`第 ${hour + 3} 小时出流`, `outflow, hour ${hour + 3}`, 'm³/s', expected, 1e-12, () => {
        const shift = { present: 0, before: 1, kept: 0 };
        return routeMuskingum([...wave, 0, 0, 0], 3, shift, 0)[hour + 3] ?? 0;
      }),
    ),
  },
  {
    id: 'R3',
    subject: { zh: '水量：出流总和等于入流总和', en: 'Volume: what flows out is what flowed in' },
    source: 'closed form',
    inputs: { inflow: wave.join(' '), steps: 200 },
    cost: 'instant',
    checks: [
      figure('出流总和', 'sum of outflow', 'm³/s', 41, 1e-9, () => {
        const long = [...wave, ...Array.from({ length: 190 }, () => 0)];
        return threeReaches(long).reduce((sum, each) => sum + each, 0);
      }),
    ],
  },
  {
    id: 'R4',
    subject: { zh: '单位线', en: 'Unit hydrographs' },
    source: 'closed forms; SCS peak 0.208·A·Q/Tp, NEH 630 ch. 16',
    inputs: { 'Nash n, k (h)': '1, 2', 'SCS Tc, D (h)': '5, 1', 'A (km²)': 100, 'Q (mm)': 10 },
    cost: 'instant',
    checks: [
      figure(
        '纳希 n = 1 首时段 1 − e^(−Δt/k)',
        'Nash n = 1, first step 1 − e^(−Δt/k)',
        '1',
        1 - Math.exp(-0.5),
        2e-6,
        () => nashUnitHydrograph(1, 7200, 3600)[0] ?? 0,
      ),
      figure('纳希总和', 'Nash, sum', '1', 1, 1e-12, () => nashUnitHydrograph(2.7, 5000, 1800).reduce((sum, each) => sum + each, 0)),
      figure('SCS 总和', 'SCS, sum', '1', 1, 1e-12, () => scsUnitHydrograph(18_000, 3600).reduce((sum, each) => sum + each, 0)),
      figure('SCS 洪峰', 'SCS, peak', 'm³/s', 59.43, 0.01, () => scsPeak(100, 10, 18_000, 3600)),
    ],
  },
  {
    id: 'R5',
    subject: { zh: 'SCS 曲线数产流', en: 'Runoff by the SCS curve number' },
    source: 'worked by hand: S 63.5, Ia 12.7, 87.3²/150.8',
    inputs: { CN: 80, 'P (mm)': 100 },
    cost: 'instant',
    checks: [
      figure('净雨', 'runoff', 'mm', 50.54, 0.005, () => curveNumberRunoff(100, 80)),
      figure('逐时段之和', 'sum over steps', 'mm', 50.54, 0.005, () =>
        runoffBySteps([20, 50, 30], 80).reduce((sum, each) => sum + each, 0),
      ),
    ],
  },
];
