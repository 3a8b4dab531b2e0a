import { describe, expect, test } from 'vitest';
import { dueAt, isCalendarKnown, localDate, workingDaysBetween, type Calendar } from './dueAt.ts';
import { versionOn, type ClockRule } from './deadline.ts';

const calendar: Calendar = {
  isWorkingDay: (date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
  isListed: (year) => year === 2026,
};
const start = new Date('2026-07-03T17:30:00+08:00'); // a Friday

describe('when a clock is due', () => {
  test('minutes and hours run from the start, also over night', () => {
    expect(dueAt({ within: { minutes: 30 } }, start, calendar)).toEqual(new Date('2026-07-03T18:00:00+08:00'));
    expect(dueAt({ within: { hours: 12 } }, start, calendar)).toEqual(new Date('2026-07-04T05:30:00+08:00'));
  });

  test('days end with the local day, working days skip the weekend', () => {
    expect(dueAt({ within: { days: 2 } }, start, calendar)).toEqual(new Date('2026-07-06T00:00:00+08:00'));
    expect(dueAt({ within: { workingDays: 2 } }, start, calendar)).toEqual(new Date('2026-07-08T00:00:00+08:00'));
  });

  test('months and years end with the day of the same number, or the last of a shorter month', () => {
    const month = new Date('2026-08-31T10:00:00+08:00');
    expect(dueAt({ within: { months: 6 } }, month, calendar)).toEqual(new Date('2027-03-01T00:00:00+08:00'));
    expect(dueAt({ within: { years: 3 } }, start, calendar)).toEqual(new Date('2029-07-04T00:00:00+08:00'));
    expect(dueAt({ within: { years: 1 } }, new Date('2024-02-29T10:00:00+08:00'), calendar)).toEqual(new Date('2025-03-01T00:00:00+08:00'));
  });

  test('a day of the year and a time of the day are the next ones', () => {
    expect(dueAt({ within: { monthDay: '01-31' } }, start, calendar)).toEqual(new Date('2027-02-01T00:00:00+08:00'));
    expect(dueAt({ within: { timeOfDay: '09:00' } }, start, calendar)).toEqual(new Date('2026-07-04T09:00:00+08:00'));
    expect(dueAt({ within: { timeOfDay: '18:00' } }, start, calendar)).toEqual(new Date('2026-07-03T18:00:00+08:00'));
  });

  test('a date the case must set is no date by itself', () => {
    expect(() => dueAt({ within: { setByCase: true } }, start, calendar)).toThrow('without a date');
  });

  test('the local date is the one in Shanghai, not in Greenwich', () => {
    expect(localDate(new Date('2026-07-03T16:30:00Z'))).toBe('2026-07-04');
  });

  test('working days between two dates leave out the first and count the last', () => {
    expect(workingDaysBetween('2026-07-03', '2026-07-07', calendar)).toBe(2);
    expect(workingDaysBetween('2026-07-07', '2026-07-03', calendar)).toBe(0);
  });
});

describe('whether the holidays of a deadline are known', () => {
  const late = new Date('2026-12-30T10:00:00+08:00');

  test('working days that reach into a year nobody entered are not verified; up to its eve they are', () => {
    const inside = dueAt({ within: { workingDays: 1 } }, late, calendar);
    const beyond = dueAt({ within: { workingDays: 5 } }, late, calendar);
    expect(isCalendarKnown({ workingDays: 1 }, late, inside, calendar)).toBe(true);
    expect(isCalendarKnown({ workingDays: 5 }, late, beyond, calendar)).toBe(false);
  });

  test('calendar days never ask', () => {
    expect(isCalendarKnown({ days: 400 }, late, dueAt({ within: { days: 400 } }, late, calendar), calendar)).toBe(true);
  });
});

test('a case opened before a change of law keeps the old clock', () => {
  const source = { standard: 's', clause: 'c', jurisdiction: 'j', source: 'x', verified: true };
  const rule: ClockRule = {
    id: 'r',
    label: { zh: '', en: '' },
    duty: { zh: '', en: '' },
    versions: [
      { from: '2007-06-01', to: '2024-10-31', within: { hours: 2 }, ...source },
      { from: '2024-11-01', within: { hours: 1 }, ...source },
    ],
  };
  expect(versionOn(rule, '2024-10-31')?.within).toEqual({ hours: 2 });
  expect(versionOn(rule, '2024-11-01')?.within).toEqual({ hours: 1 });
  expect(versionOn(rule, '2007-05-31')).toBeNull();
});
