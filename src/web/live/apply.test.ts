import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { DomainEvent } from '#kernel/event/event.ts';
import type { AlarmList } from '#web/api/answers.ts';
import { keys } from '#web/api/keys.ts';
import { applyEvents, keysTouchedBy, refresh, withAlarm } from './apply.ts';

const anAlarm = (change: Partial<Alarm> = {}) =>
  ({ id: 'a', version: 1, state: 'unacknowledged', raisedAt: '2026-07-01T03:00:00.000Z', ...change }) as Alarm;

const anEvent = (change: Partial<DomainEvent>): DomainEvent => ({
  id: 'e',
  type: 'record.updated',
  areaCode: '341322',
  subject: { kind: 'stations', id: 's' },
  at: '2026-07-01T03:00:00.000Z',
  actor: '王芳',
  demo: false,
  data: {},
  ...change,
});

test('a new alarm stands above older ones', () => {
  const old = anAlarm({ id: 'old', raisedAt: '2026-07-01T02:00:00.000Z' });
  expect(withAlarm([old], anAlarm(), 'open').map((alarm) => alarm.id)).toEqual(['a', 'old']);
});

test('an event that comes late does not undo what is newer', () => {
  const held = anAlarm({ version: 3, state: 'acknowledged' });
  expect(withAlarm([held], anAlarm({ version: 2 }), 'open')).toEqual([held]);
});

test('an alarm that became normal leaves the open list and stays in the full one', () => {
  const normal = anAlarm({ version: 2, state: 'normal' });
  expect(withAlarm([anAlarm()], normal, 'open')).toEqual([]);
  expect(withAlarm([anAlarm()], normal, 'all')).toEqual([normal]);
});

test('an alarm event changes lists and detail at once', () => {
  const client = new QueryClient();
  client.setQueryData<AlarmList>(keys.alarms({ state: 'open' }), { items: [anAlarm()], position: '1' });
  client.setQueryData(keys.alarm('a'), anAlarm());
  const changed = anAlarm({ version: 2, state: 'acknowledged' });
  applyEvents(client, [anEvent({ type: 'alarm.changed', subject: { kind: 'alarm', id: 'a' }, data: { alarm: changed } })]);
  expect(client.getQueryData<AlarmList>(keys.alarms({ state: 'open' }))?.items).toEqual([changed]);
  expect(client.getQueryData(keys.alarm('a'))).toEqual(changed);
});

test('a page of past alarms does not take in a new one', () => {
  const client = new QueryClient();
  const past = { items: [], position: '1' };
  client.setQueryData<AlarmList>(keys.alarms({ state: 'all', before: '2026-06-01' }), past);
  applyEvents(client, [anEvent({ type: 'alarm.raised', data: { alarm: anAlarm() } })]);
  expect(client.getQueryData(keys.alarms({ state: 'all', before: '2026-06-01' }))).toEqual(past);
});

test('many events about one register ask for it once', () => {
  const touched = applyEvents(new QueryClient(), [anEvent({}), anEvent({ id: 'f' })]);
  expect(touched.filter((key) => JSON.stringify(key) === JSON.stringify(keys.allRecords('stations')))).toHaveLength(1);
});

test('a changed roster asks again who is on duty', () => {
  expect(keysTouchedBy(anEvent({ subject: { kind: 'dutyShifts', id: 'd' } }))).toContainEqual(keys.duty());
});

test('an incident event refreshes its lists, itself and the clocks', () => {
  const touched = keysTouchedBy(anEvent({ type: 'incident.opened', subject: { kind: 'incident', id: 'i' } }));
  expect(touched).toEqual([keys.allCases('incident'), keys.case('incident', 'i'), keys.allDeadlines()]);
});

test('an event that comes while a page asks for the first time is not lost', async () => {
  const client = new QueryClient();
  const asked: PromiseWithResolvers<string[]>[] = [];
  const page = new QueryObserver(client, {
    queryKey: keys.quarantine(),
    queryFn: () => {
      const turn = Promise.withResolvers<string[]>();
      asked.push(turn);
      return turn.promise;
    },
  });
  const leave = page.subscribe(() => undefined);
  refresh(client, [keys.quarantine()]);
  // The answer was read before what the event tells of.
  asked[0]?.resolve([]);
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.resolve(['mqtt:gauge']);
  await expect.poll(() => page.getCurrentResult().data).toEqual(['mqtt:gauge']);
  leave();
  client.clear();
});
