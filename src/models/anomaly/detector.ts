import { median, quantile, robustDeviation } from '../statistics.ts';

// Watching one point: what it should read now, how far it may stray, and whether it has moved to another level. The detector
// learns from a stretch that is called normal; its thresholds are set so that a stretch like that one would raise no more than
// the stated number of false alarms, and what it did raise there is reported.

export interface DetectorSettings {
  /** Readings of one season (a day), 0 when there is none. */
  seasonSteps: number;
  /** Readings of the normal stretch at the start. */
  trainSteps: number;
  /** False alarms that may be expected in a stretch as long as the training, > 0. */
  falseAlarmsPerTraining: number;
}

export interface Detection {
  /** Index of the reading that decided. */
  at: number;
  /** `spike`: far off at once; `shift`: a little off for long. */
  kind: 'spike' | 'shift';
  expected: number;
  value: number;
  /** How many times its threshold the score reached, ≥ 1. */
  strength: number;
}

export interface Watch {
  detections: Detection[];
  /** Detections inside the training stretch itself: the false alarms that were measured. */
  inTraining: number;
  /** Expected value of every reading. */
  expected: Float64Array;
  /** What repeats every season, about its mean; one zero without a season. */
  profile: Float64Array;
  /** Band inside which normal readings stay, each side, in the unit of the readings. */
  band: number;
}

/** Weight of a new reading in the level the detector follows: slow enough not to follow a fault, a season where there is one. */
function levelWeight({ seasonSteps, trainSteps }: DetectorSettings): number {
  return 1 / Math.max(50, seasonSteps > 0 ? 3 * seasonSteps : trainSteps / 4);
}

/** CUSUM slack in standard deviations: half of the shift that is worth knowing (Page 1954). */
const slack = 0.5;

/**
 * Watches a series.
 * @param values readings in order, equally spaced as far as the season matters; at least `trainSteps` of them
 */
export function watch(values: readonly number[], wanted: DetectorSettings): Watch {
  const settings = withSeason(wanted);
  const profile = seasonProfile(values, settings);
  const residuals = followed(values, profile, settings);
  const training = residuals.residual.subarray(warmUp(settings), settings.trainSteps);
  const scale = Math.max(robustDeviation(training), quantile(Float64Array.from(training, Math.abs).toSorted(), 0.9) / 1.645, 1e-12);
  const spikeLimit = tailLimit(training, scale, settings.falseAlarmsPerTraining);
  const shiftLimit = cusumLimit(training, scale, spikeLimit);
  const detections = scan(values, residuals, { scale, spikeLimit, shiftLimit, settings });
  return {
    detections: detections.filter(({ at }) => at >= settings.trainSteps),
    inTraining: detections.filter(({ at }) => at < settings.trainSteps).length,
    expected: residuals.expected,
    profile,
    band: spikeLimit * scale,
  };
}

/** With fewer than two seasons to learn from the season is left out; with two it only says how slowly the level moves. */
export function withSeason(wanted: DetectorSettings): DetectorSettings {
  const hasSeason = wanted.seasonSteps > 1 && wanted.trainSteps >= 2 * wanted.seasonSteps;
  return hasSeason ? wanted : { ...wanted, seasonSteps: 0 };
}

/** The first readings only find the level. */
function warmUp({ seasonSteps, trainSteps }: DetectorSettings): number {
  return Math.min(Math.floor(trainSteps / 3), Math.max(20, seasonSteps));
}

/** Median of each phase of the season over the training, about its own mean. */
function seasonProfile(values: readonly number[], { seasonSteps, trainSteps }: DetectorSettings): Float64Array {
  const seasons = seasonSteps > 0 ? Math.floor(trainSteps / seasonSteps) : 0;
  const profile = new Float64Array(Math.max(1, seasonSteps));
  // Two seasons cannot tell what repeats from what happened once, and would make the band too narrow.
  if (seasons < 3) return profile;
  for (let phase = 0; phase < seasonSteps; phase += 1) {
    const same = Array.from({ length: seasons }, (_, season) => values[season * seasonSteps + phase] as number);
    profile[phase] = median(same);
  }
  const smooth = smoothed(profile, Math.max(1, Math.floor(seasonSteps / 96)));
  const mean = smooth.reduce((sum, each) => sum + each, 0) / seasonSteps;
  return smooth.map((each) => each - mean);
}

