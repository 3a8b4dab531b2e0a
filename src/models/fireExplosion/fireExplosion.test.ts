import { expect, test } from 'vitest';
import { destination } from '#geo/distance.ts';
import { runModel } from '../runModel.ts';
import type { FireOutput } from './fields.ts';
import { jetFlameLength, poolFireHeat } from './fires.ts';
import { fireExplosion } from './fireExplosion.ts';
import { cylinderViewFactor, fluxForProbit, heatDeaths } from './radiation.ts';

const at: [number, number] = [116.95, 34.18];
const run = (more: Record<string, unknown>) => {
  const answer = runModel(fireExplosion, { source: at, substance: 'propane', ...more });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return { ...answer, outputs: answer.outputs as unknown as FireOutput };
};
const problems = (more: Record<string, unknown>) => {
  const answer = runModel(fireExplosion, { source: at, substance: 'propane', ...more });
  return answer.ok ? [] : answer.problems.map(({ field, rule, unit }) => `${field} ${rule} ${unit}`);
};

/** Sum over the visible side of an upright cylinder of cosθ1·cosθ2/(πr²), for an upright and a lying target. */
function viewBySum(diameterM: number, heightM: number, distance: number): number {
  const r = diameterM / 2;
  const [na, nz] = [600, 600];
  let [upright, lying] = [0, 0];
  for (let i = 0; i < na; i += 1) {
    const angle = (2 * Math.PI * (i + 0.5)) / na;
    for (let j = 0; j < nz; j += 1) {
      const z = (heightM * (j + 0.5)) / nz;
      const [dx, dy] = [distance - r * Math.cos(angle), -r * Math.sin(angle)];
      const squared = dx * dx + dy * dy + z * z;
      const facing = (dx * Math.cos(angle) + dy * Math.sin(angle)) / Math.sqrt(squared);
      if (facing <= 0) continue;
      const piece = (facing * (r * ((2 * Math.PI) / na)) * (heightM / nz)) / (Math.PI * squared * Math.sqrt(squared));
      upright += piece * dx;
      lying += piece * z;
    }
  }
  return Math.hypot(upright, lying);
}

test('the view factor of a flame is the sum over its visible side', () => {
  for (const [d, h, x] of [
    [10, 15, 12],
    [10, 15, 40],
    [30, 12, 50],
    [2, 20, 9],
  ] as const)
    expect(cylinderViewFactor(d, h, x) / viewBySum(d, h, x)).toBeCloseTo(1, 2);
});

test('heat and blast fall with distance, deaths with them, and a circle lies where its level is', () => {
  const accidents = [
    { kind: 'fireball', massKg: 10_000 },
    { kind: 'jetFire', rateKgS: 20 },
    { kind: 'poolFire', poolDiameterM: 15, latentHeat: 430_000, liquidHeatCapacity: 2500 },
    { kind: 'vceTnt', massKg: 2000 },
  ];
  for (const accident of accidents) {
    const { outputs } = run(accident);
    expect(outputs.effects).toEqual([...outputs.effects].toSorted((a, b) => b - a));
    expect(outputs.deaths).toEqual([...outputs.deaths].toSorted((a, b) => b - a));
    const radii = outputs.circles.map(({ radiusM }) => radiusM);
    expect(radii).toEqual(radii.toSorted((a, b) => a - b));
    for (const { radiusM, lowM, highM } of outputs.circles) expect(lowM <= radiusM && radiusM <= highM).toBe(true);
  }
});

test('a neighbour within the heat it cannot bear is on top of the domino list', () => {
  const neighbours = [
    { name: 'far', place: destination(at, 900, 90) },
    { name: 'near', place: destination(at, 60, 0) },
    { name: 'hardened', place: destination(at, 60, 180), heatWm2: 400_000 },
  ];
  const { outputs } = run({ kind: 'fireball', massKg: 20_000, neighbours });
  expect(outputs.domino.map(({ name, mayFail }) => [name, mayFail])).toEqual([
    ['near', true],
    ['hardened', false],
    ['far', false],
  ]);
});

test('20 kW/m² for 20 s kills about half, as the Purple Book form gives, and longer than 20 s counts as 20', () => {
  expect(heatDeaths(20_000, 20)).toBeCloseTo(0.537, 2);
  expect(heatDeaths(20_000, 300)).toBe(heatDeaths(20_000, 20));
  expect(heatDeaths(fluxForProbit(5, 20), 20)).toBeCloseTo(0.5, 6);
});

test('flash fire is the cloud itself', () => {
  const cloud = {
    type: 'Polygon',
    coordinates: [[at, destination(at, 100, 90), destination(at, 100, 0), at]],
  };
  const { outputs } = run({ kind: 'flashFire', cloud, neighbours: [{ name: 'inside', place: destination(at, 50, 45) }] });
  expect(outputs.area.features[0]!.geometry).toEqual(cloud);
  expect(outputs.domino[0]!.mayFail).toBe(true);
});

test('a method without checked curves asks for them instead of making them up', () => {
  expect(problems({ kind: 'vceMultiEnergy', congestedVolumeM3: 1000 })).toEqual(['curve data 1']);
  expect(
    problems({
      kind: 'vceBst',
      curve: [
        { scaledDistance: 1, scaledOverpressure: 0.2 },
        { scaledDistance: 2, scaledOverpressure: 0.3 },
      ],
      curveSource: 'x',
    }),
  ).toEqual(['congestedVolumeM3 required m³', 'curve combination 1']);
  const curve = [
    { scaledDistance: 0.5, scaledOverpressure: 0.5 },
    { scaledDistance: 1, scaledOverpressure: 0.2 },
    { scaledDistance: 10, scaledOverpressure: 0.02 },
  ];
  const { outputs, warnings } = run({ kind: 'vceMultiEnergy', congestedVolumeM3: 1000, curve, curveSource: 'AQ/T 3046 fig. E.1' });
  // Scaled distance 1 lies at (3.5e9/101325)^⅓ = 32.6 m and has 0.2 of an atmosphere.
  expect(outputs.circles.find(({ id }) => id === 'blast20')!.radiusM).toBeGreaterThan(30);
  expect(warnings.map(({ code }) => code)).toContain('own-curve');
});

test('missing amounts and figures are named', () => {
  expect(problems({ kind: 'fireball' })).toEqual(['massKg required kg']);
  expect(problems({ kind: 'jetFire', rateKgS: -1 })).toEqual(['rateKgS min kg/s']);
  expect(problems({ kind: 'fireball', massKg: 100, substance: 'chlorine' })).toEqual(['heatOfCombustion data J/kg']);
  expect(problems({ kind: 'poolFire', poolDiameterM: 10 })).toEqual(['latentHeat data J/kg', 'liquidHeatCapacity data J/(kg·K)']);
});

test('a flame in the way of nothing radiates nothing below zero', () => {
  expect(poolFireHeat({ diameterM: 10, lengthM: 12, vapourPa: 1400 }, 5.01)).toBeGreaterThan(0);
  expect(jetFlameLength(46e6, 1)).toBeCloseTo(15.6, 0);
});
