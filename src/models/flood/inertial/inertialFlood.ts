import { type Layout, layoutOf, placeOf, spread, wallM } from '../layout.ts';
import { wasmKernel, wasmMemory } from '../wasm/wasmKernel.ts';
import { type InertialFields, makeFields } from './fields.ts';
import { type Forcing, noForcing } from './forcing.ts';
import { type InertialRun, inertialRun } from './inertialRun.ts';
import type { KernelSettings } from './kernel.ts';
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

/** Prepares a flood over a terrain. */
export function inertialFlood(terrain: FloodTerrain, settings: InertialFloodSettings): InertialFlood {
  const layout = layoutOf(terrain.columns, terrain.rows);
  const { fields, kernel } =
    settings.precision === 'single' ? wasmKernel(layout, wasmMemory(layout, false), settings) : doubleKernel(layout, settings);
  fillFields(fields, terrain);
  const tiles = tilesOf(layout);
  const forcing = settings.forcing?.(layout) ?? noForcing;
  const run = inertialRun({ fields, kernel, settings, forcing, tiles, courant: settings.courant });
  return { layout, fields, tiles, run };
}

function doubleKernel(layout: Layout, settings: KernelSettings) {
  const fields = makeFields(layout, (length) => new Float64Array(length));
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
