import type { ReferenceCase } from '../model.ts';
import { flashFraction } from './flash.ts';
import { gasOutflow, liquidOutflow, liquidVelocity } from './outflow.ts';
import { poolEvaporated, type PoolFeed } from './pool.ts';

// Published source terms. The butane chain is a worked screening example after CCPS; its property correlations are not kept
// here, only what they give at the temperatures of the case.

const close = { relative: 0.005 };
const library = 'aefarrell/GasDispersion.jl, tests at commit 27ac300 (MIT)';
const chain = 'selenized.github.io 2020-11-20, butane sphere, after CCPS 1996/1999 (numbers only)';

const hole = {
  dischargeCoefficient: 0.63,
  holeDiameterM: 0.01,
  liquidDensity: 490,
  pressurePa: 120_935.0368,
  ambientPressurePa: 101_325,
  headM: 0,
};
const sphere = {
  dischargeCoefficient: 0.61,
  holeDiameterM: 0.0508,
  liquidDensity: 573.23,
  pressurePa: 101_353 + 1_723_689,
  ambientPressurePa: 101_353,
  headM: 15.24,
};
const flashed = 0.17128;
const aerosol = 0.922795;

function airborne(bundAreaM2: number): number {
  const rate = liquidOutflow(sphere);
  const feed: PoolFeed = {
    rate: rate * (1 - flashed) * (1 - aerosol),
    liquidDensity: 602.51,
    latentHeat: 385_546,
    boilingK: 272.55,
    groundK: 298.15,
    ground: { conductivity: 1.28, diffusivity: 6.6e-7 },
    bundAreaM2,
  };
  return rate * (flashed + (1 - flashed) * aerosol) * 600 + poolEvaporated(feed, 600);
}

export const cases: readonly ReferenceCase[] = [
  {
    id: 'S1',
    subject: { zh: '液体孔口（CCPS 第 40 页）', en: 'Liquid through a hole (CCPS p. 40)' },
    source: `CCPS 1999 p. 40; ${library}`,
    inputs: { 'ρ kg/m³': 490, Cd: 0.63, 'd m': 0.01, 'p Pa': 120_935.0368, 'pa Pa': 101_325 },
    checks: [
      { quantity: { zh: '速率', en: 'Rate' }, unit: 'kg/s', expected: 0.2169115, tolerance: close, computed: () => liquidOutflow(hole) },
      { quantity: { zh: '速度', en: 'Velocity' }, unit: 'm/s', expected: 5.63633, tolerance: close, computed: () => liquidVelocity(hole) },
    ],
    cost: 'instant',
  },
  {
    id: 'S1-gas',
    subject: { zh: '气体孔口，声速流（CCPS 第 47 页）', en: 'Choked gas through a hole (CCPS p. 47)' },
    source: `CCPS 1999 p. 47; ${library}`,
    inputs: { 'ρ kg/m³': 8.9, Cd: 0.85, 'd m': 0.01, 'p Pa': 501_000, 'T K': 298, γ: 1.15 },
    checks: [
      {
        quantity: { zh: '速率', en: 'Rate' },
        unit: 'kg/s',
        expected: 0.090028,
        tolerance: close,
        computed: () =>
          gasOutflow({
            dischargeCoefficient: 0.85,
            holeDiameterM: 0.01,
            pressurePa: 501_000,
            ambientPressurePa: 101_325,
            temperatureK: 298,
            molarMass: (8.9 * 8.314462618 * 298) / 501_000,
            heatRatio: 1.15,
          }).rate,
      },
    ],
    cost: 'instant',
  },
  {
    id: 'S2',
    subject: { zh: '丁烷球罐 2 英寸孔', en: 'Butane sphere, 2 in hole' },
    source: chain,
    inputs: { 'p Pa gauge': 1_723_689, 'head m': 15.24, 'd m': 0.0508, Cd: 0.61, 'ρ kg/m³ at 25 °C': 573.23 },
    checks: [
      { quantity: { zh: '速率', en: 'Rate' }, unit: 'kg/s', expected: 56.3109, tolerance: close, computed: () => liquidOutflow(sphere) },
    ],
    cost: 'instant',
  },
  {
    id: 'S3',
    subject: { zh: '丁烷闪蒸分数', en: 'Flash of butane' },
    source: chain,
    inputs: { 'cp J/(kg·K) at 25 °C': 2417.296, 'ΔHv J/kg at 25 °C': 361_290.3, 'T K': 298.15, 'Tb K': 272.55 },
    checks: [
      {
        quantity: { zh: '闪蒸分数', en: 'Flashed share' },
        unit: '1',
        expected: 0.171283,
        tolerance: close,
        computed: () => flashFraction(2417.296, 361_290.3, 298.15, 272.55),
      },
    ],
    cost: 'instant',
  },
  {
    id: 'S4',
    subject: { zh: '混凝土上的丁烷液池，10 分钟', en: 'Butane pool on concrete, 10 min' },
    source: chain,
    inputs: { 'k W/(m·K)': 1.28, 'α m²/s': 6.6e-7, 'ΔT K': 25.6, 'bund m²': 46.4515, 'aerosol share': aerosol },
    checks: [
      {
        quantity: { zh: '云团总量，有围堰', en: 'In the air, bunded' },
        unit: 'kg',
        expected: 31_737,
        tolerance: close,
        computed: () => airborne(46.4515),
      },
      {
        quantity: { zh: '云团总量，无围堰', en: 'In the air, no bund' },
        unit: 'kg',
        expected: 33_426,
        tolerance: close,
        computed: () => airborne(Infinity),
      },
    ],
    cost: 'instant',
    note: { zh: '成雾分数由原文给出', en: 'the airborne share of the liquid is given by the source' },
  },
];
