import { crossing } from './bisect.ts';

// The ground that a concentration covers. Across the wind a Gaussian cloud falls as exp(−y²/2σy²), so the edge of a zone is
// known in closed form at every distance: no raster is needed, and a zone costs microseconds.

/** What a zone is drawn from: the largest concentration on the axis, and the half-width at a level. */
export interface Cloud {
  /** kg/m³ (or any measure of the level) at x metres downwind, largest over time. */
  readonly axis: (x: number) => number;
  /** Half-width in m at x where the measure on the axis is `axis` and the level is `level`. */
  readonly halfWidth: (x: number, axis: number, level: number) => number;
  /** Distance upwind of the source that the cloud reaches, m. */
  readonly upwindM: number;
}

export interface Zone {
  /** Nearest and farthest distance downwind where the level is reached, m. */
  readonly nearM: number;
  readonly farM: number;
  readonly widthM: number;
  /** The zone goes on beyond the distance looked at. */
  readonly isCut: boolean;
  /** [downwind, left] in metres, counter-clockwise, not closed. */
  readonly ring: [number, number][];
}

const stations = 72;

/** Half-width of a Gaussian cloud: σy·√(2·ln(c/level)). */
export function gaussianHalfWidth(sigmaY: (x: number) => number): Cloud['halfWidth'] {
  return (x, axis, level) => (axis <= level ? 0 : sigmaY(x) * Math.sqrt(2 * Math.log(axis / level)));
}

/** Reach of a level on the axis, or null when it is reached nowhere. @param firstM, lastM distances looked at, m */
export function reachOf(
  axis: (x: number) => number,
  level: number,
  firstM: number,
  lastM: number,
): { nearM: number; farM: number; isCut: boolean } | null {
  const count = 80;
  const at = (n: number) => firstM * (lastM / firstM) ** (n / (count - 1));
  let first = -1;
  let last = -1;
  for (let n = 0; n < count; n += 1)
    if (axis(at(n)) >= level) {
      if (first < 0) first = n;
      last = n;
    }
  if (first < 0) return peakReach(axis, level, firstM, lastM);
  const nearM = first === 0 ? firstM : crossing((x) => -axis(x), -level, at(first - 1), at(first), true);
  if (last === count - 1) return { nearM, farM: lastM, isCut: true };
  return { nearM, farM: crossing(axis, level, at(last), at(last + 1), true), isCut: false };
}

/** A level that only the very peak between two stations reaches: golden section for the peak of an elevated source. */
function peakReach(axis: (x: number) => number, level: number, firstM: number, lastM: number): ReturnType<typeof reachOf> {
  let [low, high] = [Math.log(firstM), Math.log(lastM)];
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let step = 0; step < 60; step += 1) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (axis(Math.exp(a)) < axis(Math.exp(b))) low = a;
    else high = b;
  }
  const peak = Math.exp((low + high) / 2);
  if (axis(peak) < level) return null;
  const nearM = crossing((x) => -axis(x), -level, firstM, peak, true);
  return { nearM, farM: crossing(axis, level, peak, lastM, true), isCut: false };
}

/** The zone of a level, or null when it is reached nowhere. */
export function traceZone(cloud: Cloud, level: number, firstM: number, lastM: number): Zone | null {
  const reach = reachOf(cloud.axis, level, firstM, lastM);
  if (!reach) return null;
  const { nearM, farM, isCut } = reach;
  const right: [number, number][] = [];
  const left: [number, number][] = [];
  let widest = 0;
  for (let n = 0; n <= stations; n += 1) {
    // Stations crowd at both ends, where the edge turns.
    const x = nearM + ((farM - nearM) * (1 - Math.cos((Math.PI * n) / stations))) / 2;
    const half = cloud.halfWidth(x, cloud.axis(x), level);
    widest = Math.max(widest, half);
    right.push([x, -half]);
    left.push([x, half]);
  }
  const tail: [number, number][] =
    cloud.upwindM > 0
      ? [
          [-cloud.upwindM, left[0]![1]],
          [-cloud.upwindM, right[0]![1]],
        ]
      : [];
  return { nearM, farM, widthM: 2 * widest, isCut, ring: [...right, ...left.toReversed(), ...tail] };
}
