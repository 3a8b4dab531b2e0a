import type { Text } from '#kernel/language/text.ts';
import type { RuleCondition } from './condition.ts';
import type { DeviceLimit } from './deviceFaults.ts';
import type { ChatterLimit } from './flood.ts';
import type { Schedule } from './schedule.ts';

// An alarm is a demand for attention by a device (报警), never a public warning (预警). Life after IEC 62682: one alarm per
// condition (rule on a point); acknowledging and returning to normal are independent.

export type AlarmState =
  /** Condition holds, nobody has answered. */
  | 'unacknowledged'
  /** Condition holds, an officer has taken it. */
  | 'acknowledged'
  /** Condition has gone, nobody has answered yet. */
  | 'returnedUnacknowledged'
  /** Answered and gone, or dismissed as false: history. */
  | 'normal';

export const alarmStates = {
  unacknowledged: { zh: '未确认', en: 'Unacknowledged' },
  acknowledged: { zh: '已确认', en: 'Acknowledged' },
  returnedUnacknowledged: { zh: '已恢复未确认', en: 'Returned, unacknowledged' },
  normal: { zh: '正常', en: 'Normal' },
} satisfies Record<AlarmState, Text>;

/** How urgently an operator must act; its own scale, not a warning level. */
export const alarmPriorities = {
  critical: { zh: '紧急', en: 'Critical' },
  high: { zh: '高', en: 'High' },
  medium: { zh: '中', en: 'Medium' },
  low: { zh: '低', en: 'Low' },
} satisfies Record<string, Text>;
export type AlarmPriority = keyof typeof alarmPriorities;

/** A rule on one point. What the condition may be, and its units, is in condition.ts. */
export interface AlarmRule {
  /** Unique in the engine. */
  id: string;
  /** The register's record, when one record stands for the points of an area: then `id` is that record and the point. */
  recordId?: string;
  /** Grows by one with each edit; an alarm keeps the version that raised it. */
  version: number;
  pointId: string;
  priority: AlarmPriority;
  text: Text;
  condition: RuleCondition;
  /** When the rule applies; absent = always. */
  schedule?: Schedule;
  /** From when on its alarms are one about the source; absent = never. */
  chatter?: ChatterLimit;
  /** From when on the silence of its points is one alarm about the device; absent = never. */
  device?: DeviceLimit;
  /** The rule as a sentence, for alarms to keep. */
  sentence?: Text;
}

/** A measuring point as the engine needs it. */
export interface Point {
  id: string;
  key: string;
  stationId: string;
  stationName: string;
  name: string;
  unit: string;
  areaCode: string;
  lon: number | null;
  lat: number | null;
  rangeMin: number | null;
  rangeMax: number | null;
  demo: boolean;
}

export interface AlarmLine {
  at: string;
  actor: string;
  kind:
    | 'raised'
    | 'returned'
    | 'raisedAgain'
    | 'climbed'
    | 'fell'
    | 'suppressed'
    | 'released'
    | 'shelved'
    | 'unshelved'
    | 'acknowledged'
    | 'note'
    | 'dismissed'
    | 'incidentOpened';
  text: string;
}

/** Shelving (搁置): an alarm taken out of sight for a stated time; it comes back by itself. */
export interface Shelf {
  until: string;
  by: string;
  reason: string;
}

/** Nobody is called for it now: shelved, or spoken for by the alarm about its source. */
export function isMuted(alarm: Pick<Alarm, 'shelf' | 'suppressedBy'>): boolean {
  return Boolean(alarm.shelf) || Boolean(alarm.suppressedBy);
}

export interface Alarm {
  /** UUID derived from rule, point and the log position that raised it: replaying the log gives the same id. */
  id: string;
  /** Grows with every change; an action names the version it saw (two officers, one alarm). */
  version: number;
  state: AlarmState;
  priority: AlarmPriority;
  ruleId: string;
  ruleVersion: number;
  pointId: string;
  stationId: string;
  stationName: string;
  pointName: string;
  unit: string;
  areaCode: string;
  lon: number | null;
  lat: number | null;
  text: Text;
  /** Value that raised it, the most extreme since, and the limit; null for no-data. */
  value: number | null;
  peak: number | null;
  limit: number | null;
  raisedAt: string;
  returnedAt: string | null;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  dismissedReason: string | null;
  incidentId: string | null;
  /** How often the condition came back before anybody answered. */
  occurrences: number;
  /** The rule as it read when it raised the alarm, in one sentence; null for alarms about a source. */
  ruleSentence: Text | null;
  /** Out of sight until then, by whom and why; null when not shelved. */
  shelf: Shelf | null;
  /** The alarm about a chattering source or a failing device that speaks for this one; null when it speaks for itself. */
  suppressedBy: string | null;
  /** For an alarm about a source or a device: how many times it spoke for others. */
  suppressedCount: number;
  demo: boolean;
  lines: AlarmLine[];
  /** For an alarm of an edge at its parent: which edge's, and its id there. Absent or null for our own. */
  origin?: AlarmOrigin | null;
}

export interface AlarmOrigin {
  edgeId: string;
  alarmId: string;
}
