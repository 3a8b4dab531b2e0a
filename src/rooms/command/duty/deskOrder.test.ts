import { expect, test } from 'vitest';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { byDue, inDeskOrder, nagging, step, worstNew } from './deskOrder.ts';

function anAlarm(change: Partial<Alarm> & { id: string }): Alarm {
  return {
    version: 1,
    state: 'unacknowledged',
    priority: 'medium',
    ruleId: 'rule',
    ruleVersion: 1,
    pointId: 'point',
    stationId: `station of ${change.id}`,
    stationName: '毛庄闸',
    pointName: '水位',
    unit: 'm',
    areaCode: '341322100',
    lon: 116.95,
    lat: 34.19,
    text: { zh: '水位超警戒', en: 'Water level above warning' },
    value: 32.1,
    peak: 32.1,
    limit: 32,
    raisedAt: '2026-07-01T03:00:00.000Z',
    returnedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    dismissedReason: null,
    incidentId: null,
    occurrences: 1,
    ruleSentence: null,
    shelf: null,
    suppressedBy: null,
    suppressedCount: 0,
    demo: false,
    lines: [],
    ...change,
  };
}

const ids = (alarms: readonly { id: string }[]) => alarms.map(({ id }) => id);

test('an unanswered low alarm stands above an acknowledged critical one', () => {
  const list = [
    anAlarm({ id: 'taken', priority: 'critical', state: 'acknowledged' }),
    anAlarm({ id: 'low', priority: 'low' }),
    anAlarm({ id: 'critical', priority: 'critical' }),
    anAlarm({ id: 'history', priority: 'critical', state: 'normal' }),
  ];
  expect(ids(inDeskOrder(list))).toEqual(['critical', 'low', 'taken']);
});

test('of two alarms of one priority the newer stands first', () => {
  const list = [anAlarm({ id: 'old' }), anAlarm({ id: 'new', raisedAt: '2026-07-01T03:05:00.000Z' })];
  expect(ids(inDeskOrder(list))).toEqual(['new', 'old']);
});

test('the desk repeats its sound for critical and high alarms until they are answered', () => {
  expect(nagging([anAlarm({ id: 'm' }), anAlarm({ id: 'h', priority: 'high' })])?.id).toBe('h');
  expect(nagging([anAlarm({ id: 'h', priority: 'high', state: 'acknowledged' })])).toBeNull();
  expect(nagging([anAlarm({ id: 'c', priority: 'critical', state: 'returnedUnacknowledged' })])?.id).toBe('c');
});

test('an alarm that came back before anybody answered is new again', () => {
  const before = new Map([
    ['a', 1],
    ['b', 1],
  ]);
  expect(worstNew(before, [anAlarm({ id: 'a' }), anAlarm({ id: 'b' })])).toBeNull();
  expect(worstNew(before, [anAlarm({ id: 'a', occurrences: 2 }), anAlarm({ id: 'b' })])?.id).toBe('a');
  expect(worstNew(before, [anAlarm({ id: 'c', priority: 'high' }), anAlarm({ id: 'd' })])?.id).toBe('c');
});

test('j and k stop at the ends of the list', () => {
  const list = [anAlarm({ id: 'a' }), anAlarm({ id: 'b' })];
  expect(step(list, null, 1)?.id).toBe('a');
  expect(step(list, 'a', 1)?.id).toBe('b');
  expect(step(list, 'b', 1)?.id).toBe('b');
  expect(step(list, 'a', -1)?.id).toBe('a');
  expect(step([], null, 1)).toBeNull();
});

test('the deadline that is most overdue stands on top', () => {
  const due = (id: string, dueAt: string, state: Deadline['state'] = 'running') => ({ id, dueAt, state }) as Deadline;
  expect(ids(byDue([due('later', '2026-07-02'), due('overdue', '2026-06-30'), due('met', '2026-06-01', 'met')]))).toEqual([
    'overdue',
    'later',
  ]);
});
