import { describe, expect, test } from 'vitest';
import { dueAt, escalationAt, localDate } from './dueAt.ts';
import { versionOn, type ClockRule } from './deadline.ts';

const weekdays = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const start = new Date('2026-07-03T17:30:00+08:00'); // a Friday

describe('when a clock is due', () => {
  test('minutes and hours run from the start, also over night', () => {
    expect(dueAt({ within: { minutes: 30 } }, start, weekdays)).toEqual(new Date('2026-07-03T18:00:00+08:00'));
    expect(dueAt({ within: { hours: 12 } }, start, weekdays)).toEqual(new Date('2026-07-04T05:30:00+08:00'));
  });

  test('days end with the local day, working days skip the weekend', () => {
    expect(dueAt({ within: { days: 2 } }, start, weekdays)).toEqual(new Date('2026-07-06T00:00:00+08:00'));
    expect(dueAt({ within: { workingDays: 2 } }, start, weekdays)).toEqual(new Date('2026-07-08T00:00:00+08:00'));
  });

  test('the local date is the one in Shanghai, not in Greenwich', () => {
    expect(localDate(new Date('2026-07-03T16:30:00Z'))).toBe('2026-07-04');
  });

  test('steps come at 50, 80 and 100 per cent', () => {
    expect([0, 49, 50, 79, 80, 99, 100, 300].map((at) => escalationAt(0, 100, at))).toEqual([0, 0, 50, 50, 80, 80, 100, 100]);
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
