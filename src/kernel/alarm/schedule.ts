// When a rule applies: hours of the day, days of the week, months, working days. Local time is Asia/Shanghai, which has no
// summer time, so it is plain arithmetic; a leap second is not in epoch milliseconds and so falls into the second before.

export interface Schedule {
  /** Minutes from local midnight; `from` > `to` runs over midnight; equal means the whole day. */
  hours: { fromMinute: number; toMinute: number } | null;
  /** 1 = Monday … 7 = Sunday; null = every day. */
  weekdays: readonly number[] | null;
  /** 1 … 12; null = all year. */
  months: readonly number[] | null;
  /** Only on working days, or only on days off; with the published exceptions, dates as YYYY-MM-DD. */
  days: { only: 'working' | 'off'; holidays: readonly string[]; extraWorkdays: readonly string[] } | null;
}

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

/** Whether a schedule covers an instant. Over midnight, the day that counts is the one on which the span began. */
export function isScheduled(schedule: Schedule, atMs: number): boolean {
  const localMs = atMs + shanghaiMs;
  const minute = Math.floor((((localMs % dayMs) + dayMs) % dayMs) / 60_000);
  let day = Math.floor(localMs / dayMs);
  const { hours } = schedule;
  if (hours && hours.fromMinute !== hours.toMinute) {
    const overMidnight = hours.fromMinute > hours.toMinute;
    const isIn = overMidnight
      ? minute >= hours.fromMinute || minute < hours.toMinute
      : minute >= hours.fromMinute && minute < hours.toMinute;
    if (!isIn) return false;
    if (overMidnight && minute < hours.toMinute) day -= 1;
  }
  return isOn(schedule, day);
}

function isOn({ weekdays, months, days }: Schedule, day: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  if (weekdays && !weekdays.includes(weekday)) return false;
  if (months === null && days === null) return true;
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  if (months && !months.includes(Number(date.slice(5, 7)))) return false;
  if (days === null) return true;
  const isWorking = days.extraWorkdays.includes(date) || (weekday <= 5 && !days.holidays.includes(date));
  return isWorking === (days.only === 'working');
}
