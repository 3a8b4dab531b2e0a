import type { Check, ReferenceCase } from '../model.ts';
import { finiteShare, plume, puff, puffSeries, type Weather } from './plume.ts';
import { puffSigma, type SigmaSetId, sigmaSets } from './sigma.ts';
import { type StabilityClass, stabilityClasses } from './stability.ts';
import { type WindSetId, windSpeedAt } from './windProfile.ts';

// Published figures of the passive cloud, each computed when it is asked for.

const library = 'aefarrell/GasDispersion.jl, tests at commit 27ac300 (MIT)';
const close = { relative: 0.005 };

function weather(sigma: SigmaSetId, stability: StabilityClass, speed = 2): Weather {
  return { speed, stability, sigma: sigmaSets[sigma], lidM: Infinity };
}

const sigmaWords = { y: { zh: '横风向 σy', en: 'σy' }, z: { zh: '垂直 σz', en: 'σz' } } as const;

function sigmaChecks(name: 'y' | 'z', compute: (stability: StabilityClass) => number, expected: readonly number[]): Check[] {
  return stabilityClasses.map((stability, at) => ({
    quantity: { zh: `${sigmaWords[name].zh}，${stability} 类`, en: `${sigmaWords[name].en}, class ${stability}` },
    unit: 'm',
    expected: expected[at]!,
    tolerance: { relative: 0.005 },
    computed: () => compute(stability),
  }));
}

function sigmaCase(id: string, set: SigmaSetId, source: string, y: readonly number[], z: readonly number[]): ReferenceCase {
  const { label } = sigmaSets[set];
  return {
    id,
    subject: { zh: `扩散参数：${label.zh}，x = 1.2 m`, en: `Dispersion coefficients: ${label.en}, x = 1.2 m` },
    source,
    inputs: { 'x m': 1.2 },
    checks: [...sigmaChecks('y', (c) => sigmaSets[set].y(c, 1.2), y), ...sigmaChecks('z', (c) => sigmaSets[set].z(c, 1.2), z)],
    cost: 'instant',
  };
}

function windChecks(set: WindSetId, speed: number, from: number, to: number, expected: readonly number[]): Check[] {
  return stabilityClasses.map((stability, at) => ({
    quantity: { zh: `${set} ${stability} 类，${to} m 风速`, en: `${set}, class ${stability}, wind at ${to} m` },
    unit: 'm/s',
    expected: expected[at]!,
    tolerance: close,
    computed: () => windSpeedAt(speed, from, to, stability, set),
  }));
}

function isc3Check(stability: StabilityClass, x: number, expected: number): Check {
  return {
    quantity: { zh: `${stability} 类 σz，x = ${x} m`, en: `class ${stability}, σz at ${x} m` },
    unit: 'm',
    expected,
    tolerance: close,
    computed: () => sigmaSets.isc3Rural.z(stability, x),
  };
}

const puffAt500 = (): number => puff(1, 0, weather('pasquillGifford', 'F'), 500, 0, 0, 250);
const short = weather('briggsRural', 'D');

