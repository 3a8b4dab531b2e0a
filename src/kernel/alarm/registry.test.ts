import { expect, test } from 'vitest';
import { aPoint, aRule, aWatch, minute, noon, pointId, ruleId } from './alarmBuilders.ts';
import type { RegistryChange } from './entry.ts';
import { registryChange } from './registry.ts';

const none: RegistryChange = { points: [], rules: [], removedPoints: [], removedRules: [] };
const registry = (change: Partial<RegistryChange>, atMs = noon) => ({ kind: 'registry' as const, atMs, change: { ...none, ...change } });

test('an edited limit applies to the next reading and the open alarm stays', () => {
  const watch = aWatch();
  const [first] = watch.read(31, noon);
  const edited = aRule({ version: 2, condition: { kind: 'above', limit: 40, hysteresis: 0, delayMs: 0 } });
  expect(watch.apply(registry({ rules: [edited] })).changes).toEqual([]);
  expect(watch.read(31, noon + 1)).toMatchObject([{ kind: 'returned', alarm: { id: first?.alarm.id, ruleVersion: 1 } }]);
  expect(watch.read(41, noon + 2)).toMatchObject([{ kind: 'raisedAgain', alarm: { ruleVersion: 2, limit: 40 } }]);
});

test('a removed rule returns its alarm, which still waits for an answer', () => {
  const watch = aWatch();
  const [first] = watch.read(31, noon);
  expect(watch.apply(registry({ removedRules: [ruleId] })).changes).toMatchObject([
    { kind: 'returned', alarm: { state: 'returnedUnacknowledged' } },
  ]);
  expect(watch.read(35, noon + 1)).toEqual([]);
  expect(watch.act({ alarmId: first?.alarm.id ?? '', version: 2 }).outcome).toMatchObject({ ok: true, value: { state: 'normal' } });
});

test('removing demo data takes its alarms away without trace', () => {
  const watch = aWatch({ points: [aPoint({ demo: true })] });
  watch.read(31, noon);
  expect(watch.apply(registry({ removedPoints: [pointId], removedRules: [] })).changes).toMatchObject([{ kind: 'removed' }]);
  expect(watch.engine.openAlarms()).toEqual([]);
  expect(watch.engine.point(pointId)).toBeUndefined();
});

test('a point registered while running is silent only from then on', () => {
  const watch = aWatch({ points: [], rules: [] });
  const silence = aRule({ condition: { kind: 'noData', silentMs: 10 * minute } });
  watch.apply(registry({ points: [aPoint()], rules: [silence] }, noon + 60 * minute));
  expect(watch.engine.isTickDue(noon + 69 * minute)).toBe(false);
  expect(watch.engine.memory().addedAt).toEqual([[pointId, noon + 60 * minute]]);
  expect(watch.engine.isTickDue(noon + 71 * minute)).toBe(true);
});

test('a point whose device key changed is found under the new one only', () => {
  const watch = aWatch();
  watch.read(20, noon);
  watch.apply(registry({ points: [aPoint({ key: 'mqtt:gauge-2||waterLevel' })] }));
  expect(watch.engine.pointOf('mqtt:gauge-1', '', 'waterLevel')).toBeUndefined();
  expect(watch.engine.pointOf('mqtt:gauge-2', '', 'waterLevel')?.id).toBe(pointId);
});

test('an alarm whose rule went away while the program was off is returned at the start', () => {
  const before = aWatch();
  before.read(31, noon);
  const watch = aWatch({ rules: [], alarms: before.engine.openAlarms() });
  expect(watch.apply({ kind: 'start', atMs: noon + 1 }).changes).toMatchObject([{ kind: 'returned' }]);
});

test('the difference of two registries names what was added, edited and removed', () => {
  const before = { points: [aPoint()], rules: [aRule()] };
  expect(registryChange(before, { points: [aPoint()], rules: [{ ...aRule() }] })).toBeNull();
  expect(registryChange(before, { points: [aPoint({ name: '上游水位' })], rules: [] })).toEqual({
    points: [aPoint({ name: '上游水位' })],
    rules: [],
    removedPoints: [],
    removedRules: [ruleId],
  });
  expect(registryChange(before, { points: [], rules: [aRule()] })).toMatchObject({ removedPoints: [pointId], removedRules: [ruleId] });
});
