// How a flood wave flattens and delays on its way down a river: Muskingum (McCarthy 1938), reach by reach.
//   out = c₀·in + c₁·in₋ + c₂·out₋,  c₀ = (Δt/2 − K·x)/D, c₁ = (Δt/2 + K·x)/D, c₂ = (K(1 − x) − Δt/2)/D, D = K(1 − x) + Δt/2.

export interface MuskingumCoefficients {
  /** Weights of the present inflow, the one before, and the outflow before; they add up to 1. */
  readonly present: number;
  readonly before: number;
  readonly kept: number;
}

/**
 * Coefficients of one reach.
 * @param travelS K, s
 * @param weight x, 0…0.5
 * @param stepS Δt, s
 */
export function muskingumCoefficients(travelS: number, weight: number, stepS: number): MuskingumCoefficients {
  const half = stepS / 2;
  const all = travelS * (1 - weight) + half;
  return { present: (half - travelS * weight) / all, before: (half + travelS * weight) / all, kept: (travelS * (1 - weight) - half) / all };
}

/** Whether no coefficient is negative, i.e. 2Kx ≤ Δt ≤ 2K(1 − x): only then no outflow can be negative. */
export function isMuskingumSafe({ present, kept }: MuskingumCoefficients): boolean {
  return present >= 0 && kept >= 0;
}

/**
 * Routes an inflow through equal reaches.
 * @param inflow m³/s at the end of each step
 * @param initial flow everywhere at the beginning, m³/s
 * @returns outflow of the last reach, m³/s, as long as the inflow
 */
export function routeMuskingum(inflow: readonly number[], reaches: number, coefficients: MuskingumCoefficients, initial: number): number[] {
  const { present, before, kept } = coefficients;
  let flow = [...inflow];
  for (let reach = 0; reach < reaches; reach += 1) {
    let [inBefore, out] = [initial, initial];
    flow = flow.map((value) => {
      out = present * value + before * inBefore + kept * out;
      inBefore = value;
      return out;
    });
  }
  return flow;
}
