import { expect, test } from 'vitest';
import { addressOf, pauseSeconds } from './feedAddress.ts';
import { retryAfter } from './feedFetch.ts';

const cursor = new Date('2026-07-01T00:00:00.500Z');
const feed = (sinceForm: string | null, sinceParameter: string | null = 'from') => ({
  url: 'https://water.example/levels?x=1&from=0',
  sinceParameter,
  sinceForm,
  overlapSeconds: 60,
});
const fromOf = (form: string | null) => new URL(addressOf(feed(form), cursor)).searchParams.get('from');

test('“since” is written as the platform wants it, set back by the overlap', () => {
  expect(fromOf('epochMs')).toBe('1782863940500');
  expect(fromOf('epochSeconds')).toBe('1782863940');
  expect(fromOf('iso')).toBe('2026-06-30T23:59:00.500Z');
  expect(fromOf('chinese')).toBe('2026-07-01 07:59:00');
  expect(fromOf(null)).toBe('2026-06-30T23:59:00.500Z');
});

test('without a parameter, or before the first reading, the address is as declared', () => {
  expect(addressOf(feed('iso', null), cursor)).toBe('https://water.example/levels?x=1&from=0');
  expect(addressOf(feed('iso'), null)).toBe('https://water.example/levels?x=1&from=0');
});

test('failures double the pause up to an hour, or the interval where that is longer; the platform may ask for more', () => {
  expect([0, 1, 2, 3, 6, 50].map((failures) => pauseSeconds(60, failures, null))).toEqual([60, 60, 120, 240, 1920, 3600]);
  expect(pauseSeconds(86_400, 3, null)).toBe(86_400);
  expect(pauseSeconds(60, 1, 600)).toBe(600);
  expect(pauseSeconds(60, 0, 5)).toBe(60);
});

test('Retry-After is seconds or a date, never more than a day', () => {
  const now = Date.UTC(2026, 6, 1);
  expect(retryAfter('120', now)).toBe(120);
  expect(retryAfter('Wed, 01 Jul 2026 00:02:00 GMT', now)).toBe(120);
  expect(retryAfter('Wed, 01 Jul 2020 00:02:00 GMT', now)).toBe(0);
  expect(retryAfter('999999999', now)).toBe(86_400);
  expect(retryAfter('soon', now)).toBeNull();
  expect(retryAfter(null, now)).toBeNull();
});
