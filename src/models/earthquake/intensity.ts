import { metresPerDegree, radians, type LonLat } from '#geo/position.ts';
import { attenuations, peakAcceleration, type Attenuation, type AttenuationId, type Axis, type MotionAxis } from './attenuation.table.ts';

/** The relation of an id. */
export function attenuationOf(id: AttenuationId): Attenuation {
  const found = attenuations.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no attenuation relation ${id}`);
  return found;
}

/**
 * Semi-axis in km at which an intensity is reached, 0 when it is reached nowhere.
 * I = A + B·M + C·lg(R + R0) solved for R.
 */
export function semiAxisKm({ a, b, c, r0Km }: Axis, magnitude: number, intensity: number): number {
  return Math.max(0, 10 ** ((intensity - a - b * magnitude) / c) - r0Km);
}

/** Intensity at the epicentre: the mean of both axes at R = 0, which differ by less than 0.05. */
export function epicentralIntensity({ long, short }: Attenuation, magnitude: number): number {
  const at = ({ a, b, c, r0Km }: Axis) => a + b * magnitude + c * Math.log10(r0Km);
  return (at(long) + at(short)) / 2;
}

/**
 * Peak ground acceleration in gal on bedrock-like site class, GB 18306-2015.
 * @param magnitude M; the branches meet at 6.5
 * @param distanceKm ≥ 0 along the axis
 */
export function accelerationGal(zone: 'eastern' | 'moderate', axis: 'long' | 'short', magnitude: number, distanceKm: number): number {
  const { small, large, c, d, e }: MotionAxis = peakAcceleration[zone][axis];
  const [a, b] = magnitude <= 6.5 ? small : large;
  return 10 ** (a + b * magnitude + c * Math.log10(distanceKm + d * Math.exp(e * magnitude)));
}

const corners = 72;

/**
 * Ellipse as a closed ring.
 * @param strikeDeg direction of the long axis, degrees clockwise from north
 */
export function ellipse(centre: LonLat, longKm: number, shortKm: number, strikeDeg: number): GeoJSON.Polygon {
  const scale = metresPerDegree(centre[1]);
  const strike = radians(strikeDeg);
  const ring: LonLat[] = [];
  for (let corner = 0; corner < corners; corner += 1) {
    const turn = (-2 * Math.PI * corner) / corners;
    const along = longKm * 1000 * Math.cos(turn);
    const across = shortKm * 1000 * Math.sin(turn);
    const east = along * Math.sin(strike) + across * Math.cos(strike);
    const north = along * Math.cos(strike) - across * Math.sin(strike);
    ring.push([centre[0] + east / scale.lon, centre[1] + north / scale.lat]);
  }
  ring.push(ring[0] as LonLat);
  return { type: 'Polygon', coordinates: [ring] };
}

/**
 * Instrumental intensity of GB/T 17742-2020 annex A from peak values of the three-component vector, 0.1–10 Hz.
 * @param pga m/s², > 0
 * @param pgv m/s, > 0
 */
export function instrumentalIntensity(pga: number, pgv: number): number {
  const byAcceleration = 3.17 * Math.log10(pga) + 6.59;
  const byVelocity = 3 * Math.log10(pgv) + 9.77;
  const found = byAcceleration >= 6 && byVelocity >= 6 ? byVelocity : (byAcceleration + byVelocity) / 2;
  return Math.round(Math.min(12, Math.max(1, found)) * 10) / 10;
}

/**
 * Death ratio of people in the area from the share of destroyed and collapsed houses: lg RD = 12.479·D^0.1 − 13.3.
 * Unverified coefficients (Yin Zhiqian, as used in programs); base 10, since the natural exponential gives absurd ratios.
 * @param destroyed share of floor area, 0…1
 */
export function deathRatio(destroyed: number): number {
  return destroyed <= 0 ? 0 : 10 ** (12.479 * destroyed ** 0.1 - 13.3);
}
