import {
  denseFrom,
  type DensePlume,
  densePlumeShare,
  type DensePuff,
  densePuffShare,
  plumeAlpha,
  plumeCriterion,
  puffAlpha,
  puffCriterion,
} from '../denseGas/britterMcQuaid.ts';
import { densePlumeZone, densePuffZone } from '../denseGas/denseZone.ts';
import { idealDensity } from '#models/shared/gas.ts';
import { gaussianHalfWidth, traceZone, type Zone } from '#models/shared/zone.ts';
import type { Air, Level } from './levels.ts';
import { largestShare, plumeAxis, puff, type Weather } from './plume.ts';
import { puffSigma } from './sigma.ts';

// One release in one weather: passive or dense, lasting or short. Which of them is decided by the workbook's own criteria.

export interface Release {
  /** kg/s; zero for an instantaneous release. */
  readonly rate: number;
  /** s; infinite for a continuous release, zero for an instantaneous one. */
  readonly seconds: number;
  /** kg; infinite for a continuous release. */
  readonly mass: number;
  readonly heightM: number;
  /** Density and temperature of the cloud at the source; density null when the cloud is passive from the start. */
  readonly density: number | null;
  readonly temperatureK: number;
  readonly diameterM: number;
  /** kg/mol */
  readonly molarMass: number;
}

export interface Sky extends Weather {
  /** m/s at 10 m. */
  readonly speed10: number;
  readonly air: Air;
}

export interface Behaviour {
  readonly isDense: boolean;
  /** Value of the workbook's criterion, and from where on the cloud is dense. */
  readonly criterion: number;
  readonly denseFrom: number;
  /** α of the dense correlations, null when not dense. */
  readonly alpha: number | null;
}

function densePlumeOf(release: Release, sky: Sky): DensePlume {
  return {
    density: release.density!,
    temperatureK: release.temperatureK,
    windSpeed: sky.speed10,
    airTemperatureK: sky.air.temperatureK,
    airPressurePa: sky.air.pressurePa,
    volumeRate: release.rate / release.density!,
    sourceDiameterM: release.diameterM,
  };
}

function densePuffOf(release: Release, sky: Sky): DensePuff {
  return { ...densePlumeOf(release, sky), volume: release.mass / release.density! };
}

/** Whether a cloud behaves as heavier than air. @param forced the operator's choice, or null */
export function behaviourOf(release: Release, sky: Sky, forced: 'dense' | 'passive' | null): Behaviour {
  const instantaneous = release.rate === 0;
  const limit = instantaneous ? denseFrom.puff : denseFrom.plume;
  if (release.density === null) return { isDense: false, criterion: 0, denseFrom: limit, alpha: null };
  const criterion = instantaneous ? puffCriterion(densePuffOf(release, sky)) : plumeCriterion(densePlumeOf(release, sky));
  const isDense = criterion > 0 && (forced === null ? criterion >= limit : forced === 'dense');
  const alpha = !isDense ? null : instantaneous ? puffAlpha(densePuffOf(release, sky)) : plumeAlpha(densePlumeOf(release, sky));
  return { isDense, criterion, denseFrom: limit, alpha };
}

/** Largest concentration in kg/m³ on the axis x metres downwind, z above ground. */
export function axisOf(release: Release, sky: Sky, isDense: boolean, z: number): (x: number) => number {
  return isDense ? denseAxis(release, sky) : passiveAxis(release, sky, z);
}

function passiveAxis(release: Release, sky: Sky, z: number): (x: number) => number {
  if (release.rate === 0) return (x) => puff(release.mass, release.heightM, sky, x, 0, z, x / sky.speed);
  if (release.seconds === Infinity) return (x) => plumeAxis(release.rate, release.heightM, sky, x, z);
  return (x) => plumeAxis(release.rate, release.heightM, sky, x, z) * largestShare(sky, release.seconds, x);
}

/**
 * A release is lasting where u·T/x is at least 2.5; elsewhere the smaller of lasting and instantaneous is taken, as the
 * workbook does in between, since a short release cannot do more than one that goes on.
 */
function denseAxis(release: Release, sky: Sky): (x: number) => number {
  const pure = idealDensity(release.molarMass, sky.air.temperatureK, sky.air.pressurePa);
  if (release.rate === 0) {
    const cloud = densePuffOf(release, sky);
    return (x) => pure * densePuffShare(cloud, x);
  }
  const plume = densePlumeOf(release, sky);
  if (release.seconds === Infinity) return (x) => pure * densePlumeShare(plume, x);
  const cloud = densePuffOf(release, sky);
  return (x) => {
    const lasting = (sky.speed10 * release.seconds) / x;
    if (lasting >= 2.5) return pure * densePlumeShare(plume, x);
    return pure * Math.min(densePuffShare(cloud, x), densePlumeShare(plume, x));
  };
}

/**
 * How much a passing cloud weakens a level meant for a longer exposure, 0…1: a load Cⁿ·t of a shorter time equals that of a
 * lower concentration over the full one, (t/tRef)^(1/n). 1 for levels that ask for the largest concentration.
 */
function passing(release: Release, sky: Sky, level: Pick<Level, 'load'>): (x: number) => number {
  const { load } = level;
  if (!load || release.seconds === Infinity) return () => 1;
  return (x) => {
    const passage = (Math.sqrt(2 * Math.PI) * puffSigma.x(sky.stability, x)) / (sky.speed * Math.sqrt(load.n));
    return Math.min(1, Math.max(release.seconds, passage) / (load.minutes * 60)) ** (1 / load.n);
  };
}

export type Sought = Pick<Level, 'concentration' | 'load'>;

/** The zone of a level, or null. @param lastM distance looked at */
export function zoneOf(release: Release, sky: Sky, isDense: boolean, z: number, level: Sought, lastM: number): Zone | null {
  if (isDense) return denseZone(release, sky, level.concentration, lastM);
  const sigmaY = (x: number) => (release.rate === 0 ? puffSigma.y(sky.stability, x) : sky.sigma.y(sky.stability, x));
  const [axis, factor] = [passiveAxis(release, sky, z), passing(release, sky, level)];
  const cloud = { axis: (x: number) => axis(x) * factor(x), halfWidth: gaussianHalfWidth(sigmaY), upwindM: 0 };
  return traceZone(cloud, level.concentration, 1, lastM);
}

function denseZone(release: Release, sky: Sky, level: number, lastM: number): Zone | null {
  const share = level / idealDensity(release.molarMass, sky.air.temperatureK, sky.air.pressurePa);
  if (share >= 1) return null;
  if (release.rate === 0) return densePuffZone(densePuffOf(release, sky), share, lastM);
  const lasting = densePlumeZone(densePlumeOf(release, sky), share, lastM);
  if (release.seconds === Infinity || lasting === null) return lasting;
  if ((sky.speed10 * release.seconds) / lasting.farM >= 2.5) return lasting;
  const short = densePuffZone(densePuffOf(release, sky), share, lastM);
  return short && short.farM < lasting.farM ? short : lasting;
}
