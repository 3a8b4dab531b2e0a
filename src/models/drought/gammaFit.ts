// The gamma distribution of the rain of one season, as SPI fits it.

export interface GammaFit {
  shape: number;
  scale: number;
  /** Share of dry periods, which no gamma distribution holds. */
  dry: number;
}

/** Thom's estimate by maximum likelihood; null with fewer than five wet values or without spread. */
export function gammaFit(values: readonly number[]): GammaFit | null {
  const wet = values.filter((value) => value > 0);
  if (wet.length < 5) return null;
  const mean = wet.reduce((sum, value) => sum + value, 0) / wet.length;
  const a = Math.log(mean) - wet.reduce((sum, value) => sum + Math.log(value), 0) / wet.length;
  if (!(a > 1e-12)) return null;
  const shape = (1 + Math.sqrt(1 + (4 * a) / 3)) / (4 * a);
  return { shape, scale: mean / shape, dry: 1 - wet.length / values.length };
}
