import { type InputProblem, refused, type Refused } from '../model.ts';
import { needFigures, substanceOf } from '#models/shared/substances/lookup.ts';
import type { FigureName, Substance } from '#models/shared/substances/substance.ts';
import { congestedEnergy, curveOverpressure, tntMass, tntOverpressure } from './blast.ts';
import type { FireInput } from './fields.ts';
import {
  burningFlux,
  fireballHeat,
  fireballOf,
  jetFireHeat,
  jetFlameLength,
  poolEmissivePower,
  poolFireHeat,
  poolFlameLength,
} from './fires.ts';

// One accident of each kind as a function of distance, with the size of its flame.

export interface Accident {
  readonly measure: 'heat' | 'overpressure' | 'cloud';
  /** W/m² or Pa at a distance from the place; falls with distance. */
  readonly effect: (distanceM: number) => number;
  /** The same with the uncertain share at its low and high end. */
  readonly low: (distanceM: number) => number;
  readonly high: (distanceM: number) => number;
  /** Nearest distance at which the effect means anything, m. */
  readonly fromM: number;
  readonly diameterM: number;
  readonly lengthM: number;
  readonly seconds: number;
  readonly emissivePower: number;
  readonly tntKg: number;
}

type Read = { ok: true; accident: Accident } | Refused;

const still = { fromM: 1, diameterM: 0, lengthM: 0, seconds: 0, emissivePower: 0, tntKg: 0 };

export function accidentOf(input: FireInput): Read {
  const substance = substanceOf(input.substance);
  if (!substance) return refused('substance', 'data', { zh: '物质表中没有此物质', en: 'the table does not hold this substance' });
  switch (input.kind) {
    case 'poolFire':
      return poolFire(input, substance);
    case 'jetFire':
      return jetFire(input, substance);
    case 'fireball':
      return fireball(input, substance);
    case 'flashFire':
      return flashFire(input);
    case 'vceTnt':
      return tnt(input, substance);
    case 'vceMultiEnergy':
    case 'vceBst':
      return curveBlast(input);
  }
}

function need(
  input: FireInput,
  field: 'massKg' | 'rateKgS' | 'poolDiameterM' | 'congestedVolumeM3' | 'cloud',
  unit: string | null,
): InputProblem[] {
  if (input[field] !== null) return [];
  const text = { zh: `此类型需要填写 ${field}`, en: `this kind needs ${field}` };
  return [...refused(field, 'required', text, { unit }).problems];
}

function figuresOf<N extends 'heatOfCombustion' | 'latentHeat' | 'liquidHeatCapacity' | 'boilingK'>(
  input: FireInput,
  substance: Substance,
  names: readonly N[],
) {
  const entered = Object.fromEntries(names.map((name) => [name, input[name]])) as Record<N, number | null>;
  const wanted = Object.fromEntries(names.map((name): [string, string] => [name, name])) as Record<N & FigureName, string>;
  return needFigures<N & FigureName>(substance, entered, wanted);
}

function poolFire(input: FireInput, substance: Substance): Read {
  const read = figuresOf(input, substance, ['heatOfCombustion', 'latentHeat', 'liquidHeatCapacity', 'boilingK']);
  const missing = need(input, 'poolDiameterM', 'm');
  if (!read.ok || missing.length > 0) return { ok: false, problems: [...missing, ...(read.ok ? [] : read.problems)] };
  const { heatOfCombustion, latentHeat, liquidHeatCapacity, boilingK } = read.values;
  const flux = burningFlux(heatOfCombustion, latentHeat, liquidHeatCapacity, boilingK, input.airTemperatureK);
  const diameterM = input.poolDiameterM!;
  const lengthM = poolFlameLength(diameterM, flux, input.windSpeedMps, input.airTemperatureK);
  const fire = { diameterM, lengthM, vapourPa: input.vapourPa };
  const effect = (distanceM: number) => poolFireHeat(fire, distanceM);
  const emissivePower = poolEmissivePower(diameterM);
  // Emissive powers measured on clear parts of such flames reach 140 kW/m², on smoky ones 20: the fit lies in between.
  const low = (distanceM: number) => (effect(distanceM) * 20_000) / emissivePower;
  const high = (distanceM: number) => (effect(distanceM) * 140_000) / emissivePower;
  return { ok: true, accident: { ...still, measure: 'heat', effect, low, high, fromM: diameterM / 2, diameterM, lengthM, emissivePower } };
}

