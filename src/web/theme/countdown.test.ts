import { expect, test } from 'vitest';
import { readCountdown } from './countdown.ts';

const due = Date.UTC(2026, 6, 1, 3);
const second = 1000;

test('under an hour minutes and seconds are shown, and a begun second counts as whole', () => {
  expect(readCountdown(due, due - 270 * second).digits.zh).toBe('04:30');
  expect(readCountdown(due, due - 1).digits.zh).toBe('00:01');
});

test('from an hour on hours are shown, from a day on days', () => {
  expect(readCountdown(due, due - 3909 * second).digits.zh).toBe('1:05:09');
  expect(readCountdown(due, due - 183_600 * second).digits).toEqual({ zh: '2 天 03:00', en: '2 d 03:00' });
});

test('at the due instant it is not yet overdue, one second later it is and says so in words', () => {
  expect(readCountdown(due, due)).toMatchObject({ isOverdue: false, digits: { zh: '00:00' } });
  const late = readCountdown(due, due + 61 * second);
  expect(late.isOverdue).toBe(true);
  expect(late.words).toEqual({ zh: '已超时 01:01', en: 'Overdue by 01:01' });
});
