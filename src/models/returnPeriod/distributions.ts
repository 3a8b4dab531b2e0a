import { gammaP, gammaQuantile, momentsOf } from '../statistics.ts';

// Distributions of yearly maxima: Pearson type III, which Chinese hydrology uses, and Gumbel. Both are fitted by moments.

export interface Distribution {
  /** Share of years at or below x. */
  below(x: number): number;
  /** Value not exceeded in a share of years, 0 < share < 1. */
  quantile(share: number): number;
}

/** Gumbel by moments: scale s√6/π, location mean − 0.5772·scale. */
export function gumbel(mean: number, deviation: number): Distribution {
  const scale = (deviation * Math.sqrt(6)) / Math.PI;
  const location = mean - 0.5772156649015329 * scale;
  return {
    below: (x) => Math.exp(-Math.exp(-(x - location) / scale)),
    quantile: (share) => location - scale * Math.log(-Math.log(share)),
  };
}

/**
 * Pearson III from mean, Cv and Cs: a shifted gamma distribution with shape 4/Cs².
 * @param cs skewness > 0
 */
export function pearson3(mean: number, cv: number, cs: number): Distribution {
  const shape = 4 / (cs * cs);
  const scale = (mean * cv * cs) / 2;
  const origin = mean * (1 - (2 * cv) / cs);
  return {
    below: (x) => gammaP(shape, (x - origin) / scale),
    quantile: (share) => origin + scale * gammaQuantile(shape, share),
  };
}

/** Frequency factor Φ of Pearson III: (quantile − mean) / deviation. */
export function frequencyFactor(cs: number, exceedance: number): number {
  const shape = 4 / (cs * cs);
  return (cs / 2) * (gammaQuantile(shape, 1 - exceedance) - shape);
}

/** The distribution of a sample of yearly maxima. @throws RangeError with fewer than three values */
export function fitted(kind: 'gumbel' | 'pearson3', maxima: readonly number[], csOverCv: number | null): Distribution {
  const { mean, deviation, skewness } = momentsOf(maxima);
  if (kind === 'gumbel') return gumbel(mean, deviation);
  const cv = deviation / mean;
  // A sample says little about its skewness; the ratio to Cv is set by the region where one is known.
  return pearson3(mean, cv, Math.max(0.05, csOverCv === null ? skewness : csOverCv * cv));
}
