import { expect, test } from 'vitest';
import { runModel } from '../runModel.ts';
import { gammaQuantile, momentsOf, seededRandom } from '../statistics.ts';
import { drought } from './drought.ts';

const random = seededRandom(9);
/** Forty years of rain: wet summers, dry winters with a month of none now and then. */
const monthlyMm = Array.from({ length: 480 }, (_, at) => {
  const wet = 10 + 70 * Math.max(0, Math.sin((Math.PI * ((at % 12) - 2)) / 8));
  const share = random();
  return share < 0.05 ? 0 : wet * 0.5 * gammaQuantile(2, Math.min(0.9999, share));
});

function seriesOf(input: object): { at: number; spi: number; grade: number }[] {
  const result = runModel(drought, input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.outputs['series'] as { at: number; spi: number; grade: number }[];
}

test('over the whole record the index is a standard normal', () => {
  const { mean, deviation } = momentsOf(seriesOf({ monthlyMm, months: 3 }).map(({ spi }) => spi));
  expect(Math.abs(mean)).toBeLessThan(0.05);
  expect(deviation).toBeCloseTo(1, 1);
});

test('three months without rain are an extreme drought, three wet ones none', () => {
  const dry = seriesOf({ monthlyMm: [...monthlyMm.slice(0, 477), 0, 0, 0], months: 3 }).at(-1);
  const wet = seriesOf({ monthlyMm: [...monthlyMm.slice(0, 477), 200, 200, 200], months: 3 }).at(-1);
  expect(dry?.grade).toBe(4);
  expect(wet).toMatchObject({ grade: 0 });
});

test('a record of a desert cannot be judged and says so', () => {
  const refusal = runModel(drought, { monthlyMm: Array.from({ length: 240 }, () => 0) });
  expect(refusal.ok ? null : refusal.problems[0]).toMatchObject({ field: 'monthlyMm', rule: 'data' });
});
