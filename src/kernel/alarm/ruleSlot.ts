import type { AlarmRule } from './alarm.ts';
import type { Holder } from './alarmBook.ts';

// One plain limit or silence at work on one point (the other kinds: watchSlot.ts): the part of the engine that runs for every reading, so plain numbers and no allocation.
// "Below" is "above" with the sign turned, which leaves one path.

/** Where a condition stands, whatever officers have done. */
export const phase = { clear: 0, pending: 1, active: 2, suppressed: 3 } as const;
export type Phase = (typeof phase)[keyof typeof phase];

export interface RuleSlot extends Holder {
  /** +1 above, -1 below, 0 no data. */
  sign: number;
  /** Signed value that must be exceeded. */
  raiseOver: number;
  /** Signed value at or under which the condition is gone. */
  returnAt: number;
  delayMs: number;
  silentMs: number;
  phase: Phase;
  /** Measured instant since which the condition holds, while pending. */
  sinceMs: number;
}

/** Whether a rule fits this path: one limit that always applies, or silence. */
export function isPlain({ condition, schedule }: AlarmRule): boolean {
  return condition.kind === 'noData' || ((condition.kind === 'above' || condition.kind === 'below') && schedule === undefined);
}

const idle = { sign: 0, raiseOver: 0, returnAt: 0, delayMs: 0, silentMs: 0, phase: phase.clear, sinceMs: 0, alarm: null, shelf: null };

export function ruleSlot(rule: AlarmRule): RuleSlot {
  const slot: RuleSlot = { rule, ...idle };
  setRule(slot, rule);
  return slot;
}

/** Puts an edited rule into its slot; what the condition was doing goes on under the new limits. */
export function setRule(slot: RuleSlot, rule: AlarmRule): void {
  slot.rule = rule;
  const { condition } = rule;
  if (condition.kind === 'noData') {
    slot.silentMs = condition.silentMs;
    return;
  }
  if (condition.kind !== 'above' && condition.kind !== 'below') throw new Error(`rule ${rule.id}: ${condition.kind} is no plain limit`);
  slot.sign = condition.kind === 'above' ? 1 : -1;
  slot.raiseOver = slot.sign * condition.limit;
  slot.returnAt = slot.raiseOver - Math.abs(condition.hysteresis);
  slot.delayMs = condition.delayMs;
}

/** What a reading does to a rule. */
export const verdict = { nothing: 0, pending: 1, notPending: 2, raise: 3, return: 4, release: 5, peak: 6 } as const;
export type Verdict = (typeof verdict)[keyof typeof verdict];

/**
 * Judges one reading; the caller carries out the verdict.
 * @param value in the point's unit
 * @param atMs measured instant, newer than every one before
 */
export function judgeReading(slot: RuleSlot, value: number, atMs: number): Verdict {
  const signed = slot.sign * value;
  switch (slot.phase) {
    case phase.clear:
      if (signed <= slot.raiseOver) return verdict.nothing;
      return slot.delayMs === 0 ? verdict.raise : verdict.pending;
    case phase.pending:
      if (signed <= slot.raiseOver) return verdict.notPending;
      return atMs - slot.sinceMs >= slot.delayMs ? verdict.raise : verdict.nothing;
    case phase.active:
      if (signed <= slot.returnAt) return verdict.return;
      return slot.alarm !== null && signed > slot.sign * (slot.alarm.peak ?? value) ? verdict.peak : verdict.nothing;
    case phase.suppressed:
      return signed <= slot.returnAt ? verdict.release : verdict.nothing;
  }
}
