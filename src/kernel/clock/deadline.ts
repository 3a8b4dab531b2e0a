import type { Text } from '#kernel/language/text.ts';

// A deadline (时限) is one running clock of one case. Its rule is a dated row in src/statutes: a change of law adds a row.

export interface ClockRuleVersion {
  /** First local date on which it applies. */
  from: string;
  /** Last local date, only where a rule ends without another in its place. */
  to?: string;
  within: { minutes: number } | { hours: number } | { days: number } | { workingDays: number };
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
}

export function defineClockRule(rule: ClockRule): ClockRule {
  return rule;
}

export type DeadlineState = 'running' | 'met' | 'breached' | 'cancelled';

/** One row of the clock table as the API sends it. */
export interface Deadline {
  id: string;
  ruleId: string;
  label: Text;
  duty: Text;
  clause: string;
  verified: boolean;
  subject: { kind: string; id: string; title: string };
  areaCode: string;
  startedAt: string;
  dueAt: string;
  doneAt: string | null;
  state: DeadlineState;
  /** Highest escalation step reached: 0, 50, 80 or 100 per cent of the time. */
  escalation: 0 | 50 | 80 | 100;
  demo: boolean;
}

/**
 * The version of a rule in force on a local date (Asia/Shanghai, `YYYY-MM-DD`), or null. Versions stand oldest first and the
 * latest that has begun counts, so a change of law adds a row and leaves the one before as it was.
 */
export function versionOn(rule: ClockRule, on: string): ClockRuleVersion | null {
  return rule.versions.findLast((v) => v.from <= on && (v.to === undefined || on <= v.to)) ?? null;
}
