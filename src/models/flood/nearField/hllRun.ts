import { gravity } from '../inertial/kernel.ts';
import { type Flux, hllFlux } from './hllFlux.ts';

// The full shallow-water equations, first order, for the near field of a dike or dam breach: HLL fluxes between states that
// are reconstructed so that water at rest stays at rest over any ground (Audusse et al. 2004, SIAM J. Sci. Comput. 25, 2050).
// Friction by Manning, implicit. Cells of a plain raster, row 0 in the north; walls all round and where ground is NaN.

export interface HllSettings {
  readonly columns: number;
  readonly rows: number;
  /** Cell size, m. */
  readonly dx: number;
  readonly dy: number;
  readonly ground: ArrayLike<number>;
  readonly roughness: number | ArrayLike<number>;
  /** Courant number, 0.1…0.5. */
  readonly courant: number;
}

export interface HllRun {
  /** Depth, m, and discharge per metre to the east and to the south, m²/s; may be written between steps. */
  readonly h: Float64Array;
  readonly qx: Float64Array;
  readonly qy: Float64Array;
  /** Steps until that instant; `inflow` gives m³/s by cell for a span and is added in each step. */
  advance(untilS: number, inflow?: (fromS: number, toS: number) => readonly { cell: number; flow: number }[]): void;
  atS(): number;
  steps(): number;
  /** Water that came in through `inflow`, m³. */
  flowedInM3(): number;
}

/** Below this depth velocity is damped, m (Kurganov and Petrova 2007, eq. 2.17). */
const thinM = 1e-3;
const dryM = 1e-6;
const longestStepS = 30;

