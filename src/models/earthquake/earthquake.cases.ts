import type { Label } from '../field.ts';
import type { Check, ReferenceCase } from '../model.ts';
import type { AttenuationId } from './attenuation.table.ts';
import { accelerationGal, attenuationOf, deathRatio, epicentralIntensity, semiAxisKm } from './intensity.ts';

const say = (zh: string, en: string): Label => ({ zh, en });
const kilometre = { absolute: 0.051 };

function axes(id: AttenuationId, magnitude: number, expected: Readonly<Record<number, readonly [long: number, short: number]>>): Check[] {
  return Object.entries(expected).flatMap(([intensity, [long, short]]) => {
    const at = (axis: 'long' | 'short') => semiAxisKm(attenuationOf(id)[axis], magnitude, Number(intensity));
    return [
      {
        quantity: say(`${intensity} 度长半轴`, `semi-axis along strike at ${intensity}`),
        unit: 'km',
        expected: long,
        tolerance: kilometre,
        computed: () => at('long'),
      },
      {
        quantity: say(`${intensity} 度短半轴`, `semi-axis across strike at ${intensity}`),
        unit: 'km',
        expected: short,
        tolerance: kilometre,
        computed: () => at('short'),
      },
    ];
  });
}

const computed = say('由公布系数直接求解', 'solved from the published coefficients');
const source = 'GB 18306-2015, attenuation relations (宣贯教材)';

export const cases: readonly ReferenceCase[] = [
  {
    id: 'K1-eastern-6.5',
    subject: say('东部强震区 M6.5', 'Eastern region, M 6.5'),
    source,
    inputs: { M: 6.5, relation: 'eastern' },
    checks: axes('eastern', 6.5, { 6: [74.4, 56.2], 7: [33.1, 23.1], 8: [9, 5.9] }),
    cost: 'instant',
    note: computed,
  },
  {
    id: 'K1-eastern-5.5',
    subject: say('东部强震区 M5.5，不到 8 度', 'Eastern region, M 5.5; VIII is not reached'),
    source,
    inputs: { M: 5.5, relation: 'eastern' },
    checks: axes('eastern', 5.5, { 6: [22.8, 15.5], 7: [3, 1.9], 8: [0, 0] }),
    cost: 'instant',
    note: computed,
  },
  {
    id: 'K1-moderate-6.5',
    subject: say('中强区 M6.5', 'Moderate region, M 6.5'),
    source,
    inputs: { M: 6.5, relation: 'moderate' },
    checks: axes('moderate', 6.5, { 6: [57.5, 46], 7: [23.6, 16.6], 8: [5.6, 3.5] }),
    cost: 'instant',
    note: computed,
  },
  {
    id: 'K1-moderate-5.5',
    subject: say('中强区 M5.5', 'Moderate region, M 5.5'),
    source,
    inputs: { M: 5.5, relation: 'moderate' },
    checks: axes('moderate', 5.5, { 6: [21.9, 15.3], 7: [4.7, 2.9] }),
    cost: 'instant',
    note: computed,
  },
  {
    id: 'K1-epicentre',
    subject: say('震中烈度两轴一致', 'Both axes agree at the epicentre'),
    source,
    inputs: { M: 5.5 },
    checks: (
      [
        ['eastern', 7.21],
        ['moderate', 7.43],
        ['wang2000', 7.26],
      ] as const
    ).map(([id, expected]) => ({
      quantity: say(`震中烈度 ${id}`, `epicentral intensity ${id}`),
      unit: '1',
      expected,
      tolerance: { absolute: 0.012 },
      computed: () => epicentralIntensity(attenuationOf(id), 5.5),
    })),
    cost: 'instant',
  },
  {
    id: 'K1-pga',
    subject: say('东部峰值加速度', 'Peak acceleration, east'),
    source: 'GB 18306-2015',
    inputs: { M: 6, 'R km': 20 },
    checks: (
      [
        ['long', 168.4],
        ['short', 118.1],
      ] as const
    ).map(([axis, expected]) => ({
      quantity: say(`PGA ${axis === 'long' ? '长轴' : '短轴'}`, `PGA ${axis} axis`),
      unit: 'gal',
      expected,
      tolerance: { relative: 0.005 },
      computed: () => accelerationGal('eastern', axis, 6, 20),
    })),
    cost: 'instant',
  },
  {
    id: 'K1-death-ratio',
    subject: say('死亡率（以 10 为底）', 'Death ratio, base 10'),
    source: 'Yin Zhiqian, lg RD = 12.479·D^0.1 − 13.3',
    inputs: {},
    checks: (
      [
        [0.01, 3.75e-6],
        [0.1, 4.1e-4],
        [0.5, 2.2e-2],
        [1, 1.51e-1],
      ] as const
    ).map(([share, expected]) => ({
      quantity: say(`D = ${share}`, `D = ${share}`),
      unit: '1',
      expected,
      tolerance: { relative: 0.005 },
      computed: () => deathRatio(share),
    })),
    cost: 'instant',
    note: say('程序中流传的自然指数形式会得到荒谬的比例', 'the natural exponential that circulates in programs gives absurd ratios'),
  },
];
