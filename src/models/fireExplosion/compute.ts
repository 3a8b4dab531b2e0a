import { circlePolygon } from '#geo/circle.ts';
import { distanceM } from '#geo/distance.ts';
import { isInside } from '#geo/inside.ts';
import type { Answer, Uncertainty, Validity, Warning } from '../model.ts';
import { crossing } from '#models/shared/bisect.ts';
import { type Accident, accidentOf } from './accident.ts';
import { blastDeaths } from './blast.ts';
import { blastLevels, type EffectLevel, heatLevels } from './effects.table.ts';
import type { FireInput, FireOutput } from './fields.ts';
import { fluxForProbit, heatDeaths } from './radiation.ts';

const farthestM = 50_000;

/** Circles of heat or overpressure, deaths over distance, and which neighbours may fail. */
export function compute(input: FireInput): Answer<FireOutput> {
  const read = accidentOf(input);
  if (!read.ok) return read;
  const { accident } = read;
  const circles = levelsOf(accident, exposureOf(input, accident)).map((level) => circleOf(level, accident));
  const distancesM = Array.from({ length: 50 }, (_, n) => Math.max(1, accident.fromM) * (2000 / Math.max(1, accident.fromM)) ** (n / 49));
  return {
    ok: true,
    outputs: {
      flameDiameterM: accident.diameterM,
      flameLengthM: accident.lengthM,
      durationS: accident.seconds,
      emissivePowerWm2: accident.emissivePower,
      tntKg: accident.tntKg,
      circles,
      area: { type: 'FeatureCollection', features: areaOf(input, accident, circles) },
      distancesM,
      effects: distancesM.map(accident.effect),
      deaths: distancesM.map((distance) => deathsAt(input, accident, distance)),
      domino: dominoOf(input, accident),
    },
    validity: validityOf(input, accident, circles),
    uncertainty: uncertaintyOf(accident, circles),
    warnings: warningsOf(input, accident),
  };
}

/** A fireball is over before the longest exposure that counts. */
function exposureOf(input: FireInput, accident: Accident): number {
  return accident.seconds > 0 ? Math.min(input.exposureS, accident.seconds) : input.exposureS;
}

function levelsOf({ measure }: Accident, exposureS: number): EffectLevel[] {
  if (measure === 'cloud') return [];
  if (measure === 'overpressure') return [...blastLevels];
  const source = 'AQ/T 3046-2013 eq. (6), as reported';
  return [
    ...heatLevels,
    { id: 'deaths50', value: fluxForProbit(5, exposureS), label: { zh: '死亡率 50%', en: '50 % lethality' }, source },
    { id: 'deaths1', value: fluxForProbit(2.674, exposureS), label: { zh: '死亡率 1%', en: '1 % lethality' }, source },
  ].toSorted((a, b) => b.value - a.value);
}

/** Zero where the level is not even reached at the flame. */
function radiusOf(effect: (distanceM: number) => number, level: number, fromM: number): number {
  const first = Math.max(0.5, fromM * 1.0001);
  return effect(first) < level ? 0 : crossing(effect, level, first, farthestM, true);
}

function circleOf({ id, label, value, source }: EffectLevel, accident: Accident): FireOutput['circles'][number] {
  const radius = (effect: (distanceM: number) => number) => radiusOf(effect, value, accident.fromM);
  const radiusM = radius(accident.effect);
  const [lowM, highM] = [Math.min(radiusM, radius(accident.low)), Math.max(radiusM, radius(accident.high))];
  return { id, nameZh: label.zh, nameEn: label.en, value, radiusM, lowM, highM, source };
}

function areaOf(input: FireInput, accident: Accident, circles: FireOutput['circles']): GeoJSON.Feature[] {
  if (accident.measure === 'cloud')
    return [{ type: 'Feature', geometry: input.cloud!, properties: { id: 'flash', kind: 'zone', zh: '闪火范围', en: 'Flash fire' } }];
  return circles
    .filter(({ radiusM }) => radiusM > 0)
    .map(({ id, nameZh, nameEn, radiusM }) => ({
      type: 'Feature',
      geometry: circlePolygon(input.source, radiusM, 96),
      properties: { id, kind: 'zone', zh: nameZh, en: nameEn },
    }));
}