/** Running mean over a circle, so that single readings of the training do not become a pattern. */
function smoothed(circle: Float64Array, reach: number): Float64Array {
  const size = circle.length;
  return circle.map((_, at) => {
    let sum = 0;
    for (let step = -reach; step <= reach; step += 1) sum += circle[(at + step + size) % size] as number;
    return sum / (2 * reach + 1);
  });
}

interface Followed {
  expected: Float64Array;
  residual: Float64Array;
}

/** One-step expectation: season plus a level that follows slowly and does not follow what is far off. */
function followed(values: readonly number[], profile: Float64Array, settings: DetectorSettings): Followed {
  const size = profile.length;
  const expected = new Float64Array(values.length);
  const residual = new Float64Array(values.length);
  const start = values.slice(0, warmUp(settings)).map((value, at) => value - (profile[at % size] as number));
  let level = median(start);
  const reach = 3 * Math.max(robustDeviation(start), 1e-9);
  const weight = levelWeight(settings);
  values.forEach((value, at) => {
    const season = profile[at % size] as number;
    expected[at] = level + season;
    const off = value - level - season;
    residual[at] = off;
    level += weight * Math.max(-reach, Math.min(reach, off));
  });
  return { expected, residual };
}

/**
 * Score that normal readings exceed `allowed` times in the training: from an exponential tail fitted to the largest twentieth
 * of the scores (peaks over threshold, Pickands 1975 with shape 0), never below 3.
 */
function tailLimit(training: Float64Array, scale: number, allowed: number): number {
  const scores = Float64Array.from(training, (each) => Math.abs(each) / scale).toSorted();
  const from = quantile(scores, 0.95);
  const excesses = scores.filter((score) => score > from).map((score) => score - from);
  if (excesses.length === 0) return Math.max(3, from);
  const mean = excesses.reduce((sum, each) => sum + each, 0) / excesses.length;
  return Math.max(3, from + mean * Math.log(excesses.length / Math.min(allowed, excesses.length)));
}

/** CUSUM limit: a third above the highest excursion of the training, so the training itself would have been silent. */
function cusumLimit(training: Float64Array, scale: number, spikeLimit: number): number {
  let highest = 0;
  runCusum(training, scale, spikeLimit, (sum) => {
    highest = Math.max(highest, sum);
    return false;
  });
  return Math.max(10, (4 / 3) * highest);
}

/** Both sides of Page's CUSUM; `judge` sees the larger sum and tells whether to begin again. */
function runCusum(residual: Float64Array, scale: number, spikeLimit: number, judge: (sum: number, at: number) => boolean): void {
  let up = 0;
  let down = 0;
  residual.forEach((each, at) => {
    // One wild reading is a spike, not a shift.
    const score = Math.max(-spikeLimit, Math.min(spikeLimit, each / scale));
    up = Math.max(0, up + score - slack);
    down = Math.max(0, down - score - slack);
    if (judge(Math.max(up, down), at)) {
      up = 0;
      down = 0;
    }
  });
}

interface Limits {
  scale: number;
  spikeLimit: number;
  shiftLimit: number;
  settings: DetectorSettings;
}

/** One detection a disturbance: after one, nothing more for a season (or a twentieth of the training). */
function scan(
  values: readonly number[],
  { expected, residual }: Followed,
  { scale, spikeLimit, shiftLimit, settings }: Limits,
): Detection[] {
  const detections: Detection[] = [];
  const pause = settings.seasonSteps > 0 ? settings.seasonSteps : Math.ceil(settings.trainSteps / 20);
  let quietUntil = warmUp(settings);
  const found = (at: number, kind: Detection['kind'], strength: number) => {
    detections.push({ at, kind, expected: expected[at] as number, value: values[at] as number, strength });
    quietUntil = at + pause;
  };
  runCusum(residual, scale, spikeLimit, (sum, at) => {
    if (at < quietUntil) return true;
    const score = Math.abs(residual[at] as number) / scale;
    if (score > spikeLimit) found(at, 'spike', score / spikeLimit);
    else if (sum > shiftLimit) found(at, 'shift', sum / shiftLimit);
    else return false;
    return true;
  });
  return detections;
}
