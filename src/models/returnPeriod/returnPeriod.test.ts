import { expect, test } from 'vitest';
import { runModel } from '../runModel.ts';
import { seededRandom } from '../statistics.ts';
import { gumbel, pearson3 } from './distributions.ts';
import { returnPeriod } from './returnPeriod.ts';

const random = seededRandom(5);
/** Sixty years of a Gumbel with mean 100 and deviation 30. */
const maxima = Array.from({ length: 60 }, () => gumbel(100, 30).quantile(Math.min(0.999_999, Math.max(1e-6, random()))));

test('the hundred-year value of the true distribution lies inside the band', () => {
  for (const distribution of ['gumbel', 'pearson3']) {
    const result = runModel(returnPeriod, { maxima, distribution, years: [100], observed: 194 });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const [hundred] = result.outputs['design'] as { low: number; value: number; high: number }[];
    const truth = gumbel(100, 30).quantile(0.99);
    expect(hundred?.low).toBeLessThan(truth);
    expect(hundred?.high).toBeGreaterThan(truth);
    expect(result.outputs['observedYears']).toBeGreaterThan(20);
  }
});

test('quantile and share undo each other', () => {
  for (const each of [gumbel(80, 20), pearson3(80, 0.4, 1.2)]) expect(each.below(each.quantile(0.98))).toBeCloseTo(0.98, 9);
});

test('few years, far periods and a record without spread are told', () => {
  const few = runModel(returnPeriod, { maxima: [50, 60, 70, 65, 55], years: [100] });
  expect(few.ok && [few.validity[0]?.met, few.warnings[0]?.code]).toEqual([false, 'far-extrapolation']);
  const flat = runModel(returnPeriod, { maxima: [50, 50, 50, 50, 50], years: [10] });
  expect(flat.ok ? null : flat.problems[0]).toMatchObject({ field: 'maxima', rule: 'data' });
});

test('the same record always gives the same band', () => {
  const [one, other] = [runModel(returnPeriod, { maxima, years: [50] }), runModel(returnPeriod, { maxima, years: [50] })];
  expect(one).toEqual(other);
});
