import type { Deadline } from '#kernel/clock/deadline.ts';
import { isWithin } from '#kernel/area/area.ts';
import { csvOf } from '#web/page/csv.ts';

// The list of everything that is due: which rows, in which order, and the same rows as a file.

export interface DeadlineFilter {
  /** Division code; rows inside it are shown. */
  areaCode?: string | undefined;
  /** Case type. */
  kind?: string | undefined;
  ruleId?: string | undefined;
}

/** Rows that fit, what is due first (so overdue) on top. */
export function shownDeadlines(deadlines: readonly Deadline[], { areaCode, kind, ruleId }: DeadlineFilter): Deadline[] {
  return deadlines
    .filter(
      (each) =>
        (!areaCode || isWithin(each.areaCode, areaCode)) && (!kind || each.subject.kind === kind) && (!ruleId || each.ruleId === ruleId),
    )
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt) || a.id.localeCompare(b.id));
}

/** Past its due instant; the end of a period of notice is no lateness, and a paused clock stands still. */
export function isOverdue({ dueAt, waits, pausedAt }: Pick<Deadline, 'dueAt' | 'waits' | 'pausedAt'>, nowMs: number): boolean {
  return !waits && !pausedAt && new Date(dueAt).getTime() < nowMs;
}

/** Words of the file's columns and of the words in its cells. */
export interface FileWords {
  columns: readonly string[];
  areaName: (code: string) => string;
  kindName: (kind: string) => string;
  label: (deadline: Deadline) => string;
  duty: (deadline: Deadline) => string;
  moment: (instant: string) => string;
  state: (isOverdue: boolean, isPaused: boolean) => string;
  verified: (isVerified: boolean) => string;
  demo: (isDemo: boolean) => string;
}

/** The rows as CSV, one line a row, in the order shown. */
export function deadlinesFile(rows: readonly Deadline[], nowMs: number, words: FileWords): string {
  return csvOf([
    words.columns,
    ...rows.map((each) => [
      words.state(isOverdue(each, nowMs), each.pausedAt !== null),
      words.moment(each.dueAt),
      words.label(each),
      words.duty(each),
      each.subject.title,
      words.kindName(each.subject.kind),
      words.areaName(each.areaCode),
      words.moment(each.startedAt),
      each.clause,
      words.verified(each.verified),
      words.demo(each.demo),
    ]),
  ]);
}
