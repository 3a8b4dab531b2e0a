// What a local-inertial kernel does, whoever computes it. Bates, Horritt, Fewtrell (2010), J. Hydrol. 387, eq. 11; with θ < 1
// de Almeida et al. (2012), Water Resour. Res. 48, W05528, eq. 13:
//   q' = [θq + (1−θ)/2·(q₋ + q₊) − g·h_f·Δt·Δη/Δx] / (1 + g·Δt·n²|q| / h_f^(7/3)),  h_f = max η − max z,
//   h' = h + Δt·(Σ inflow − Σ outflow)/Δx.
// What it leaves out: advection. It is wrong where water is fast (Froude number near 1) and at a dam break's shock.

/** m/s² */
export const gravity = 9.81;

export interface KernelSettings {
  /** Cell size, m. */
  readonly dx: number;
  readonly dy: number;
  /** Weight of a face's own old flow, 0.7…1; 1 is the form of Bates 2010. */
  readonly theta: number;
  /** Faces with less water carry none, m. */
  readonly dryM: number;
}

export interface BlockResult {
  /** Greatest depth in the block, m. */
  deepestM: number;
  /** Whether more flowed out of some cell than it held; see `repair.ts`. */
  isNegative: boolean;
}

/** Works on blocks: `first` is the place of the north-western cell in the arrays. `from` tells which pair of flows is the old one. */
export interface InertialKernel {
  fluxes(first: number, width: number, height: number, dtS: number, from: 0 | 1): void;
  /** The result is overwritten by the next call. */
  depths(first: number, width: number, height: number, dtS: number, from: 0 | 1): BlockResult;
  /** Must be told before a step how deep water may be. */
  deepestMayBe(depthM: number): void;
}

/**
 * Longest stable step, s: α·Δx/√(g·h).
 * @param courant α of Bates 2010, 0.2…0.7
 */
export function stableStep(cellM: number, deepestM: number, courant: number): number {
  return (courant * cellM) / Math.sqrt(gravity * Math.max(deepestM, 1e-3));
}
