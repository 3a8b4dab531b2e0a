import { dayAndTime, dayOf } from '#web/page/moments.ts';

const localOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** A due instant in words. One that ends with a day reads `2026-12-15 24:00`, not the first minute of the day after. */
export function dueMoment(dueAt: string): string {
  const ms = new Date(dueAt).getTime();
  return (ms + localOffsetMs) % dayMs === 0 ? `${dayOf(ms - 1)} 24:00` : dayAndTime(dueAt);
}
