import { expect, test } from 'vitest';
import { chinaCalendar, holidayYears, isWorkingDay } from './workingDays.table.ts';

test('a make-up Sunday is worked and the week day it pays for is free', () => {
  expect([isWorkingDay('2026-02-14'), isWorkingDay('2026-02-16'), isWorkingDay('2026-02-24')]).toEqual([true, false, true]);
  expect([isWorkingDay('2026-10-10'), isWorkingDay('2026-10-08'), isWorkingDay('2026-07-04')]).toEqual([true, true, false]);
});

test('make-up days are Saturdays and Sundays outside the holidays, and every date lies in its year', () => {
  for (const { year, free, worked } of holidayYears) {
    for (const date of worked) {
      expect([0, 6]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
      expect(free.some(([from, to]) => from <= date && date <= to)).toBe(false);
    }
    for (const date of [...worked, ...free.flat()]) expect(date.slice(0, 4)).toBe(String(year));
    for (const [from, to] of free) expect(from <= to).toBe(true);
  }
});

test.each([
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has as many working days as its notice leaves', (year, expected) => {
  let days = 0;
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000)
    if (isWorkingDay(new Date(day).toISOString().slice(0, 10))) days += 1;
  expect(days).toBe(expected);
});

test('a year nobody entered is not taken for verified', () => {
  expect([chinaCalendar.isListed(2026), chinaCalendar.isListed(2027)]).toEqual([true, false]);
});
