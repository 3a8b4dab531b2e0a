import { gasConstant, gravity } from '#models/shared/gas.ts';

// What comes out of a hole in the first moment. The pressures are absolute; friction of a pipe before the hole is not here.

export function circleArea(diameterM: number): number {
  return (Math.PI / 4) * diameterM * diameterM;
}

export interface LiquidHole {
  /** 0…1; 0.61 for a sharp edge at high Reynolds number. */
  readonly dischargeCoefficient: number;
  readonly holeDiameterM: number;
  /** kg/m³ */
  readonly liquidDensity: number;
  /** Pa above the liquid. */
  readonly pressurePa: number;
  readonly ambientPressurePa: number;
  /** Height of liquid above the hole, m. */
  readonly headM: number;
}

/**
 * Outflow of a liquid in kg/s by Bernoulli: Q = Cd·A·ρ·√(2(p − pa)/ρ + 2·g·h). GB/T 37243-2019 annex D; CCPS 1999 p. 40.
 * Zero when the pressure at the hole is not above ambient.
 */
export function liquidOutflow(hole: LiquidHole): number {
  const head = (2 * (hole.pressurePa - hole.ambientPressurePa)) / hole.liquidDensity + 2 * gravity * hole.headM;
  return head <= 0 ? 0 : hole.dischargeCoefficient * circleArea(hole.holeDiameterM) * hole.liquidDensity * Math.sqrt(head);
}

/** Mean velocity through the full hole in m/s, contraction included: Q/(ρ·A). */
export function liquidVelocity(hole: LiquidHole): number {
  return liquidOutflow(hole) / (hole.liquidDensity * circleArea(hole.holeDiameterM));
}

/** Pressure ratio pa/p at and below which the gas leaves at the speed of sound: (2/(γ+1))^(γ/(γ−1)). */
export function criticalPressureRatio(heatRatio: number): number {
  return (2 / (heatRatio + 1)) ** (heatRatio / (heatRatio - 1));
}

export interface GasHole {
  readonly dischargeCoefficient: number;
  readonly holeDiameterM: number;
  readonly pressurePa: number;
  readonly ambientPressurePa: number;
  readonly temperatureK: number;
  /** kg/mol */
  readonly molarMass: number;
  /** cp/cv, above 1. */
  readonly heatRatio: number;
}

/**
 * Outflow of an ideal gas in kg/s: AQ/T 3046-2013 (E.13)–(E.17), CCPS 1999 p. 47. At the critical pressure ratio both
 * branches agree, so the rate does not jump.
 */
export function gasOutflow(hole: GasHole): { rate: number; choked: boolean } {
  const { heatRatio: k, pressurePa: p } = hole;
  const ratio = hole.ambientPressurePa / p;
  if (ratio >= 1) return { rate: 0, choked: false };
  const sonic =
    hole.dischargeCoefficient *
    circleArea(hole.holeDiameterM) *
    p *
    Math.sqrt(((hole.molarMass * k) / (gasConstant * hole.temperatureK)) * (2 / (k + 1)) ** ((k + 1) / (k - 1)));
  if (ratio <= criticalPressureRatio(k)) return { rate: sonic, choked: true };
  const expansion = (2 / (k - 1)) * ((k + 1) / 2) ** ((k + 1) / (k - 1)) * ratio ** (2 / k) * (1 - ratio ** ((k - 1) / k));
  return { rate: sonic * Math.sqrt(expansion), choked: false };
}
