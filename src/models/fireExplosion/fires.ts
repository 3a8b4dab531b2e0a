import { airDensity, gravity } from '#models/shared/gas.ts';
import { cylinderViewFactor, distanceTransmission, humidTransmission, sphereViewFactor } from './radiation.ts';

// Pool fire, jet fire and fireball: size of the flame and heat on a target, W/m².

/** Burning rate of a pool in kg/(m²·s), 0.001·ΔHc/(ΔHv + cp·(Tb − Ta)): Burgess, TNO Yellow Book (6.67). */
export function burningFlux(combustion: number, latentHeat: number, heatCapacity: number, boilingK: number, airK: number): number {
  return (0.001 * combustion) / (latentHeat + heatCapacity * Math.max(0, boilingK - airK));
}

/** Length of a pool flame in m: Thomas, still air 42·D·(m″/(ρ√(gD)))^0.61; in wind TNO Yellow Book (6.12)–(6.14). */
export function poolFlameLength(diameterM: number, flux: number, windSpeed: number, airK: number): number {
  const air = airDensity(airK);
  const strength = flux / (air * Math.sqrt(gravity * diameterM));
  if (windSpeed === 0) return 42 * diameterM * strength ** 0.61;
  const characteristic = Math.cbrt((gravity * flux * diameterM) / air);
  return 55 * diameterM * strength ** 0.67 * Math.max(1, windSpeed / characteristic) ** -0.21;
}

/** Emissive power of a smoky pool flame in W/m²: 140·e^(−0.12D) + 20·(1 − e^(−0.12D)) kW/m²; TNO Yellow Book (6.19). */
export function poolEmissivePower(diameterM: number): number {
  const clear = Math.exp(-0.12 * diameterM);
  return 140_000 * clear + 20_000 * (1 - clear);
}

export interface PoolFire {
  readonly diameterM: number;
  readonly lengthM: number;
  readonly vapourPa: number;
}

/** Heat of a pool fire, W/m², on the worst oriented target. The flame stands upright; wind only shortens it. */
export function poolFireHeat(fire: PoolFire, distanceM: number): number {
  const power = poolEmissivePower(fire.diameterM);
  return (
    power * cylinderViewFactor(fire.diameterM, fire.lengthM, distanceM) * humidTransmission(fire.vapourPa, distanceM - fire.diameterM / 2)
  );
}

/** Length of a horizontal jet flame in m, (ΔHc·Q)^0.444/161.66: AQ/T 3046-2013 (E.57). @param rate kg/s */
export function jetFlameLength(combustion: number, rate: number): number {
  return (combustion * rate) ** 0.444 / 161.66;
}

/** Heat of a jet fire as a point, W/m²: η·ΔHc·Q·τ/(4πx²), AQ/T 3046-2013 (E.58). @param distanceM from the middle of the flame */
export function jetFireHeat(combustion: number, rate: number, fraction: number, distanceM: number): number {
  return (fraction * combustion * rate * distanceTransmission(distanceM)) / (4 * Math.PI * distanceM * distanceM);
}

export interface Fireball {
  readonly diameterM: number;
  readonly seconds: number;
  /** Height of the centre above ground, m. */
  readonly heightM: number;
  /** W/m² */
  readonly emissivePower: number;
}

/**
 * Fireball of a burst vessel: D = 5.8·m^⅓, t = 0.45·m^⅓ below 30 t and 2.6·m^(1/6) above, centre at 0.75·D, emissive power
 * R·m·ΔHc/(π·D²·t). CCPS 1999/2010. @param fraction radiated share R
 */
export function fireballOf(mass: number, combustion: number, fraction: number): Fireball {
  const diameterM = 5.8 * Math.cbrt(mass);
  const seconds = mass < 30_000 ? 0.45 * Math.cbrt(mass) : 2.6 * mass ** (1 / 6);
  const emissivePower = (fraction * mass * combustion) / (Math.PI * diameterM * diameterM * seconds);
  return { diameterM, seconds, heightM: 0.75 * diameterM, emissivePower };
}

/** Heat of a fireball on a target facing it, W/m². @param groundM from below its centre */
export function fireballHeat(ball: Fireball, vapourPa: number, groundM: number): number {
  const distance = Math.hypot(groundM, ball.heightM);
  return ball.emissivePower * sphereViewFactor(ball.diameterM, distance) * humidTransmission(vapourPa, distance - ball.diameterM / 2);
}
