import { type Answer, refused, type Warning } from '../model.ts';
import { idealDensity } from '#models/shared/gas.ts';
import { needFigures, substanceOf } from '#models/shared/substances/lookup.ts';
import type { Figure, Substance } from '#models/shared/substances/substance.ts';
import type { SourceInput, SourceOutput } from './fields.ts';
import { aerosolFractionByRule, flashFraction, mixtureDensity, twoPhaseOutflow } from './flash.ts';
import { circleArea, criticalPressureRatio, gasOutflow, liquidOutflow } from './outflow.ts';
import { dryingFlux, poolArea, poolEvaporated, poolEvaporation, type PoolFeed } from './pool.ts';
import { drainingSeconds, releaseSeconds } from './vessel.ts';

/** From vessel and hole to what is in the air: rate, flash, droplets, pool. */
export function compute(input: SourceInput): Answer<SourceOutput> {
  const substance = substanceOf(input.substance);
  if (!substance) return refused('substance', 'data', { zh: '物质表中没有此物质', en: 'the table does not hold this substance' });
  if (input.phase !== 'liquid' && input.pressurePa <= input.ambientPressurePa) return noDriving(input);
  return input.phase === 'gas' ? gasAnswer(input, substance) : liquidAnswer(input, substance);
}

function noDriving(input: SourceInput) {
  const text = { zh: '容器绝对压力应高于气压，否则不会流出', en: 'the pressure must be above that of the air, or nothing flows out' };
  return refused('pressurePa', 'combination', text, { value: input.pressurePa, unit: 'Pa', min: input.ambientPressurePa, max: 1e8 });
}

function gasAnswer(input: SourceInput, substance: Substance): Answer<SourceOutput> {
  const read = needFigures(
    substance,
    { molarMass: input.molarMassKgMol, heatRatio: input.heatRatio },
    { molarMass: 'molarMassKgMol', heatRatio: 'heatRatio' },
  );
  if (!read.ok) return read;
  const { molarMass, heatRatio } = read.values;
  const { rate, choked } = gasOutflow({ ...input, molarMass, heatRatio });
  const seconds = releaseSeconds(input.inventoryKg, rate, input.isolatedAfterS);
  // The gas leaves the throat expanded: at critical pressure when choked, at ambient pressure otherwise.
  const ratio = Math.max(input.ambientPressurePa / input.pressurePa, criticalPressureRatio(heatRatio));
  const throatK = input.temperatureK * ratio ** ((heatRatio - 1) / heatRatio);
  const throatDensity = idealDensity(molarMass, throatK, input.pressurePa * ratio);
  const cloudDensityKgM3 = idealDensity(molarMass, input.temperatureK, input.ambientPressurePa);
  return {
    ok: true,
    outputs: {
      rateKgS: rate,
      isChoked: choked,
      velocityMps: rate / (throatDensity * circleArea(input.holeDiameterM) * input.dischargeCoefficient),
      durationS: seconds,
      releasedKg: rate * seconds,
      flashedShare: 1,
      aerosolShare: 0,
      airborneRateKgS: rate,
      poolRateKgS: 0,
      poolAreaM2: 0,
      poolEvaporationKgS: 0,
      airborneKg: rate * seconds,
      cloudDensityKgM3,
      cloudTemperatureK: input.temperatureK,
    },
    validity: [],
    uncertainty: uncertaintyOf(rate, input),
    warnings: warningsOf(read.used, 'ideal-gas'),
  };
}

type LiquidFigures = Record<'molarMass' | 'boilingK' | 'liquidDensity' | 'liquidHeatCapacity' | 'latentHeat', number>;

function liquidAnswer(input: SourceInput, substance: Substance): Answer<SourceOutput> {
  const read = needFigures(
    substance,
    {
      molarMass: input.molarMassKgMol,
      boilingK: input.boilingK,
      liquidDensity: input.liquidDensityKgM3,
      liquidHeatCapacity: input.liquidHeatCapacity,
      latentHeat: input.latentHeat,
    },
    {
      molarMass: 'molarMassKgMol',
      boilingK: 'boilingK',
      liquidDensity: 'liquidDensityKgM3',
      liquidHeatCapacity: 'liquidHeatCapacity',
      latentHeat: 'latentHeat',
    },
  );
  if (!read.ok) return read;
  const figures = read.values;
  const flashed = flashFraction(figures.liquidHeatCapacity, figures.latentHeat, input.temperatureK, figures.boilingK);
  const vapourDensity = idealDensity(figures.molarMass, Math.min(input.temperatureK, figures.boilingK), input.ambientPressurePa);
  const rate = rateOf(input, figures, flashed, vapourDensity);
  if (rate === 0) return noDriving(input);
  const seconds = Math.min(input.isolatedAfterS, emptySeconds(input, figures, rate));
  return airborneAnswer(input, figures, { rate, seconds, flashed, vapourDensity }, read.used);
}

function rateOf(input: SourceInput, figures: LiquidFigures, flashed: number, vapourDensity: number): number {
  if (input.phase === 'liquid') return liquidOutflow({ ...input, liquidDensity: figures.liquidDensity });
  const vapourShare = input.vapourShare ?? flashed;
  // Vapour inside the hole still stands at the vessel's pressure.
  const inside = vapourDensity * (input.pressurePa / input.ambientPressurePa);
  return twoPhaseOutflow({ ...input, liquidDensity: figures.liquidDensity, vapourDensity: inside, vapourShare });
}

