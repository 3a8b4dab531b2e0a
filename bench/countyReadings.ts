import type { Series } from '../src/server/storage/packing/series.ts';

// Readings as a county's instruments send them, the same in every run. What packing makes of them depends on this, so every kind
// is measured apart: a smooth level, a noisy gas, a counter of rain that mostly stands still, single precision off a bus.

export type Instrument = 'level' | 'gas' | 'rain' | 'float' | 'jitter';
export const instruments: readonly Instrument[] = ['level', 'gas', 'rain', 'float', 'jitter'];

/** Numbers from 0 to 1 (a linear congruential generator, Numerical Recipes). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Roughly normal, deviation 1: twelve even ones added. */
function normal(random: () => number): number {
  let sum = -6;
  for (let at = 0; at < 12; at += 1) sum += random();
  return sum;
}

const next: Record<Instrument, (before: number, random: () => number) => number> = {
  level: (before, random) => Math.round((before + normal(random) * 0.01) * 100) / 100,
  gas: (before, random) => Math.round(Math.max(0, before + normal(random) * 0.3 + (8 - before) * 0.05) * 10) / 10,
  rain: (before, random) => (random() < 0.01 ? Math.round((before + 0.5) * 10) / 10 : before),
  float: (before, random) => Math.fround(before + normal(random) * 0.05),
  jitter: (before, random) => Math.round((before + normal(random) * 0.05) * 100) / 100,
};

/** Readings of one instrument from an instant on, one a step; `jitter` reports to the millisecond, the others to the second. */
export function seriesOf(instrument: Instrument, seed: number, fromMs: number, stepMs: number, count: number): Series {
  const random = seeded(seed);
  const series: Series = {
    atMs: new Float64Array(count),
    values: new Float64Array(count),
    qualities: new Uint8Array(count),
    deviceAtMs: new Float64Array(count).fill(Number.NaN),
  };
  let value = 10 + Math.round(random() * 100) / 10;
  for (let at = 0; at < count; at += 1) {
    value = next[instrument](value, random);
    // Between two instants of the plan lie some milliseconds of a network.
    const late = instrument === 'jitter' ? Math.floor(random() * 40) : 0;
    series.atMs[at] = fromMs + at * stepMs + late;
    series.values[at] = value;
    if (random() < 0.001) series.qualities[at] = 1;
  }
  return series;
}
