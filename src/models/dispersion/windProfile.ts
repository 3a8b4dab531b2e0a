import type { StabilityClass } from './stability.ts';

// Wind at another height: by the power law with exponents of a table, or by the logarithmic law with a stability correction.

export type WindSetId = 'rural' | 'urban' | 'tno';

/** Exponents of u = u0·(z/z0)^p: Irwin 1979 as CCPS 1999 table 2.11 prints them. */
export const windExponents: Record<'rural' | 'urban', Record<StabilityClass, number>> = {
  rural: { A: 0.07, B: 0.07, C: 0.1, D: 0.15, E: 0.35, F: 0.55 },
  urban: { A: 0.15, B: 0.15, C: 0.2, D: 0.25, E: 0.4, F: 0.6 },
};

/** Yellow Book ch. 4: 1/L = log10(r/roughness)/length, Monin–Obukhov length L by class; held against its wind figures here. */
export const obukhov: Record<StabilityClass, { length: number; roughness: number }> = {
  A: { length: 33.162, roughness: 1117 },
  B: { length: 32.258, roughness: 11.46 },
  C: { length: 51.787, roughness: 1.324 },
  D: { length: Infinity, roughness: 1 },
  E: { length: -48.33, roughness: 1.262 },
  F: { length: -31.325, roughness: 19.36 },
};

/** Roughness of open farmland with low crops and few obstacles, m. */
const farmland = 0.1;

/**
 * Wind speed in m/s at another height. Below 1 m the speed of 1 m is taken, since both laws let the wind vanish at the ground.
 * @param speed m/s measured at `measuredAtM`
 */
export function windSpeedAt(speed: number, measuredAtM: number, heightM: number, stability: StabilityClass, set: WindSetId): number {
  const height = Math.max(1, heightM);
  if (set !== 'tno') return speed * (height / measuredAtM) ** windExponents[set][stability];
  return (speed * logProfile(height, stability)) / logProfile(measuredAtM, stability);
}

/** u·κ/u*: ln(z/r) − Ψ(z/L) + Ψ(r/L). */
function logProfile(z: number, stability: StabilityClass): number {
  const { length, roughness } = obukhov[stability];
  const inverse = Math.log10(farmland / roughness) / length;
  return Math.log(z / farmland) - correction(z * inverse) + correction(farmland * inverse);
}

/** Ψ of Businger and Dyer. @param zeta z/L, negative when unstable */
function correction(zeta: number): number {
  if (zeta >= 0) return -5 * zeta;
  const x = (1 - 16 * zeta) ** 0.25;
  return 2 * Math.log((1 + x) / 2) + Math.log((1 + x * x) / 2) - 2 * Math.atan(x) + Math.PI / 2;
}
