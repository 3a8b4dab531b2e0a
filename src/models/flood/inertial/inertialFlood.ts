import { type Layout, layoutOf, placeOf, spread, wallM } from '../layout.ts';
import { wasmKernel, wasmMemory } from '../wasm/wasmKernel.ts';
import { type InertialFields, makeFields } from './fields.ts';
import { type Forcing, noForcing } from './forcing.ts';
import { controlLength, type InertialRun, inertialRun } from './inertialRun.ts';
import type { KernelSettings } from './kernel.ts';
import { sharedArrays, type Sharing } from './sharedFlood.ts';
import { type Tiles, tilesOf } from './tiles.ts';
import { typescriptKernel } from './typescriptKernel.ts';

// A local-inertial flood from rasters, alone.

export interface FloodTerrain {
  readonly columns: number;
  readonly rows: number;
  /** Ground, m, row 0 in the north; NaN where no water may go. */
  readonly ground: ArrayLike<number>;
  /** Water at the beginning, m. */
  readonly depth?: ArrayLike<number>;
  /** Manning's n, s/m^⅓, one figure or per cell. */
  readonly roughness: number | ArrayLike<number>;
}

export interface InertialFlood {
  readonly layout: Layout;
  readonly fields: InertialFields;
  readonly tiles: Tiles;
  readonly run: InertialRun;
}

export interface InertialFloodSettings extends KernelSettings {
  readonly courant: number;
  /** `double`: TypeScript; `single`: WebAssembly with SIMD. */
  readonly precision: 'double' | 'single';
  readonly forcing?: (layout: Layout) => Forcing;
}

/** Prepares a flood over a terrain; with `sharing`, as one of several workers that all call this with the same arguments. */
export function inertialFlood(terrain: FloodTerrain, settings: InertialFloodSettings, sharing: Sharing | null = null): InertialFlood {
  const layout = layoutOf(terrain.columns, terrain.rows);
  const isFilled = sharing !== null && sharing.team.index > 0;
  const { fields, kernel } =
    settings.precision === 'single' ? singleKernel(layout, settings, sharing, isFilled) : doubleKernel(layout, settings, sharing, isFilled);
  if (!isFilled) fillFields(fields, terrain);
  sharing?.team.wait();
  const tiles = tilesOf(layout, sharing?.shared.tiles);
  const forcing = settings.forcing?.(layout) ?? noForcing;
  const parts = { fields, kernel, settings, forcing, tiles, courant: settings.courant };
  const run = inertialRun(
    sharing ? { ...parts, team: sharing.team, control: new Float64Array(sharing.shared.control, 0, controlLength) } : parts,
  );
  return { layout, fields, tiles, run };
}

function singleKernel(layout: Layout, settings: KernelSettings, sharing: Sharing | null, isFilled: boolean) {
  return wasmKernel(layout, sharing?.shared.memory ?? wasmMemory(layout, false), settings, isFilled);
}

function doubleKernel(layout: Layout, settings: KernelSettings, sharing: Sharing | null, isFilled: boolean) {
  const buffer = sharing?.shared.doubles;
  const make = buffer
    ? sharedArrays<Float64Array<ArrayBufferLike>>(buffer, 8, (from, offset, length) => new Float64Array(from, offset, length))
    : (length: number): Float64Array<ArrayBufferLike> => new Float64Array(length);
  const fields = makeFields(layout, make, isFilled);
  return { fields, kernel: typescriptKernel(fields, settings) };
}

/** Writes ground, depth and roughness into fields. */
export function fillFields(fields: InertialFields, { ground, depth, roughness }: FloodTerrain): void {
  const { layout } = fields;
  spread(layout, ground, wallM, fields.z);
  for (let c = 0; c < fields.z.length; c += 1) if (Number.isNaN(fields.z[c])) fields.z[c] = wallM;
  if (depth) spread(layout, depth, 0, fields.h);
  if (typeof roughness === 'number') fields.n2.fill(roughness * roughness);
  else
    spread(
      layout,
      Array.from(roughness, (n) => n * n),
      0.0025,
      fields.n2,
    );
  for (let c = 0; c < fields.z.length; c += 1) if ((fields.z[c] as number) >= wallM) fields.h[c] = 0;
}

/** Outermost cells of the raster that are ground. */
export function edgePlaces(layout: Layout, ground: ArrayLike<number>): Int32Array {
  const places: number[] = [];
  for (let row = 0; row < layout.rows; row += 1)
    for (let column = 0; column < layout.columns; column += 1) {
      const isEdge = row === 0 || column === 0 || row === layout.rows - 1 || column === layout.columns - 1;
      if (isEdge && !Number.isNaN(ground[row * layout.columns + column])) places.push(placeOf(layout, column, row));
    }
  return Int32Array.from(places);
}
