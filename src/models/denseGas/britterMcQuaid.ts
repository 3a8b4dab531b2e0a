import { airDensity, gravity } from '#models/shared/gas.ts';
import { betaOf, type Curve, plumeCurves, puffCurves } from './curves.table.ts';

// A cloud heavier than air that spreads under its own weight: Britter & McQuaid 1988. It gives the mean concentration across
// a flat cloud; a place is inside it or outside. Level ground, no obstacles.

export interface DenseSource {
  /** Density of the cloud at the source, kg/m³. */
  readonly density: number;
  readonly temperatureK: number;
  /** m/s at 10 m. */
  readonly windSpeed: number;
  readonly airTemperatureK: number;
  readonly airPressurePa: number;
}

export interface DensePlume extends DenseSource {
  /** m³/s of cloud at the source. */
  readonly volumeRate: number;
  readonly sourceDiameterM: number;
}

export interface DensePuff extends DenseSource {
  /** m³ */
  readonly volume: number;
}

/** Reduced gravity g·(ρ − ρa)/ρa in m/s²; not positive when the cloud is not heavier than air. */
export function reducedGravity(source: DenseSource): number {
  const air = airDensity(source.airTemperatureK, source.airPressurePa);
  return (gravity * (source.density - air)) / air;
}

/** (g0·V/(u³·D))^⅓ with D = √(V/u); dense from 0.15 on. Workbook criterion for a continuous release. */
export function plumeCriterion(plume: DensePlume): number {
  const d = Math.sqrt(plume.volumeRate / plume.windSpeed);
  return Math.cbrt((Math.max(0, reducedGravity(plume)) * plume.volumeRate) / (plume.windSpeed ** 3 * d));
}

/** √(g0·V)/(u·V^⅓); dense from 0.2 on. Workbook criterion for an instantaneous release. */
export function puffCriterion(puff: DensePuff): number {
  return Math.sqrt(Math.max(0, reducedGravity(puff)) * puff.volume) / (puff.windSpeed * Math.cbrt(puff.volume));
}

export const denseFrom = { plume: 0.15, puff: 0.2 } as const;

export function plumeAlpha(plume: DensePlume): number {
  return 0.2 * Math.log10((reducedGravity(plume) ** 2 * plume.volumeRate) / plume.windSpeed ** 5);
}

export function puffAlpha(puff: DensePuff): number {
  return 0.5 * Math.log10((reducedGravity(puff) * Math.cbrt(puff.volume)) / puff.windSpeed ** 2);
}

/** Share C/C0 of isothermal mixing at a scaled distance: near-field form, then straight between the curves, then as 1/x². */
function shareAt(scaled: number, nearField: (scaled: number) => number, nearEnd: number, curves: readonly Curve[], alpha: number): number {
  if (scaled <= 0) return 1;
  const points = [{ beta: Math.log10(nearEnd), share: nearField(nearEnd) }];
  for (const curve of curves) {
    const beta = betaOf(curve, alpha);
    // Where curves cross, or the near field reaches past the first of them, the share must still fall with distance.
    if (beta > points.at(-1)!.beta && curve.share < points.at(-1)!.share) points.push({ beta, share: curve.share });
  }
  const beta = Math.log10(scaled);
  if (beta <= points[0]!.beta) return Math.max(nearField(scaled), points[0]!.share);
  const after = points.findIndex((point) => beta <= point.beta);
  if (after < 0) return points.at(-1)!.share * 10 ** (2 * (points.at(-1)!.beta - beta));
  const [a, b] = [points[after - 1]!, points[after]!];
  return a.share + ((b.share - a.share) * (beta - a.beta)) / (b.beta - a.beta);
}

/** C/C0 by volume of a cold cloud that warms up while it mixes: c/(c + (1 − c)·Tr/Ta), workbook appendix. */
function warmed(share: number, source: DenseSource): number {
  return share / (share + (1 - share) * (source.temperatureK / source.airTemperatureK));
}

const plumeNear = (scaled: number): number => 306 / (scaled * scaled + 306);
const puffNear = (scaled: number): number => 3.24 / (3.24 + scaled * scaled);

/**
 * Mean share C/C0 by volume of a continuous release x metres downwind, 0…1. CCPS 1999 p. 122 (LNG, 10.9 m/s): 0.0507 at 367 m.
 */
export function densePlumeShare(plume: DensePlume, x: number): number {
  const scaled = x / Math.sqrt(plume.volumeRate / plume.windSpeed);
  return warmed(shareAt(scaled, plumeNear, 30, plumeCurves, plumeAlpha(plume)), plume);
}

/** Largest mean share C/C0 by volume of an instantaneous release that reaches x metres downwind, 0…1. */
export function densePuffShare(puff: DensePuff, x: number): number {
  const alpha = puffAlpha(puff);
  const nearEnd = 10 ** betaOf(puffCurves[0]!, alpha);
  const scaled = x / Math.cbrt(puff.volume);
  const isNear = scaled <= nearEnd;
  const share = isNear ? Math.max(0.1, scaled <= 0 ? 1 : puffNear(scaled)) : shareAt(scaled, () => 0.1, nearEnd, puffCurves, alpha);
  return warmed(share, puff);
}

/** Buoyancy length g0·V/u³ of a continuous release, m. */
export function buoyancyLength(plume: DensePlume): number {
  return (reducedGravity(plume) * plume.volumeRate) / plume.windSpeed ** 3;
}

/** How far a dense plume pushes upwind, D/2 + 2·lb, and its half-width at x ≥ 0, D + 8·lb + 2.5·lb^⅓·x^⅔, both in m. */
export function densePlumeExtent(plume: DensePlume): { upwindM: number; halfWidth: (x: number) => number } {
  const length = buoyancyLength(plume);
  const atSource = plume.sourceDiameterM + 8 * length;
  return {
    upwindM: plume.sourceDiameterM / 2 + 2 * length,
    halfWidth: (x) => atSource + 2.5 * Math.cbrt(length * x * x),
  };
}

/** Where a dense puff is at time t: its middle at 0.4·u·t, its radius √(R0² + 1.2·t·√(g0·V)). */
export function densePuffDisc(puff: DensePuff, t: number): { middleM: number; radiusM: number } {
  const first = Math.cbrt((3 * puff.volume) / (4 * Math.PI));
  const spread = 1.2 * Math.sqrt(Math.max(0, reducedGravity(puff)) * puff.volume) * t;
  return { middleM: 0.4 * puff.windSpeed * t, radiusM: Math.sqrt(first * first + spread) };
}
