import { expect, test } from 'vitest';
import { aPoint, aReading, noon } from '#kernel/alarm/alarmBuilders.ts';
import { isPlausible, judge } from './judge.ts';
import type { Reading } from './reading.ts';

const day = 24 * 3_600_000;

function judged(reading: Reading, point = aPoint()) {
  const counts: string[] = [];
  const result = judge(
    [reading],
    noon,
    () => point,
    (outcome) => counts.push(outcome),
  );
  return { ...result, reading: result.readings[0], counts };
}

test('an ordinary reading passes as it is', () => {
  const reading = aReading(12.5, noon - 1000);
  expect(judged(reading)).toMatchObject({ reading, counts: ['good'], refused: [] });
});

test('a value that is no number is refused with its reason', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(judged(aReading(value, noon))).toMatchObject({ readings: [], refused: [{ reason: 'notANumber' }], counts: ['notANumber'] });
  }
});

test('a value outside the physical range or a sentinel is kept but marked', () => {
  expect(judged(aReading(61, noon)).reading?.quality).toBe('outOfRange');
  expect(judged(aReading(-9999, noon), aPoint({ rangeMin: null, rangeMax: null })).reading?.quality).toBe('outOfRange');
  expect(judged(aReading(-9999, noon), aPoint({ rangeMin: -20_000, rangeMax: 0 })).reading?.quality).toBe('outOfRange');
});

test('a number that may be a measurement is one where the declared range holds it', () => {
  expect(isPlausible(9999, { rangeMin: null, rangeMax: null })).toBe(false);
  expect(isPlausible(9999, { rangeMin: 0, rangeMax: 20_000 })).toBe(true);
  expect(isPlausible(9999, undefined)).toBe(false);
});

test('a device whose clock says 2099 is heard at the time of receipt and its own time is kept', () => {
  const deviceAtMs = Date.parse('2099-01-01T00:00:00+08:00');
  expect(judged(aReading(12, deviceAtMs)).reading).toMatchObject({ atMs: noon, deviceAtMs, quality: 'clockAhead' });
});

test('a clock ahead by five minutes is tolerated, by a millisecond more is not', () => {
  expect(judged(aReading(12, noon + 300_000)).reading).toMatchObject({ atMs: noon + 300_000, quality: 'good' });
  expect(judged(aReading(12, noon + 300_001)).reading).toMatchObject({ atMs: noon, quality: 'clockAhead' });
});

test('a clock that was never set does not put readings into another century', () => {
  const deviceAtMs = Date.parse('2000-01-01T00:00:00+08:00');
  expect(judged(aReading(12, deviceAtMs)).reading).toMatchObject({ atMs: noon, deviceAtMs, quality: 'clockUnset' });
  expect(judged(aReading(12, Number.NaN)).reading).toEqual(aReading(12, noon, { quality: 'clockUnset' }));
});

test('a reading older than a day is late', () => {
  expect(judged(aReading(12, noon - day)).reading?.quality).toBe('good');
  expect(judged(aReading(12, noon - day - 1)).reading).toMatchObject({ quality: 'late', atMs: noon - day - 1 });
});

test('what the device says of itself stays, with the time put right', () => {
  const reading = aReading(-9999, Date.parse('2099-01-01T00:00:00+08:00'), { quality: 'device' });
  expect(judged(reading).reading).toMatchObject({ quality: 'device', atMs: noon });
});

test('several readings of one message whose clock is ahead, or was never set, keep their distance', () => {
  const hour = 3_600_000;
  const of = (...times: number[]) =>
    judge(
      times.map((atMs) => ({ channel: '', quantity: 'waterLevel', value: 20, unit: 'm', atMs, quality: 'good' as const })),
      noon,
      () => undefined,
      () => {},
    ).readings.map(({ atMs }) => atMs - noon);
  expect(of(noon + hour, noon + hour - 300_000)).toEqual([0, -300_000]);
  expect(of(1_000, 301_000)).toEqual([-300_000, 0]);
  expect(of(0, Date.parse('2010-01-01T00:00:00Z'))).toEqual([0, 0]);
});
