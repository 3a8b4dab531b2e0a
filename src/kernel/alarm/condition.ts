import type { AlarmPriority } from './alarm.ts';

// When a rule demands attention, as data. Times in milliseconds; limits in the unit of what is measured: the point's own, except
// a rate (point's unit per hour) and a stuck value (minutes). Every kind but `noData` is one measured number against one or
// several limits; how the number comes about is in measure.ts, what happens at a limit in ruleSlot.ts and watchSlot.ts.

export type Side = 'above' | 'below';

/** One step of a rule with several: its alarm has this priority while the value is beyond this limit. */
export interface Level {
  limit: number;
  priority: AlarmPriority;
}

interface Held {
  /** How far the value must come back past the limit before the alarm returns. */
  hysteresis: number;
  /** How long, in measured time, the value must be beyond the limit. */
  delayMs: number;
}

/** A condition on one of the points of a combination. */
export interface Part {
  pointId: string;
  side: Side;
  limit: number;
}

export type RuleCondition =
  | ({ kind: Side; limit: number } & Held)
  /** The point has been silent for longer than this. */
  | { kind: 'noData'; silentMs: number }
  /** Mildest level first; one alarm whose priority climbs and falls. */
  | ({ kind: 'levels'; side: Side; levels: readonly Level[] } & Held)
  /** Change over a window, in the point's unit per hour. `below` watches for a fall (limit negative). */
  | ({ kind: 'rate'; side: Side; limit: number; windowMs: number } & Held)
  /** The value has not moved by more than `band` for `stuckMs`, although readings come. */
  | { kind: 'stuck'; band: number; stuckMs: number }
  /** Total over a sliding window, of what each reading adds or of what a counter grew by (a counter may start again at zero). */
  | ({ kind: 'sum'; gauge: 'increment' | 'counter'; windowMs: number; levels: readonly Level[] } & Held)
  /** Absolute difference of the point and another one. */
  | ({ kind: 'deviation'; other: string; limit: number } & Held)
  /** At least so many of the parts hold; a part whose point was not heard of for `maxAgeMs` is unknown (null = never too old). */
  | { kind: 'combination'; parts: readonly Part[]; atLeast: number; maxAgeMs: number | null; delayMs: number }
  /** A formula over named points; `limit` null when it is a yes-or-no formula. */
  | ({ kind: 'expression'; source: string; names: Readonly<Record<string, string>>; side: Side; limit: number | null } & Held);

/** Every point the condition reads, the rule's own first, each once. */
export function pointsOf(rule: { pointId: string; condition: RuleCondition }): string[] {
  const { condition, pointId } = rule;
  const others =
    condition.kind === 'deviation'
      ? [condition.other]
      : condition.kind === 'combination'
        ? condition.parts.map((part) => part.pointId)
        : condition.kind === 'expression'
          ? Object.values(condition.names)
          : [];
  return [...new Set([pointId, ...others])];
}

/** The side on which values are worse. */
export function sideOf(condition: RuleCondition): Side {
  if (condition.kind === 'above' || condition.kind === 'below') return condition.kind;
  return 'side' in condition ? condition.side : 'above';
}

/** Limits as they can be drawn beside the point's own readings, mildest first. */
export function limitsOf(rule: { condition: RuleCondition; priority: AlarmPriority }): (Level & { side: Side })[] {
  const { condition, priority } = rule;
  if (condition.kind === 'above' || condition.kind === 'below') return [{ limit: condition.limit, priority, side: condition.kind }];
  return condition.kind === 'levels' ? condition.levels.map((level) => ({ ...level, side: condition.side })) : [];
}

/** What the condition compares with, mildest first; a yes-or-no condition compares 0 or 1 with a half. */
export function levelsOf(rule: { condition: RuleCondition; priority: AlarmPriority }): readonly Level[] {
  const { condition, priority } = rule;
  switch (condition.kind) {
    case 'levels':
    case 'sum':
      return condition.levels;
    case 'stuck':
      return [{ limit: condition.stuckMs / 60_000, priority }];
    case 'combination':
      return [{ limit: 0.5, priority }];
    case 'expression':
      return [{ limit: condition.limit ?? 0.5, priority }];
    case 'noData':
      return [];
    default:
      return [{ limit: condition.limit, priority }];
  }
}

/** True when the measured number says yes or no and means nothing to a reader. */
export function isYesOrNo(condition: RuleCondition): boolean {
  return condition.kind === 'combination' || (condition.kind === 'expression' && condition.limit === null);
}

/** Unit of the measured number. */
export function measuredUnit(condition: RuleCondition, unit: string): string {
  if (condition.kind === 'rate') return `${unit}/h`;
  if (condition.kind === 'stuck') return 'min';
  return condition.kind === 'expression' ? '' : unit;
}
