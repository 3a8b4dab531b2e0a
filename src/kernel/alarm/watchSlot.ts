import type { AlarmRule } from './alarm.ts';
import type { Holder } from './alarmBook.ts';
import { levelsOf, sideOf, type RuleCondition } from './condition.ts';
import type { WatchMemory } from './entry.ts';
import type { Measure } from './measure.ts';

// One rule on a measured number at work: levels, hysteresis and delay, whatever the number is made of (measure.ts).

export interface WatchSlot extends Holder {
  measure: Measure;
  /** Row of a rate of change (rateRows.ts); -1 for other measures. */
  row: number;
  /** +1 above, -1 below; signed numbers are worse the greater they are. */
  sign: number;
  /** Signed numbers that must be exceeded, mildest first. */
  overs: readonly number[];
  hysteresis: number;
  delayMs: number;
  /** Measured instant since which each level is exceeded; NaN = it is not. */
  since: number[];
  level: number;
  /** Its alarm was dismissed while the condition held: silent until it is gone. */
  isSuppressed: boolean;
  atMs: number;
  noVerdicts: number;
  /** Changed since `takeTouched`. */
  isTouched: boolean;
}

export function watchSlot(rule: AlarmRule, measure: Measure, row: number): WatchSlot {
  const slot: WatchSlot = {
    rule,
    alarm: null,
    shelf: null,
    measure,
    row,
    sign: 1,
    overs: [],
    hysteresis: 0,
    delayMs: 0,
    since: [],
    level: 0,
    isSuppressed: false,
    atMs: Number.NEGATIVE_INFINITY,
    noVerdicts: 0,
    isTouched: false,
  };
  setLimits(slot, rule);
  return slot;
}

/** Puts an edited rule that measures the same into its slot; what the condition was doing goes on under the new limits. */
export function setLimits(slot: WatchSlot, rule: AlarmRule): void {
  const { condition } = rule;
  slot.rule = rule;
  slot.sign = sideOf(condition) === 'above' ? 1 : -1;
  slot.overs = levelsOf(rule).map(({ limit }) => slot.sign * limit);
  slot.hysteresis = 'hysteresis' in condition ? Math.abs(condition.hysteresis) : 0;
  slot.delayMs = 'delayMs' in condition ? condition.delayMs : 0;
  slot.since = slot.overs.map((_, at) => slot.since[at] ?? Number.NaN);
  slot.level = Math.min(slot.level, slot.overs.length);
}

/** Signed number up to which a reading changes nothing; -Infinity while a level is or may become reached, or the rule has a schedule. */
export function restUpTo({ level, overs, rule, since }: WatchSlot): number {
  const isResting = level === 0 && rule.schedule === undefined && since.every(Number.isNaN);
  return isResting ? Math.min(...overs) : Number.NEGATIVE_INFINITY;
}

/** Whether two conditions make the same number from the same points, so that an edited rule keeps what it has measured. */
export function measuresSame(before: RuleCondition, after: RuleCondition): boolean {
  return JSON.stringify(unlimited(before)) === JSON.stringify(unlimited(after));
}

const limits = new Set(['limit', 'levels', 'hysteresis', 'delayMs']);

function unlimited(condition: RuleCondition): unknown[] {
  const measured = Object.entries(condition).filter(([name]) => !limits.has(name));
  // A formula that becomes a yes-or-no one is measured alike but means something else.
  return [...measured, 'limit' in condition && condition.limit === null, levelsOf({ condition, priority: 'low' }).length];
}

/**
 * Which level a number reaches now, from 1; 0 = none. A level is reached once it has been exceeded for the delay, and left once
 * the number is behind it by the hysteresis.
 */
export function levelAt(slot: WatchSlot, measured: number, atMs: number): number {
  const signed = slot.sign * measured;
  const { overs, since } = slot;
  let [reached, kept] = [0, 0];
  for (let at = 0; at < overs.length; at++) {
    const over = overs[at] as number;
    if (signed > over) {
      const from = since[at] as number;
      if (from !== from) since[at] = atMs;
      if (atMs - (since[at] as number) >= slot.delayMs) reached = at + 1;
    } else since[at] = Number.NaN;
    if (at < slot.level && signed > over - slot.hysteresis) kept = at + 1;
  }
  return Math.max(reached, kept);
}

const orNull = (value: number) => (Number.isFinite(value) ? value : null);

export function saveWatch(slot: WatchSlot): WatchMemory {
  return {
    level: slot.level,
    isSuppressed: slot.isSuppressed,
    atMs: orNull(slot.atMs),
    since: slot.since.map(orNull),
    noVerdicts: slot.noVerdicts,
    measure: slot.measure.save().map((list) => list.map((value) => (value === null ? null : orNull(value)))),
  };
}

export function loadWatch(slot: WatchSlot, saved: WatchMemory): void {
  slot.level = saved.level;
  slot.isSuppressed = saved.isSuppressed;
  slot.atMs = saved.atMs ?? Number.NEGATIVE_INFINITY;
  slot.since = saved.since.map((value) => value ?? Number.NaN);
  slot.noVerdicts = saved.noVerdicts;
  slot.measure.load(saved.measure);
}
