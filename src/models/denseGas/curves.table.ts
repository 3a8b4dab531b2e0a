// The correlations of Britter & McQuaid, Workbook on the Dispersion of Dense Gases (HSE Contract Research Report 17/1988), as
// straight pieces: for each share Cm/C0, β over α. Digitised in US EPA-454/B-94-023 (TSCREEN, 1994) and CCPS 1999; read as the
// open library GasDispersion.jl (commit 983a672) holds them. Another public copy calls the last plume curve 0.001 instead of
// 0.002 and gives the curve of 0.005 a slope of −0.49 instead of −0.48; the workbook itself has not been read.

/** β = slope·α + offset up to `upTo`; pieces in order of α. */
export interface Piece {
  readonly upTo: number;
  readonly slope: number;
  readonly offset: number;
}

export interface Curve {
  /** Cm/C0 */
  readonly share: number;
  readonly pieces: readonly Piece[];
}

const piece = (upTo: number, slope: number, offset: number): Piece => ({ upTo, slope, offset });

/** Continuous release: α = 0.2·log10(g0²·V·u⁻⁵), β = log10(x/√(V/u)). */
export const plumeCurves: readonly Curve[] = [
  { share: 0.1, pieces: [piece(-0.55, 0, 1.75), piece(-0.14, 0.24, 1.88), piece(Infinity, -0.5, 1.78)] },
  { share: 0.05, pieces: [piece(-0.68, 0, 1.92), piece(-0.29, 0.36, 2.16), piece(-0.18, 0, 2.06), piece(Infinity, -0.56, 1.96)] },
  { share: 0.02, pieces: [piece(-0.69, 0, 2.08), piece(-0.31, 0.45, 2.39), piece(-0.16, 0, 2.25), piece(Infinity, -0.54, 2.16)] },
  { share: 0.01, pieces: [piece(-0.7, 0, 2.25), piece(-0.29, 0.49, 2.59), piece(-0.2, 0, 2.45), piece(Infinity, -0.52, 2.35)] },
  { share: 0.005, pieces: [piece(-0.67, 0, 2.4), piece(-0.28, 0.59, 2.8), piece(-0.15, 0, 2.63), piece(Infinity, -0.48, 2.56)] },
  { share: 0.002, pieces: [piece(-0.69, 0, 2.6), piece(-0.25, 0.39, 2.87), piece(-0.13, 0, 2.77), piece(Infinity, -0.5, 2.71)] },
];

/** Instantaneous release: α = 0.5·log10(g0·V^⅓/u²), β = log10(x/V^⅓). */
export const puffCurves: readonly Curve[] = [
  { share: 0.1, pieces: [piece(-0.44, 0, 0.7), piece(0.43, 0.26, 0.81), piece(Infinity, 0, 0.93)] },
  { share: 0.05, pieces: [piece(-0.56, 0, 0.85), piece(0.31, 0.26, 1), piece(Infinity, -0.12, 1.12)] },
  { share: 0.02, pieces: [piece(-0.66, 0, 0.95), piece(0.32, 0.36, 1.19), piece(Infinity, -0.26, 1.38)] },
  { share: 0.01, pieces: [piece(-0.71, 0, 1.15), piece(0.37, 0.34, 1.39), piece(Infinity, -0.38, 1.66)] },
  { share: 0.005, pieces: [piece(-0.52, 0, 1.48), piece(0.24, 0.26, 1.62), piece(Infinity, -0.3, 1.75)] },
  { share: 0.002, pieces: [piece(0.27, 0, 1.83), piece(Infinity, -0.32, 1.92)] },
  { share: 0.001, pieces: [piece(-0.1, 0, 2.075), piece(Infinity, -0.27, 2.05)] },
];

/** Range of α over which the curves were drawn. */
export const alphaRange = { min: -1, max: 1 };

/** β of one curve at α. */
export function betaOf(curve: Curve, alpha: number): number {
  const { slope, offset } = curve.pieces.find(({ upTo }) => alpha <= upTo)!;
  return slope * alpha + offset;
}