/** Prepares a run; water is put into `h` by the caller. */
export function hllRun({ columns, rows, dx, dy, ground, roughness, courant }: HllSettings): HllRun {
  const count = columns * rows;
  const [h, qx, qy] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const [u, v] = [new Float64Array(count), new Float64Array(count)];
  const [dh, dqx, dqy] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const z = Float64Array.from(ground);
  const n2 = Float64Array.from(z, (_, c) => (typeof roughness === 'number' ? roughness : (roughness[c] as number)) ** 2);
  const flux: Flux = { water: 0, across: 0, along: 0 };
  let [atS, steps, flowedIn] = [0, 0, 0];

  /** Velocities, and the stable step, s. */
  function velocities(): number {
    let fastest = 0;
    for (let c = 0; c < count; c += 1) {
      const depth = h[c] as number;
      if (depth <= dryM) {
        u[c] = v[c] = 0;
        continue;
      }
      const h4 = depth ** 4;
      const perDepth = depth > thinM ? 1 / depth : (Math.SQRT2 * depth) / Math.sqrt(h4 + Math.max(h4, thinM ** 4));
      u[c] = (qx[c] as number) * perDepth;
      v[c] = (qy[c] as number) * perDepth;
      const wave = Math.sqrt(gravity * depth);
      fastest = Math.max(fastest, (Math.abs(u[c] as number) + wave) / dx, (Math.abs(v[c] as number) + wave) / dy);
    }
    return fastest === 0 ? longestStepS : Math.min(longestStepS, courant / fastest);
  }

  /** Face between a cell and the next one along `step`; `across` and `along` are the momenta and velocities in its direction. */
  function face(l: number, r: number, w: Float64Array, t: Float64Array, dw: Float64Array, dt: Float64Array, perCell: number): void {
    const [hl, hr] = [h[l] as number, h[r] as number];
    if (hl <= dryM && hr <= dryM) return;
    const [zl, zr] = [z[l] as number, z[r] as number];
    if (Number.isNaN(zl) || Number.isNaN(zr)) {
      wall(l, zl, dw, perCell);
      wall(r, zr, dw, -perCell);
      return;
    }
    const zMax = zl > zr ? zl : zr;
    const left = Math.max(0, hl + zl - zMax);
    const right = Math.max(0, hr + zr - zMax);
    hllFlux(left, w[l] as number, t[l] as number, right, w[r] as number, t[r] as number, flux);
    dh[l] = (dh[l] as number) - flux.water * perCell;
    dh[r] = (dh[r] as number) + flux.water * perCell;
    dw[l] = (dw[l] as number) - (flux.across + 0.5 * gravity * (hl * hl - left * left)) * perCell;
    dw[r] = (dw[r] as number) + (flux.across + 0.5 * gravity * (hr * hr - right * right)) * perCell;
    dt[l] = (dt[l] as number) - flux.along * perCell;
    dt[r] = (dt[r] as number) + flux.along * perCell;
  }

  /** Pressure of a wall on the cell beside it, and its motion towards the wall thrown back. */
  function wall(c: number, zHere: number, dw: Float64Array, perCell: number): void {
    if (Number.isNaN(zHere)) return;
    const depth = h[c] as number;
    const towards = dw === dqx ? (u[c] as number) : (v[c] as number);
    // The mirrored state on the other side: HLL then carries no water.
    if (perCell > 0) hllFlux(depth, towards, 0, depth, -towards, 0, flux);
    else hllFlux(depth, -towards, 0, depth, towards, 0, flux);
    dw[c] = (dw[c] as number) - flux.across * perCell;
  }

  function edges(perX: number, perY: number): void {
    for (let row = 0; row < rows; row += 1) {
      edge(row * columns, dqx, -perX);
      edge(row * columns + columns - 1, dqx, perX);
    }
    for (let column = 0; column < columns; column += 1) {
      edge(column, dqy, -perY);
      edge((rows - 1) * columns + column, dqy, perY);
    }
  }

  function edge(c: number, dw: Float64Array, perCell: number): void {
    if ((h[c] as number) > dryM) wall(c, z[c] as number, dw, perCell);
  }

  function step(dtS: number): void {
    const [perX, perY] = [dtS / dx, dtS / dy];
    dh.fill(0);
    dqx.fill(0);
    dqy.fill(0);
    for (let row = 0; row < rows; row += 1)
      for (let c = row * columns; c < row * columns + columns - 1; c += 1) face(c, c + 1, u, v, dqx, dqy, perX);
    for (let c = 0; c < count - columns; c += 1) face(c, c + columns, v, u, dqy, dqx, perY);
    edges(perX, perY);
    for (let c = 0; c < count; c += 1) {
      const depth = (h[c] as number) + (dh[c] as number);
      h[c] = depth;
      if (depth <= dryM) {
        qx[c] = qy[c] = 0;
        continue;
      }
      const [px, py] = [(qx[c] as number) + (dqx[c] as number), (qy[c] as number) + (dqy[c] as number)];
      // Implicit in the magnitude of the flow: q = p / (1 + Δt·g·n²|q|/h^(7/3)), solved for |q|.
      const drag = (dtS * gravity * (n2[c] as number)) / depth ** (7 / 3);
      const size = Math.sqrt(px * px + py * py);
      const slowed = size * drag < 1e-9 ? 1 : (Math.sqrt(1 + 4 * drag * size) - 1) / (2 * drag * size);
      qx[c] = px * slowed;
      qy[c] = py * slowed;
    }
  }

  return {
    h,
    qx,
    qy,
    advance(untilS, inflow) {
      while (untilS - atS > 1e-9) {
        let dtS = Math.min(velocities(), untilS - atS);
        for (const { flow } of inflow?.(atS, atS + dtS) ?? []) dtS = Math.min(dtS, stepForInflow(flow, dx, dy, courant));
        step(dtS);
        for (const { cell, flow } of inflow?.(atS, atS + dtS) ?? []) {
          h[cell] = (h[cell] as number) + (flow * dtS) / (dx * dy);
          flowedIn += flow * dtS;
        }
        atS += dtS;
        steps += 1;
      }
    },
    atS: () => atS,
    steps: () => steps,
    flowedInM3: () => flowedIn,
  };
}

/** Longest step in which an inflow into a dry cell stays stable, s: Δt·√(g·Q·Δt/A) ≤ C·Δx. */
function stepForInflow(flow: number, dx: number, dy: number, courant: number): number {
  if (flow <= 0) return longestStepS;
  return Math.cbrt(((courant * Math.min(dx, dy)) ** 2 * dx * dy) / (gravity * flow));
}
