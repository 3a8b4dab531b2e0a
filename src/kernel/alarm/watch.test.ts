import { expect, test } from 'vitest';
import type { AlarmRule } from './alarm.ts';
import { aPoint, aReading, aRule, aWatch, minute, noon, pointId } from './alarmBuilders.ts';
import type { RuleCondition } from './condition.ts';

const otherId = '0197c000-0000-7000-8000-000000000002';
const hour = 60 * minute;
const other = aPoint({ id: otherId, key: 'mqtt:gauge-1|2|waterLevel', name: '下游水位' });

function watched(condition: RuleCondition, more: Partial<AlarmRule> = {}) {
  const watch = aWatch({ points: [aPoint(), other], rules: [aRule({ condition, ...more })] });
  return { ...watch, kinds: (...reading: Parameters<typeof watch.read>) => watch.read(...reading).map(({ kind }) => kind) };
}
const plain = { hysteresis: 0, delayMs: 0 };
const levels: RuleCondition = {
  kind: 'levels',
  side: 'above',
  levels: [
    { limit: 30, priority: 'low' },
    { limit: 31, priority: 'medium' },
    { limit: 32, priority: 'critical' },
  ],
  hysteresis: 0.2,
  delayMs: 0,
};

test('a rising river is one alarm whose priority climbs and falls', () => {
  const { kinds, engine } = watched(levels);
  expect(kinds(30.5, noon)).toEqual(['raised']);
  expect(kinds(32.5, noon + minute)).toEqual(['climbed']);
  expect(engine.openAlarms()).toMatchObject([{ priority: 'critical', limit: 32, version: 2, state: 'unacknowledged' }]);
  expect(kinds(31.9, noon + 2 * minute)).toEqual([]);
  expect(kinds(31.7, noon + 3 * minute)).toEqual(['fell']);
  expect(engine.openAlarms()).toMatchObject([{ priority: 'medium', limit: 31, peak: 32.5 }]);
  expect(kinds(29.8, noon + 4 * minute)).toEqual(['returned']);
});

test('an officer who took the alarm at a low level must look again when it climbs', () => {
  const { kinds, read, act, engine } = watched(levels);
  const [first] = read(30.5, noon);
  act({ alarmId: first?.alarm.id ?? '', version: 1 });
  expect(kinds(31.5, noon + minute)).toEqual(['climbed']);
  expect(engine.openAlarms()).toMatchObject([{ state: 'unacknowledged', acknowledgedBy: null }]);
});

test('each level waits for the delay by itself', () => {
  const { kinds } = watched({ ...levels, delayMs: 5 * minute });
  expect(kinds(30.5, noon)).toEqual([]);
  expect(kinds(32.5, noon + 4 * minute)).toEqual([]);
  expect(kinds(32.5, noon + 5 * minute)).toEqual(['raised']);
  expect(kinds(32.5, noon + 9 * minute)).toEqual(['climbed']);
});

test('water that rises faster than half a metre an hour alarms, two readings a second apart do not', () => {
  const { kinds, engine } = watched({ kind: 'rate', side: 'above', limit: 0.5, windowMs: hour, ...plain });
  expect(kinds(20, noon)).toEqual([]);
  expect(kinds(20.1, noon + 1000)).toEqual([]);
  expect(kinds(20.2, noon + 30 * minute)).toEqual([]);
  expect(kinds(20.7, noon + 60 * minute)).toEqual(['raised']);
  expect(engine.openAlarms()).toMatchObject([{ value: expect.closeTo(0.7, 6), unit: 'm/h', limit: 0.5 }]);
});

test('a value that does not move for two hours is stuck although readings come', () => {
  const { kinds } = watched({ kind: 'stuck', band: 0.01, stuckMs: 2 * hour });
  for (let at = 0; at <= 120; at += 5) expect(kinds(20 + (at % 2) * 0.005, noon + at * minute)).toEqual([]);
  expect(kinds(20, noon + 125 * minute)).toEqual(['raised']);
  expect(kinds(20.5, noon + 130 * minute)).toEqual(['returned']);
});

test('rain of 24 hours adds up, and the hours before fall out again', () => {
  const day: RuleCondition = { kind: 'sum', gauge: 'increment', windowMs: 24 * hour, levels: [{ limit: 50, priority: 'high' }], ...plain };
  const { kinds } = watched(day, { text: { zh: '24 小时雨量', en: 'Rain in 24 h' } });
  expect(kinds(30, noon)).toEqual([]);
  expect(kinds(20, noon + hour)).toEqual([]);
  expect(kinds(0.2, noon + 2 * hour)).toEqual(['raised']);
  expect(kinds(0, noon + 23 * hour)).toEqual([]);
  expect(kinds(0, noon + 24 * hour)).toEqual(['returned']);
});

