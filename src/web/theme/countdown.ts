import type { Text } from '#kernel/language/text.ts';

/** What a countdown shows: digits, and words that say the same without colour. */
export interface CountdownReading {
  isOverdue: boolean;
  /** 1:05:09, 04:30, 2 天 03:00 … always a positive span. */
  digits: Text;
  /** For screen readers and the title. */
  words: Text;
}

const two = (n: number) => String(n).padStart(2, '0');

/**
 * Reads a span until a due instant.
 * @param dueMs epoch milliseconds of the due instant
 * @param nowMs epoch milliseconds of the server's now
 * @returns under an hour mm:ss, under a day h:mm:ss, else days and h:mm
 */
export function readCountdown(dueMs: number, nowMs: number): CountdownReading {
  const isOverdue = nowMs > dueMs;
  // Until it is due, a begun second counts as whole, so 00:00 is reached exactly at the due instant.
  const seconds = isOverdue ? Math.floor((nowMs - dueMs) / 1000) : Math.ceil((dueMs - nowMs) / 1000);
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
  const digits: Text =
    days > 0 ? { zh: `${days} 天 ${two(hours)}:${two(minutes)}`, en: `${days} d ${two(hours)}:${two(minutes)}` } : { zh: clock, en: clock };
  return {
    isOverdue,
    digits,
    words: isOverdue ? { zh: `已超时 ${digits.zh}`, en: `Overdue by ${digits.en}` } : { zh: `剩余 ${digits.zh}`, en: `${digits.en} left` },
  };
}
