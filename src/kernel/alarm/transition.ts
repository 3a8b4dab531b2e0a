import type { Alarm, AlarmLine, AlarmRule, Point, Shelf } from './alarm.ts';
import { alarmId } from './alarmId.ts';
import { isYesOrNo, levelsOf, measuredUnit, sideOf } from './condition.ts';
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

/** Priority and limit at a level of the rule, counted from 1. */
function atLevel(rule: AlarmRule, level: number): Pick<Alarm, 'priority' | 'limit'> {
  const reached = levelsOf(rule)[level - 1];
  return { priority: reached?.priority ?? rule.priority, limit: isYesOrNo(rule.condition) ? null : (reached?.limit ?? null) };
}

/**
 * @param value null for a silent point
 * @param level of the rule's levels, from 1
 */
export function raised(rule: AlarmRule, point: Point, value: number | null, level: number, atMs: number, position: number): Alarm {
  const unit = isYesOrNo(rule.condition) ? point.unit : measuredUnit(rule.condition, point.unit);
  return {
    id: alarmId(rule.recordId ?? rule.id, point.id, position),
    version: 1,
    state: 'unacknowledged',
    ...atLevel(rule, level),
    ruleId: rule.recordId ?? rule.id,
    ruleVersion: rule.version,
    pointId: point.id,
    stationId: point.stationId,
    stationName: point.stationName,
    pointName: point.name,
    unit,
    areaCode: point.areaCode,
    lon: point.lon,
    lat: point.lat,
    text: rule.text,
    value,
    peak: value,
    raisedAt: iso(atMs),
    returnedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    dismissedReason: null,
    incidentId: null,
    occurrences: 1,
    ruleSentence: rule.sentence ?? null,
    shelf: null,
    suppressedBy: null,
    suppressedCount: 0,
    demo: point.demo,
    lines: [systemLine('raised', atMs, valueText(value, unit))],
  };
}

/** The condition came back before anybody answered: the same alarm, once more, under the rule as it is now. */
export function raisedAgain(alarm: Alarm, rule: AlarmRule, value: number | null, level: number, atMs: number): Alarm {
  return {
    ...alarm,
    version: alarm.version + 1,
    state: 'unacknowledged',
    ...atLevel(rule, level),
    ruleVersion: rule.version,
    ruleSentence: rule.sentence ?? alarm.ruleSentence,
    text: rule.text,
    value,
    peak: extreme(alarm.peak, value, rule),
    returnedAt: null,
    occurrences: alarm.occurrences + 1,
    lines: withLine(alarm.lines, systemLine('raisedAgain', atMs, valueText(value, alarm.unit))),
  };
}

/** The value has passed a further limit: whoever has answered must look again. */
export function climbed(alarm: Alarm, rule: AlarmRule, value: number, level: number, atMs: number): Alarm {
  return {
    ...alarm,
    version: alarm.version + 1,
    state: 'unacknowledged',
    ...atLevel(rule, level),
    ruleVersion: rule.version,
    ruleSentence: rule.sentence ?? alarm.ruleSentence,
    peak: extreme(alarm.peak, value, rule),
    acknowledgedAt: null,
    acknowledgedBy: null,
    lines: withLine(alarm.lines, systemLine('climbed', atMs, valueText(value, alarm.unit))),
  };
}

/** The value is back behind a limit but not behind all of them. */
export function fell(alarm: Alarm, rule: AlarmRule, value: number, level: number, atMs: number): Alarm {
  return {
    ...alarm,
    version: alarm.version + 1,
    ...atLevel(rule, level),
    lines: withLine(alarm.lines, systemLine('fell', atMs, valueText(value, alarm.unit))),
  };
}

/** The alarm about its source speaks for it from now on. */
export function suppressed(alarm: Alarm, by: string, atMs: number): Alarm {
  return { ...alarm, version: alarm.version + 1, suppressedBy: by, lines: withLine(alarm.lines, systemLine('suppressed', atMs, '')) };
}

/** The source is calm: an alarm whose condition holds speaks for itself again, one that has returned is history. */
export function released(alarm: Alarm, atMs: number): Alarm {
  const isOver = alarm.returnedAt !== null;
  return {
    ...alarm,
    version: alarm.version + 1,
    state: isOver ? 'normal' : alarm.state,
    suppressedBy: isOver ? alarm.suppressedBy : null,
    lines: withLine(alarm.lines, systemLine('released', atMs, '')),
  };
}

/** The time of its shelving is over. */
export function unshelved(alarm: Alarm, atMs: number): Alarm {
  return { ...alarm, version: alarm.version + 1, shelf: null, lines: withLine(alarm.lines, systemLine('unshelved', atMs, '')) };
}

function extreme(peak: number | null, value: number | null, rule: AlarmRule): number | null {
  if (peak === null || value === null) return value;
  return sideOf(rule.condition) === 'above' ? Math.max(peak, value) : Math.min(peak, value);
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

/** What an officer's act is called afterwards. */
export const lineKinds = {
  acknowledge: 'acknowledged',
  dismiss: 'dismissed',
  incidentOpened: 'incidentOpened',
  note: 'note',
  shelve: 'shelved',
  unshelve: 'unshelved',
} as const satisfies Record<AlarmCommand['action'], AlarmLine['kind']>;

/** The shelf an officer puts an alarm on; null unless the command is about shelving. */
export function shelfOf({ action, untilMs, actor, text }: AlarmCommand): Shelf | null {
  return action === 'shelve' && untilMs ? { until: iso(untilMs), by: actor.name, reason: text } : null;
}

/** An officer's act; the caller has checked that it is allowed. */
export function acted(alarm: Alarm, command: AlarmCommand): Alarm {
  const kind = lineKinds[command.action];
  const line: AlarmLine = { at: iso(command.atMs), actor: command.actor.name, kind, text: command.text };
  const next: Alarm = { ...alarm, version: alarm.version + 1, lines: withLine(alarm.lines, line) };
  if (command.action === 'note') return next;
  if (command.action === 'shelve') return { ...next, shelf: shelfOf(command) };
  if (command.action === 'unshelve') return { ...next, shelf: null };
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
