import type { StabilityClass } from './stability.ts';

// Wind at another height by the power law u = u0·(z/z0)^p. The exponents are tables: data, not constants of the code.

export type WindSetId = 'rural' | 'urban' | 'tno';

/** Exponents: rural and urban of Irwin 1979 as CCPS 1999 table 2.11 prints them; `tno` of the Yellow Book 1997. */
export const windExponents: Record<WindSetId, Record<StabilityClass, number>> = {
  rural: { A: 0.07, B: 0.07, C: 0.1, D: 0.15, E: 0.35, F: 0.55 },
  urban: { A: 0.15, B: 0.15, C: 0.2, D: 0.25, E: 0.4, F: 0.6 },
  tno: { A: 0.108, B: 0.112, C: 0.12, D: 0.142, E: 0.203, F: 0.253 },
};

/**
 * Wind speed in m/s at another height. Below 1 m the profile is not used and the speed of 1 m is taken, since the power law
 * would let the wind vanish at the ground.
 */
export function windSpeedAt(speed: number, measuredAtM: number, heightM: number, stability: StabilityClass, set: WindSetId): number {
  return speed * (Math.max(1, heightM) / measuredAtM) ** windExponents[set][stability];
}
