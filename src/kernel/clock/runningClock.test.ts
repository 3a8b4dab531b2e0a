import { describe, expect, test } from 'vitest';
import { newDeadline } from '#kernel/casework/randomHistory.ts';
import type { ClockRuleVersion, Deadline, Within } from './deadline.ts';
import type { Calendar } from './dueAt.ts';
import { nextStepAt, stepReached, usualEscalation } from './escalation.ts';
import { cancelClock, extendClock, pauseClock, resumeClock, startClock, stopClock } from './runningClock.ts';

const calendar: Calendar = {
  isWorkingDay: (date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
  isListed: (year) => year === 2026,
};
const friday = new Date('2026-07-03T10:00:00+08:00');
const at = (text: string) => new Date(`${text}+08:00`);

function aClock(within: Within, more: Partial<ClockRuleVersion> & { waits?: boolean; until?: string } = {}): Deadline {
  const { waits = false, until, ...rest } = more;
  const version: ClockRuleVersion = {
    from: '2020-01-01',
    within,
    standard: 's',
    clause: 'c',
    jurisdiction: 'j',
    source: 'x',
    verified: true,
    ...rest,
  };
  const rule = { id: 'r', label: { zh: '期限', en: 'Clock' }, duty: { zh: '办', en: 'Do' }, versions: [version], waits };
  return newDeadline(startClock(rule, version, friday, calendar, until), 'd');
}

describe('a clock that stands still', () => {
  test('goes on with the hours that were left', () => {
    const paused = pauseClock(aClock({ hours: 10 }), at('2026-07-03T14:00:00'));
    expect(paused).toMatchObject({ state: 'paused', pausedAt: '2026-07-03T06:00:00.000Z' });
    const resumed = resumeClock(paused, at('2026-07-05T14:00:00'), calendar);
    expect(resumed).toMatchObject({
      state: 'running',
      pausedAt: null,
      pausedMs: 48 * 3_600_000,
      dueAt: at('2026-07-05T20:00:00').toISOString(),
    });
  });

  test('goes on with the days that were left, and with the working days', () => {
    // Ten days from 3 July end with 13 July; on the 5th eight are left.
    const days = resumeClock(pauseClock(aClock({ days: 10 }), at('2026-07-05T09:00:00')), at('2026-08-01T09:00:00'), calendar);
    expect(days.dueAt).toBe(at('2026-08-10T00:00:00').toISOString());
    // Five working days from Friday 3 July end with Friday 10 July; on Tuesday the 7th three are left.
    const working = resumeClock(pauseClock(aClock({ workingDays: 5 }), at('2026-07-07T09:00:00')), at('2026-07-18T09:00:00'), calendar);
    expect(working.dueAt).toBe(at('2026-07-23T00:00:00').toISOString());
  });

  test('tells nobody while it stands, and its steps come later afterwards', () => {
    const running = aClock({ hours: 10 });
    expect(nextStepAt(running, usualEscalation)).toEqual(at('2026-07-03T15:00:00'));
    const paused = pauseClock(running, at('2026-07-03T14:00:00'));
    expect(nextStepAt(paused, usualEscalation)).toBeNull();
    const resumed = resumeClock(paused, at('2026-07-03T20:00:00'), calendar);
    expect(nextStepAt(resumed, usualEscalation)).toEqual(at('2026-07-03T21:00:00'));
  });

  test('cannot be made of one that is overdue', () => {
    const over = aClock({ hours: 1 });
    expect(pauseClock(over, at('2026-07-03T12:00:00'))).toBe(over);
  });
});

describe('an extension', () => {
  const once = { extension: { within: { days: 60 }, times: 1, clause: '第二十九条' } };

  test('by the rule adds all that the law allows, once', () => {
    const clock = aClock({ days: 60 }, once);
    const longer = extendClock(clock, at('2026-08-01T09:00:00'), calendar);
    expect(longer).toMatchObject({
      extensions: 1,
      dueAt: at('2026-11-01T00:00:00').toISOString(),
      extendedTo: at('2026-11-01T00:00:00').toISOString(),
    });
    expect(extendClock(longer as Deadline, at('2026-08-02T09:00:00'), calendar)).toBe('usedUp');
  });

  test.each([
    ['beyond the longest date', '2026-11-01', 'tooLong'],
    ['to a date that is no later', '2026-09-01', 'notLater'],
  ])('%s is refused', (_, until, fault) => {
    expect(extendClock(aClock({ days: 60 }, once), at('2026-08-01T09:00:00'), calendar, until)).toBe(fault);
  });

  test('comes in time or not at all, and only where the law has one', () => {
    expect(extendClock(aClock({ days: 60 }, once), at('2026-09-02T09:00:00'), calendar)).toBe('overdue');
    expect(extendClock(aClock({ days: 60 }), at('2026-08-01T09:00:00'), calendar)).toBe('notExtendable');
    expect(extendClock(stopClock(aClock({ days: 60 }, once), friday), at('2026-08-01T09:00:00'), calendar)).toBe('notRunning');
  });

  test('takes a clock back below the steps of the shorter time', () => {
    const clock = { ...aClock({ days: 60 }, once), escalation: 80 };
    const longer = extendClock(clock, at('2026-08-25T09:00:00'), calendar) as Deadline;
    expect(longer.escalation).toBeLessThan(50);
    expect(stepReached(longer, usualEscalation, at('2026-09-10T00:00:00').getTime())?.percent).toBe(50);
  });
});

describe('the end of a clock', () => {
  test('is met in time and breached late; what is cancelled late stays breached', () => {
    expect(stopClock(aClock({ hours: 2 }), at('2026-07-03T12:00:00')).state).toBe('met');
    expect(stopClock(aClock({ hours: 2 }), at('2026-07-03T12:00:01')).state).toBe('breached');
    expect(cancelClock(aClock({ hours: 2 }), at('2026-07-03T11:00:00'))).toMatchObject({ state: 'cancelled', doneAt: null });
    expect(cancelClock(aClock({ hours: 2 }), at('2026-07-03T13:00:00'))).toMatchObject({ state: 'breached' });
  });

  test('of a period of waiting is never late', () => {
    expect(stopClock(aClock({ hours: 2 }, { waits: true }), at('2026-07-04T12:00:00')).state).toBe('met');
  });

  test('set by the case is the end of that day', () => {
    expect(aClock({ setByCase: true }, { until: '2026-07-31' }).dueAt).toBe(at('2026-08-01T00:00:00').toISOString());
  });
});

test('steps come at 50, 80 and 100 per cent; when several passed, the highest is told', () => {
  const clock = aClock({ hours: 10 });
  const reached = (hour: string, escalation = 0) =>
    stepReached({ ...clock, escalation }, usualEscalation, at(`2026-07-03T${hour}`).getTime())?.percent ?? null;
  expect([reached('14:59:59'), reached('15:00:00'), reached('18:00:00', 50), reached('20:00:00', 80), reached('23:00:00', 100)]).toEqual([
    null,
    50,
    80,
    100,
    null,
  ]);
  expect(reached('23:00:00')).toBe(100);
});