export const cases: readonly ReferenceCase[] = [
  {
    id: 'D1',
    subject: { zh: '高斯烟羽（CCPS 第 97 页）', en: 'Gaussian plume (CCPS p. 97)' },
    source: `CCPS, Guidelines for Consequence Analysis 1999 p. 97; ${library}`,
    inputs: { 'Q kg/s': 0.1, 'u m/s': 2, class: 'F', 'height m': 0, 'x m': 500 },
    checks: [
      {
        quantity: { zh: '轴线地面浓度', en: 'Concentration on the axis at the ground' },
        unit: 'kg/m³',
        expected: 1.0347e-4,
        tolerance: close,
        computed: () => plume(0.1, 0, weather('pasquillGifford', 'F'), 500, 0, 0),
      },
    ],
    cost: 'instant',
  },
  {
    id: 'D2',
    subject: { zh: '瞬时烟团（CCPS 第 101 页）', en: 'Instantaneous puff (CCPS p. 101)' },
    source: `CCPS 1999 p. 101; ${library}`,
    inputs: { 'mass kg': 1, 'u m/s': 2, class: 'F', 'x m': 500, 't s': 250 },
    checks: [
      { quantity: { zh: 'σy', en: 'σy' }, unit: 'm', expected: 5.04793, tolerance: close, computed: () => puffSigma.y('F', 500) },
      { quantity: { zh: 'σz', en: 'σz' }, unit: 'm', expected: 2.21484, tolerance: close, computed: () => puffSigma.z('F', 500) },
      {
        quantity: { zh: '烟团中心浓度', en: 'Concentration at the centre' },
        unit: 'kg/m³',
        expected: 1 / (Math.SQRT2 * Math.PI ** 1.5 * 5.04793 ** 2 * 2.21484),
        tolerance: close,
        computed: puffAt500,
      },
    ],
    cost: 'instant',
    note: { zh: '原书 σy 印作 6.1，为误印', en: 'the book prints σy 6.1, a misprint' },
  },
  sigmaCase(
    'D3',
    'tno',
    `TNO Yellow Book CPR 14E ch. 4; ${library}`,
    [0.61702, 0.43446, 0.24613, 0.15096, 0.11552, 0.07662],
    [0.32993, 0.26855, 0.25455, 0.22973, 0.17135, 0.13559],
  ),
  sigmaCase(
    'D4',
    'briggsRural',
    `CCPS 1999, open country; ${library}`,
    [0.26398, 0.19199, 0.13199, 0.09599, 0.072, 0.048],
    [0.24, 0.144, 0.09599, 0.07194, 0.03599, 0.01919],
  ),
  sigmaCase(
    'D5',
    'briggsUrban',
    `CCPS 1999, town; ${library}`,
    [0.38391, 0.38391, 0.26394, 0.19195, 0.13197, 0.13197],
    [0.28817, 0.28817, 0.24, 0.16797, 0.09591, 0.09591],
  ),
  {
    id: 'D6',
    subject: { zh: '风廓线指数律（CCPS）', en: 'Wind power law (CCPS)' },
    source: `CCPS 1999 table 2.11; ${library}`,
    inputs: { 'u m/s': 3, 'from m': 1, 'to m': 10 },
    checks: [
      ...windChecks('rural', 3, 1, 10, [3.52469, 3.52469, 3.77678, 4.23761, 6.71616, 10.6444]),
      ...windChecks('urban', 3, 1, 10, [4.23761, 4.23761, 4.75468, 5.33484, 7.53566, 11.9432]),
    ],
    cost: 'instant',
  },
  {
    id: 'D7',
    subject: { zh: '风廓线对数律（TNO，粗糙度 0.1 m）', en: 'Logarithmic wind (TNO, roughness 0.1 m)' },
    source: `TNO Yellow Book; ${library}`,
    inputs: { 'u m/s': 2, 'from m': 10, 'to m': 15 },
    checks: windChecks('tno', 2, 10, 15, [2.1058, 2.11344, 2.12981, 2.17609, 2.34015, 2.5428]),
    cost: 'instant',
  },
  {
    id: 'D8',
    subject: { zh: 'ISC3 乡村垂直扩散参数', en: 'ISC3 rural σz' },
    source: `US EPA-454/B-95-003b table 1-2; ${library}`,
    inputs: { classes: 'D, F' },
    checks: [
      isc3Check('D', 100, 4.6512),
      isc3Check('D', 500, 18.297),
      isc3Check('D', 2000, 50.151),
      isc3Check('D', 5000, 88.69),
      isc3Check('D', 15_000, 169.67),
      isc3Check('F', 100, 2.3255),
      isc3Check('F', 500, 8.3956),
      isc3Check('F', 2500, 24.424),
      isc3Check('F', 10_000, 46.384),
    ],
    cost: 'instant',
  },
  {
    id: 'D11',
    subject: { zh: '烟团扩散参数（CCPS），x = 1.2 m', en: 'Puff coefficients (CCPS), x = 1.2 m' },
    source: `Slade 1968, CCPS 1999; ${library}`,
    inputs: { 'x m': 1.2 },
    checks: [
      ...sigmaChecks('y', (c) => puffSigma.y(c, 1.2), [0.21287, 0.16557, 0.11826, 0.07096, 0.0473, 0.02352]),
      ...sigmaChecks('z', (c) => puffSigma.z(c, 1.2), [0.68792, 0.60545, 0.38699, 0.17042, 0.11258, 0.05588]),
    ],
    cost: 'instant',
  },
  {
    id: 'D12',
    subject: { zh: '有限时长：三个烟团之和；时长趋于无穷即烟羽', en: 'Finite release: sum of three puffs; endless release is a plume' },
    source: `definition; Palazzi et al. 1982; ${library}`,
    inputs: { 'Q kg/s': 0.1, 'duration s': 10, 'x m': 500, 't s': 250 },
    checks: [
      {
        quantity: { zh: '三烟团平均', en: 'Mean of three shifted puffs' },
        unit: 'kg/m³',
        expected: [0, 5, 10].reduce((sum, late) => sum + puff(1, 10, weather('pasquillGifford', 'F'), 500, 0, 10, 250 - late) / 3, 0),
        tolerance: { relative: 1e-9 },
        computed: () => puffSeries(1, 10, 3, 10, weather('pasquillGifford', 'F'), { x: 500, y: 0, z: 10 }, 250),
      },
      {
        quantity: { zh: '长时间泄漏与烟羽之比', en: 'Share of the plume left by a very long release' },
        unit: '1',
        expected: 1,
        tolerance: { absolute: 1e-6 },
        computed: () => finiteShare(short, 1e6, 500, 5e5),
      },
    ],
    cost: 'instant',
  },
];