function emptySeconds(input: SourceInput, figures: LiquidFigures, rate: number): number {
  if (input.phase !== 'liquid' || input.headM === 0) return releaseSeconds(input.inventoryKg, rate, Infinity);
  const last = liquidOutflow({ ...input, liquidDensity: figures.liquidDensity, headM: 0 });
  return drainingSeconds(input.inventoryKg, rate, last);
}

interface Outflow {
  readonly rate: number;
  readonly seconds: number;
  readonly flashed: number;
  readonly vapourDensity: number;
}

function airborneAnswer(input: SourceInput, figures: LiquidFigures, outflow: Outflow, used: readonly Figure[]): Answer<SourceOutput> {
  const { rate, seconds, flashed, vapourDensity } = outflow;
  const isBoiling = figures.boilingK < input.groundK;
  const aerosol = input.aerosolShare ?? aerosolFractionByRule(flashed);
  const inAir = flashed + (1 - flashed) * aerosol;
  const poolRate = rate * (1 - inAir);
  const feed: PoolFeed = {
    rate: poolRate,
    liquidDensity: figures.liquidDensity,
    latentHeat: figures.latentHeat,
    boilingK: figures.boilingK,
    groundK: input.groundK,
    ground: { conductivity: input.groundConductivity, diffusivity: input.groundDiffusivity },
    bundAreaM2: input.bundAreaM2 ?? Infinity,
  };
  const area = Math.min(poolArea(poolRate, figures.liquidDensity, seconds), feed.bundAreaM2);
  const drying = isBoiling ? 0 : dryingOf(input, figures, area);
  if (drying === null) return needDrying(input);
  const evaporation = isBoiling ? poolEvaporation(feed, seconds) : Math.min(poolRate, drying);
  // A drying pool grows as t^1.5, so it has given off 2/5 of what its last rate would have.
  const evaporated = isBoiling ? poolEvaporated(feed, seconds) : 0.4 * evaporation * seconds;
  // A falling level lets out less than the first rate would: no more than there was.
  const released = Math.min(input.inventoryKg, rate * seconds);
  return {
    ok: true,
    outputs: {
      rateKgS: rate,
      isChoked: false,
      velocityMps: rate / (figures.liquidDensity * circleArea(input.holeDiameterM)),
      durationS: seconds,
      releasedKg: released,
      flashedShare: flashed,
      aerosolShare: aerosol,
      airborneRateKgS: rate * inAir,
      poolRateKgS: poolRate,
      poolAreaM2: area,
      poolEvaporationKgS: evaporation,
      airborneKg: released * inAir + Math.min(evaporated, released * (1 - inAir)),
      cloudDensityKgM3: inAir > 0 ? mixtureDensity(flashed / inAir, vapourDensity, figures.liquidDensity) : vapourDensity,
      cloudTemperatureK: Math.min(input.temperatureK, figures.boilingK),
    },
    validity: [],
    uncertainty: uncertaintyOf(rate, input),
    warnings: warningsOf(used, input.aerosolShare === null && flashed > 0 ? 'aerosol-by-rule' : null),
  };
}

/** kg/s of a pool that does not boil, or null when wind or vapour pressure is missing. */
function dryingOf(input: SourceInput, figures: LiquidFigures, area: number): number | null {
  if (area === 0) return 0;
  if (input.windSpeedMps === null || input.vapourPressurePa === null) return null;
  const diameter = Math.sqrt((4 * area) / Math.PI);
  return area * dryingFlux(input.windSpeedMps, diameter, input.vapourPressurePa, figures.molarMass, input.groundK);
}

function needDrying(input: SourceInput) {
  const text = {
    zh: '液池不沸腾，需要液池温度下的蒸气压和风速',
    en: 'the pool does not boil: its vapour pressure and the wind speed are needed',
  };
  return input.vapourPressurePa === null
    ? refused('vapourPressurePa', 'data', text, { unit: 'Pa', min: 0, max: 101_325 })
    : refused('windSpeedMps', 'required', text, { unit: 'm/s', min: 0.5, max: 50 });
}

function uncertaintyOf(rate: number, input: SourceInput) {
  const upper = Math.max(1, input.dischargeCoefficient);
  return [
    {
      output: 'rateKgS',
      kind: 'interval' as const,
      low: (rate * Math.min(0.6, input.dischargeCoefficient)) / input.dischargeCoefficient,
      high: (rate * upper) / input.dischargeCoefficient,
      confidence: null,
      source: 'CCPS 1999 p. 27: coefficient 0.6 for a sharp edge to 1.0 as the careful value, as reported',
      text: { zh: '流量系数 0.6～1.0；孔径本身往往更不确定', en: 'coefficient 0.6 to 1.0; the hole itself is often known worse' },
    },
  ];
}

function warningsOf(used: readonly Figure[], code: 'ideal-gas' | 'aerosol-by-rule' | null): Warning[] {
  const warnings: Warning[] = [];
  if (code === 'ideal-gas') warnings.push({ code, text: { zh: '按理想气体、初始速率计算', en: 'ideal gas at its first rate' } });
  if (code === 'aerosol-by-rule')
    warnings.push({ code, text: { zh: '成雾量按与闪蒸量相等估计', en: 'droplets are taken to be as much as has flashed' } });
  if (used.some(({ verified }) => !verified))
    warnings.push({
      code: 'unverified-figures',
      text: { zh: '部分物性未经原文核实', en: 'some figures have not been checked against their original' },
    });
  return warnings;
}
