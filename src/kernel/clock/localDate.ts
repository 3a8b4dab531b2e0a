// Local dates are those of Asia/Shanghai: UTC+8 all year since 1992. A date is `YYYY-MM-DD`.

const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** Local date of an instant. */
export function localDate(instant: Date): string {
  return new Date(instant.getTime() + 8 * 60 * minuteMs).toISOString().slice(0, 10);
}

/** The instant at which a local date is over. */
export function endOf(date: string): Date {
  return new Date(`${addDays(date, 1)}T00:00:00+08:00`);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day n months later; where that month is shorter, its last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** Whole days from one local date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}
