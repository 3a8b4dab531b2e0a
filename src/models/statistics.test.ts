import { expect, test } from 'vitest';
import {
  gammaP,
  gammaQuantile,
  lnGamma,
  momentsOf,
  normalP,
  normalQuantile,
  quantile,
  robustDeviation,
  seededRandom,
} from './statistics.ts';

test('the gamma function meets its known values', () => {
  expect(lnGamma(5)).toBeCloseTo(Math.log(24), 12);
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  expect(gammaP(1, 2)).toBeCloseTo(1 - Math.exp(-2), 14);
  expect(gammaP(1, 20)).toBeCloseTo(1 - Math.exp(-20), 14);
});

test('quantiles undo their distribution functions', () => {
  for (const share of [0.001, 0.1, 0.5, 0.9, 0.999]) {
    expect(gammaP(2.3, gammaQuantile(2.3, share))).toBeCloseTo(share, 10);
    expect(normalP(normalQuantile(share))).toBeCloseTo(share, 10);
  }
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
});

test('a sample has the moments it was made with', () => {
  const random = seededRandom(7);
  const sample = Array.from({ length: 20_000 }, () => 10 + 2 * normalQuantile(Math.max(1e-9, random())));
  const { mean, deviation, skewness } = momentsOf(sample);
  expect(mean).toBeCloseTo(10, 1);
  expect(deviation).toBeCloseTo(2, 1);
  expect(Math.abs(skewness)).toBeLessThan(0.06);
  expect(robustDeviation(sample)).toBeCloseTo(2, 1);
});

test('quantiles lie between the values, and chance repeats with its seed', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(() => quantile([], 0.5)).toThrow('no values');
  expect(() => momentsOf([1, 2])).toThrow('three');
  const [one, other] = [seededRandom(3), seededRandom(3)];
  expect([one(), one()]).toEqual([other(), other()]);
});
