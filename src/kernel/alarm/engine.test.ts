import { expect, test } from 'vitest';
import { aPoint, aRule, aWatch, minute, noon, ruleId } from './alarmBuilders.ts';

const kinds = (changes: readonly { kind: string }[]) => changes.map((change) => change.kind);
const held = aRule({ condition: { kind: 'above', limit: 30, hysteresis: 0.5, delayMs: 3 * minute } });
const silence = aRule({ condition: { kind: 'noData', silentMs: 10 * minute } });

test('a reading above the limit for three minutes raises one alarm, not three', () => {
  const watch = aWatch({ rules: [held] });
  expect(kinds(watch.read(30.1, noon))).toEqual([]);
  expect(kinds(watch.read(30.2, noon + minute))).toEqual([]);
  expect(kinds(watch.read(30.2, noon + 3 * minute))).toEqual(['raised']);
  expect(kinds(watch.read(30.2, noon + 4 * minute))).toEqual([]);
  expect(watch.engine.openAlarms()).toMatchObject([
    { state: 'unacknowledged', value: 30.2, limit: 30, raisedAt: '2026-07-01T04:03:00.000Z', version: 1 },
  ]);
});

test('a value that falls below the limit before the delay has passed raises nothing', () => {
  const watch = aWatch({ rules: [held] });
  watch.read(31, noon);
  watch.read(29.9, noon + 2 * minute);
  expect(kinds(watch.read(31, noon + 4 * minute))).toEqual([]);
});

test('the delay counts measured time, however late the messages arrive', () => {
  const watch = aWatch({ rules: [held] });
  watch.read(31, noon, {}, noon + 20 * minute);
  expect(kinds(watch.read(31, noon + 3 * minute, {}, noon + 20 * minute))).toEqual(['raised']);
});

test('an alarm returns only when the value is past the limit by the hysteresis', () => {
  const watch = aWatch();
  watch.read(30.1, noon);
  expect(kinds(watch.read(29.6, noon + minute))).toEqual([]);
  expect(kinds(watch.read(29.5, noon + 2 * minute))).toEqual(['returned']);
  expect(watch.engine.openAlarms()).toMatchObject([{ state: 'returnedUnacknowledged', returnedAt: '2026-07-01T04:02:00.000Z' }]);
});

test('a value exactly at the limit is not above it', () => {
  expect(kinds(aWatch().read(30, noon))).toEqual([]);
});

test('a falling value raises and returns the same way, and keeps the lowest value as its peak', () => {
  const watch = aWatch({ rules: [aRule({ condition: { kind: 'below', limit: 2, hysteresis: 0.2, delayMs: 0 } })] });
  expect(kinds(watch.read(1.9, noon))).toEqual(['raised']);
  expect(kinds(watch.read(1.5, noon + 1))).toEqual(['peak']);
  expect(watch.engine.openAlarms()).toMatchObject([{ peak: 1.5, version: 1 }]);
  expect(kinds(watch.read(2.1, noon + 2))).toEqual([]);
  expect(kinds(watch.read(2.2, noon + 3))).toEqual(['returned']);
});

test('a condition that comes back before anybody answered is the same alarm once more', () => {
  const watch = aWatch();
  const [first] = watch.read(31, noon);
  watch.read(29, noon + 1);
  expect(watch.read(32, noon + 2)).toMatchObject([
    { kind: 'raisedAgain', alarm: { id: first?.alarm.id, state: 'unacknowledged', occurrences: 2, value: 32, peak: 32, returnedAt: null } },
  ]);
});

test('a condition that comes back after it was answered is a new alarm', () => {
  const watch = aWatch();
  const [first] = watch.read(31, noon);
  watch.act({ alarmId: first?.alarm.id ?? '' });
  expect(watch.read(29, noon + 1)).toMatchObject([{ kind: 'returned', alarm: { state: 'normal' } }]);
  expect(watch.engine.openAlarms()).toEqual([]);
  const [second] = watch.read(31, noon + 2);
  expect(second?.kind).toBe('raised');
  expect(second?.alarm.id).not.toBe(first?.alarm.id);
});

