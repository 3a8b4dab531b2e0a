import { frictionTable } from './frictionTable.ts';
import type { InertialFields } from './fields.ts';
import { type BlockResult, gravity, type InertialKernel, type KernelSettings } from './kernel.ts';

// The local-inertial step in plain TypeScript, double precision.

/** A kernel over fields of doubles (or floats: results then round at each store). */
export function typescriptKernel(fields: InertialFields, settings: KernelSettings): InertialKernel {
  let table = frictionTable(16);
  const { layout, z, h, n2, qx, qy } = fields;
  const { stride } = layout;
  const { dx, dy, theta, dryM } = settings;
  const result: BlockResult = { deepestM: 0, isNegative: false };

  function fluxes(first: number, width: number, height: number, dtS: number, from: 0 | 1): void {
    const gdt = gravity * dtS;
    const [xSlope, ySlope] = [gdt / dx, gdt / dy];
    const halfGdt = 0.5 * gdt;
    const { values, scale } = table;
    const [xs, ys] = [qx[0], qy[0]];
    if (theta < 1) return smoothedFluxes(first, width, height, dtS, from);
    for (let row = 0; row < height; row += 1) {
      const start = first + row * stride;
      let zLeft = z[start - 1] as number;
      let eLeft = (h[start - 1] as number) + zLeft;
      let nLeft = n2[start - 1] as number;
      for (let c = start; c < start + width; c += 1) {
        const zHere = z[c] as number;
        const e = (h[c] as number) + zHere;
        const n = n2[c] as number;
        const hx = (eLeft > e ? eLeft : e) - (zLeft > zHere ? zLeft : zHere);
        let flow = 0;
        if (hx > dryM) {
          const at = Math.sqrt(hx) * scale;
          const index = at | 0;
          const low = values[index] as number;
          const power = low + ((values[index + 1] as number) - low) * (at - index);
          const old = xs[c] as number;
          flow = ((old + xSlope * hx * (eLeft - e)) * power) / (power + halfGdt * (nLeft + n) * (old < 0 ? -old : old));
        }
        xs[c] = flow;
        const up = c - stride;
        const zUp = z[up] as number;
        const eUp = (h[up] as number) + zUp;
        const hy = (eUp > e ? eUp : e) - (zUp > zHere ? zUp : zHere);
        flow = 0;
        if (hy > dryM) {
          const at = Math.sqrt(hy) * scale;
          const index = at | 0;
          const low = values[index] as number;
          const power = low + ((values[index + 1] as number) - low) * (at - index);
          const old = ys[c] as number;
          flow = ((old + ySlope * hy * (eUp - e)) * power) / (power + halfGdt * ((n2[up] as number) + n) * (old < 0 ? -old : old));
        }
        ys[c] = flow;
        zLeft = zHere;
        eLeft = e;
        nLeft = n;
      }
    }
  }

  /** de Almeida's form: the old flow is a mean of the face and its two neighbours along the flow. */
  function smoothedFluxes(first: number, width: number, height: number, dtS: number, from: 0 | 1): void {
    for (let row = 0; row < height; row += 1) {
      const start = first + row * stride;
      for (let c = start; c < start + width; c += 1) {
        oneFlux(c, 1, qx[from], qx[1 - from] as typeof h, dtS, dx);
        oneFlux(c, stride, qy[from], qy[1 - from] as typeof h, dtS, dy);
      }
    }
  }

  function oneFlux(c: number, step: number, old: typeof h, next: typeof h, dtS: number, length: number): void {
    const [zHere, zBack] = [z[c] as number, z[c - step] as number];
    const e = (h[c] as number) + zHere;
    const eBack = (h[c - step] as number) + zBack;
    const depth = (eBack > e ? eBack : e) - (zBack > zHere ? zBack : zHere);
    if (!(depth > dryM)) {
      next[c] = 0;
      return;
    }
    const at = Math.sqrt(depth) * table.scale;
    const index = at | 0;
    const low = table.values[index] as number;
    const power = low + ((table.values[index + 1] as number) - low) * (at - index);
    const here = old[c] as number;
    const mean = theta * here + 0.5 * (1 - theta) * ((old[c - step] as number) + (old[c + step] as number));
    const n = 0.5 * ((n2[c - step] as number) + (n2[c] as number));
    const push = (gravity * dtS * depth * (eBack - e)) / length;
    next[c] = ((mean + push) * power) / (power + gravity * dtS * n * Math.abs(here));
  }

  function depths(first: number, width: number, height: number, dtS: number, from: 0 | 1): BlockResult {
    const to = theta < 1 ? ((1 - from) as 0 | 1) : 0;
    const [xs, ys] = [qx[to], qy[to]];
    const [perX, perY] = [dtS / dx, dtS / dy];
    let deepest = 0;
    let shallowest = 0;
    for (let row = 0; row < height; row += 1) {
      const start = first + row * stride;
      let xLeft = xs[start] as number;
      for (let c = start; c < start + width; c += 1) {
        const xRight = xs[c + 1] as number;
        const next = (h[c] as number) + (perX * (xLeft - xRight) + perY * ((ys[c] as number) - (ys[c + stride] as number)));
        h[c] = next;
        if (next > deepest) deepest = next;
        if (next < shallowest) shallowest = next;
        xLeft = xRight;
      }
    }
    result.deepestM = deepest;
    result.isNegative = shallowest < 0;
    return result;
  }

  return {
    fluxes,
    depths,
    deepestMayBe(depthM) {
      // A face may be a little deeper than either cell's own depth where levels cross; twice leaves room until the next step.
      if (depthM * 2 > table.deepestM) table = frictionTable(depthM * 4);
    },
  };
}
