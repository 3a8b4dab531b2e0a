import { expect, test } from 'vitest';
import { isScheduled, type Schedule } from './schedule.ts';

const always: Schedule = { hours: null, weekdays: null, months: null, days: null };
const at = (local: string) => Date.parse(`${local}+08:00`);
const night = { ...always, hours: { fromMinute: 22 * 60, toMinute: 6 * 60 } };

test('a span over midnight belongs to the day on which it began', () => {
  const fridayNight = { ...night, weekdays: [5] };
  expect(isScheduled(fridayNight, at('2026-07-03T23:59:59.999'))).toBe(true);
  expect(isScheduled(fridayNight, at('2026-07-04T00:00:00'))).toBe(true);
  expect(isScheduled(fridayNight, at('2026-07-04T05:59:59'))).toBe(true);
  expect(isScheduled(fridayNight, at('2026-07-04T06:00:00'))).toBe(false);
  expect(isScheduled(fridayNight, at('2026-07-03T03:00:00'))).toBe(false);
});

test('midnight and the second of a leap second are ordinary instants', () => {
  const morning = { ...always, hours: { fromMinute: 0, toMinute: 8 * 60 } };
  expect(isScheduled(morning, at('2026-07-01T00:00:00'))).toBe(true);
  // 2016-12-31T23:59:60Z is 07:59:60 in Shanghai, which epoch milliseconds give as 08:00:00 or 07:59:59.
  expect(isScheduled(morning, Date.UTC(2016, 11, 31, 23, 59, 59))).toBe(true);
  expect(isScheduled(morning, Date.UTC(2016, 11, 31, 23, 59, 59) + 1000)).toBe(false);
});

test('months, working days and their exceptions count', () => {
  const flood = { ...always, months: [6, 7, 8, 9] };
  expect(isScheduled(flood, at('2026-06-01T00:00:00'))).toBe(true);
  expect(isScheduled(flood, at('2026-05-31T23:59:59'))).toBe(false);
  const days = { only: 'working', holidays: ['2026-10-01'], extraWorkdays: ['2026-10-10'] } as const;
  expect(isScheduled({ ...always, days }, at('2026-10-01T12:00:00'))).toBe(false);
  expect(isScheduled({ ...always, days }, at('2026-10-10T12:00:00'))).toBe(true);
  expect(isScheduled({ ...always, days: { ...days, only: 'off' } }, at('2026-10-11T12:00:00'))).toBe(true);
});
