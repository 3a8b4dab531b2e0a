import { erf } from '#models/shared/normal.ts';
import type { SigmaSet } from './sigma.ts';
import { puffSigma } from './sigma.ts';
import type { StabilityClass } from './stability.ts';

// The Gaussian plume and puff: a passive cloud over flat ground in steady wind. AQ/T 3046-2013 (E.33), CCPS 1999 §2.3.

export interface Weather {
  /** m/s at the height of release. */
  readonly speed: number;
  readonly stability: StabilityClass;
  readonly sigma: SigmaSet;
  /** Height of an inversion that closes the mixing layer, m; infinite without. */
  readonly lidM: number;
}

/** Share of a cloud per metre of height, 1/m: reflected by the ground and, if there is one, by the lid. */
export function verticalShare(z: number, releaseM: number, sigmaZ: number, lidM: number): number {
  if (lidM === Infinity) return mirror(z, releaseM, sigmaZ);
  // Far from the source the sum of images converges slowly and the sum of cosines fast; both are the same function.
  return sigmaZ < 0.7 * lidM ? images(z, releaseM, sigmaZ, lidM) : cosines(z, releaseM, sigmaZ, lidM);
}

function mirror(z: number, releaseM: number, sigmaZ: number): number {
  const below = (z - releaseM) / sigmaZ;
  const above = (z + releaseM) / sigmaZ;
  return (Math.exp(-0.5 * below * below) + Math.exp(-0.5 * above * above)) / (Math.sqrt(2 * Math.PI) * sigmaZ);
}

function images(z: number, releaseM: number, sigmaZ: number, lidM: number): number {
  let sum = mirror(z, releaseM, sigmaZ);
  for (let n = 1; n <= 6; n += 1) sum += mirror(z - 2 * n * lidM, releaseM, sigmaZ) + mirror(z + 2 * n * lidM, releaseM, sigmaZ);
  return sum;
}

function cosines(z: number, releaseM: number, sigmaZ: number, lidM: number): number {
  let sum = 0.5;
  for (let n = 1; n <= 12; n += 1) {
    const k = (n * Math.PI) / lidM;
    sum += Math.cos(k * z) * Math.cos(k * releaseM) * Math.exp(-0.5 * (k * sigmaZ) ** 2);
  }
  return (2 * sum) / lidM;
}

/** Concentration in kg/m³ on the axis of a plume, x metres downwind and z above ground. @param rate kg/s @param x m, > 0 */
export function plumeAxis(rate: number, releaseM: number, weather: Weather, x: number, z: number): number {
  const sigmaY = weather.sigma.y(weather.stability, x);
  const sigmaZ = weather.sigma.z(weather.stability, x);
  return (rate / (weather.speed * Math.sqrt(2 * Math.PI) * sigmaY)) * verticalShare(z, releaseM, sigmaZ, weather.lidM);
}

/**
 * Concentration of a steady plume in kg/m³. Zero upwind of the source. CCPS 1999 p. 97: 0.1 kg/s in 2 m/s, class F, at the
 * ground 500 m downwind gives 1.0347e-4.
 */
export function plume(rate: number, releaseM: number, weather: Weather, x: number, y: number, z: number): number {
  if (x <= 0) return 0;
  const across = y / weather.sigma.y(weather.stability, x);
  return plumeAxis(rate, releaseM, weather, x, z) * Math.exp(-0.5 * across * across);
}

/**
 * What a release of finite length leaves of the plume at time t, 0…1: Palazzi et al. 1982,
 * ½[erf((x − u(t − T))/√2σx) … erf((x − ut)/√2σx)]. As T grows it becomes 1.
 */
export function finiteShare(weather: Weather, seconds: number, x: number, t: number): number {
  if (t <= 0 || x <= 0) return 0;
  const scale = Math.SQRT2 * puffSigma.x(weather.stability, x);
  const tail = x - weather.speed * (t - Math.min(t, seconds));
  return 0.5 * (erf(tail / scale) - erf((x - weather.speed * t) / scale));
}

/** The largest share that a place x ever sees: when the middle of the cloud is over it. */
export function largestShare(weather: Weather, seconds: number, x: number): number {
  return erf((weather.speed * seconds) / (2 * Math.SQRT2 * puffSigma.x(weather.stability, x)));
}

/** Concentration in kg/m³ of an instantaneous puff of `mass` kg at time t; its middle has gone u·t. */
export function puff(mass: number, releaseM: number, weather: Weather, x: number, y: number, z: number, t: number): number {
  const gone = weather.speed * t;
  if (gone <= 0) return 0;
  const sigmaX = puffSigma.x(weather.stability, gone);
  const sigmaY = puffSigma.y(weather.stability, gone);
  const sigmaZ = puffSigma.z(weather.stability, gone);
  const along = (x - gone) / sigmaX;
  const across = y / sigmaY;
  return (
    ((mass * Math.exp(-0.5 * (along * along + across * across))) / (2 * Math.PI * sigmaX * sigmaY)) *
    verticalShare(z, releaseM, sigmaZ, weather.lidM)
  );
}

/** Several puffs of equal mass let go evenly over `seconds`, the first at t = 0. @param count at least 2 */
export function puffSeries(
  mass: number,
  seconds: number,
  count: number,
  releaseM: number,
  weather: Weather,
  place: { x: number; y: number; z: number },
  t: number,
): number {
  let sum = 0;
  for (let n = 0; n < count; n += 1)
    sum += puff(mass / count, releaseM, weather, place.x, place.y, place.z, t - (n * seconds) / (count - 1));
  return sum;
}
