/**
 * Minutes until so many people are there, when `net` more come each minute than go; null when never, 0 when they are there.
 * @param limit people
 * @param now people
 */
export function minutesUntil(limit: number, now: number, net: number): number | null {
  if (now >= limit) return 0;
  return net > 0 ? (limit - now) / net : null;
}
