import type { Schedule } from '#kernel/alarm/schedule.ts';
import { holidayYears } from '#statutes/workingDays.table.ts';
import type { RuleRecord } from './compileRule.ts';

// When a rule applies, from its record; with the published holidays, so that the engine needs no calendar.

const dayMs = 86_400_000;

export function scheduleOf({ fromTime, months, scheduled, toTime, weekdays, workdays }: RuleRecord): Schedule | null {
  if (!scheduled) return null;
  return {
    hours: fromTime || toTime ? { fromMinute: minuteOf(fromTime ?? '00:00'), toMinute: minuteOf(toTime ?? '00:00') } : null,
    weekdays: weekdays && weekdays.length > 0 ? weekdays.map(Number) : null,
    months: months && months.length > 0 ? months.map(Number) : null,
    days:
      workdays === 'working' || workdays === 'off' ? { only: workdays, holidays: [...holidays], extraWorkdays: [...extraWorkdays] } : null,
  };
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const extraWorkdays: readonly string[] = holidayYears.flatMap((year) => year.worked);

/** Every local date of the published holidays. */
const holidays: readonly string[] = holidayYears.flatMap((year) => year.free.flatMap(([from, to]) => datesFrom(from, to)));

function datesFrom(from: string, to: string): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return Array.from({ length: (last - first) / dayMs + 1 }, (_, n) => new Date(first + n * dayMs).toISOString().slice(0, 10));
}
