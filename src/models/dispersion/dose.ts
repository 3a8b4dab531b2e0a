import type { ToxicProbit } from '#models/shared/substances/substance.ts';

// From breathing to dying: AQ/T 3046-2013 eqs. (3)–(5) and the Purple Book's constants.

/** Longest exposure that counts, minutes; AQ/T 3046-2013 after eq. (5), as reported. */
export const longestExposureMin = 30;

/** Load of a constant concentration in kg/m³ over some minutes. */
export function loadOf(concentration: number, n: number, minutes: number): number {
  return (concentration * 1e6) ** n * minutes;
}

/** Concentration in kg/m³ that kills the given share in the given minutes. @param probitValue 5 for half, 2.67 for 1 % */
export function concentrationForProbit(probit: ToxicProbit, probitValue: number, minutes: number): number {
  return (Math.exp((probitValue - probit.a) / probit.b) / minutes) ** (1 / probit.n) * 1e-6;
}
