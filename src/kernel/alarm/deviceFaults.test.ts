import { expect, test } from 'vitest';
import { aPoint, aReading, aRule, aSignal, aWatch, minute, noon } from './alarmBuilders.ts';
import { deviceRuleId } from './deviceFaults.ts';
import { createAlarmEngine } from './engine.ts';
import type { EngineMemory } from './entry.ts';

const device = { points: 3, share: 0.5 };
const ids = [1, 2, 3, 4].map((n) => `0197c000-0000-7000-8000-00000000000${n}`);
const points = ids.map((id, n) => aPoint({ id, key: `mqtt:gauge-1|${n}|waterLevel` }));
const rules = points.map((point, n) =>
  aRule({ id: `rule-${n}`, pointId: point.id, condition: { kind: 'noData', silentMs: 5 * minute }, device }),
);

function county() {
  const watch = aWatch({ points, rules });
  const send = (atMs: number, channels: readonly number[], quality: 'good' | 'outOfRange' = 'good') =>
    watch.apply({
      kind: 'signal',
      signal: { ...aSignal(20, atMs), readings: channels.map((n) => aReading(20, atMs, { channel: String(n), quality })) },
    }).changes;
  const open = () => watch.engine.openAlarms();
  const about = () => open().find((alarm) => alarm.ruleId === deviceRuleId);
  return { ...watch, send, open, about };
}

test('a device whose points all fall silent is one alarm that speaks for theirs, and is over with the first whole message', () => {
  const { about, open, send, tick } = county();
  send(noon, [0, 1, 2, 3]);
  const raised = tick(noon + 6 * minute).filter(({ kind }) => kind === 'raised');
  expect(raised.map(({ alarm }) => [alarm.ruleId === deviceRuleId, alarm.suppressedBy !== null])).toEqual([
    [true, false],
    [false, true],
    [false, true],
    [false, true],
    [false, true],
  ]);
  expect(about()).toMatchObject({ pointName: 'mqtt:gauge-1', suppressedCount: 4, state: 'unacknowledged' });
  send(noon + 7 * minute, [0, 1, 2, 3]);
  expect(open()).toMatchObject([{ ruleId: deviceRuleId, state: 'returnedUnacknowledged', suppressedCount: 4 }]);
});

test('silences that come one by one are taken under the alarm about the device once they are enough', () => {
  const { about, open, send, tick } = county();
  send(noon, [0, 1, 2, 3]);
  send(noon + minute, [2, 3]);
  tick(noon + 5.5 * minute);
  expect(about()).toBeUndefined();
  expect(open()).toHaveLength(2);
  tick(noon + 6.5 * minute);
  expect(about()).toMatchObject({ suppressedCount: 4 });
  expect(open().filter(({ suppressedBy }) => suppressedBy === about()?.id)).toHaveLength(4);
});

test('the points that stay silent when the others are heard again speak for themselves', () => {
  const { about, open, send, tick } = county();
  send(noon, [0, 1, 2, 3]);
  tick(noon + 6 * minute);
  send(noon + 7 * minute, [0]);
  expect(about()).toMatchObject({ returnedAt: null });
  send(noon + 8 * minute, [1]);
  expect(about()).toMatchObject({ state: 'returnedUnacknowledged' });
  expect(open().filter(({ suppressedBy }) => suppressedBy !== null)).toEqual([]);
  expect(open().filter(({ state }) => state === 'unacknowledged')).toHaveLength(2);
});

test('values out of range on most points are an alarm about the device although no rule judges them', () => {
  const { about, send } = county();
  send(noon, [0, 1, 2, 3]);
  send(noon + minute, [0, 1], 'outOfRange');
  expect(about()).toBeUndefined();
  send(noon + 2 * minute, [2], 'outOfRange');
  expect(about()).toMatchObject({ state: 'unacknowledged', suppressedCount: 0 });
  send(noon + 3 * minute, [0, 1, 2]);
  expect(about()).toMatchObject({ state: 'returnedUnacknowledged' });
});

test('dismissed as false, it stays silent until the device was well, also over a restart', () => {
  const { about, act, engine, send, tick } = county();
  send(noon, [0, 1, 2, 3]);
  tick(noon + 6 * minute);
  act({ alarmId: about()?.id ?? '', version: about()?.version ?? 0, action: 'dismiss', text: '检修', atMs: noon + 7 * minute });
  expect(about()).toBeUndefined();
  const again = createAlarmEngine({
    points,
    rules,
    alarms: engine.openAlarms(),
    latest: points.flatMap(({ id }) => engine.latest(id) ?? []),
    memory: JSON.parse(JSON.stringify(engine.memory())) as EngineMemory,
    nowMs: 0,
  });
  const message = (atMs: number, quality: 'good' | 'outOfRange') =>
    again.apply(
      {
        kind: 'signal',
        signal: { ...aSignal(20, atMs), readings: [0, 1, 2].map((n) => aReading(20, atMs, { channel: String(n), quality })) },
      },
      atMs,
    ).changes;
  expect(message(noon + 8 * minute, 'outOfRange').filter(({ kind }) => kind === 'raised')).toEqual([]);
  message(noon + 9 * minute, 'good');
  expect(message(noon + 10 * minute, 'outOfRange')[0]).toMatchObject({ kind: 'raised', alarm: { ruleId: deviceRuleId } });
});

test('a point that goes away while it stands for its failing device leaves the alarm to another one', () => {
  const { about, apply, send, tick } = county();
  send(noon, [0, 1, 2, 3]);
  tick(noon + 6 * minute);
  const before = about();
  const change = { points: [], rules: [], removedPoints: [ids[0] ?? ''], removedRules: [] };
  apply({ kind: 'registry', atMs: noon + 7 * minute, change });
  expect(before).toMatchObject({ pointId: ids[0] });
  expect(about()).toMatchObject({ pointId: ids[1], state: 'unacknowledged' });
});
