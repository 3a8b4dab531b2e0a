import { type InputProblem, refused, type Refused } from '../model.ts';
import { idealDensity } from '#models/shared/gas.ts';
import { needFigures, substanceOf } from '#models/shared/substances/lookup.ts';
import type { Substance } from '#models/shared/substances/substance.ts';
import type { DispersionInput } from './fields.ts';
import { type Level, levelsOf } from './levels.ts';
import type { Release, Sky } from './release.ts';
import { sigmaSets } from './sigma.ts';
import { windSpeedAt } from './windProfile.ts';

// From what was entered to a release under a sky, with its levels; what cannot be read from entry or table is refused by name.

export interface Situation {
  readonly substance: Substance;
  readonly release: Release;
  readonly sky: Sky;
  readonly levels: readonly Level[];
  readonly forced: 'dense' | 'passive' | null;
}

export function situationOf(input: DispersionInput): { ok: true; situation: Situation } | Refused {
  const substance = substanceOf(input.substance);
  if (!substance) return refused('substance', 'data', { zh: '物质表中没有此物质', en: 'the table does not hold this substance' });
  const amounts = amountsOf(input);
  const figures = needFigures(substance, { molarMass: input.molarMassKgMol }, { molarMass: 'molarMassKgMol' });
  const problems = [...amounts.problems, ...(figures.ok ? [] : figures.problems), ...windProblems(input)];
  if (problems.length > 0 || !figures.ok) return { ok: false, problems };
  const { molarMass } = figures.values;
  const air = { temperatureK: input.airTemperatureK, pressurePa: input.airPressurePa };
  const temperatureK = input.sourceTemperatureK ?? air.temperatureK;
  const levels = [
    ...levelsOf(substance, molarMass, input.lowerFlammable ?? substance.figures.lowerFlammable?.value ?? null, input.exposureMinutes, air),
    ...operatorLevels(input, molarMass),
  ];
  if (levels.length === 0) {
    const text = {
      zh: `物质表中没有${substance.name.zh}的毒性终点或爆炸下限，请填写 levels`,
      en: `the table has no toxic end point and no flammable limit of ${substance.name.en}; enter levels`,
    };
    return refused('levels', 'data', text, { unit: 'ppm' });
  }
  const release: Release = {
    ...amounts.amounts,
    heightM: input.releaseHeightM,
    density: input.sourceDensityKgM3 ?? idealDensity(molarMass, temperatureK, air.pressurePa),
    temperatureK,
    diameterM: input.sourceDiameterM,
    molarMass,
  };
  const forced = input.behaviour === 'auto' ? null : input.behaviour;
  return { ok: true, situation: { substance, release, sky: skyOf(input, air), levels, forced } };
}

function skyOf(input: DispersionInput, air: Sky['air']): Sky {
  const speedAt = (height: number) => windSpeedAt(input.windSpeedMps, input.windMeasuredAtM, height, input.stability, input.terrain);
  return {
    speed: speedAt(input.releaseHeightM),
    speed10: speedAt(10),
    stability: input.stability,
    sigma: sigmaSets[input.sigmaSet],
    lidM: input.lidM ?? Infinity,
    air,
  };
}

function amountsOf(input: DispersionInput): { amounts: { rate: number; seconds: number; mass: number }; problems: InputProblem[] } {
  const { release, rateKgS: rate, durationS: seconds, massKg: mass } = input;
  const need = (field: 'rateKgS' | 'durationS' | 'massKg', unit: string): InputProblem[] => {
    if (input[field] !== null) return [];
    const text = { zh: `此泄漏方式需要填写 ${field}（${unit}，大于 0）`, en: `this kind of release needs ${field} (${unit}, above 0)` };
    return [...refused(field, 'required', text, { unit, min: 0 }).problems];
  };
  if (release === 'instantaneous') return { amounts: { rate: 0, seconds: 0, mass: mass ?? 0 }, problems: need('massKg', 'kg') };
  if (release === 'continuous')
    return { amounts: { rate: rate ?? 0, seconds: Infinity, mass: Infinity }, problems: need('rateKgS', 'kg/s') };
  return {
    amounts: { rate: rate ?? 0, seconds: seconds ?? 0, mass: (rate ?? 0) * (seconds ?? 0) },
    problems: [...need('rateKgS', 'kg/s'), ...need('durationS', 's')],
  };
}

function windProblems(input: DispersionInput): InputProblem[] {
  const problems: InputProblem[] = [];
  if (input.lidM !== null && input.lidM <= input.releaseHeightM) {
    const text = { zh: '混合层高度应大于泄漏高度', en: 'the mixing height must be above the height of release' };
    problems.push(...refused('lidM', 'combination', text, { value: input.lidM, unit: 'm', min: input.releaseHeightM, max: 5000 }).problems);
  }
  const periods = input.changingWind ?? [];
  periods.forEach(({ fromS }, at) => {
    const before = periods[at - 1]?.fromS ?? -1;
    if (at === 0 ? fromS === 0 : fromS > before) return;
    const text = { zh: '时段应自 0 起并依次递增', en: 'periods must begin at 0 and follow one another' };
    problems.push(...refused(`changingWind[${at}].fromS`, 'combination', text, { value: fromS, unit: 's', min: before }).problems);
  });
  return problems;
}

function operatorLevels(input: DispersionInput, molarMass: number): Level[] {
  const pure = idealDensity(molarMass, input.airTemperatureK, input.airPressurePa);
  return (input.levels ?? []).map(({ name, ppm }, at) => ({
    id: `own${at + 1}`,
    label: { zh: name, en: name },
    ppm,
    concentration: ppm * 1e-6 * pure,
    source: 'operator',
    verified: false,
  }));
}
