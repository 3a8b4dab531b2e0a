import type { Calendar } from '#kernel/clock/dueAt.ts';

// Working days (工作日) of the People's Republic of China. Saturdays and Sundays are free except make-up days; public
// holidays are free. The yearly notice of the State Council General Office sets the dates. A year that is missing here
// counts week days only, and every deadline counted over it says so (`calendarVerified: false`).

interface Year {
  year: number;
  /** Notice, and where its text was read. */
  source: string;
  verified: boolean;
  /** Free days as the notice gives them, first and last local date. */
  free: readonly (readonly [from: string, to: string])[];
  /** Saturdays and Sundays on which work is done. */
  worked: readonly string[];
}

/** One row a year, as published. */
export const holidayYears: readonly Year[] = [
  {
    year: 2024,
    source: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号），人民日报 2023-10-26 第 6 版',
    verified: true,
    free: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    worked: ['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
  },
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号），新华社 2024-11-12 电讯转载',
    verified: true,
    free: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04），光明网转新华社 2025-11-04 电',
    verified: true,
    free: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

const free = holidayYears.flatMap((year) => year.free);
const worked = new Set(holidayYears.flatMap((year) => year.worked));
const listedYears = new Set(holidayYears.filter((year) => year.verified).map((year) => year.year));

/** True when a local date (`YYYY-MM-DD`) is a working day. */
export function isWorkingDay(date: string): boolean {
  if (worked.has(date)) return true;
  if (free.some(([from, to]) => from <= date && date <= to)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The calendar clocks are counted by. */
export const chinaCalendar: Calendar = { isWorkingDay, isListed: (year) => listedYears.has(year) };
