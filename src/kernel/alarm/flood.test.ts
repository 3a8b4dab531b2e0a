import { expect, test } from 'vitest';
import { aRule, aWatch, minute, noon } from './alarmBuilders.ts';
import { sourceRuleId } from './flood.ts';

const chatter = { times: 3, withinMs: 10 * minute, quietMs: 15 * minute };
const kinds = (changes: readonly { kind: string }[]) => changes.map(({ kind }) => kind);

function flapping() {
  const watch = aWatch({ rules: [aRule({ chatter })] });
  for (let n = 0; n < 3; n++) {
    watch.read(31, noon + 2 * n * minute);
    watch.read(29, noon + (2 * n + 1) * minute);
  }
  const source = () => watch.engine.openAlarms().find((alarm) => alarm.ruleId === sourceRuleId);
  const own = () => watch.engine.openAlarms().find((alarm) => alarm.ruleId !== sourceRuleId);
  return { ...watch, source, own };
}

test('the third raising within ten minutes makes one alarm about the source that speaks for the others', () => {
  const { source, own, read } = flapping();
  expect(source()).toMatchObject({ state: 'unacknowledged', suppressedCount: 1, text: { zh: '信号频繁跳变：水位超过警戒' } });
  expect(own()).toMatchObject({ suppressedBy: source()?.id });
  expect(kinds(read(31, noon + 7 * minute))).toEqual(['raisedAgain', 'peak']);
  expect(source()).toMatchObject({ suppressedCount: 2 });
});

test('a source that is calm for a quarter of an hour lets its alarms speak again', () => {
  const { engine, read, tick, source, own } = flapping();
  read(31, noon + 7 * minute);
  expect(engine.isTickDue(noon + 22 * minute)).toBe(false);
  expect(engine.isTickDue(noon + 22 * minute + 1)).toBe(true);
  expect(kinds(tick(noon + 22 * minute + 1))).toEqual(['returned', 'released']);
  expect(own()).toMatchObject({ suppressedBy: null, state: 'unacknowledged' });
  expect(source()).toMatchObject({ state: 'returnedUnacknowledged' });
  expect(engine.isTickDue(noon + 23 * minute)).toBe(false);
});

test('an alarm that had returned while its source chattered is history once the source is calm, and says who spoke for it', () => {
  const { tick, source, own } = flapping();
  const sourceId = source()?.id;
  const released = tick(noon + 30 * minute).find(({ kind }) => kind === 'released');
  expect(released?.alarm).toMatchObject({ state: 'normal', suppressedBy: sourceId });
  expect(own()).toBeUndefined();
});

test('six rules that are raised once each are six alarms, no chatter', () => {
  const rules = [1, 2, 3, 4, 5, 6].map((n) => aRule({ id: `0197c000-0000-7000-8000-00000000010${n}`, chatter }));
  const watch = aWatch({ rules });
  expect(kinds(watch.read(31, noon))).toEqual(rules.map(() => 'raised'));
});

test('a shelved alarm is out of sight until its time, for a reason, and comes back by itself', () => {
  const watch = aWatch();
  const [first] = watch.read(31, noon);
  const alarmId = first?.alarm.id ?? '';
  const untilMs = noon + 60 * minute;
  expect(watch.act({ alarmId, action: 'shelve', untilMs }).outcome).toMatchObject({ ok: false, code: 'alarm-text-missing' });
  expect(watch.act({ alarmId, action: 'shelve', text: '检修' }).outcome).toMatchObject({ ok: false, code: 'alarm-shelving-invalid' });
  const shelf = { until: '2026-07-01T05:00:00.000Z', by: '王敏', reason: '检修' };
  expect(watch.act({ alarmId, action: 'shelve', text: '检修', untilMs }).changes).toMatchObject([{ kind: 'shelved', alarm: { shelf } }]);
  // A second raising is shelved as well.
  expect(watch.act({ alarmId, version: 2 }).changes).toMatchObject([{ kind: 'acknowledged' }]);
  watch.read(29, noon + minute);
  expect(watch.read(31, noon + 2 * minute)).toMatchObject([{ kind: 'raised', alarm: { shelf } }]);
  expect(watch.engine.isTickDue(untilMs - 1)).toBe(false);
  expect(watch.tick(untilMs)).toMatchObject([{ kind: 'unshelved', alarm: { shelf: null } }]);
});
