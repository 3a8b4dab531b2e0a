import type { Check, ReferenceCase } from '../model.ts';
import { epaDistance, stoichiometricShare, tntOverpressure } from './blast.ts';
import { fireballHeat, fireballOf } from './fires.ts';
import { groundedSphereViewFactor } from './radiation.ts';

// Published figures of fires and explosions.

const close = { relative: 0.005 };
const sheet = 'worked BLEVE sheet after CCPS (propane road tanker), public page';
const tanker = 22.7 * 0.9 * 585.3;

function ballCheck(tonnes: number, zh: string, en: string, unit: string, expected: number, computed: () => number): Check {
  return { quantity: { zh: `${tonnes} t：${zh}`, en: `${tonnes} t: ${en}` }, unit, expected, tolerance: close, computed };
}

const ball = (mass: number) => fireballOf(mass, 46.35e6, 0.3);
const tnt: readonly (readonly [z: number, kPa: number])[] = [
  [1, 1008.8],
  [2, 207.93],
  [3, 82.35],
  [5, 29.24],
  [8, 13.59],
  [10, 9.985],
  [15, 6.066],
  [20, 4.393],
  [30, 2.854],
  [40, 2.121],
];

export const cases: readonly ReferenceCase[] = [
  {
    id: 'S5',
    subject: { zh: '丙烷槽车 BLEVE', en: 'BLEVE of a propane road tanker' },
    source: sheet,
    inputs: { 'V m³': 22.7, fill: 0.9, 'ρ kg/m³': 585.3, 'X m': 100, 'E kW/m²': 350 },
    checks: [
      { quantity: { zh: '质量', en: 'Mass' }, unit: 'kg', expected: 11_957.7, tolerance: close, computed: () => tanker },
      {
        quantity: { zh: '火球直径', en: 'Diameter' },
        unit: 'm',
        expected: 132.6,
        tolerance: close,
        computed: () => fireballOf(tanker, 46.35e6, 0.3).diameterM,
      },
      {
        quantity: { zh: '持续时间', en: 'Duration' },
        unit: 's',
        expected: 10.3,
        tolerance: close,
        computed: () => fireballOf(tanker, 46.35e6, 0.3).seconds,
      },
      {
        quantity: { zh: '视角系数', en: 'View factor' },
        unit: '1',
        expected: 0.255,
        tolerance: close,
        computed: () => groundedSphereViewFactor(132.6, 100),
      },
      {
        quantity: { zh: '热辐射', en: 'Heat' },
        unit: 'kW/m²',
        expected: 89.1,
        tolerance: close,
        computed: () => 350 * groundedSphereViewFactor(132.6, 100),
      },
    ],
    cost: 'instant',
  },
  {
    id: 'S6',
    subject: { zh: '火球尺度与热辐射（地面 200 m）', en: 'Size and heat of fireballs (200 m on the ground)' },
    source: 'CCPS formulas, recomputed',
    inputs: { R: 0.3, 'Hc kJ/kg': 46_350, 'pw Pa': 2810, 'X m': 200 },
    checks: [
      ballCheck(10, '直径', 'diameter', 'm', 124.96, () => ball(10_000).diameterM),
      ballCheck(10, '时间', 'duration', 's', 9.695, () => ball(10_000).seconds),
      ballCheck(10, '热辐射', 'heat', 'kW/m²', 14.66, () => fireballHeat(ball(10_000), 2810, 200) / 1000),
      ballCheck(100, '直径', 'diameter', 'm', 269.21, () => ball(100_000).diameterM),
      ballCheck(100, '时间', 'duration', 's', 17.714, () => ball(100_000).seconds),
      ballCheck(100, '表面辐射功率', 'emissive power', 'kW/m²', 344.8, () => ball(100_000).emissivePower / 1000),
      ballCheck(
        100,
        '视角系数',
        'view factor',
        '1',
        0.2243,
        () => (ball(100_000).diameterM / 2 / Math.hypot(200, ball(100_000).heightM)) ** 2,
      ),
      ballCheck(100, '热辐射', 'heat', 'kW/m²', 48.71, () => fireballHeat(ball(100_000), 2810, 200) / 1000),
    ],
    cost: 'instant',
    note: { zh: '有资料把大质量时间印作 2.6·m^(1/3)，为误印', en: 'a stored sheet prints 2.6·m^(1/3) for large masses, a misprint' },
  },
  {
    id: 'S7',
    subject: { zh: 'TNT 超压曲线', en: 'Overpressure of TNT' },
    source: 'Kinney & Graham 1985, closed form',
    inputs: { 'Z m/kg^⅓': '1 … 40' },
    checks: tnt.map(([z, kPa]) => ({
      quantity: { zh: `Z = ${z}`, en: `Z ${z}` },
      unit: 'kPa',
      expected: kPa,
      tolerance: close,
      computed: () => tntOverpressure(z) / 1000,
    })),
    cost: 'instant',
  },
  {
    id: 'S8',
    subject: { zh: 'EPA 蒸气云爆炸 1 psi 距离', en: 'EPA distance to 1 psi of a vapour cloud explosion' },
    source: 'US EPA 550-B-99-009, as reported; the guidance tabulates 0.3 mile (483 m)',
    inputs: { 'W lb': 50_000, 'Hc kJ/kg': 46_333, 'H TNT kJ/kg': 4680 },
    checks: [
      {
        quantity: { zh: '距离', en: 'Distance' },
        unit: 'm',
        expected: 479.6,
        tolerance: close,
        computed: () => epaDistance(50_000 * 0.45359237, 46.333e6),
      },
    ],
    cost: 'instant',
    note: { zh: '公式与数值为转述，原文未读', en: 'formula and figure are reported; the text itself has not been read' },
  },
  {
    id: 'S9',
    subject: { zh: '正丁烷化学计量浓度', en: 'Stoichiometric share of n-butane' },
    source: 'selenized.github.io 2021-01-09 (numbers only)',
    inputs: { 'O₂ per mole': 6.5, 'O₂ in air': 0.20946 },
    checks: [
      {
        quantity: { zh: '体积分数', en: 'Volume share' },
        unit: '1',
        expected: 0.0312186,
        tolerance: close,
        computed: () => stoichiometricShare(6.5),
      },
    ],
    cost: 'instant',
  },
];
