import type { Text } from '#kernel/language/text.ts';

// Figures and rules behind shelter-or-leave. None of them is taken from a text that has been read: they are judgements,
// marked as such on the page, for the county's experts to replace.

export interface BuildingKind {
  id: 'tight' | 'usual' | 'leaky';
  label: Text;
  /** Air changes an hour with windows and ventilation shut. */
  airChangesPerHour: number;
  verified: false;
}

export const buildingKinds: readonly BuildingKind[] = [
  { id: 'tight', label: { zh: '密闭较好（新楼，关窗）', en: 'Tight (new, windows shut)' }, airChangesPerHour: 0.5, verified: false },
  { id: 'usual', label: { zh: '一般房屋（关窗）', en: 'Usual (windows shut)' }, airChangesPerHour: 1.5, verified: false },
  { id: 'leaky', label: { zh: '漏风（老旧、厂房）', en: 'Leaky (old, halls)' }, airChangesPerHour: 4, verified: false },
];

export const adviceFigures = {
  /** From the decision until people are on their way, s. */
  noticeS: 600,
  /** Free walking, RiMEA test 1. */
  walkingMps: 1.33,
  /** Above this share of the dose outdoors a building no longer protects. */
  protectsUpTo: 0.5,
} as const;

export type AdviceRule = 'noIgnition' | 'shelter' | 'shelterThenEscort' | 'leaveCrosswind' | 'nearShelterFarLeave';

export const adviceWords: Readonly<Record<AdviceRule, Text>> = {
  noIgnition: {
    zh: '立即撤出，不留人避险；禁火、禁启闭电器、禁车辆启动',
    en: 'Everybody out, nobody shelters; no flames, no switches, no engines',
  },
  shelter: { zh: '就地避险：关门窗、停通风，上风侧房间', en: 'Shelter in place: shut windows and ventilation, rooms on the upwind side' },
  shelterThenEscort: {
    zh: '先就地避险；房屋挡不住全程，由佩戴防护的队伍分批带出',
    en: 'Shelter first; the building does not hold to the end: be led out in groups by protected teams',
  },
  leaveCrosswind: { zh: '横风向撤离（不逆风、不顺风）', en: 'Leave across the wind (neither against nor with it)' },
  nearShelterFarLeave: { zh: '近处就地避险，远处横风向撤离', en: 'Near the source shelter, farther off leave across the wind' },
};
