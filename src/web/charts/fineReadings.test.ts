import { expect, test } from 'vitest';
import type { Observations } from '#web/api/answers.ts';
import { withPart } from './fineReadings.ts';

const whole: Observations = {
  point: { id: 'p', name: '', unit: '', stationName: '' },
  rules: [],
  items: [0, 100, 200, 300, 400].map((atMs) => [atMs, atMs, 'good']),
};

test('the part looked at takes the place of the thinned readings there', () => {
  const part = { items: [110, 150, 190, 200, 210].map((atMs): [number, number, 'good'] => [atMs, 1, 'good']) };
  expect(withPart(whole, part).items.map(([atMs]) => atMs)).toEqual([0, 100, 110, 150, 190, 200, 210, 300, 400]);
});

test('a part without readings changes nothing', () => {
  expect(withPart(whole, { items: [] })).toEqual(whole);
});
