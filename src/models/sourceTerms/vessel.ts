// How long a vessel lasts: the rate falls with the level, and somebody closes a valve.

/**
 * Seconds until a tank of constant cross-section has run down to the hole under its own head and a constant gas pressure:
 * the rate falls linearly in time, so t = 2·m·(Q0 − Qe)/(Q0² − Qe²) with the last rate Qe from pressure alone.
 * @param massKg above the hole @param first rate at the start, kg/s @param last rate when the level reaches the hole, kg/s
 */
export function drainingSeconds(massKg: number, first: number, last: number): number {
  return (2 * massKg) / (first + last);
}

/** Seconds that a release lasts: until it is empty or isolated, whichever is first. */
export function releaseSeconds(massKg: number, rate: number, isolatedAfterS: number): number {
  return rate <= 0 ? 0 : Math.min(isolatedAfterS, massKg / rate);
}
