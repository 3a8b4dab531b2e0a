import type { AlarmRule } from '#kernel/alarm/alarm.ts';
import type { Quality } from '#kernel/observation/reading.ts';

// Where a point was silent: the line must not run straight through hours nobody measured.

export type ReadingRow = [atMs: number, value: number, quality: Quality];

/** No pause shorter than this is called silence, milliseconds. */
const leastSilenceMs = 5 * 60_000;

/** Longer stretches come thinned: their readings lie as far apart as the thinning put them, whatever the rule says. */
const thinnedMs = 8 * 24 * 3_600_000;

/**
 * How long a pause may be before it counts as silence, milliseconds: what the no-data rule says, else (and over many days at
 * least) four times the usual distance of readings.
 */
export function silenceLimitMs(rows: readonly ReadingRow[], rules: readonly AlarmRule[]): number {
  const ruled = rules.flatMap(({ condition }) => (condition.kind === 'noData' ? [condition.silentMs] : []));
  const span = (rows.at(-1)?.[0] ?? 0) - (rows[0]?.[0] ?? 0);
  if (ruled.length > 0 && span <= thinnedMs) return Math.min(...ruled);
  const distances = rows.slice(1).map(([atMs], index) => atMs - (rows[index]?.[0] ?? atMs));
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
  return Math.max(leastSilenceMs, usual * 4, ...(ruled.length > 0 ? [Math.min(...ruled)] : []));
}

/** Spans without readings that are longer than the limit, the one up to `toMs` included. Rows are in order of time. */
export function silences(rows: readonly ReadingRow[], limitMs: number, toMs: number): [fromMs: number, toMs: number][] {
  const found: [number, number][] = [];
  rows.forEach(([atMs], index) => {
    const next = rows[index + 1]?.[0] ?? toMs;
    if (next - atMs > limitMs) found.push([atMs, next]);
  });
  return found;
}
