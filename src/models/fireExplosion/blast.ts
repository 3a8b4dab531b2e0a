import { standardAtmosphere } from '#models/shared/gas.ts';

// Overpressure of explosions.

/** Peak overpressure in Pa of TNT in free air at Z = R/W^⅓ (m/kg^⅓): Kinney & Graham 1985. 1 m/kg^⅓ gives 1.009 MPa. */
export function tntOverpressure(z: number): number {
  const top = 808 * (1 + (z / 4.5) ** 2);
  const bottom = Math.sqrt(1 + (z / 0.048) ** 2) * Math.sqrt(1 + (z / 0.32) ** 2) * Math.sqrt(1 + (z / 1.35) ** 2);
  return (standardAtmosphere * top) / bottom;
}

/** Energy of TNT, J/kg; GB/T 37243 and EPA 550-B-99-009 use values between 4.5 and 4.7 MJ/kg. */
export const tntEnergy = 4.68e6;

/** Mass of TNT in kg that a cloud equals. @param share of its energy that goes into the blast, 0…1 */
export function tntMass(mass: number, combustion: number, share: number): number {
  return (share * mass * combustion) / tntEnergy;
}

/** Distance to 1 psi in m of EPA 550-B-99-009 (app. C): 17·(0.1·W·Hc/H_TNT)^⅓. */
export function epaDistance(mass: number, combustion: number): number {
  return 17 * Math.cbrt(tntMass(mass, combustion, 0.1));
}

/** Volume share of fuel in a stoichiometric mixture with air. @param oxygen moles of O₂ per mole of fuel */
export function stoichiometricShare(oxygen: number): number {
  return 1 / (1 + oxygen / 0.20946);
}

/** Energy in J of a congested volume full of stoichiometric mixture, 3.5 MJ/m³: AQ/T 3046-2013 (E.60). */
export function congestedEnergy(volumeM3: number): number {
  return 3.5e6 * volumeM3;
}

/** A blast curve: scaled overpressure over scaled distance R·(p0/E)^⅓, distances rising. */
export type BlastCurve = readonly { readonly scaledDistance: number; readonly scaledOverpressure: number }[];

/** Overpressure in Pa by a blast curve, straight in double logarithm; flat before its first point and falling as 1/R behind it. */
export function curveOverpressure(curve: BlastCurve, energyJ: number, distanceM: number, airPa: number): number {
  const scaled = distanceM / Math.cbrt(energyJ / airPa);
  const [first, last] = [curve[0]!, curve.at(-1)!];
  if (scaled <= first.scaledDistance) return first.scaledOverpressure * airPa;
  if (scaled >= last.scaledDistance) return (last.scaledOverpressure * airPa * last.scaledDistance) / scaled;
  const at = curve.findIndex(({ scaledDistance }) => scaledDistance >= scaled);
  const [a, b] = [curve[at - 1]!, curve[at]!];
  const t = Math.log(scaled / a.scaledDistance) / Math.log(b.scaledDistance / a.scaledDistance);
  return airPa * a.scaledOverpressure * (b.scaledOverpressure / a.scaledOverpressure) ** t;
}

/** Share of people who die of blast: AQ/T 3046-2013 10.4.2 and table 10: all from 30 kPa, indoors 2.5 % between 10 and 30 kPa. */
export function blastDeaths(overpressure: number, isIndoors: boolean): number {
  if (overpressure >= 30_000) return 1;
  return isIndoors && overpressure > 10_000 ? 0.025 : 0;
}
