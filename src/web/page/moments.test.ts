import { expect, test } from 'vitest';
import { dayAndTime, dayOf, instantToWall, shortMoment, spanWords, timeOf, wallToInstant } from './moments.ts';

const at = '2026-06-30T19:04:05.000Z';

test('an instant is shown in the time of the county', () => {
  expect(dayAndTime(at)).toBe('2026-07-01 03:04');
  expect(dayAndTime(at, true)).toBe('2026-07-01 03:04:05');
  expect(dayOf(at)).toBe('2026-07-01');
  expect(timeOf(at)).toBe('03:04');
});

test('midnight is 00, not 24', () => {
  expect(timeOf('2026-06-30T16:00:00.000Z')).toBe('00:00');
});

test('an instant of today is shown without its day', () => {
  const now = Date.parse('2026-07-01T01:00:00.000Z');
  expect(shortMoment(at, now)).toBe('03:04');
  expect(shortMoment('2026-06-29T19:04:05.000Z', now)).toBe('06-30 03:04');
});

test('a wall clock reading comes back from its instant', () => {
  expect(wallToInstant('2026-07-01T03:04')).toBe('2026-06-30T19:04:00.000Z');
  expect(instantToWall(wallToInstant('2026-07-01T03:04'))).toBe('2026-07-01T03:04');
});

test('a span is told in its largest whole unit', () => {
  expect(spanWords(30_000, 'zh')).toBe('不到 1 分钟');
  expect(spanWords(7_300_000, 'en')).toBe('2 h');
  expect(spanWords(200_000_000, 'zh')).toBe('2 天');
});
