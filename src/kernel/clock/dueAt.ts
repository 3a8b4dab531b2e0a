import type { ClockRuleVersion, Span, Within } from './deadline.ts';
import { addDays, addMonths, endOf, localDate } from './localDate.ts';

export { localDate } from './localDate.ts';

const minuteMs = 60_000;

/** Which local dates are working days; data of the country, dated by year. */
export interface Calendar {
  isWorkingDay(date: string): boolean;
  /** False when the holidays of a year were not entered, so only week days are known. */
  isListed(year: number): boolean;
}

/**
 * When a clock that starts now is due.
 * - minutes, hours: that long after the start.
 * - days: the end of the n-th local day after the day of the start.
 * - workingDays: the end of the n-th working day after the day of the start.
 * - months, years: the end of the day with the same number; the last of the month where there is none.
 * - monthDay, timeOfDay: the next one.
 * @throws when the date is set by the case (`setByCase`): whoever starts the clock must name it
 */
export function dueAt(version: Pick<ClockRuleVersion, 'within'>, start: Date, calendar: Pick<Calendar, 'isWorkingDay'>): Date {
  const { within } = version;
  if ('setByCase' in within) throw new Error('a clock whose date is set by its case was started without a date');
  if ('monthDay' in within) return nextMonthDay(within.monthDay, start);
  if ('timeOfDay' in within) return nextTimeOfDay(within.timeOfDay, start);
  return endAfter(within, start, calendar);
}

/** The end of a span that begins at an instant. */
export function endAfter(span: Span, start: Date, calendar: Pick<Calendar, 'isWorkingDay'>): Date {
  if ('minutes' in span) return new Date(start.getTime() + span.minutes * minuteMs);
  if ('hours' in span) return new Date(start.getTime() + span.hours * 60 * minuteMs);
  const day = localDate(start);
  if ('days' in span) return endOf(addDays(day, span.days));
  if ('workingDays' in span) return endOf(addWorkingDays(day, span.workingDays, calendar));
  return endOf(addMonths(day, 'months' in span ? span.months : span.years * 12));
}

/** The n-th working day after a local date. */
export function addWorkingDays(date: string, count: number, calendar: Pick<Calendar, 'isWorkingDay'>): string {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Working days after one local date up to and with another; 0 when it is not later. */
export function workingDaysBetween(from: string, to: string, calendar: Pick<Calendar, 'isWorkingDay'>): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count += 1;
  return count;
}

function nextMonthDay(monthDay: string, start: Date): Date {
  const today = localDate(start);
  const year = Number(today.slice(0, 4));
  const thisYear = `${year}-${monthDay}`;
  return endOf(thisYear >= today ? thisYear : `${year + 1}-${monthDay}`);
}

function nextTimeOfDay(time: string, start: Date): Date {
  const today = localDate(start);
  const at = new Date(`${today}T${time}:00+08:00`);
  return at > start ? at : new Date(`${addDays(today, 1)}T${time}:00+08:00`);
}

/** Whether the working days of a clock are all of years whose holidays were entered; other clocks do not ask the calendar. */
export function isCalendarKnown(within: Within, start: Date, due: Date, calendar: Calendar): boolean {
  if (!('workingDays' in within)) return true;
  // A clock due at the very end of a year ends at the first instant of the next.
  const last = Number(localDate(new Date(due.getTime() - 1)).slice(0, 4));
  for (let year = Number(localDate(start).slice(0, 4)); year <= last; year += 1) if (!calendar.isListed(year)) return false;
  return true;
}
