import { gammaP } from '../statistics.ts';

// From runoff depth to discharge at the outlet of a catchment: unit hydrographs, as shares of the runoff of one step that pass
// in that step and each later one. They add up to 1, so no water is lost.

/** Share of the water that may still be under way when the ordinates end. */
const tail = 1e-6;
const mostSteps = 5000;

/**
 * Nash cascade (Nash 1957, IASH Publ. 45): u(t) = (t/k)^(n−1)·e^(−t/k)/(k·Γ(n)), here the part that passes in each step after an impulse.
 * @param reservoirs n, above 0, need not be whole
 * @param residenceS k, s
 */
export function nashUnitHydrograph(reservoirs: number, residenceS: number, stepS: number): number[] {
  const passed = (atS: number) => gammaP(reservoirs, atS / residenceS);
  const ordinates: number[] = [];
  let sum = 0;
  for (let step = 1; step <= mostSteps && sum < 1 - tail; step += 1) {
    const share = passed(step * stepS) - passed((step - 1) * stepS);
    ordinates.push(share);
    sum += share;
  }
  return ordinates.map((each) => each / sum);
}

/**
 * Triangular unit hydrograph of the SCS (National Engineering Handbook, part 630, ch. 16): time to peak Tp = D/2 + 0.6·Tc, base
 * 2.67·Tp, so that peak q = 0.208·A·Q/Tp in m³/s, km², mm, h.
 * @param concentrationS Tc, s
 */
export function scsUnitHydrograph(concentrationS: number, stepS: number): number[] {
  const peakS = stepS / 2 + 0.6 * concentrationS;
  const baseS = 2.67 * peakS;
  const area = (atS: number): number => {
    if (atS <= 0) return 0;
    if (atS <= peakS) return (atS * atS) / (peakS * baseS);
    if (atS >= baseS) return 1;
    return 1 - (baseS - atS) ** 2 / (baseS * (baseS - peakS));
  };
  return Array.from({ length: Math.ceil(baseS / stepS) }, (_, step) => area((step + 1) * stepS) - area(step * stepS));
}

/** Peak of the SCS triangle, m³/s, for a runoff depth in mm on an area in km². */
export function scsPeak(areaKm2: number, runoffMm: number, concentrationS: number, stepS: number): number {
  const peakHours = (stepS / 2 + 0.6 * concentrationS) / 3600;
  return (0.208 * areaKm2 * runoffMm) / peakHours;
}

/**
 * Discharge at the outlet, m³/s, mean of each step.
 * @param runoffM runoff depth of each step, m
 * @param areaM2 catchment, m²
 * @param steps how many to give; later flow is cut off
 */
export function convolve(runoffM: readonly number[], ordinates: readonly number[], areaM2: number, stepS: number, steps: number): number[] {
  const flow = Array.from({ length: steps }, () => 0);
  runoffM.forEach((depth, at) => {
    for (let lag = 0; lag < ordinates.length && at + lag < steps; lag += 1)
      flow[at + lag] = (flow[at + lag] as number) + (depth * areaM2 * (ordinates[lag] as number)) / stepS;
  });
  return flow;
}
