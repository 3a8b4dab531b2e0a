import { expect, test } from 'vitest';
import { seededRandom } from '#geo/random.ts';
import { runModel } from '../runModel.ts';
import { criticalPressureRatio, gasOutflow } from './outflow.ts';
import { twoPhaseOutflow } from './flash.ts';
import { sourceTerms } from './sourceTerms.ts';

const sphere = {
  substance: 'butane',
  phase: 'liquid',
  holeDiameterM: 0.0508,
  pressurePa: 1_825_000,
  temperatureK: 298.15,
  headM: 15,
  inventoryKg: 5e5,
};
const run = (more: Record<string, unknown> = {}) => runModel(sourceTerms, { ...sphere, ...more });
const numbers = (more: Record<string, unknown> = {}) => {
  const answer = run(more);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.outputs as Record<string, number>;
};

test('the rate of a gas does not jump where it reaches the speed of sound', () => {
  const hole = { dischargeCoefficient: 0.8, holeDiameterM: 0.02, pressurePa: 3e5, temperatureK: 300, molarMass: 0.017, heatRatio: 1.3 };
  const critical = criticalPressureRatio(1.3) * 3e5;
  const below = gasOutflow({ ...hole, ambientPressurePa: critical * 0.9999 });
  const above = gasOutflow({ ...hole, ambientPressurePa: critical * 1.0001 });
  expect([below.choked, above.choked]).toEqual([true, false]);
  expect(above.rate / below.rate).toBeCloseTo(1, 6);
  expect(gasOutflow({ ...hole, ambientPressurePa: 3e5 }).rate).toBe(0);
});

test('what is in the air never exceeds what came out, over many leaks', () => {
  const random = seededRandom(5);
  for (let n = 0; n < 200; n += 1) {
    const out = numbers({
      holeDiameterM: random.between(0.001, 0.5),
      temperatureK: random.between(240, 400),
      groundK: random.between(275, 320),
      aerosolShare: random.next() < 0.5 ? undefined : random.next(),
      phase: random.pick(['liquid', 'twoPhase']),
      bundAreaM2: random.next() < 0.5 ? undefined : random.between(1, 1000),
    });
    expect(out['airborneKg']).toBeLessThanOrEqual(out['releasedKg']! * (1 + 1e-9));
    expect(out['releasedKg']).toBeLessThanOrEqual(5e5 * (1 + 1e-9));
    expect(out['flashedShare']! >= 0 && out['flashedShare']! <= 1).toBe(true);
  }
});

test('more vapour in the hole lets less mass out', () => {
  const hole = {
    dischargeCoefficient: 0.8,
    holeDiameterM: 0.05,
    pressurePa: 8e5,
    ambientPressurePa: 1e5,
    liquidDensity: 600,
    vapourDensity: 15,
  };
  const rates = [0, 0.1, 0.3, 1].map((vapourShare) => twoPhaseOutflow({ ...hole, vapourShare }));
  expect(rates).toEqual(rates.toSorted((a, b) => b - a));
});

test('missing figures, an empty vessel of pressure and a still pool are named', () => {
  const problems = (more: Record<string, unknown>) => {
    const answer = run(more);
    return answer.ok ? [] : answer.problems.map(({ field, rule, unit }) => `${field} ${rule} ${unit}`);
  };
  expect(problems({ holeDiameterM: -0.01 })).toEqual(['holeDiameterM min m']);
  expect(problems({ phase: 'gas' })).toEqual(['heatRatio data 1']);
  expect(problems({ phase: 'gas', heatRatio: 1.1, pressurePa: 9e4 })).toEqual(['pressurePa combination Pa']);
  expect(problems({ substance: 'chlorine' })).toEqual([
    'liquidDensityKgM3 data kg/m³',
    'liquidHeatCapacity data J/(kg·K)',
    'latentHeat data J/kg',
  ]);
  expect(problems({ boilingK: 340 })).toEqual(['vapourPressurePa data Pa']);
});

test('the worked butane chain comes out of the whole model too', () => {
  const out = numbers({
    pressurePa: 1_723_689 + 101_353,
    ambientPressurePa: 101_353,
    headM: 15.24,
    aerosolShare: 0.922795,
    groundK: 298.15,
  });
  expect(out['rateKgS']).toBeCloseTo(56.31, 1);
  expect(out['durationS']).toBe(600);
  expect(Math.abs(out['airborneKg']! / 33_426 - 1)).toBeLessThan(0.01);
});
