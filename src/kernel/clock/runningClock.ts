import { isCalendarKnown, addWorkingDays, dueAt, endAfter, workingDaysBetween, type Calendar } from './dueAt.ts';
import type { ClockRule, ClockRuleVersion, Deadline } from './deadline.ts';
import { percentAt } from './escalation.ts';
import { addDays, dayMs, daysBetween, endOf, localDate } from './localDate.ts';

// What happens to a clock: it starts, stands still, goes on, is extended, stops. All of it is arithmetic; storage keeps the
// result, tests and drills use the same functions.

/** A clock about to start; whose it is, storage adds. */
export interface NewClock {
  rule: ClockRule;
  version: ClockRuleVersion;
  startedAt: Date;
  dueAt: Date;
  calendarVerified: boolean;
}

/** @param until local date set by the case, for rules that leave the date to it; the clock ends with that day */
export function startClock(rule: ClockRule, version: ClockRuleVersion, at: Date, calendar: Calendar, until?: string): NewClock {
  const due = until === undefined ? dueAt(version, at, calendar) : endOf(until);
  return { rule, version, startedAt: at, dueAt: due, calendarVerified: isCalendarKnown(version.within, at, due, calendar) };
}

/** The duty is done: in time or late. */
export function stopClock(deadline: Deadline, at: Date): Deadline {
  return { ...deadline, doneAt: at.toISOString(), state: isLate(deadline, at) ? 'breached' : 'met', pausedAt: null };
}

/** Nobody owes it any more. What was overdue stays on record as breached. */
export function cancelClock(deadline: Deadline, at: Date): Deadline {
  return isLate(deadline, at) ? stopClock(deadline, at) : { ...deadline, state: 'cancelled', pausedAt: null };
}

function isLate(deadline: Deadline, at: Date): boolean {
  return !deadline.waits && deadline.pausedAt === null && at.getTime() > Date.parse(deadline.dueAt);
}

/** Stands still from now on; one that is overdue already cannot. */
export function pauseClock(deadline: Deadline, at: Date): Deadline {
  if (deadline.state !== 'running' || at.getTime() > Date.parse(deadline.dueAt)) return deadline;
  return { ...deadline, state: 'paused', pausedAt: at.toISOString() };
}

/**
 * Goes on with what was left when it was paused: hours and minutes to the millisecond, days and working days by count; the
 * day of the pause counts as used, the day of going on does not.
 */
export function resumeClock(deadline: Deadline, at: Date, calendar: Calendar): Deadline {
  if (deadline.pausedAt === null) return deadline;
  const pausedAt = new Date(deadline.pausedAt);
  const due = new Date(deadline.dueAt);
  const stoodMs = at.getTime() - pausedAt.getTime();
  const resumed = afterPause(deadline, pausedAt, due, at, calendar);
  return {
    ...deadline,
    state: 'running',
    pausedAt: null,
    pausedMs: deadline.pausedMs + stoodMs,
    dueAt: resumed.toISOString(),
    firstDueAt: new Date(Date.parse(deadline.firstDueAt) + resumed.getTime() - due.getTime()).toISOString(),
    calendarVerified: deadline.calendarVerified && isCalendarKnown(deadline.within, at, resumed, calendar),
  };
}

function afterPause(deadline: Deadline, pausedAt: Date, due: Date, at: Date, calendar: Calendar): Date {
  const { within } = deadline;
  if ('minutes' in within || 'hours' in within || 'timeOfDay' in within) return new Date(due.getTime() + at.getTime() - pausedAt.getTime());
  // The due instant is the first of the day after the last one.
  const lastDay = localDate(new Date(due.getTime() - dayMs));
  const today = localDate(at);
  if ('workingDays' in within) {
    const left = workingDaysBetween(localDate(pausedAt), lastDay, calendar);
    return endOf(addWorkingDays(today, left, calendar));
  }
  return endOf(addDays(today, Math.max(daysBetween(localDate(pausedAt), lastDay), 0)));
}

export type ExtensionFault = 'notRunning' | 'overdue' | 'notExtendable' | 'usedUp' | 'tooLong' | 'notLater';

/** The latest instant to which a clock may be extended, or null when the law leaves it to the approval. */
export function latestExtension(deadline: Deadline, calendar: Calendar): Date | null {
  const longest = deadline.extension?.within;
  if (!longest) return null;
  const first = new Date(deadline.firstDueAt);
  // Counted from the date without extensions, so all of them together stay within the longest one. A due instant at
  // midnight belongs to the day that ends with it.
  const isByDays = !('minutes' in longest || 'hours' in longest);
  return endAfter(longest, isByDays ? new Date(first.getTime() - 1) : first, calendar);
}

/**
 * Extends a clock by all that its rule allows, or to a local date.
 * @returns the extended clock, or what stands against it
 */
export function extendClock(deadline: Deadline, at: Date, calendar: Calendar, until?: string): Deadline | ExtensionFault {
  const { extension } = deadline;
  if (deadline.doneAt !== null || deadline.state === 'cancelled') return 'notRunning';
  if (deadline.pausedAt === null && at.getTime() > Date.parse(deadline.dueAt)) return 'overdue';
  if (!extension) return 'notExtendable';
  if (deadline.extensions >= extension.times) return 'usedUp';
  const latest = latestExtension(deadline, calendar);
  const due = until === undefined ? latest : endOf(until);
  if (!due || due.getTime() <= Date.parse(deadline.dueAt)) return 'notLater';
  if (latest && due.getTime() > latest.getTime()) return 'tooLong';
  const extended = { ...deadline, dueAt: due.toISOString(), extendedTo: due.toISOString(), extensions: deadline.extensions + 1 };
  return {
    ...extended,
    calendarVerified: deadline.calendarVerified && isCalendarKnown(deadline.within, at, due, calendar),
    // Steps of the shorter time that lie ahead again are told again.
    escalation: Math.min(deadline.escalation, Math.max(0, Math.floor(percentAt(extended, at.getTime())))),
  };
}
