import { type InertialFields, makeFields } from '../inertial/fields.ts';
import { type BlockResult, gravity, type InertialKernel, type KernelSettings } from '../inertial/kernel.ts';
import type { Layout } from '../layout.ts';
import { inertialModule } from './inertialModule.ts';

// The WebAssembly kernel with its arrays. Single precision: a volume is right to about 1e-5, against 1e-13 in doubles, at
// three to four times the speed.

type Block = (first: number, width: number, height: number, ...constants: number[]) => number;

export interface WasmKernel {
  readonly kernel: InertialKernel;
  readonly fields: InertialFields<Float32Array<ArrayBufferLike>>;
}

const pageBytes = 65_536;
// The first row's worth of bytes stays free: the place of an array less one row, an immediate of a load, must not be negative.
const firstByte = ({ stride }: Layout): number => Math.ceil((stride * 4) / 16) * 16;

/** Memory for the fields of a layout. `isShared` needs a page that is cross-origin isolated, or Node. */
export function wasmMemory(layout: Layout, isShared: boolean): WebAssembly.Memory {
  const pages = pagesOf(layout);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: isShared });
}

function pagesOf(layout: Layout): number {
  return Math.ceil((placesOf(layout).end + pageBytes) / pageBytes);
}

/** Whether this machine runs WebAssembly with SIMD. */
export function hasWasmSimd(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(inertialModule(tiny, placesOf(tiny), 1, false));
}

const tiny: Layout = { columns: 1, rows: 1, tileColumns: 1, tileRows: 1, stride: 40, length: 720 };

function placesOf(layout: Layout) {
  // Each array begins elsewhere within 4 KiB, for the same reason as rows do (see `layoutOf`).
  const place = (index: number) => firstByte(layout) + index * (Math.ceil((layout.length * 4) / 4096) * 4096 + 576);
  return { z: place(0), h: place(1), n2: place(2), qx: [place(3), place(4)], qy: [place(5), place(6)], end: place(7) } as const;
}

/**
 * Kernel and fields in a memory of `wasmMemory`.
 * @param isFilled another worker has made fields in this memory already: they are kept
 */
export function wasmKernel(layout: Layout, memory: WebAssembly.Memory, settings: KernelSettings, isFilled = false): WasmKernel {
  const places = placesOf(layout);
  const isShared = !(memory.buffer instanceof ArrayBuffer);
  const bytes = inertialModule(layout, places, pagesOf(layout), isShared);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { memory: { memory } });
  const run = instance.exports as unknown as Record<'fluxes' | 'fluxes0' | 'fluxes1' | 'depths0' | 'depths1', Block>;
  const starts = [places.z, places.h, places.n2, ...places.qx, ...places.qy];
  let next = 0;
  const take = (length: number) => new Float32Array(memory.buffer, starts[next++], length);
  const fields = makeFields(layout, take, isFilled);
  return { fields, kernel: blocks(run, settings) };
}

function blocks(run: Record<string, Block>, { dx, dy, theta, dryM }: KernelSettings): InertialKernel {
  const isSmoothed = theta < 1;
  const flow = [run['fluxes0'], run['fluxes1']] as [Block, Block];
  const depth = [run['depths0'], run['depths1']] as [Block, Block];
  const plain = run['fluxes'] as Block;
  const result: BlockResult = { deepestM: 0, isNegative: false };
  return {
    fluxes(first, width, height, dtS, from) {
      const gdt = gravity * dtS;
      const block = isSmoothed ? flow[from] : plain;
      block(first * 4, width * 4, height, gdt / dx, gdt / dy, 0.5 * gdt, dryM, theta, 0.5 * (1 - theta));
    },
    depths(first, width, height, dtS, from) {
      const block = isSmoothed ? depth[1 - from] : depth[0];
      const found = (block as Block)(first * 4, width * 4, height, dtS / dx, dtS / dy);
      result.isNegative = found < 0;
      result.deepestM = found < 0 ? -1 - found : found;
      return result;
    },
    // Its powers hold for any depth.
    deepestMayBe: () => undefined,
  };
}
