import type { Text } from '#kernel/language/text.ts';
import type { EscalationStep } from './escalation.ts';

// A deadline (时限) is one running clock of one case. Its rule is a dated row in src/statutes: a change of law adds a row.

/** A length of time as laws write it. Which instant ends it is said in dueAt.ts. */
export type Span =
  | { minutes: number }
  | { hours: number }
  | { days: number }
  | { workingDays: number }
  | { months: number }
  | { years: number };

export type Within =
  | Span
  /** By the end of the next such day, `MM-DD`. */
  | { monthDay: string }
  /** By the next such time of the local day, `HH:MM`. */
  | { timeOfDay: string }
  /** The date is set in the case: an order, an agreement, an approval. */
  | { setByCase: true };

export interface Extension {
  /** Longest extension, all together; null where the law leaves it to the approval. */
  within: Span | null;
  /** How often it may be extended. */
  times: number;
  clause: string;
}

export interface ClockRuleVersion {
  /** First local date on which it applies. */
  from: string;
  /** Last local date, only where a rule ends without another in its place. */
  to?: string;
  within: Within;
  /** Absent: it cannot be extended. */
  extension?: Extension;
  standard: string;
  clause: string;
  jurisdiction: string;
  /** Where the figure was read. */
  source: string;
  /** False until somebody compared it with the official text; shown as 未核实. */
  verified: boolean;
}

export interface ClockRule {
  id: string;
  label: Text;
  /** What must be done and towards whom. */
  duty: Text;
  versions: readonly ClockRuleVersion[];
  /** A period of notice or of somebody's right: when it ends, nobody is late. It is told to nobody. */
  waits?: boolean;
  /** Who hears of it when; absent = `usualEscalation`. */
  escalation?: readonly EscalationStep[];
}

export function defineClockRule(rule: ClockRule): ClockRule {
  return rule;
}

/** `breached` is over time; it stays open (`doneAt` null) until the duty is done after all. */
export type DeadlineState = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

/** One row of the clock table as the API sends it. */
export interface Deadline {
  id: string;
  ruleId: string;
  label: Text;
  duty: Text;
  clause: string;
  verified: boolean;
  /** A period of notice or of a right; its end is no lateness. */
  waits: boolean;
  /** As the law stood when the clock started; a later change does not touch it. */
  within: Within;
  extension: Extension | null;
  subject: { kind: string; id: string; title: string };
  areaCode: string;
  startedAt: string;
  dueAt: string;
  /** When it would be due had nobody extended it. */
  firstDueAt: string;
  doneAt: string | null;
  state: DeadlineState;
  /** Since when it stands still, or null. */
  pausedAt: string | null;
  /** How long it stood still before. */
  pausedMs: number;
  /** Due instant after the last extension, or null. */
  extendedTo: string | null;
  extensions: number;
  /** False when working days of a year were counted whose holidays nobody has entered. */
  calendarVerified: boolean;
  /** Highest escalation step reached, in per cent of the time; 0 at first, 100 is due. */
  escalation: number;
  demo: boolean;
}

/**
 * The version of a rule in force on a local date (Asia/Shanghai, `YYYY-MM-DD`), or null. Versions stand oldest first and the
 * latest that has begun counts, so a change of law adds a row and leaves the one before as it was.
 */
export function versionOn(rule: ClockRule, on: string): ClockRuleVersion | null {
  return rule.versions.findLast((v) => v.from <= on && (v.to === undefined || on <= v.to)) ?? null;
}

/** Neither done nor cancelled: somebody still owes it. */
export function isOpen(deadline: Pick<Deadline, 'doneAt' | 'state'>): boolean {
  return deadline.doneAt === null && deadline.state !== 'cancelled';
}
