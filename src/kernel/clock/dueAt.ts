import type { ClockRuleVersion } from './deadline.ts';

const minuteMs = 60_000;

/** Local date in Asia/Shanghai (UTC+8 all year since 1992) of an instant, `YYYY-MM-DD`. */
export function localDate(instant: Date): string {
  return new Date(instant.getTime() + 8 * 60 * minuteMs).toISOString().slice(0, 10);
}

/**
 * When a clock that starts now is due.
 * - minutes, hours: that long after the start.
 * - days: the end of the n-th local day after the day of the start.
 * - workingDays: the end of the n-th working day after the day of the start.
 * @param isWorkingDay answers for a local date; the calendar with make-up days is data of the county
 */
export function dueAt(version: Pick<ClockRuleVersion, 'within'>, start: Date, isWorkingDay: (date: string) => boolean): Date {
  const { within } = version;
  if ('minutes' in within) return new Date(start.getTime() + within.minutes * minuteMs);
  if ('hours' in within) return new Date(start.getTime() + within.hours * 60 * minuteMs);
  let left = 'days' in within ? within.days : within.workingDays;
  let day = localDate(start);
  while (left > 0) {
    day = nextDate(day);
    if ('days' in within || isWorkingDay(day)) left -= 1;
  }
  return new Date(`${nextDate(day)}T00:00:00+08:00`);
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * minuteMs).toISOString().slice(0, 10);
}

export const escalationSteps = [50, 80, 100] as const;

/** Highest escalation step reached at an instant: 0, 50, 80 or 100 per cent of the time. */
export function escalationAt(startedMs: number, dueMs: number, nowMs: number): 0 | 50 | 80 | 100 {
  const share = dueMs > startedMs ? ((nowMs - startedMs) / (dueMs - startedMs)) * 100 : 100;
  return escalationSteps.findLast((step) => share >= step) ?? 0;
}
