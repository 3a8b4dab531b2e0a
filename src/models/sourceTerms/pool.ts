import { gasConstant } from '#models/shared/gas.ts';

// A pool on the ground: how far it spreads while it is fed, and how fast it evaporates, boiling on warm ground or drying in
// the wind.

/**
 * Area in m² of an unconfined pool fed at a constant rate, (π/4)·√(2048/81 · Q/ρ · t³): Woodward, Estimating the Flammable
 * Mass of a Vapor Cloud, 1998, eq. 4.38. Leaves evaporation out, so it is the largest pool. @param rate kg/s
 */
export function poolArea(rate: number, liquidDensity: number, seconds: number): number {
  return (Math.PI / 4) * Math.sqrt((2048 / 81) * (rate / liquidDensity) * seconds ** 3);
}

export interface Ground {
  /** W/(m·K) */
  readonly conductivity: number;
  /** m²/s */
  readonly diffusivity: number;
}

/**
 * Evaporation in kg/(m²·s) of a boiling pool by heat from the ground: k·(Tg − Tb)/(√(π·α·t)·ΔHv). CCPS 1999 eqs. 2.38, 2.39.
 * @param seconds since the ground was wetted, above 0
 */
export function boilingFlux(ground: Ground, groundK: number, boilingK: number, latentHeat: number, seconds: number): number {
  return (ground.conductivity * Math.max(0, groundK - boilingK)) / (Math.sqrt(Math.PI * ground.diffusivity * seconds) * latentHeat);
}

/**
 * Evaporation in kg/(m²·s) of a pool below its boiling point, Mackay & Matsugu 1973 as TNO Yellow Book (3.24), (3.25):
 * k = 0.004786·u^0.78·d^−0.11·Sc^−0.67, flux = k·pv·M/(R·T). Water at 20 °C in 2 m/s wind from a 10 m pool dries at about
 * 0.1 g/(m²·s). @param windSpeed at 10 m @param vapourPressure Pa @param molarMass kg/mol
 */
export function dryingFlux(
  windSpeed: number,
  poolDiameterM: number,
  vapourPressure: number,
  molarMass: number,
  temperatureK: number,
): number {
  const transfer = 0.004786 * windSpeed ** 0.78 * poolDiameterM ** -0.11 * 0.8 ** -0.67;
  return (transfer * vapourPressure * molarMass) / (gasConstant * temperatureK);
}

export interface PoolFeed {
  /** Liquid that reaches the ground, kg/s. */
  readonly rate: number;
  readonly liquidDensity: number;
  readonly latentHeat: number;
  readonly boilingK: number;
  readonly groundK: number;
  readonly ground: Ground;
  /** Area that walls allow, m²; infinite without. */
  readonly bundAreaM2: number;
}

/** Evaporation in kg/s of a boiling pool after t seconds; never more than is fed. */
export function poolEvaporation(feed: PoolFeed, seconds: number): number {
  if (seconds <= 0 || feed.rate <= 0) return 0;
  const area = Math.min(poolArea(feed.rate, feed.liquidDensity, seconds), feed.bundAreaM2);
  return Math.min(feed.rate, area * boilingFlux(feed.ground, feed.groundK, feed.boilingK, feed.latentHeat, seconds));
}

/** Mass in kg that a boiling pool has given off after t seconds: Simpson's rule over 400 steps. */
export function poolEvaporated(feed: PoolFeed, seconds: number): number {
  const steps = 400;
  const width = seconds / steps;
  let sum = poolEvaporation(feed, 0) + poolEvaporation(feed, seconds);
  for (let step = 1; step < steps; step += 1) sum += (step % 2 === 1 ? 4 : 2) * poolEvaporation(feed, step * width);
  return (sum * width) / 3;
}
