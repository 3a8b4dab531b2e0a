import type { Layout } from '../layout.ts';
import { wasmMemory } from '../wasm/wasmKernel.ts';
import { fieldCount } from './fields.ts';
import { controlLength } from './inertialRun.ts';
import { sharedTeam, type Team } from './team.ts';
import { tilesBytes } from './tiles.ts';

// Memory of one flood for several workers: made once, sent to each of them, cut into the same arrays everywhere.

export interface SharedFlood {
  readonly count: number;
  /** Fields in single precision, or null when they are doubles in `doubles`. */
  readonly memory: WebAssembly.Memory | null;
  readonly doubles: SharedArrayBuffer | null;
  readonly tiles: SharedArrayBuffer;
  readonly control: SharedArrayBuffer;
  readonly peaks: SharedArrayBuffer;
  readonly barrier: SharedArrayBuffer;
}

/** Numbers each worker tells the first one: four volumes, wet and fast cells. */
export const tallyLength = 6;

/** A worker's part in a shared flood. */
export interface Sharing {
  readonly shared: SharedFlood;
  readonly team: Team;
}

/** @param count workers, from 1 */
export function shareFlood(layout: Layout, precision: 'single' | 'double', count: number): SharedFlood {
  const peaksPerCell = 4;
  return {
    count,
    memory: precision === 'single' ? wasmMemory(layout, true) : null,
    doubles: precision === 'double' ? new SharedArrayBuffer(fieldCount * layout.length * 8) : null,
    tiles: new SharedArrayBuffer(tilesBytes(layout)),
    control: new SharedArrayBuffer((controlLength + count * tallyLength) * 8),
    peaks: new SharedArrayBuffer(peaksPerCell * layout.length * 4),
    barrier: new SharedArrayBuffer(8),
  };
}

/** The part of worker `index`. */
export function sharingOf(shared: SharedFlood, index: number): Sharing {
  return { shared, team: sharedTeam(new Int32Array(shared.barrier), index, shared.count) };
}

/** Writes a worker's numbers; `totals` after everybody has. */
export function tally({ shared, team }: Sharing, numbers: readonly number[]): void {
  new Float64Array(shared.control).set(numbers, controlLength + team.index * tallyLength);
}

/** Sums over all workers. */
export function totals({ control, count }: SharedFlood): number[] {
  const all = new Float64Array(control).subarray(controlLength);
  return Array.from({ length: tallyLength }, (_, at) => {
    let sum = 0;
    for (let worker = 0; worker < count; worker += 1) sum += all[worker * tallyLength + at] as number;
    return sum;
  });
}

/** Hands out arrays of a shared buffer one after another. */
export function sharedArrays<A>(
  buffer: SharedArrayBuffer,
  bytes: number,
  view: (buffer: SharedArrayBuffer, offset: number, length: number) => A,
) {
  let offset = 0;
  return (length: number): A => {
    const array = view(buffer, offset, length);
    offset += length * bytes;
    return array;
  };
}
