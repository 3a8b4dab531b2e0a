import { gravity } from '../inertial/kernel.ts';

// Exact break of a dam on a flat wet bed without friction: Stoker (1957), Water Waves, ch. 10.8.

export interface DamBreak {
  /** Depth and speed between rarefaction and shock, m and m/s. */
  readonly middleM: number;
  readonly middleMps: number;
  readonly shockMps: number;
  /** Depth and speed at a place x from the dam, m, positive downstream, at a time after the break, s. */
  at(xM: number, atS: number): { depthM: number; speedMps: number };
}

/** @param upM, downM depths on both sides, m, upM > downM > 0 */
export function damBreak(upM: number, downM: number): DamBreak {
  const up = Math.sqrt(gravity * upM);
  // Speed behind the rarefaction must equal speed behind the shock.
  const apart = (h: number) => 2 * (up - Math.sqrt(gravity * h)) - (h - downM) * Math.sqrt((gravity / 2) * (1 / h + 1 / downM));
  let [low, high] = [downM, upM];
  for (let turn = 0; turn < 200; turn += 1) {
    const middle = (low + high) / 2;
    if (apart(middle) > 0) low = middle;
    else high = middle;
  }
  const middleM = (low + high) / 2;
  const middleMps = 2 * (up - Math.sqrt(gravity * middleM));
  const shockMps = (middleM * middleMps) / (middleM - downM);
  return {
    middleM,
    middleMps,
    shockMps,
    at(xM, atS) {
      const speed = xM / atS;
      if (speed <= -up) return { depthM: upM, speedMps: 0 };
      if (speed <= middleMps - Math.sqrt(gravity * middleM)) {
        const wave = (2 * up - speed) / 3;
        return { depthM: (wave * wave) / gravity, speedMps: (2 * (up + speed)) / 3 };
      }
      return speed < shockMps ? { depthM: middleM, speedMps: middleMps } : { depthM: downM, speedMps: 0 };
    },
  };
}

/** Exact break onto a dry bed: Ritter (1892). Depth, m, at x from the dam and a time after. */
export function dryDamBreak(upM: number, xM: number, atS: number): number {
  const up = Math.sqrt(gravity * upM);
  const speed = xM / atS;
  if (speed <= -up) return upM;
  return speed >= 2 * up ? 0 : (2 * up - speed) ** 2 / (9 * gravity);
}
