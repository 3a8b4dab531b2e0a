// How much of a flame a place sees, what the air lets through, and how people fare.

import { normalShare } from '#models/shared/normal.ts';

/** View factor of a sphere facing the target: (D/2)²/L². @param distanceM from the centre of the sphere, at least D/2 */
export function sphereViewFactor(diameterM: number, distanceM: number): number {
  return Math.min(1, (diameterM / 2 / distanceM) ** 2);
}

/** View factor of a sphere touching the ground on an upright target at distance X: X·(D/2)²/(X² + (D/2)²)^1.5; CCPS. */
export function groundedSphereViewFactor(diameterM: number, groundM: number): number {
  const r = diameterM / 2;
  return (groundM * r * r) / (groundM * groundM + r * r) ** 1.5;
}

/**
 * Largest view factor of an upright cylinder on the ground for a small target at ground level, √(Fv² + Fh²).
 * TNO Yellow Book (6.A.10), (6.A.11), after Raj. @param distanceM from the axis, above the radius
 */
export function cylinderViewFactor(diameterM: number, heightM: number, distanceM: number): number {
  const r = diameterM / 2;
  if (distanceM <= r) return 1;
  const h = heightM / r;
  const s = distanceM / r;
  const plus = h * h + (s + 1) ** 2;
  const minus = h * h + (s - 1) ** 2;
  const near = Math.sqrt((s - 1) / (s + 1));
  const edge = Math.atan(Math.sqrt(plus / minus) * near);
  const root = Math.sqrt(plus * minus);
  const vertical =
    ((-h / s) * Math.atan(near) + (h / s) * ((plus - 2 * s) / root) * edge + Math.atan(h / Math.sqrt(s * s - 1)) / s) / Math.PI;
  const horizontal = (Math.atan(1 / near) - ((plus - 2 * (s + 1)) / root) * edge) / Math.PI;
  return Math.min(1, Math.hypot(vertical, horizontal));
}

/**
 * Share of heat that humid air lets through, 2.02·(pw·x)^−0.09, at most 1: Bagster, TNO Yellow Book (6.29), good for pw·x of
 * 1e4 to 1e5 N/m. @param vapourPa partial pressure of water vapour @param pathM
 */
export function humidTransmission(vapourPa: number, pathM: number): number {
  return pathM <= 0 ? 1 : Math.min(1, 2.02 * (vapourPa * pathM) ** -0.09);
}

/** Share of heat let through by distance alone, 1 − 0.0565·ln x: AQ/T 3046-2013 (E.59). */
export function distanceTransmission(pathM: number): number {
  return Math.min(1, Math.max(0, 1 - 0.0565 * Math.log(Math.max(1, pathM))));
}

/** Longest exposure to heat that counts, s, and the flux from which everybody dies; AQ/T 3046-2013 10.3, as reported. */
export const heatRules = { longestS: 20, lethalWm2: 37_500 } as const;

/** Share of people outdoors who die of heat: AQ/T 3046-2013 (6), Pr = −36.38 + 2.56·ln(Q^(4/3)·t). @param flux W/m² */
export function heatDeaths(flux: number, seconds: number): number {
  if (flux >= heatRules.lethalWm2) return 1;
  if (flux <= 0) return 0;
  const time = Math.min(heatRules.longestS, seconds);
  return normalShare(-36.38 + 2.56 * Math.log(flux ** (4 / 3) * time) - 5);
}

/** Flux in W/m² at which the given probit is met. */
export function fluxForProbit(probit: number, seconds: number): number {
  const time = Math.min(heatRules.longestS, seconds);
  return Math.min(heatRules.lethalWm2, (Math.exp((probit + 36.38) / 2.56) / time) ** 0.75);
}
