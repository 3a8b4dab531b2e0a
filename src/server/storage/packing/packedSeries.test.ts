import { expect, test } from 'vitest';
import { packSeries, unpackSeries } from './packedSeries.ts';
import { isSameSeries, mergeSeries, sliceSeries, type Series } from './series.ts';

// Whatever was packed comes back bit by bit.

/** Numbers from 0 to 1, the same in every run (a linear congruential generator, Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const odd = [Number.NaN, -0, 0, Infinity, -Infinity, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53, -(2 ** 52), 1e-7, 0.1 + 0.2];

/** Values of one kind: a gauge with decimals, a count, single-precision noise, anything at all, mostly a gauge. */
function value(kind: number, random: () => number, before: number): number {
  if (kind === 0) return Math.round((before + random() - 0.5) * 100) / 100;
  if (kind === 1) return Math.round(random() * 1e6);
  if (kind === 2) return Math.fround(random() * 100);
  if (kind === 3)
    return random() < 0.3 ? (odd[Math.floor(random() * odd.length)] ?? 0) : (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20);
  return random() < 0.02 ? -9999 : Math.round((before + random()) * 1000) / 1000;
}

function aSeries(seed: number): Series {
  const random = seeded(seed);
  const count = 1 + Math.floor(random() ** 3 * 1500);
  const [kind, jitter, gaps, own] = [Math.floor(random() * 5), random() < 0.5, random() < 0.5, random()];
  const series: Series = {
    atMs: new Float64Array(count),
    values: new Float64Array(count),
    qualities: new Uint8Array(count),
    deviceAtMs: new Float64Array(count).fill(Number.NaN),
  };
  let atMs = Math.floor(random() * 2e12) - 1e11;
  let last = 20;
  for (let at = 0; at < count; at += 1) {
    if (random() > 0.02) atMs += jitter ? Math.floor(random() * 20_000) : 60_000;
    if (gaps && random() < 0.01) atMs += Math.floor(random() * 1e10);
    last = value(kind, random, Number.isFinite(last) ? last : 0);
    series.atMs[at] = atMs;
    series.values[at] = last;
    if (random() < 0.1) series.qualities[at] = Math.floor(random() * 6);
    if (random() < own - 0.5) series.deviceAtMs[at] = atMs + Math.floor((random() - 0.5) * 1e9);
  }
  return series;
}

test('packing and unpacking change nothing, for 1,000 series of every kind', () => {
  const seeds = Array.from({ length: 1_000 }, (_, at) => at + 1);
  const changed = seeds.filter((seed) => !isSameSeries(unpackSeries(packSeries(aSeries(seed))), aSeries(seed)));
  expect(changed).toEqual([]);
});

test('each odd value comes back alone and beside a common one', () => {
  for (const one of odd) {
    const values = Float64Array.of(one, 20.25, one, one);
    const series = {
      atMs: Float64Array.of(1, 1, 2, 9),
      values,
      qualities: Uint8Array.of(0, 5, 2, 0),
      deviceAtMs: Float64Array.of(Number.NaN, 0, -5, 1e12),
    };
    expect(unpackSeries(packSeries(series)).values).toEqual(values);
    expect(isSameSeries(unpackSeries(packSeries(series)), series)).toBe(true);
  }
});

test('a flipped bit is noticed wherever it is', () => {
  const packed = packSeries(sliceSeries(aSeries(7), 0, 40));
  for (let bit = 0; bit < packed.length * 8; bit += 1) {
    const damaged = Buffer.from(packed);
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => unpackSeries(damaged)).toThrow(RangeError);
  }
  expect(() => unpackSeries(packed.subarray(0, packed.length - 3))).toThrow(RangeError);
});

test('a gauge of the county takes less than 2 bytes a reading', () => {
  const random = seeded(3);
  const count = 1_440;
  let level = 20;
  const series: Series = {
    atMs: Float64Array.from({ length: count }, (_, at) => 1_782_835_200_000 + at * 60_000),
    values: Float64Array.from({ length: count }, () => (level = Math.round((level + (random() - 0.5) * 0.1) * 100) / 100)),
    qualities: new Uint8Array(count),
    deviceAtMs: new Float64Array(count).fill(Number.NaN),
  };
  expect(packSeries(series).length / count).toBeLessThan(2);
});

test('merging keeps time in order, and at one instant what came first', () => {
  const part = (atMs: number[], values: number[]): Series => ({
    atMs: Float64Array.from(atMs),
    values: Float64Array.from(values),
    qualities: new Uint8Array(atMs.length),
    deviceAtMs: new Float64Array(atMs.length).fill(Number.NaN),
  });
  const merged = mergeSeries([part([1, 3, 5], [10, 30, 50]), part([0, 3, 4], [0, 99, 40])]);
  expect([...merged.atMs]).toEqual([0, 1, 3, 4, 5]);
  expect([...merged.values]).toEqual([0, 10, 30, 40, 50]);
});
