import type { Random } from '#geo/random.ts';

// What instruments would have shown in the last 24 hours: a night of rain, rivers that rise and stay below their limits,
// a day's swing of temperature and air quality, quiet gas and fire detectors.

export interface Moment {
  /** Hours after the middle of the rain; negative before it. */
  afterRain: number;
  /** Hour of day in Asia/Shanghai, with fraction. */
  hourOfDay: number;
}

/** The value at a moment; called in order of time, so a curve may remember. */
export type Curve = (moment: Moment) => number;

/** Middle of the rain: 02:00 of the last night in Asia/Shanghai, between 2 and 20 hours ago. */
export function rainMiddleMs(nowMs: number): number {
  const hour = 3_600_000;
  const local = nowMs + 8 * hour;
  const lastTwo = Math.floor((local - 4 * hour) / (24 * hour)) * 24 * hour + 2 * hour;
  return Math.max(lastTwo - 8 * hour, nowMs - 20 * hour);
}

/** Bell-shaped bursts in mm/h over about seven hours. */
const rainAt = (afterRain: number): number =>
  0.45 * Math.exp(-(((afterRain + 2.4) / 1.1) ** 2)) +
  Math.exp(-((afterRain / 0.8) ** 2)) +
  0.35 * Math.exp(-(((afterRain - 2.2) / 1.2) ** 2));

const daily = (hourOfDay: number, peakHour: number): number => Math.cos(((hourOfDay - peakHour) / 24) * 2 * Math.PI);

/** Noise that drifts: each value remembers most of the one before. */
function drift(random: Random, size: number, memory = 0.85): () => number {
  let state = 0;
  return () => {
    state = memory * state + Math.sqrt(1 - memory * memory) * random.normal() * size;
    return state;
  };
}

/** River stage in metres: rises after the rain towards base + rise. */
export function riverCurve(random: Random, base: number, rise: number, lagHours: number): Curve {
  const noise = drift(random, 0.012);
  return ({ afterRain }) => base + rise * (1 - Math.exp(-Math.max(0, afterRain + 1.5 - lagHours) / 7)) + noise();
}

/** Rain in mm/h with its peak, at most 1.15 times the peak. */
export function rainCurve(random: Random, peak: number, shiftHours: number): Curve {
  return ({ afterRain }) => {
    const value = peak * rainAt(afterRain - shiftHours) * random.between(0.8, 1.15);
    return value < 0.15 ? 0 : value;
  };
}

/** Water on a low road in centimetres: fills with the rain, drains within hours. */
export function pondingCurve(random: Random, peak: number): Curve {
  let depth = 0;
  return ({ afterRain }) => {
    depth = depth * 0.93 + rainAt(afterRain) * peak * 0.12;
    return Math.max(0, depth + random.between(-0.3, 0.3));
  };
}

/** A small value around a mean that never falls below zero. */
export function quietCurve(random: Random, mean: number, spread: number): Curve {
  const noise = drift(random, spread);
  return () => Math.max(0, mean + noise());
}

export const zeroCurve: Curve = () => 0;

/** A value that swings with the day around a mean and drops (or rises) with the rain. */
export function dailyCurve(random: Random, shape: { mean: number; swing: number; peakHour: number; rain: number; noise: number }): Curve {
  const noise = drift(random, shape.noise);
  return ({ afterRain, hourOfDay }) =>
    Math.max(0, shape.mean + shape.swing * daily(hourOfDay, shape.peakHour) + shape.rain * Math.min(1, rainAt(afterRain)) + noise());
}

/** Wind direction in degrees, turning slowly from south-east to north. */
export function directionCurve(random: Random): Curve {
  const noise = drift(random, 14);
  return ({ afterRain }) => (((135 - 120 / (1 + Math.exp(-afterRain)) + noise()) % 360) + 360) % 360;
}
