import { quantile } from '../statistics.ts';
import type { Watch } from './detector.ts';

// What the point will read next: the level it has now and what repeats. How wrong that is, the series itself tells: the same
// forecast made at every earlier reading, compared with what came.

export interface ForecastStep {
  /** Steps after the last reading, from 1. */
  ahead: number;
  expected: number;
  low: number;
  high: number;
}

/** Most earlier origins the errors are taken from; more change the quantiles by less than their own error. */
const mostOrigins = 2_000;

/**
 * Forecast with a band that held `share` of the earlier forecasts as far ahead.
 * @param from first reading whose expectation counts as learnt
 */
export function forecast(
  values: readonly number[],
  { expected, profile }: Watch,
  steps: number,
  share: number,
  from: number,
): ForecastStep[] {
  const size = profile.length;
  const last = values.length - 1;
  const season = (at: number) => profile[at % size] as number;
  const level = (at: number) => (expected[at] as number) - season(at);
  const found: ForecastStep[] = [];
  for (let ahead = 1; ahead <= steps; ahead += 1) {
    const origins = last - ahead - from + 1;
    const stride = Math.max(1, Math.floor(origins / mostOrigins));
    const errors: number[] = [];
    for (let at = from; at + ahead <= last; at += stride) errors.push((values[at + ahead] as number) - level(at) - season(at + ahead));
    if (errors.length < 20) break;
    const sorted = Float64Array.from(errors).toSorted();
    const middle = level(last) + season(last + ahead);
    const tail = (1 - share) / 2;
    found.push({ ahead, expected: middle, low: middle + quantile(sorted, tail), high: middle + quantile(sorted, 1 - tail) });
  }
  return found;
}
