import type { StabilityClass } from './stability.ts';

// Dispersion coefficients of the published sets, σ in metres, x in metres.

type ByClass<T> = Readonly<Record<StabilityClass, T>>;

/** a·x^b */
export type Power = readonly [a: number, b: number];
/** a·x·(1 + k·x)^n: the form of Briggs 1973. */
export type Briggs = readonly [a: number, k: number, n: number];
/** a·x^b·exp(c·ln²x) */
export type LogQuadratic = readonly [a: number, b: number, c: number];
/** Power laws in kilometres, each up to a distance in kilometres. */
export type Pieces = readonly (readonly [upToKm: number, a: number, b: number])[];

/** TNO Yellow Book CPR 14E (2005) ch. 4, plume: σy and σz as power laws. */
export const tnoPlumeY: ByClass<Power> = {
  A: [0.527, 0.865],
  B: [0.371, 0.866],
  C: [0.209, 0.897],
  D: [0.128, 0.905],
  E: [0.098, 0.902],
  F: [0.065, 0.902],
};
export const tnoPlumeZ: ByClass<Power> = {
  A: [0.28, 0.9],
  B: [0.23, 0.85],
  C: [0.22, 0.8],
  D: [0.2, 0.76],
  E: [0.15, 0.73],
  F: [0.12, 0.67],
};

/** Briggs 1973 open country; AQ/T 3046-2013 table E.7, CCPS 1999. */
export const briggsRuralY: ByClass<Briggs> = {
  A: [0.22, 1e-4, -0.5],
  B: [0.16, 1e-4, -0.5],
  C: [0.11, 1e-4, -0.5],
  D: [0.08, 1e-4, -0.5],
  E: [0.06, 1e-4, -0.5],
  F: [0.04, 1e-4, -0.5],
};
export const briggsRuralZ: ByClass<Briggs> = {
  A: [0.2, 0, 0],
  B: [0.12, 0, 0],
  C: [0.08, 2e-4, -0.5],
  D: [0.06, 1.5e-3, -0.5],
  E: [0.03, 3e-4, -1],
  F: [0.016, 3e-4, -1],
};

/** Briggs 1973 town, with the corrections of Griffiths 1994; CCPS 1999. */
export const briggsUrbanY: ByClass<Briggs> = {
  A: [0.32, 4e-4, -0.5],
  B: [0.32, 4e-4, -0.5],
  C: [0.22, 4e-4, -0.5],
  D: [0.16, 4e-4, -0.5],
  E: [0.11, 4e-4, -0.5],
  F: [0.11, 4e-4, -0.5],
};
export const briggsUrbanZ: ByClass<Briggs> = {
  A: [0.24, 1e-3, 0.5],
  B: [0.24, 1e-3, 0.5],
  C: [0.2, 0, 0],
  D: [0.14, 3e-4, -0.5],
  E: [0.08, 1.5e-3, -0.5],
  F: [0.08, 1.5e-3, -0.5],
};

/** Spicer & Havens 1989 (DEGADIS 2.1), σy for an averaging time of 600 s. */
export const degadisY: ByClass<Power> = {
  A: [0.423, 0.9],
  B: [0.313, 0.9],
  C: [0.21, 0.9],
  D: [0.136, 0.9],
  E: [0.102, 0.9],
  F: [0.0674, 0.9],
};
/** Seinfeld 1986, σz; CCPS 1999 p. 97. */
export const seinfeldZ: ByClass<LogQuadratic> = {
  A: [107.7, -1.7172, 0.277],
  B: [0.1355, 0.8752, 0.0136],
  C: [0.09623, 0.9477, -0.002],
  D: [0.04134, 1.1737, -0.0316],
  E: [0.02275, 1.301, -0.045],
  F: [0.01122, 1.4024, -0.054],
};

/** Slade 1968, puff: σx = σy, and σz; CCPS 1999 p. 101. */
export const sladePuffY: ByClass<Power> = {
  A: [0.18, 0.92],
  B: [0.14, 0.92],
  C: [0.1, 0.92],
  D: [0.06, 0.92],
  E: [0.04, 0.92],
  F: [0.02, 0.89],
};
export const sladePuffZ: ByClass<Power> = {
  A: [0.6, 0.75],
  B: [0.53, 0.73],
  C: [0.34, 0.71],
  D: [0.15, 0.7],
  E: [0.1, 0.65],
  F: [0.05, 0.61],
};

/** US EPA ISC3 vol. 2 (EPA-454/B-95-003b) table 1-1: σy = 465.11628·x·tan(0.017453293·(c − d·ln x)), x in km. */
export const isc3Y: ByClass<readonly [c: number, d: number]> = {
  A: [24.167, 2.5334],
  B: [18.333, 1.8096],
  C: [12.5, 1.0857],
  D: [8.333, 0.72382],
  E: [6.25, 0.54287],
  F: [4.1667, 0.36191],
};
/** Same guide, table 1-2; σz is capped at 5,000 m. */
export const isc3Z: ByClass<Pieces> = {
  A: [
    [0.1, 122.8, 0.9447],
    [0.15, 158.08, 1.0542],
    [0.2, 170.22, 1.0932],
    [0.25, 179.52, 1.1262],
    [0.3, 217.41, 1.2644],
    [0.4, 258.89, 1.4094],
    [0.5, 346.75, 1.7283],
    [Infinity, 453.85, 2.1166],
  ],
  B: [
    [0.2, 90.673, 0.93198],
    [0.4, 98.483, 0.98332],
    [Infinity, 109.3, 1.0971],
  ],
  C: [[Infinity, 61.141, 0.91465]],
  D: [
    [0.3, 34.459, 0.86974],
    [1, 32.093, 0.81066],
    [3, 32.093, 0.64403],
    [10, 33.504, 0.60486],
    [30, 36.65, 0.56589],
    [Infinity, 44.053, 0.51179],
  ],
  E: [
    [0.1, 24.26, 0.8366],
    [0.3, 23.331, 0.81956],
    [1, 21.628, 0.7566],
    [2, 21.628, 0.63077],
    [4, 22.534, 0.57154],
    [10, 24.703, 0.50527],
    [20, 26.97, 0.46713],
    [40, 35.42, 0.37615],
    [Infinity, 47.618, 0.29592],
  ],
  F: [
    [0.2, 15.209, 0.81558],
    [0.7, 14.457, 0.78407],
    [1, 13.953, 0.68465],
    [2, 13.953, 0.63227],
    [3, 14.823, 0.54503],
    [7, 16.187, 0.4649],
    [15, 17.836, 0.41507],
    [30, 22.651, 0.32681],
    [60, 27.074, 0.27436],
    [Infinity, 34.219, 0.21716],
  ],
};
