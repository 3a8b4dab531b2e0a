import type { Check, ReferenceCase } from '../model.ts';
import { type DensePlume, densePlumeShare, type DensePuff, densePuffShare } from './britterMcQuaid.ts';
import { betaOf, plumeCurves } from './curves.table.ts';

const library = 'aefarrell/GasDispersion.jl, tests at commits 27ac300 and 983a672 (MIT)';

const burro: DensePlume = {
  density: 1.76,
  temperatureK: 111.15,
  windSpeed: 10.9,
  airTemperatureK: 298,
  airPressurePa: 101_325,
  volumeRate: (0.23 * 425.6) / 1.76,
  sourceDiameterM: 1,
};

const potchefstroom: DensePuff = {
  density: 1.434,
  temperatureK: 239.834,
  windSpeed: 2,
  airTemperatureK: 293.15,
  airPressurePa: 101_325,
  volume: 72_500,
};

function shareCheck(x: number, expected: number): Check {
  return {
    quantity: { zh: `C/C0，x = ${x} m`, en: `C/C0 at ${x} m` },
    unit: '1',
    expected,
    tolerance: { relative: 0.005 },
    computed: () => densePlumeShare(burro, x),
  };
}

function puffCheck(x: number, expected: number): Check {
  return {
    quantity: { zh: `浓度，x = ${x} m`, en: `concentration at ${x} m` },
    unit: 'kg/m³',
    expected,
    tolerance: { relative: 0.005 },
    computed: () => densePuffShare(potchefstroom, x) * (38_000 / 72_500),
  };
}

const betas: readonly (readonly [alpha: number, expected: readonly number[]])[] = [
  [-0.75, [1.75, 1.92, 2.08, 2.25, 2.4, 2.6]],
  [-0.4, [1.784, 2.016, 2.21, 2.394, 2.564, 2.714]],
  [-0.2, [1.832, 2.06, 2.25, 2.45, 2.63, 2.77]],
  [0, [1.78, 1.96, 2.16, 2.35, 2.56, 2.71]],
];

export const cases: readonly ReferenceCase[] = [
  {
    id: 'D9',
    subject: { zh: '重气烟羽：液化天然气（CCPS 第 122 页，类 Burro）', en: 'Dense plume: LNG (CCPS p. 122, as Burro)' },
    source: `CCPS 1999 p. 122; ${library}`,
    inputs: { 'liquid m³/s': 0.23, 'ρ liquid kg/m³': 425.6, 'ρ gas kg/m³': 1.76, 'T K': 111.15, 'u10 m/s': 10.9, 'T air K': 298 },
    checks: [shareCheck(45.2, 0.67202), shareCheck(367, 0.050718), shareCheck(1200, 0.0049214)],
    cost: 'instant',
    note: { zh: '原书 5% 浓度距离为 367 m', en: 'the book puts the 5 % distance at 367 m' },
  },
  {
    id: 'D10',
    subject: { zh: '重气烟羽关联曲线 β(α)', en: 'Dense plume correlation β(α)' },
    source: `HSE 17/1988 as digitised in EPA-454/B-94-023; ${library}`,
    inputs: { 'Cm/C0': '0.10 0.05 0.02 0.01 0.005 0.002' },
    checks: betas.flatMap(([alpha, expected]) =>
      plumeCurves.map((curve, at) => ({
        quantity: { zh: `α = ${alpha}，Cm/C0 = ${curve.share}`, en: `α ${alpha}, Cm/C0 ${curve.share}` },
        unit: '1',
        expected: expected[at]!,
        tolerance: { absolute: 0.0005 },
        computed: () => betaOf(curve, alpha),
      })),
    ),
    cost: 'instant',
    note: {
      zh: '另一公开来源把末条曲线标作 0.001，0.005 曲线斜率取 −0.49；原手册未读',
      en: 'another public copy labels the last curve 0.001 and gives 0.005 a slope of −0.49; the workbook has not been read',
    },
  },
  {
    id: 'D10-puff',
    subject: { zh: '重气瞬时源：Potchefstroom 氨罐', en: 'Dense puff: the Potchefstroom ammonia tank' },
    source: `HSE 17/1988 example; ${library}`,
    inputs: { 'mass kg': 38_000, 'volume m³': 72_500, 'u10 m/s': 2, 'T K': 239.834, 'T air K': 293.15 },
    checks: [puffCheck(160, 0.11109706), puffCheck(355, 0.06264085), puffCheck(3133, 0.00064036583)],
    cost: 'instant',
  },
];
