import { quantile } from '../statistics.ts';

// Where a stage goes in the next hours, and how sure that is. Two ways of forecasting: the damped trend of the stage itself
// (Gardner and McKenzie 1985, Manage. Sci. 31, 1237), or a computed stage corrected by its present error. How wrong either is
// for each lead is not assumed but counted: the same forecast is made at every past instant and compared with what came.

export interface Forecast {
  /** By lead, m; index 0 is one step ahead. */
  readonly median: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Errors of past forecasts by lead, m, ascending; observed less forecast. */
  readonly errors: readonly Float64Array[];
}

/** Forecast of `leads` steps made when `at` is the last known index. */
export type Forecaster = (at: number, leads: number) => readonly number[];

/** Steps at the beginning in which a trend settles and errors are not counted. */
export const settlingSteps = 6;

export interface TrendSettings {
  /** Weights of a new value for level and trend, 0…1, and what is left of the trend after each step. */
  readonly level: number;
  readonly trend: number;
  readonly damping: number;
}

/** Damped-trend exponential smoothing over a stage in equal steps. */
export function dampedTrend(stages: readonly number[], { level: a, trend: b, damping }: TrendSettings): Forecaster {
  const levels: number[] = [];
  const trends: number[] = [];
  stages.forEach((stage, at) => {
    if (at === 0) {
      levels.push(stage);
      trends.push(0);
      return;
    }
    const [before, trend] = [levels[at - 1] as number, damping * (trends[at - 1] as number)];
    const now = a * stage + (1 - a) * (before + trend);
    levels.push(now);
    trends.push(b * (now - before) + (1 - b) * trend);
  });
  return (at, leads) => {
    const forecast: number[] = [];
    let [stage, trend] = [levels[at] as number, trends[at] as number];
    for (let lead = 0; lead < leads; lead += 1) {
      trend *= damping;
      stage += trend;
      forecast.push(stage);
    }
    return forecast;
  };
}

const candidates: readonly TrendSettings[] = [0.6, 0.9].flatMap((level) =>
  [0.2, 0.5, 0.8].flatMap((trend) => [0.8, 0.9, 0.97].map((damping) => ({ level, trend, damping }))),
);

/** The settings whose past forecasts were best over all leads (mean absolute error). */
export function bestTrend(stages: readonly number[], leads: number): TrendSettings {
  let [best, least] = [candidates[0] as TrendSettings, Number.POSITIVE_INFINITY];
  for (const settings of candidates) {
    const errors = pastErrors(stages, dampedTrend(stages, settings), leads);
    const all = errors.reduce((sum, each) => sum + each.reduce((total, error) => total + Math.abs(error), 0) / Math.max(1, each.length), 0);
    if (all < least) [best, least] = [settings, all];
  }
  return best;
}

/** A computed stage plus its error now, which fades: `computed` covers history and leads, `kept` is what is left of an error after a step. */
export function correctedStage(observed: readonly number[], computed: readonly number[], kept: number): Forecaster {
  return (at, leads) => {
    let error = (observed[at] as number) - (computed[at] as number);
    return Array.from({ length: leads }, (_, lead) => {
      error *= kept;
      return (computed[at + lead + 1] as number) + error;
    });
  };
}

/** Errors by lead of the forecasts that could have been made in the past, ascending. */
export function pastErrors(stages: readonly number[], forecaster: Forecaster, leads: number): Float64Array[] {
  const errors: number[][] = Array.from({ length: leads }, () => []);
  for (let at = settlingSteps; at < stages.length - 1; at += 1) {
    const reach = Math.min(leads, stages.length - 1 - at);
    forecaster(at, reach).forEach((value, lead) => errors[lead]?.push((stages[at + lead + 1] as number) - value));
  }
  return errors.map((each) => Float64Array.from(each).sort());
}

/** @param share of cases inside the band, 0…1 */
export function forecastStage(stages: readonly number[], forecaster: Forecaster, leads: number, share: number): Forecast {
  const errors = pastErrors(stages, forecaster, leads);
  const centre = forecaster(stages.length - 1, leads);
  const at = (part: number) => centre.map((value, lead) => value + quantile(errors[lead] as Float64Array, part));
  return { median: at(0.5), low: at((1 - share) / 2), high: at((1 + share) / 2), errors };
}

export interface Crossing {
  /** Steps ahead at which each curve first reaches the threshold, with a fraction; null when it does not within the leads. */
  readonly median: number | null;
  readonly earliest: number | null;
  readonly latest: number | null;
  /** Share of past errors with which the forecast reaches it at the most likely lead, 0…1. */
  readonly probability: number;
}

/** When a stage reaches a threshold; 0 when it stands above it already. */
export function crossingOf(now: number, forecast: Forecast, thresholdM: number): Crossing {
  if (now >= thresholdM) return { median: 0, earliest: 0, latest: 0, probability: 1 };
  const first = (curve: readonly number[]) => {
    const at = curve.findIndex((stage) => stage >= thresholdM);
    if (at === -1) return null;
    const [before, stage] = [at === 0 ? now : (curve[at - 1] as number), curve[at] as number];
    return at + (thresholdM - before) / (stage - before);
  };
  const centre = forecast.median.map((stage, lead) => stage - quantile(forecast.errors[lead] as Float64Array, 0.5));
  const shares = centre.map((stage, lead) => {
    const errors = forecast.errors[lead] as Float64Array;
    return errors.filter((error) => stage + error >= thresholdM).length / errors.length;
  });
  return { median: first(forecast.median), earliest: first(forecast.high), latest: first(forecast.low), probability: Math.max(...shares) };
}
