import { expect, test } from 'vitest';
import { runModel } from '../runModel.ts';
import { crowd } from './crowd.ts';

const steps = [
  { name: '提醒', density: 2 },
  { name: '限流', density: 3 },
];
const square = { areaM2: 1000, people: 1000, inPerMinute: 80, outPerMinute: 30, steps };

test('a filling square reaches its steps when the count says so, earlier when the count is low', () => {
  const result = runModel(crowd, square);
  expect(result.ok && result.outputs).toMatchObject({
    density: 1,
    reached: null,
    steps: [
      { name: '提醒', people: 2000, minutes: 20, earliestMinutes: 18 },
      { name: '限流', people: 3000, minutes: 40, earliestMinutes: 38 },
    ],
  });
});

test('an emptying square reaches nothing, a full one has reached', () => {
  const empty = runModel(crowd, { ...square, outPerMinute: 100 });
  expect(empty.ok && empty.outputs['steps']).toMatchObject([{ minutes: null }, { minutes: null }]);
  const full = runModel(crowd, { ...square, people: 2500 });
  expect(full.ok && [full.outputs['reached'], (full.outputs['steps'] as { minutes: number }[])[0]?.minutes]).toEqual(['提醒', 0]);
});

test('steps that fall are refused with their place', () => {
  const refusal = runModel(crowd, { ...square, steps: steps.toReversed() });
  expect(refusal.ok ? null : refusal.problems[0]).toMatchObject({ field: 'steps[1].density', rule: 'order', value: 2 });
});
