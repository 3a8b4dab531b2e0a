import { expect, test } from 'vitest';
import { aReading, minute, noon } from '#kernel/alarm/alarmBuilders.ts';
import { MeasuredTimes } from './measuredTimes.ts';

const ahead = (value: number, deviceAtMs: number, atMs: number) => aReading(value, atMs, { quality: 'clockAhead', deviceAtMs });

test('a copy that is sent again while the device clock is ahead is filed under the instant of the first', () => {
  const times = new MeasuredTimes();
  times.settle('p', ahead(20, noon + 60 * minute, noon));
  expect(times.settle('p', ahead(20, noon + 60 * minute, noon + 5_000))).toEqual(ahead(20, noon + 60 * minute, noon));
});

test('a copy is recognised although our clock was set back in between, and set right again', () => {
  const times = new MeasuredTimes();
  expect(times.settle('p', aReading(20, noon)).atMs).toBe(noon);
  const copy = times.settle('p', ahead(20, noon, noon - 30 * minute));
  expect([copy.atMs, copy.deviceAtMs]).toEqual([noon, undefined]);
  times.settle('p', ahead(21, noon + 1_000, noon - 29 * minute));
  expect(times.settle('p', aReading(21, noon + 1_000))).toMatchObject({ atMs: noon - 29 * minute, deviceAtMs: noon + 1_000 });
});

test('two readings that are corrected to the same instant are kept apart', () => {
  const times = new MeasuredTimes();
  times.settle('p', ahead(20, noon + 60 * minute, noon));
  expect(times.settle('p', ahead(21, noon + 61 * minute, noon)).atMs).toBe(noon + 1);
});

test('what an earlier run filed is remembered', () => {
  const times = new MeasuredTimes();
  times.remember('p', ahead(20, noon + 60 * minute, noon));
  expect(times.settle('p', ahead(20, noon + 60 * minute, noon + 5_000)).atMs).toBe(noon);
});

test('of a point the last 32 are remembered', () => {
  const times = new MeasuredTimes();
  for (let n = 0; n <= 32; n++) times.settle('p', ahead(n, noon + 60 * minute + n, noon + n));
  expect(times.settle('p', ahead(1, noon + 60 * minute + 1, noon + 5_000)).atMs).toBe(noon + 1);
  expect(times.settle('p', ahead(0, noon + 60 * minute, noon + 5_000)).atMs).toBe(noon + 5_000);
});
