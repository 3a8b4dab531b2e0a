// Working days (工作日) of the People's Republic of China. Saturdays and Sundays are free except make-up days; public
// holidays are free. The yearly notice of the State Council General Office sets the dates; a year that is missing here
// counts week days only, and the page 时限 says so.

interface Year {
  year: number;
  source: string;
  verified: boolean;
  /** Free week days, local dates. */
  free: readonly string[];
  /** Saturdays and Sundays on which work is done. */
  worked: readonly string[];
}

/** One row a year, as published. Empty until a county enters the notice it has read. */
const years: readonly Year[] = [];

const free = new Set(years.flatMap((year) => year.free));
const worked = new Set(years.flatMap((year) => year.worked));

/** True when a local date (`YYYY-MM-DD`) is a working day. */
export function isWorkingDay(date: string): boolean {
  if (worked.has(date)) return true;
  if (free.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
