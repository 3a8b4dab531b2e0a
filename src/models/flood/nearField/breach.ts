import { gravity } from '../inertial/kernel.ts';

// How a breach in an earthen dam or dike grows, and what flows through it: final width and time after Froehlich (2008,
// J. Hydraul. Eng. 134, 1708), flow over a trapezoidal broad crest with submergence after Fread (1988, DAMBRK). The
// regression was fitted to dams; for a river dike the volume is what the river can give, and the result is rougher still.

export interface Breach {
  /** Water above the bottom of the breach when it begins, m³. */
  readonly volumeM3: number;
  /** Bottom of the finished breach and water level when it begins, m. */
  readonly bottomM: number;
  readonly levelM: number;
  readonly isOvertopped: boolean;
  /** The river keeps its level as long as the volume lasts; a reservoir sinks with it. */
  readonly keepsLevel: boolean;
}

export interface BreachShape {
  /** Mean width of the finished breach, m. */
  readonly widthM: number;
  /** Horizontal to vertical. */
  readonly sideSlope: number;
  /** From begin to full size, s. */
  readonly formationS: number;
}

/**
 * Froehlich (2008): B = 0.27·k₀·V^0.32·h^0.04, t = 63.2·√(V/(g·h²)); k₀ 1.3 and side slope 1.0 when overtopped, else 1.0 and
 * 0.7. V in m³, h (height of the breach, here of the water above its bottom) in m.
 */
export function breachShape({ volumeM3, bottomM, levelM, isOvertopped }: Breach): BreachShape {
  const height = levelM - bottomM;
  return {
    widthM: 0.27 * (isOvertopped ? 1.3 : 1) * volumeM3 ** 0.32 * height ** 0.04,
    sideSlope: isOvertopped ? 1 : 0.7,
    formationS: 63.2 * Math.sqrt(volumeM3 / (gravity * height ** 2)),
  };
}

export interface BreachFlow {
  /** Advances the reservoir and gives the mean outflow of the span, m³/s; spans must follow each other. */
  next(fromS: number, toS: number, tailwaterM: number): number;
  peakM3s(): number;
  releasedM3(): number;
}

/** Outflow of a growing breach. Its bottom sinks and its width grows linearly in time; a prismatic reservoir sinks. */
export function breachFlow(breach: Breach): BreachFlow {
  const shape = breachShape(breach);
  const height = breach.levelM - breach.bottomM;
  const areaM2 = breach.volumeM3 / height;
  let [released, peak] = [0, 0];
  return {
    next(fromS, toS, tailwaterM) {
      const seconds = toS - fromS;
      const grown = Math.min(1, (fromS + toS) / 2 / shape.formationS);
      const sill = breach.levelM - grown * height;
      const left = breach.volumeM3 - released;
      const level = breach.keepsLevel ? breach.levelM : breach.levelM - released / areaM2;
      const head = Math.max(0, level - sill);
      // Bottom width of a trapezoid whose mean width is the regression's.
      const bottom = grown * Math.max(0, shape.widthM - shape.sideSlope * height);
      const free = 1.71 * bottom * head ** 1.5 + 1.35 * shape.sideSlope * head ** 2.5;
      const flow = Math.max(0, Math.min(free * submergence((tailwaterM - sill) / head), left / seconds));
      const given = Number.isFinite(flow) ? flow : 0;
      released += given * seconds;
      peak = Math.max(peak, given);
      return given;
    },
    peakM3s: () => peak,
    releasedM3: () => released,
  };
}

/** Fread (1988): 1 − 27.8·(r − 0.67)³ above a ratio of 0.67 of tailwater to head. */
function submergence(ratio: number): number {
  return ratio > 0.67 ? Math.max(0, 1 - 27.8 * (Math.min(1, ratio) - 0.67) ** 3) : 1;
}
