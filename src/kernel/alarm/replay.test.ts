import { expect, test } from 'vitest';
import { aCommand, aPoint, aRule, aSignal, minute, noon } from './alarmBuilders.ts';
import type { RuleCondition } from './condition.ts';
import { alarmId } from './alarmId.ts';
import { createAlarmEngine, type AlarmEngine, type EngineState } from './engine.ts';
import type { AlarmChange, EngineMemory, LogEntry, RegistryChange } from './entry.ts';

const id = (n: number) => `0197c000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const chatter = { times: 3, withinMs: 15 * minute, quietMs: 4 * minute };

const points = [1, 2, 3].map((n) => aPoint({ id: id(n), key: `mqtt:gauge-1|${n}|waterLevel` }));
const device = { points: 2, share: 0.5 };
const rules = points.flatMap((point, n) => [
  aRule({ id: id(100 + n), pointId: point.id }),
  aRule({ id: id(200 + n), pointId: point.id, condition: { kind: 'above', limit: 29, hysteresis: 0, delayMs: 2 * minute } }),
  aRule({ id: id(300 + n), pointId: point.id, condition: { kind: 'noData', silentMs: 5 * minute }, device }),
  ...measured(point.id, points[(n + 1) % 3]?.id ?? '').map((condition, kind) =>
    aRule({ id: id(400 + 10 * n + kind), pointId: point.id, condition, chatter }),
  ),
]);

/** One rule of every kind that remembers something. */
function measured(own: string, other: string): RuleCondition[] {
  const plain = { hysteresis: 0.1, delayMs: 0 };
  const levels = [
    { limit: 29, priority: 'low' },
    { limit: 31, priority: 'critical' },
  ] as const;
  return [
    { kind: 'levels', side: 'above', levels, hysteresis: 0.3, delayMs: 2 * minute },
    { kind: 'rate', side: 'above', limit: 30, windowMs: 8 * minute, ...plain },
    { kind: 'stuck', band: 3, stuckMs: 5 * minute },
    { kind: 'sum', gauge: 'counter', windowMs: 10 * minute, levels: [{ limit: 60, priority: 'high' }], ...plain },
    { kind: 'deviation', other, limit: 3, ...plain },
    {
      kind: 'combination',
      parts: [
        { pointId: own, side: 'above', limit: 30 },
        { pointId: other, side: 'below', limit: 29 },
      ],
      atLeast: 2,
      maxAgeMs: 5 * minute,
      delayMs: 0,
    },
    {
      kind: 'expression',
      source: 'avg(a, 10min) > 29.3 and rate(b, 10min) > 0 or a / (b - b) > 0',
      names: { a: own, b: other },
      side: 'above',
      limit: null,
      ...plain,
    },
  ];
}

/** Somebody takes away, puts back or edits a rule or a point. */
function anEdit(next: () => number): RegistryChange {
  const none: RegistryChange = { points: [], rules: [], removedPoints: [], removedRules: [] };
  const [point, rule] = [points[Math.floor(next() * 3)], rules[Math.floor(next() * rules.length)]];
  const roll = next();
  if (point === undefined || rule === undefined) return none;
  if (roll < 0.2) return { ...none, removedPoints: [point.id] };
  if (roll < 0.4) return { ...none, points: [point], rules: rules.filter((one) => one.pointId === point.id) };
  if (roll < 0.6) return { ...none, removedRules: [rule.id] };
  return { ...none, rules: [{ ...rule, condition: { kind: 'below', limit: 29, hysteresis: 0, delayMs: 0 } }] };
}

/** A story that depends on the alarms that come out of it, as officers do. */
function nextEntry(engine: AlarmEngine, step: number, next: () => number): LogEntry {
  const atMs = noon + step * minute;
  const roll = next();
  const alarm = engine.openAlarms()[Math.floor(next() * 12)];
  if (roll < 0.2 && alarm) {
    const action = (['acknowledge', 'note', 'dismiss', 'incidentOpened', 'shelve', 'unshelve'] as const)[Math.floor(next() * 6)] ?? 'note';
    return {
      kind: 'command',
      command: aCommand({
        alarmId: alarm.id,
        version: alarm.version - (next() < 0.1 ? 1 : 0),
        action,
        text: 'x',
        atMs,
        untilMs: atMs + 3 * minute,
      }),
    };
  }
  if (roll < 0.4) return { kind: 'tick', atMs };
  if (roll < 0.42) return { kind: 'start', atMs };
  if (roll < 0.48) return { kind: 'registry', atMs, change: anEdit(next) };
  return {
    kind: 'signal',
    signal: aSignal(27 + next() * 5, atMs, { channel: String(1 + Math.floor(next() * 3)), quality: next() < 0.1 ? 'outOfRange' : 'good' }),
  };
}

const stateOf = (engine: AlarmEngine): EngineState => ({
  ...engine.registry(),
  alarms: structuredClone(engine.openAlarms()),
  latest: points.flatMap((point) => engine.latest(point.id) ?? []),
  // As a database keeps it.
  memory: JSON.parse(JSON.stringify(engine.memory())) as EngineMemory,
  nowMs: 0,
});

test('state at any position plus the log from there gives the same changes with the same ids', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const next = random(seed);
    const engine = createAlarmEngine({ points, rules, alarms: [], nowMs: noon });
    const entries: LogEntry[] = [];
    const states: EngineState[] = [];
    const changes: (readonly AlarmChange[])[] = [];
    for (let step = 0; step < 80; step++) {
      states.push(stateOf(engine));
      const entry = nextEntry(engine, step, next);
      entries.push(entry);
      changes.push(engine.apply(entry, step + 1).changes);
    }
    const from = Math.floor(next() * 80);
    const again = createAlarmEngine(states[from] as EngineState);
    const replayed = entries.slice(from).map((entry, n) => again.apply(structuredClone(entry), from + n + 1).changes);
    expect(replayed).toEqual(changes.slice(from));
    expect(stateOf(again).alarms).toEqual(stateOf(engine).alarms);
  }
});

test('an alarm id is a UUID that follows from rule, point and position', () => {
  expect(alarmId('r', 'p', 7)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(alarmId('r', 'p', 7)).toBe(alarmId('r', 'p', 7));
  const ids = new Set<string>();
  for (let position = 0; position < 20_000; position++) ids.add(alarmId(id(1), id(2), position)).add(alarmId(id(2), id(1), position));
  expect(ids.size).toBe(40_000);
});
