import type { Text } from '#kernel/language/text.ts';
import { adviceFigures, type AdviceRule } from './advice.table.ts';

// Shelter or leave (就地避险还是撤离), zone by zone. The reasons are three times: until the cloud is there, until people are
// out, and how long it stays; and one share: what a closed building lets in of the dose outdoors.

export interface CloudZone {
  id: string;
  name: Text;
  /** Farthest reach downwind and greatest width, m. */
  farM: number;
  widthM: number;
}

export interface Cloud {
  /** m/s at the height of release. */
  windMps: number;
  /** s; null when it goes on. */
  releaseS: number | null;
  /** What is assumed of a release that goes on, s. */
  exposureS: number;
  zones: readonly CloudZone[];
}

export interface Advice {
  zone: CloudZone;
  rule: AdviceRule;
  /** Up to this distance the cloud is there before people can be out, m. */
  nearM: number;
  leaveS: number;
  passageS: number;
  /** Share of the dose outdoors that people in the building take, 0…1. */
  indoorShare: number;
  reasons: Text[];
}

/** Zones that call for a decision about people: life, lasting harm, and fire. */
const decisive = /^(lethal1|aegl[23]|erpg[23]|pac[23]|idlh|lfl)$/;

/**
 * Share of the dose outdoors that is taken indoors while a cloud of even strength passes: one well mixed room,
 * dCi/dt = λ·(Co − Ci), so 1 − (1 − e^(−λT))/(λT). @param passageS T, s; airChangesPerHour λ, 1/h
 */
export function indoorShare(passageS: number, airChangesPerHour: number): number {
  const changes = (airChangesPerHour * passageS) / 3600;
  return changes < 1e-6 ? 0 : 1 - (1 - Math.exp(-changes)) / changes;
}

/** Advice for every decisive zone that reaches anybody, the worst first. */
export function adviseZones(cloud: Cloud, airChangesPerHour: number): Advice[] {
  return cloud.zones.filter(({ id, farM }) => decisive.test(id) && farM > 0).map((zone) => adviseZone(cloud, zone, airChangesPerHour));
}

function adviseZone({ windMps, releaseS, exposureS }: Cloud, zone: CloudZone, airChangesPerHour: number): Advice {
  // A cloud let go at once passes in the time in which the wind carries it by its own width.
  const passageS = releaseS === null ? exposureS : Math.max(releaseS, zone.widthM / windMps);
  const leaveS = adviceFigures.noticeS + zone.widthM / 2 / adviceFigures.walkingMps;
  const nearM = windMps * leaveS;
  const share = indoorShare(passageS, airChangesPerHour);
  const times = { nearM, leaveS, passageS, indoorShare: share };
  const rule = ruleFor(zone, times);
  return { zone, rule, ...times, reasons: reasonsFor(zone, rule, times, releaseS === null) };
}

type Times = Pick<Advice, 'nearM' | 'leaveS' | 'passageS' | 'indoorShare'>;

function ruleFor(zone: CloudZone, { nearM, indoorShare: share }: Times): AdviceRule {
  if (zone.id === 'lfl') return 'noIgnition';
  if (share <= adviceFigures.protectsUpTo) return nearM >= zone.farM ? 'shelter' : 'nearShelterFarLeave';
  return nearM >= zone.farM ? 'shelterThenEscort' : nearM < zone.farM / 4 ? 'leaveCrosswind' : 'nearShelterFarLeave';
}

function reasonsFor(zone: CloudZone, rule: AdviceRule, times: Times, goesOn: boolean): Text[] {
  if (rule === 'noIgnition')
    return [{ zh: '浓度可达爆炸下限，室内同样可能积聚', en: 'the mixture may burn, and may gather indoors as well' }];
  const [leave, passage, near] = [minutes(times.leaveS), minutes(times.passageS), Math.round(times.nearM)];
  const percent = Math.round(times.indoorShare * 100);
  return [
    near >= zone.farM
      ? {
          zh: `走出范围约需 ${leave} 分钟，云团先到：全程 ${Math.round(zone.farM)} m 内来不及撤`,
          en: `leaving takes about ${leave} min; the cloud is there first all along its ${Math.round(zone.farM)} m`,
        }
      : {
          zh: `走出范围约需 ${leave} 分钟；下风 ${near} m 以内云团先到，以外来得及撤`,
          en: `leaving takes about ${leave} min; within ${near} m downwind the cloud is there first, beyond there is time`,
        },
    goesOn
      ? {
          zh: `泄漏未止，按 ${passage} 分钟计，室内吸入约为室外的 ${percent}%`,
          en: `the release goes on; over ${passage} min people indoors take in about ${percent} % of what they would outdoors`,
        }
      : {
          zh: `云团经过约 ${passage} 分钟，室内吸入约为室外的 ${percent}%`,
          en: `the cloud passes in about ${passage} min; indoors people take in about ${percent} % of what they would outdoors`,
        },
  ];
}

const minutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60));

/** The cloud of a dispersion answer. */
export function cloudOf(inputs: Readonly<Record<string, unknown>>, outputs: Readonly<Record<string, unknown>>): Cloud | null {
  const zones = outputs['zones'] as { id: string; nameZh: string; nameEn: string; farM: number; widthM: number }[] | undefined;
  const windMps = outputs['windAtReleaseMps'];
  if (!zones || typeof windMps !== 'number') return null;
  const release = inputs['release'];
  return {
    windMps,
    releaseS: release === 'continuous' ? null : release === 'instantaneous' ? 0 : Number(inputs['durationS'] ?? 0),
    exposureS: Number(inputs['exposureMinutes'] ?? 60) * 60,
    zones: zones.map(({ id, nameZh, nameEn, farM, widthM }) => ({ id, name: { zh: nameZh, en: nameEn }, farM, widthM })),
  };
}
