import { describe, expect, test } from 'vitest';
import type { CaseLine } from '#kernel/casework/case.ts';
import { lateFeeYuan, overdueDays } from './lateFee.rule.ts';

const payment = { dueAt: '2026-07-16T16:00:00.000Z', doneAt: null }; // last day 16 July 2026
const at = (day: string) => new Date(`${day}T10:00:00+08:00`);
const aLine = (action: string, day: string) => ({ action, at: at(day).toISOString() }) as CaseLine;

describe('the late charge', () => {
  test('is three per cent a day and never more than the fine', () => {
    expect([0, 1, 10, 33, 34, 400].map((days) => lateFeeYuan(100_000, days))).toEqual([0, 3_000, 30_000, 99_000, 100_000, 100_000]);
  });

  test('begins on the day after the last day of payment', () => {
    expect([at('2026-07-16'), at('2026-07-17'), at('2026-07-26')].map((now) => overdueDays(payment, [], now))).toEqual([0, 1, 10]);
  });

  test('leaves out the days of a remedy', () => {
    const lines = [aLine('fileRemedy', '2026-07-20'), aLine('upholdRemedy', '2026-07-30')];
    expect(overdueDays(payment, lines, at('2026-08-05'))).toBe(10);
    expect(overdueDays(payment, lines.slice(0, 1), at('2026-08-05'))).toBe(4);
  });

  test('stops growing when the fine was paid', () => {
    expect(overdueDays({ ...payment, doneAt: at('2026-07-20').toISOString() }, [], at('2026-09-01'))).toBe(4);
  });
});
