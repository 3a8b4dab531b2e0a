import { circleArea } from './outflow.ts';

// A liquid above its boiling point: what turns to vapour at once, what stays in the cloud as droplets, and a hole from which
// vapour and liquid leave together.

/**
 * Share of mass that evaporates at once, cp·(T − Tb)/ΔHv, 0…1. CCPS, Guidelines for Use of Vapor Cloud Dispersion Models,
 * 2nd ed., eq. 4-14. @param heatCapacity J/(kg·K) of the liquid @param latentHeat J/kg
 */
export function flashFraction(heatCapacity: number, latentHeat: number, temperatureK: number, boilingK: number): number {
  return Math.min(1, Math.max(0, (heatCapacity * (temperatureK - boilingK)) / latentHeat));
}

/**
 * Share of the remaining liquid that stays airborne as droplets when nothing better is known: as much again as has flashed,
 * the common rule of one to two times the flashed share (CCPS 1999 ch. 2.1.2, as reported; text not read).
 */
export function aerosolFractionByRule(flashed: number): number {
  return flashed >= 1 ? 1 : Math.min(1, flashed / (1 - flashed));
}

/** Density of a homogeneous mixture in kg/m³. @param vapourShare by mass, 0…1 */
export function mixtureDensity(vapourShare: number, vapourDensity: number, liquidDensity: number): number {
  return 1 / (vapourShare / vapourDensity + (1 - vapourShare) / liquidDensity);
}

export interface TwoPhaseHole {
  readonly dischargeCoefficient: number;
  readonly holeDiameterM: number;
  readonly pressurePa: number;
  readonly ambientPressurePa: number;
  readonly liquidDensity: number;
  readonly vapourDensity: number;
  /** Share of vapour by mass in the throat. */
  readonly vapourShare: number;
}

/**
 * Outflow in kg/s of a homogeneous flashing mixture, Q = Cd·A·√(2·ρm·(p − pc)) with the throat pressure pc = 0.55·p: the
 * Fauske–Cude form, as GB/T 37243-2019 annex D and HJ 169 print it (text not read). Lies between the liquid and the gas rate.
 */
export function twoPhaseOutflow(hole: TwoPhaseHole): number {
  const density = mixtureDensity(hole.vapourShare, hole.vapourDensity, hole.liquidDensity);
  const throat = Math.max(hole.ambientPressurePa, 0.55 * hole.pressurePa);
  const drop = hole.pressurePa - throat;
  return drop <= 0 ? 0 : hole.dischargeCoefficient * circleArea(hole.holeDiameterM) * Math.sqrt(2 * density * drop);
}
