import type { Text } from '#kernel/language/text.ts';

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

/** A rule on one point. Times in milliseconds, limits in the point's unit. */
export interface AlarmRule {
  id: string;
  /** Grows by one with each edit; an alarm keeps the version that raised it. */
  version: number;
  pointId: string;
  priority: AlarmPriority;
  text: Text;
  condition:
    | { kind: 'above' | 'below'; limit: number; hysteresis: number; delayMs: number }
    /** The point has been silent for longer than this. */
    | { kind: 'noData'; silentMs: number };
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
  kind: 'raised' | 'returned' | 'raisedAgain' | 'acknowledged' | 'note' | 'dismissed' | 'incidentOpened';
  text: string;
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
  demo: boolean;
  lines: AlarmLine[];
}