function deathsAt(input: FireInput, accident: Accident, distance: number): number {
  if (accident.measure === 'cloud') return 0;
  const effect = accident.effect(distance);
  return accident.measure === 'heat' ? heatDeaths(effect, exposureOf(input, accident)) : blastDeaths(effect, false);
}

function dominoOf(input: FireInput, accident: Accident): FireOutput['domino'] {
  return (input.neighbours ?? [])
    .map(({ name, place, heatWm2, overpressurePa }) => {
      const distance = distanceM(input.source, place);
      if (accident.measure === 'cloud')
        return { name, distanceM: distance, effect: 0, limit: heatWm2, mayFail: isInside(place, input.cloud!) };
      const effect = accident.effect(Math.max(distance, accident.fromM * 1.0001, 0.5));
      const limit = accident.measure === 'heat' ? heatWm2 : overpressurePa;
      return { name, distanceM: distance, effect, limit, mayFail: effect >= limit };
    })
    .toSorted((a, b) => Number(b.mayFail) - Number(a.mayFail) || a.distanceM - b.distanceM);
}

function validityOf(input: FireInput, accident: Accident, circles: FireOutput['circles']): Validity[] {
  const farthest = Math.max(0, ...circles.map(({ radiusM }) => radiusM));
  if (accident.measure !== 'heat' || input.kind === 'jetFire' || farthest === 0) return [];
  const product = input.vapourPa * farthest;
  return [
    {
      subject: { zh: '水汽分压 × 距离（透过率公式）', en: 'Vapour pressure × path (transmission)' },
      value: product,
      unit: 'N/m',
      min: 1e4,
      max: 1e5,
      met: product >= 1e4 && product <= 1e5,
      source: 'TNO Yellow Book (6.29), as reported',
    },
  ];
}

function uncertaintyOf(accident: Accident, circles: FireOutput['circles']): Uncertainty[] {
  const text =
    accident.measure === 'heat'
      ? { zh: '辐射分数或表面辐射功率取上下限', en: 'radiated share or emissive power at its ends' }
      : { zh: '爆炸效率取 1%～10%（曲线法取能量的一半与两倍）', en: 'share of energy 1 to 10 % (half and double the energy with a curve)' };
  return circles.map(({ lowM, highM }, at) => ({
    output: `circles[${at}].radiusM`,
    kind: 'interval',
    low: lowM,
    high: highM,
    confidence: null,
    source: 'ends of the range of the least certain input; see the fields',
    text,
  }));
}

function warningsOf(input: FireInput, accident: Accident): Warning[] {
  const warnings: Warning[] = [
    {
      code: 'not-instead-of-experts',
      text: { zh: '供处置决策参考，不能代替处置专家', en: 'for orientation; not instead of experts on site' },
    },
  ];
  const warn = (code: string, zh: string, en: string) => warnings.push({ code, text: { zh, en } });
  if (input.kind === 'vceTnt') warn('tnt-near', 'TNT 当量法近处偏高、远处偏低', 'the TNT method is too high close by and too low far away');
  if (input.kind === 'poolFire' && input.windSpeedMps > 0)
    warn('flame-tilt', '未计火焰倾斜，下风侧热辐射偏低', 'the tilt of the flame is left out: downwind the heat is higher');
  if (input.kind === 'flashFire')
    warn('flash-inside', '闪火范围内室外人员按全部死亡考虑', 'outdoors inside the cloud everybody is counted as dead');
  if (accident.measure === 'overpressure' && input.kind !== 'vceTnt')
    warn('own-curve', `曲线由操作员录入：${input.curveSource}`, `the curve was entered by the operator: ${input.curveSource}`);
  return warnings;
}
