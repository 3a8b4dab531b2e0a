import type { Alarm, AlarmLine, AlarmRule, Point } from './alarm.ts';
import { alarmId } from './alarmId.ts';
import type { AlarmCommand } from './entry.ts';

// The life of one alarm after IEC 62682, as new values: an alarm object is never modified, so whoever holds one (a browser's
// stream, a batch for PostgreSQL) holds what was true at its position.

/** Lines kept of one alarm. A sensor that flaps all night loses the oldest of its system lines, never what a person did. */
export const linesKept = 200;

const iso = (atMs: number) => new Date(atMs).toISOString();

/** What the system itself did has no actor. */
const systemLine = (kind: AlarmLine['kind'], atMs: number, text: string): AlarmLine => ({ at: iso(atMs), actor: '', kind, text });

function withLine(lines: readonly AlarmLine[], line: AlarmLine): AlarmLine[] {
  if (lines.length < linesKept) return [...lines, line];
  const oldest = lines.findIndex((other, index) => index > 0 && other.actor === '');
  return [...lines.filter((_, index) => index !== oldest), line];
}

function valueText(value: number | null, unit: string): string {
  return value === null ? '' : `${value} ${unit}`.trim();
}

/** @param value null for a silent point */
export function raised(rule: AlarmRule, point: Point, value: number | null, atMs: number, position: number): Alarm {
  return {
    id: alarmId(rule.id, point.id, position),
    version: 1,
    state: 'unacknowledged',
    priority: rule.priority,
    ruleId: rule.id,
    ruleVersion: rule.version,
    pointId: point.id,
    stationId: point.stationId,
    stationName: point.stationName,
    pointName: point.name,
    unit: point.unit,
    areaCode: point.areaCode,
    lon: point.lon,
    lat: point.lat,
    text: rule.text,
    value,
    peak: value,
    limit: rule.condition.kind === 'noData' ? null : rule.condition.limit,
    raisedAt: iso(atMs),
    returnedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    dismissedReason: null,
    incidentId: null,
    occurrences: 1,
    demo: point.demo,
    lines: [systemLine('raised', atMs, valueText(value, point.unit))],
  };
}

/** The condition came back before anybody answered: the same alarm, once more, under the rule as it is now. */
export function raisedAgain(alarm: Alarm, rule: AlarmRule, value: number | null, atMs: number): Alarm {
  return {
    ...alarm,
    version: alarm.version + 1,
    state: 'unacknowledged',
    priority: rule.priority,
    ruleVersion: rule.version,
    text: rule.text,
    value,
    peak: extreme(alarm.peak, value, rule.condition.kind),
    limit: rule.condition.kind === 'noData' ? null : rule.condition.limit,
    returnedAt: null,
    occurrences: alarm.occurrences + 1,
    lines: withLine(alarm.lines, systemLine('raisedAgain', atMs, valueText(value, alarm.unit))),
  };
}

function extreme(peak: number | null, value: number | null, kind: AlarmRule['condition']['kind']): number | null {
  if (peak === null || value === null) return value;
  return kind === 'above' ? Math.max(peak, value) : Math.min(peak, value);
}

/** @param why the value that ended it, or another reason */
export function returned(alarm: Alarm, atMs: number, why: string): Alarm {
  return {
    ...alarm,
    version: alarm.version + 1,
    state: alarm.state === 'acknowledged' ? 'normal' : 'returnedUnacknowledged',
    returnedAt: iso(atMs),
    lines: withLine(alarm.lines, systemLine('returned', atMs, why)),
  };
}

export function returnedByValue(alarm: Alarm, value: number, atMs: number): Alarm {
  return returned(alarm, atMs, valueText(value, alarm.unit));
}

/** An officer's act; the caller has checked that it is allowed. */
export function acted(alarm: Alarm, command: AlarmCommand): Alarm {
  const kind = ({ acknowledge: 'acknowledged', dismiss: 'dismissed', incidentOpened: 'incidentOpened', note: 'note' } as const)[
    command.action
  ];
  const line: AlarmLine = { at: iso(command.atMs), actor: command.actor.name, kind, text: command.text };
  const next: Alarm = { ...alarm, version: alarm.version + 1, lines: withLine(alarm.lines, line) };
  if (command.action === 'note') return next;
  if (command.action === 'dismiss') return { ...next, state: 'normal', dismissedReason: command.text };
  if (command.action === 'incidentOpened') next.incidentId = command.incidentId;
  return answered(next, command);
}

/** Opening an incident is an answer too: the bell must not ring on for what is already being dealt with. */
function answered(alarm: Alarm, command: AlarmCommand): Alarm {
  if (alarm.state === 'acknowledged') return alarm;
  return {
    ...alarm,
    state: alarm.state === 'unacknowledged' ? 'acknowledged' : 'normal',
    acknowledgedAt: iso(command.atMs),
    acknowledgedBy: command.actor.name,
  };
}
