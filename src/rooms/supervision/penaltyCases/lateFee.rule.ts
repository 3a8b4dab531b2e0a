import type { CaseLine } from '#kernel/casework/case.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { daysBetween, localDate } from '#kernel/clock/localDate.ts';

// The late charge on a fine (加处罚款): 3 % of the fine a day, at most the fine itself (Administrative Penalty Law, article
// 72); days of a reconsideration or suit do not count (article 73).

const dailyShare = 0.03;

/**
 * Late charge in whole yuan.
 * @param fineYuan the fine decided
 * @param overdueDays whole days after the last day of payment, days of a remedy left out; 33.4 days reach the fine
 * @returns 0 while payment is not overdue; 100,000 yuan and 10 days give 30,000
 */
export function lateFeeYuan(fineYuan: number, overdueDays: number): number {
  return Math.min(fineYuan, Math.round(fineYuan * dailyShare * Math.max(0, overdueDays)));
}

/** Whole days a payment is overdue at an instant; days between filing a remedy and its end do not count. */
export function overdueDays(payment: Pick<Deadline, 'dueAt' | 'doneAt'> | undefined, lines: readonly CaseLine[], at: Date): number {
  if (!payment) return 0;
  const end = payment.doneAt === null ? at : new Date(payment.doneAt);
  // The due instant is the first of the day after the last day of payment.
  const lastDay = localDate(new Date(Date.parse(payment.dueAt) - 1));
  const days = daysBetween(lastDay, localDate(end));
  return Math.max(0, days - remedyDays(lines, lastDay, localDate(end)));
}

/** Days of a remedy that lie after the last day of payment. */
function remedyDays(lines: readonly CaseLine[], from: string, to: string): number {
  const filed = lines.find((line) => line.action === 'fileRemedy');
  if (!filed) return 0;
  const ended = lines.find((line) => ['upholdRemedy', 'annul'].includes(line.action) && line.at >= filed.at);
  const start = [localDate(new Date(filed.at)), from].sort()[1] as string;
  const stop = [ended ? localDate(new Date(ended.at)) : to, to].sort()[0] as string;
  return Math.max(0, daysBetween(start, stop));
}
