import type { CaseDeclaration, CaseLine } from '#kernel/casework/case.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';

// How a clock ended: in time or late, and by whom. The clock's row knows the instant; the timeline knows the person.

export interface ClockResult {
  at: string;
  /** Milliseconds past the due instant; 0 when in time. */
  lateMs: number;
  /** Null when no line of the timeline tells. */
  by: string | null;
}

/** Line and clock are written in one transaction, some milliseconds apart. */
const sameActMs = 5_000;

/** The end of a clock, or null while somebody still owes it and when it was cancelled. */
export function clockResult(
  declaration: CaseDeclaration,
  deadline: Pick<Deadline, 'ruleId' | 'doneAt' | 'dueAt'>,
  lines: readonly CaseLine[],
): ClockResult | null {
  const { doneAt, dueAt, ruleId } = deadline;
  if (doneAt === null) return null;
  const doneMs = new Date(doneAt).getTime();
  const line = lines.find(
    (each) => declaration.actions[each.action]?.stops?.includes(ruleId) && Math.abs(new Date(each.at).getTime() - doneMs) < sameActMs,
  );
  return { at: doneAt, lateMs: Math.max(0, doneMs - new Date(dueAt).getTime()), by: line?.actor ?? null };
}