function jetFire(input: FireInput, substance: Substance): Read {
  const read = figuresOf(input, substance, ['heatOfCombustion']);
  const missing = need(input, 'rateKgS', 'kg/s');
  if (!read.ok || missing.length > 0) return { ok: false, problems: [...missing, ...(read.ok ? [] : read.problems)] };
  const { heatOfCombustion } = read.values;
  const rate = input.rateKgS!;
  const lengthM = jetFlameLength(heatOfCombustion, rate);
  // The jet may point to any side: distances are counted from the hole with the middle of the flame half its length away.
  const heat = (fraction: number) => (distanceM: number) =>
    jetFireHeat(heatOfCombustion, rate, fraction, Math.max(1, distanceM - lengthM / 2));
  return {
    ok: true,
    accident: { ...still, measure: 'heat', effect: heat(input.radiativeFraction), low: heat(0.15), high: heat(0.4), lengthM },
  };
}

function fireball(input: FireInput, substance: Substance): Read {
  const read = figuresOf(input, substance, ['heatOfCombustion']);
  const missing = need(input, 'massKg', 'kg');
  if (!read.ok || missing.length > 0) return { ok: false, problems: [...missing, ...(read.ok ? [] : read.problems)] };
  const at = (fraction: number) => fireballOf(input.massKg!, read.values.heatOfCombustion, fraction);
  const heat = (fraction: number) => (distanceM: number) => fireballHeat(at(fraction), input.vapourPa, distanceM);
  const ball = at(input.radiativeFraction);
  return {
    ok: true,
    accident: {
      ...still,
      measure: 'heat',
      effect: heat(input.radiativeFraction),
      low: heat(0.2),
      high: heat(0.4),
      diameterM: ball.diameterM,
      lengthM: ball.heightM,
      seconds: ball.seconds,
      emissivePower: ball.emissivePower,
    },
  };
}

function flashFire(input: FireInput): Read {
  const missing = need(input, 'cloud', null);
  if (missing.length > 0) return { ok: false, problems: missing };
  const nothing = () => 0;
  return { ok: true, accident: { ...still, measure: 'cloud', effect: nothing, low: nothing, high: nothing } };
}

function tnt(input: FireInput, substance: Substance): Read {
  const read = figuresOf(input, substance, ['heatOfCombustion']);
  const missing = need(input, 'massKg', 'kg');
  if (!read.ok || missing.length > 0) return { ok: false, problems: [...missing, ...(read.ok ? [] : read.problems)] };
  const massOf = (share: number) => tntMass(input.massKg!, read.values.heatOfCombustion, share);
  const blast = (share: number) => (distanceM: number) => tntOverpressure(distanceM / Math.cbrt(massOf(share)));
  const tntKg = massOf(input.blastShare);
  return {
    ok: true,
    accident: { ...still, measure: 'overpressure', effect: blast(input.blastShare), low: blast(0.01), high: blast(0.1), tntKg },
  };
}

function curveBlast(input: FireInput): Read {
  const missing = need(input, 'congestedVolumeM3', 'm³');
  const { curve } = input;
  if (curve === null || input.curveSource === null) {
    const text = {
      zh: '程序不附带经核实的爆炸曲线，请录入 curve 及其出处 curveSource，或改用 TNT 当量法',
      en: 'no checked blast curve comes with the program: enter curve and curveSource, or use the TNT method',
    };
    return {
      ok: false,
      problems: [...missing, ...refused(curve === null ? 'curve' : 'curveSource', 'data', text, { unit: '1' }).problems],
    };
  }
  const falls = curve.every(
    (point, at) =>
      at === 0 || (point.scaledDistance > curve[at - 1]!.scaledDistance && point.scaledOverpressure <= curve[at - 1]!.scaledOverpressure),
  );
  if (!falls) {
    const text = { zh: '曲线的比拟距离应递增、超压不应回升', en: 'distances of the curve must rise and overpressures must not' };
    return { ok: false, problems: [...missing, ...refused('curve', 'combination', text, { unit: '1' }).problems] };
  }
  if (missing.length > 0) return { ok: false, problems: missing };
  // Near the ground the blast goes into half the space: the energy counts twice in the BST method, once in multi-energy.
  const energy = congestedEnergy(input.congestedVolumeM3!) * (input.kind === 'vceBst' ? 2 : 1);
  const blast = (factor: number) => (distanceM: number) => curveOverpressure(curve, energy * factor, distanceM, input.airPressurePa);
  return { ok: true, accident: { ...still, measure: 'overpressure', effect: blast(1), low: blast(0.5), high: blast(2) } };
}
