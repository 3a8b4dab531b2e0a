// Distributions and quantiles that several models need. Everything is deterministic: where chance is needed, a seed is given.

/** Quantile of a sample by linear interpolation between order statistics (Hyndman & Fan 1996, type 7). @param share 0…1 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError('no values');
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const below = sorted[low] as number;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] as number;
  return below + (above - below) * (at - low);
}

export function median(values: ArrayLike<number>): number {
  return quantile(Float64Array.from(values).toSorted(), 0.5);
}

/** Median absolute deviation, scaled so that it estimates the standard deviation of normal noise. */
export function robustDeviation(values: ArrayLike<number>): number {
  const middle = median(values);
  return 1.4826 * median(Float64Array.from(values, (value) => Math.abs(value - middle)));
}

export interface Moments {
  mean: number;
  /** Standard deviation with n − 1. */
  deviation: number;
  /** Skewness, corrected for the sample's size. */
  skewness: number;
}

/** Moments of at least three values. */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  if (n < 3) throw new RangeError('at least three values are needed');
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const second = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(second / (n - 1));
  const third = values.reduce((sum, value) => sum + (value - mean) ** 3, 0);
  const skewness = deviation === 0 ? 0 : (n * third) / ((n - 1) * (n - 2) * deviation ** 3);
  return { mean, deviation, skewness };
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012,
  9.984369578019572e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x > 0 (Lanczos, g = 7, relative error about 1e-15). */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const shifted = x - 1;
  const sum = lanczos.reduce((total, coefficient, index) => total + coefficient / (shifted + index + 1), 0.9999999999998099);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Regularised lower incomplete gamma function P(a, x), a > 0, x ≥ 0: series below a + 1, continued fraction above. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  const scale = Math.exp(a * Math.log(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && Math.abs(term) > Math.abs(sum) * 1e-16; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return sum * scale;
  }
  // Lentz's method for the continued fraction of Q = 1 − P.
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / nonZero(an * d + b);
    c = nonZero(b + an / c);
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return 1 - h * scale;
}

const nonZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);

/** x with P(a, x) = share, by bisection to full precision. @param share 0 ≤ share < 1 */
export function gammaQuantile(a: number, share: number): number {
  let low = 0;
  let high = a + 10;
  while (gammaP(a, high) < share) high *= 2;
  for (let n = 0; n < 200 && high - low > 1e-14 * high; n += 1) {
    const middle = (low + high) / 2;
    if (gammaP(a, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Standard normal distribution function. */
export function normalP(z: number): number {
  const half = gammaP(0.5, (z * z) / 2) / 2;
  return z < 0 ? 0.5 - half : 0.5 + half;
}

/** z with normalP(z) = share, by bisection. @param share strictly between 0 and 1 */
export function normalQuantile(share: number): number {
  let low = -40;
  let high = 40;
  for (let n = 0; n < 200 && high - low > 1e-14; n += 1) {
    const middle = (low + high) / 2;
    if (normalP(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Standard normal numbers from a seed (Box & Muller 1958). */
export function seededNormal(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
