import type { Reading, Signal } from '#kernel/observation/reading.ts';
import type { AlarmRule, Point } from './alarm.ts';
import { createAlarmEngine, type AlarmEngine, type EngineState } from './engine.ts';
import type { AlarmChange, AlarmCommand, LogEntry } from './entry.ts';

// Builders of domain objects for tests: each is complete and plain, a test names only what it is about.

export const noon = Date.parse('2026-07-01T12:00:00+08:00');
export const minute = 60_000;

export const pointId = '0197c000-0000-7000-8000-000000000001';
export const ruleId = '0197c000-0000-7000-8000-0000000000a1';

export function aPoint(more: Partial<Point> = {}): Point {
  return {
    id: pointId,
    key: 'mqtt:gauge-1||waterLevel',
    stationId: '0197c000-0000-7000-8000-0000000000b1',
    stationName: '岱河闸',
    name: '水位',
    unit: 'm',
    areaCode: '341322100',
    lon: 116.9,
    lat: 34.2,
    rangeMin: 0,
    rangeMax: 60,
    demo: false,
    ...more,
  };
}

export function aRule(more: Partial<AlarmRule> = {}): AlarmRule {
  return {
    id: ruleId,
    version: 1,
    pointId,
    priority: 'high',
    text: { zh: '水位超过警戒', en: 'Water level above warning' },
    condition: { kind: 'above', limit: 30, hysteresis: 0.5, delayMs: 0 },
    ...more,
  };
}

export function aReading(value: number, atMs: number, more: Partial<Reading> = {}): Reading {
  return { channel: '', quantity: 'waterLevel', value, unit: 'm', atMs, quality: 'good', ...more };
}

/** A message of one reading, received when it was measured unless told otherwise. */
export function aSignal(value: number, atMs: number, more: Partial<Reading> = {}, receivedAtMs = atMs): Signal {
  return {
    protocol: 'mqtt',
    deviceKey: 'mqtt:gauge-1',
    receivedAtMs,
    remote: '10.0.0.7',
    readings: [aReading(value, atMs, more)],
    raw: '',
  };
}

export function aCommand(more: Partial<AlarmCommand> & Pick<AlarmCommand, 'alarmId'>): AlarmCommand {
  return {
    action: 'acknowledge',
    version: 1,
    atMs: noon,
    actor: { id: null, name: '王敏', from: '10.0.0.2' },
    text: '',
    incidentId: null,
    ...more,
  };
}

/** An engine with a log of its own: each call is the next entry. */
export function aWatch(more: Partial<EngineState> = {}) {
  const engine: AlarmEngine = createAlarmEngine({ points: [aPoint()], rules: [aRule()], alarms: [], nowMs: noon, ...more });
  let position = 0;
  const apply = (entry: LogEntry) => engine.apply(entry, ++position);
  return {
    engine,
    apply,
    read: (value: number, atMs: number, reading: Partial<Reading> = {}, receivedAtMs?: number): readonly AlarmChange[] =>
      apply({ kind: 'signal', signal: aSignal(value, atMs, reading, receivedAtMs) }).changes,
    tick: (atMs: number): readonly AlarmChange[] => apply({ kind: 'tick', atMs }).changes,
    act: (command: Parameters<typeof aCommand>[0]) => apply({ kind: 'command', command: aCommand(command) }),
  };
}