test('a reading that is not newer than the last one evaluated changes nothing', () => {
  const watch = aWatch();
  watch.read(29, noon);
  expect(kinds(watch.read(35, noon - minute))).toEqual([]);
  expect(kinds(watch.read(35, noon))).toEqual([]);
});

test('readings of a device in maintenance, out of range or too late are never evaluated', () => {
  const watch = aWatch();
  for (const quality of ['device', 'outOfRange', 'late'] as const) {
    expect(kinds(watch.read(99, noon, { quality }))).toEqual([]);
  }
  expect(kinds(watch.read(31, noon + 1, { quality: 'clockAhead' }))).toEqual(['raised']);
});

test('a silent point raises an alarm on a tick and returns with the next data', () => {
  const watch = aWatch({ rules: [silence] });
  watch.read(20, noon);
  expect(watch.engine.isTickDue(noon + 10 * minute)).toBe(false);
  expect(watch.engine.isTickDue(noon + 10 * minute + 1)).toBe(true);
  expect(watch.tick(noon + 10 * minute + 1)).toMatchObject([{ kind: 'raised', alarm: { value: null, limit: null, peak: null } }]);
  expect(kinds(watch.tick(noon + 11 * minute))).toEqual([]);
  expect(kinds(watch.read(20, noon + 12 * minute))).toEqual(['returned']);
});

test('a sentinel or yesterday’s data do not end a silence, a device in maintenance does', () => {
  const watch = aWatch({ rules: [silence] });
  watch.tick(noon + 11 * minute);
  expect(kinds(watch.read(-9999, noon + 12 * minute, { quality: 'outOfRange' }))).toEqual([]);
  expect(kinds(watch.read(20, noon - 1500 * minute, { quality: 'late' }, noon + 12 * minute))).toEqual([]);
  expect(kinds(watch.read(20, noon + 13 * minute, { quality: 'device' }))).toEqual(['returned']);
});

test('silence while the program was off is not held against the devices', () => {
  const watch = aWatch({ rules: [silence], memory: { upSinceMs: noon - 600 * minute, pending: [], suppressed: [], addedAt: [] } });
  expect(watch.engine.isTickDue(noon)).toBe(true);
  watch.apply({ kind: 'start', atMs: noon });
  expect(watch.engine.isTickDue(noon)).toBe(false);
  expect(kinds(watch.tick(noon + 11 * minute))).toEqual(['raised']);
});

test('a flapping sensor keeps the lines of people and a bounded number of its own', () => {
  const watch = aWatch();
  const [first] = watch.read(31, noon);
  watch.act({ alarmId: first?.alarm.id ?? '', action: 'note', text: '派人查看' });
  for (let i = 1; i < 400; i++) watch.read(i % 2 ? 29 : 31, noon + i);
  const [alarm] = watch.engine.openAlarms();
  expect(alarm?.lines.length).toBe(200);
  expect(alarm?.lines[0]?.kind).toBe('raised');
  expect(alarm?.lines.filter((line) => line.kind === 'note')).toHaveLength(1);
  expect(alarm?.occurrences).toBe(200);
});

test('a reading of an unregistered device or quantity is reported as unknown', () => {
  const watch = aWatch();
  const signal = { protocol: 'mqtt' as const, deviceKey: 'mqtt:gauge-1', receivedAtMs: noon, remote: '', raw: '' };
  const reading = { channel: '2', quantity: 'flow', value: 1, unit: null, atMs: noon, quality: 'good' as const };
  expect(watch.apply({ kind: 'signal', signal: { ...signal, readings: [reading] } }).unknown).toEqual([reading]);
});

test('the latest reading of a point is the newest by measurement, trusted or not', () => {
  const watch = aWatch();
  watch.read(20, noon);
  watch.read(-9999, noon + 2, { quality: 'outOfRange' });
  watch.read(25, noon + 1);
  expect(watch.engine.latest(aPoint().id)).toMatchObject({ atMs: noon + 2, value: -9999, quality: 'outOfRange', evaluatedAtMs: noon + 1 });
  expect(watch.engine.latest(ruleId)).toBeNull();
});
