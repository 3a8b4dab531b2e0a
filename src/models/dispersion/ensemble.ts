import { radians, degrees } from '#geo/position.ts';
import { behaviourOf, type Release, type Sky, type Sought, zoneOf } from './release.ts';
import { neighbours } from './stability.ts';

// The weather is not known exactly: the same release is computed for slower and faster wind and for the neighbouring
// stability classes, and the zones are spread over the directions the wind may have.

export interface Spread {
  /** Relative, 0…1. */
  readonly speed: number;
  /** Degrees to each side. */
  readonly directionDeg: number;
}

export interface Band {
  /** 10 % and 90 % quantiles of the reach over the members, m; zero where a member never reaches the level. */
  readonly lowM: number;
  readonly highM: number;
  /** [downwind, left] of the sector that covers the reach of 90 % of members over all directions, counter-clockwise. */
  readonly ring: [number, number][];
}

/** Skies of an ensemble: three speeds by two or three classes. */
export function skiesAround(sky: Sky, spread: Spread): Sky[] {
  const factors = spread.speed === 0 ? [1] : [1 - spread.speed, 1, 1 + spread.speed];
  return neighbours(sky.stability).flatMap((stability) =>
    factors.map((factor) => ({ ...sky, stability, speed: sky.speed * factor, speed10: sky.speed10 * factor })),
  );
}

/** Reach of a level over the ensemble. @param forced the operator's choice of behaviour, or null */
export function bandOf(
  release: Release,
  skies: readonly Sky[],
  spread: Spread,
  forced: 'dense' | 'passive' | null,
  z: number,
  level: Sought,
  lastM: number,
): Band | null {
  const zones = skies.map((sky) => zoneOf(release, sky, behaviourOf(release, sky, forced).isDense, z, level, lastM));
  const reaches = zones.map((zone) => zone?.farM ?? 0).toSorted((a, b) => a - b);
  const highM = quantile(reaches, 0.9);
  if (highM === 0) return null;
  const widest = Math.max(...zones.map((zone) => (zone ? zone.widthM / 2 : 0)));
  const half = radians(Math.min(180, spread.directionDeg + degrees(Math.atan2(widest, highM))));
  return { lowM: quantile(reaches, 0.1), highM, ring: sector(highM, half) };
}

/** Linear quantile of sorted values. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  return sorted[low]! + ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!) * (at - low);
}

function sector(radiusM: number, half: number): [number, number][] {
  const arc = Array.from({ length: 25 }, (_, n): [number, number] => {
    const angle = -half + (2 * half * n) / 24;
    return [radiusM * Math.cos(angle), radiusM * Math.sin(angle)];
  });
  return half >= Math.PI - 1e-9 ? arc.slice(0, -1) : [[0, 0], ...arc];
}