test('a counting rain gauge may start again at zero', () => {
  const counter: RuleCondition = { kind: 'sum', gauge: 'counter', windowMs: hour, levels: [{ limit: 10, priority: 'high' }], ...plain };
  const { kinds, engine } = watched(counter);
  // What it had counted before we listened did not fall just now.
  expect(kinds(55, noon)).toEqual([]);
  expect(kinds(59, noon + 5 * minute)).toEqual([]);
  expect(kinds(2, noon + 10 * minute)).toEqual([]);
  expect(kinds(6.5, noon + 15 * minute)).toEqual(['raised']);
  expect(engine.openAlarms()).toMatchObject([{ value: 10.5 }]);
});

test('two gauges that disagree by more than 0.3 m alarm', () => {
  const { kinds } = watched({ kind: 'deviation', other: otherId, limit: 0.3, ...plain });
  expect(kinds(20, noon)).toEqual([]);
  expect(kinds(20.2, noon + 1, { channel: '2' })).toEqual([]);
  expect(kinds(20.4, noon + 2, { channel: '2' })).toEqual(['raised']);
  expect(kinds(20.3, noon + 3)).toEqual(['returned']);
});

test('two of two conditions must hold, and a point that fell silent cannot be counted', () => {
  const parts = [
    { pointId, side: 'above', limit: 10 },
    { pointId: otherId, side: 'below', limit: 5 },
  ] as const;
  const { kinds, engine } = watched({ kind: 'combination', parts, atLeast: 2, maxAgeMs: hour, delayMs: 0 });
  expect(kinds(11, noon)).toEqual([]);
  expect(kinds(4, noon + minute, { channel: '2' })).toEqual(['raised']);
  expect(engine.openAlarms()).toMatchObject([{ limit: null }]);
  expect(kinds(11, noon + 2 * hour)).toEqual([]);
  expect(kinds(9, noon + 2 * hour + 1)).toEqual(['returned']);
  expect(engine.noVerdicts()).toHaveLength(1);
});

test('a formula over two points raises, and a division by zero is no verdict but counted', () => {
  const { kinds, engine } = watched({
    kind: 'expression',
    source: 'a / b > 2 and avg(a, 1h) > 1',
    names: { a: pointId, b: otherId },
    side: 'above',
    limit: null,
    ...plain,
  });
  expect(kinds(10, noon)).toEqual([]);
  expect(kinds(0, noon + 1, { channel: '2' })).toEqual([]);
  expect(engine.noVerdicts()).toEqual([[expect.any(String), 2]]);
  expect(kinds(4, noon + 2, { channel: '2' })).toEqual(['raised']);
  expect(kinds(6, noon + 3, { channel: '2' })).toEqual(['returned']);
});

test('a rule for the night says nothing by day, and its alarm returns when the night is over', () => {
  const schedule = { hours: { fromMinute: 22 * 60, toMinute: 6 * 60 }, weekdays: null, months: null, days: null };
  const { kinds } = watched({ kind: 'above', limit: 30, ...plain }, { schedule });
  expect(kinds(31, noon)).toEqual([]);
  expect(kinds(31, noon + 11 * hour)).toEqual(['raised']);
  expect(kinds(31, noon + 18 * hour)).toEqual(['returned']);
});

test('a rule that reads a removed point ends with it', () => {
  const { read, apply, engine } = watched({ kind: 'deviation', other: otherId, limit: 0.3, ...plain });
  read(20, noon);
  read(21, noon + 1, { channel: '2' });
  const change = { points: [], rules: [], removedPoints: [otherId], removedRules: [] };
  expect(apply({ kind: 'registry', atMs: noon + 2, change }).changes).toMatchObject([{ kind: 'returned' }]);
  expect(engine.registry().rules).toEqual([]);
});

test('readings that are no numbers or lie a day back do nothing to what is measured', () => {
  const { kinds } = watched({ kind: 'stuck', band: 0, stuckMs: hour });
  kinds(20, noon);
  kinds(Number.NaN, noon + minute);
  kinds(Number.POSITIVE_INFINITY, noon + 2 * minute);
  kinds(25, noon - 24 * hour);
  expect(kinds(20, noon + hour + minute)).toEqual(['raised']);
});

test('several readings of one message are heard one after the other', () => {
  const { apply } = watched({ kind: 'deviation', other: otherId, limit: 0.3, ...plain });
  const readings = [aReading(20, noon), aReading(22, noon, { channel: '2' })];
  const signal = { protocol: 'mqtt', deviceKey: 'mqtt:gauge-1', receivedAtMs: noon, remote: '', readings, raw: '' } as const;
  expect(apply({ kind: 'signal', signal: { ...signal, readings: [...readings] } }).changes).toMatchObject([
    { kind: 'raised', alarm: { value: 2 } },
  ]);
});
