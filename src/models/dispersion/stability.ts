import type { Label } from '../field.ts';

/** Pasquill's classes of how strongly the air near the ground mixes: A very unstable … D neutral … F very stable. */
export const stabilityClasses = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type StabilityClass = (typeof stabilityClasses)[number];

const words: Record<StabilityClass, Label> = {
  A: { zh: 'A 极不稳定', en: 'A very unstable' },
  B: { zh: 'B 不稳定', en: 'B unstable' },
  C: { zh: 'C 弱不稳定', en: 'C slightly unstable' },
  D: { zh: 'D 中性', en: 'D neutral' },
  E: { zh: 'E 较稳定', en: 'E slightly stable' },
  F: { zh: 'F 稳定', en: 'F stable' },
};

export const stabilityOptions = stabilityClasses.map((value) => ({ value, label: words[value] }));

/** The class and its neighbours, for an ensemble over what the class may really be. */
export function neighbours(stability: StabilityClass): StabilityClass[] {
  const at = stabilityClasses.indexOf(stability);
  return stabilityClasses.slice(Math.max(0, at - 1), at + 2);
}
