import type { Layout } from '../layout.ts';
import { assemble, type Code, f32, f32x4, i32, i32x4, local, repeatWhile, select, v128, type WasmFunction } from './assembler.ts';

// The local-inertial step as WebAssembly with SIMD: four cells at a time, single precision. The module is made for one layout:
// places of arrays and the length of a row are constants in its instructions. Every run makes it anew (about 1 kB, a few
// milliseconds), so that no binary lies in the repository and none can differ from this source.

/** Where the arrays lie in memory, bytes. */
export interface Places {
  readonly z: number;
  readonly h: number;
  readonly n2: number;
  readonly qx: readonly [number, number];
  readonly qy: readonly [number, number];
}

const bytesPerCell = 4;

function bits(value: number): Code {
  return v128.constant(new Uint8Array(Int32Array.of(value, value, value, value).buffer));
}

const splat = (value: number): Code => f32x4.splat(f32.constant(value));

/** Constants kept in locals: engines do not take them out of the loop. */
const constants = {
  one: splat(1),
  first: splat(7 / 3),
  second: splat(35 / 9),
  third: splat(455 / 81),
  magic: bits(0x54a18000),
  division: bits(21_845 << 16),
  magnitude: bits(0x7fff_ffff),
} as const;

/**
 * depth^(−7/3) to 0.1 %, for depths from 1 µm to 1 km. A first guess y of depth^(−1/3) comes from its bits, magic − bits/3, the
 * division being a product of their upper half with 65536/3. With e = 1 − depth·y³ the power is y⁷·(1 − e)^(−7/3), whose
 * series is cut after the third power of e.
 */
function minusSevenThirds(depth: number, y: number, cube: number, e: number): { prepare: Code; value: Code } {
  const [gy, gcube, ge] = [local.get(y), local.get(cube), local.get(e)];
  const series = f32x4.add(
    f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(ge, keep('third')), keep('second')), ge), keep('first')), ge),
    keep('one'),
  );
  return {
    prepare: [
      local.set(y, i32x4.sub(keep('magic'), i32x4.dotHalves(local.get(depth), keep('division')))),
      local.set(cube, f32x4.mul(f32x4.mul(gy, gy), gy)),
      local.set(e, f32x4.sub(keep('one'), f32x4.mul(local.get(depth), gcube))),
    ],
    value: f32x4.mul(f32x4.mul(f32x4.mul(gcube, gcube), gy), series),
  };
}

// Parameters and locals of `fluxes`, in order.
const P = { first: 0, width: 1, height: 2, xSlope: 3, ySlope: 4, halfGdt: 5, dryM: 6, theta: 7, side: 8 } as const;
const L = { at: 9, end: 10, rows: 11, z: 12, e: 13, n: 14, zb: 15, eb: 16, depth: 17, old: 18, y: 19, cube: 20, err: 21 } as const;
const V = { xSlope: 22, ySlope: 23, halfGdt: 24, dryM: 25, theta: 26, side: 27 } as const;
const firstConstant = 28;
const names = Object.keys(constants) as (keyof typeof constants)[];
const keep = (name: keyof typeof constants): Code => local.get(firstConstant + names.indexOf(name));

function oneFace(places: Places, back: number, from: number, to: number, slope: number, isSmoothed: boolean): Code {
  const at = local.get(L.at);
  const { prepare, value } = minusSevenThirds(L.depth, L.y, L.cube, L.err);
  const neighbours = f32x4.add(f32x4.load(at, from - back), f32x4.load(at, from + back));
  const mean = isSmoothed
    ? f32x4.add(f32x4.mul(local.get(V.theta), local.get(L.old)), f32x4.mul(local.get(V.side), neighbours))
    : local.get(L.old);
  const push = f32x4.mul(f32x4.mul(local.get(slope), local.get(L.depth)), f32x4.sub(local.get(L.eb), local.get(L.e)));
  const roughness = f32x4.mul(local.get(V.halfGdt), f32x4.add(f32x4.load(at, places.n2 - back), local.get(L.n)));
  const size = v128.and(local.get(L.old), keep('magnitude'));
  const drag = f32x4.add(keep('one'), f32x4.mul(f32x4.mul(roughness, size), value));
  return [
    local.set(L.zb, f32x4.load(at, places.z - back)),
    local.set(L.eb, f32x4.add(f32x4.load(at, places.h - back), local.get(L.zb))),
    local.set(L.depth, f32x4.sub(f32x4.max(local.get(L.eb), local.get(L.e)), f32x4.max(local.get(L.zb), local.get(L.z)))),
    local.set(L.old, f32x4.load(at, from)),
    prepare,
    f32x4.store(at, to, v128.and(f32x4.div(f32x4.add(mean, push), drag), f32x4.greater(local.get(L.depth), local.get(V.dryM)))),
  ];
}

function overRows(rowBytes: number, inner: Code): Code {
  const at = local.get(L.at);
  return repeatWhile(
    [
      local.set(L.at, local.get(P.first)),
      local.set(L.end, i32.add(local.get(P.first), local.get(P.width))),
      repeatWhile([inner, local.set(L.at, i32.add(at, i32.constant(16)))], i32.lessUnsigned(at, local.get(L.end))),
      local.set(P.first, i32.add(local.get(P.first), i32.constant(rowBytes))),
      local.set(P.height, i32.sub(local.get(P.height), i32.constant(1))),
    ],
    local.get(P.height),
  );
}

function fluxes(name: string, layout: Layout, places: Places, from: 0 | 1, isSmoothed: boolean): WasmFunction {
  const to = isSmoothed ? ((1 - from) as 0 | 1) : from;
  const rowBytes = layout.stride * bytesPerCell;
  const at = local.get(L.at);
  const inner: Code = [
    local.set(L.z, f32x4.load(at, places.z)),
    local.set(L.e, f32x4.add(f32x4.load(at, places.h), local.get(L.z))),
    local.set(L.n, f32x4.load(at, places.n2)),
    oneFace(places, bytesPerCell, places.qx[from], places.qx[to], V.xSlope, isSmoothed),
    oneFace(places, rowBytes, places.qy[from], places.qy[to], V.ySlope, isSmoothed),
  ];
  const spread = (['xSlope', 'ySlope', 'halfGdt', 'dryM', 'theta', 'side'] as const).map((each) =>
    local.set(V[each], f32x4.splat(local.get(P[each]))),
  );
  const f32s = ['f32', 'f32', 'f32', 'f32', 'f32', 'f32'] as const;
  return {
    name,
    parameters: ['i32', 'i32', 'i32', ...f32s],
    result: null,
    locals: ['i32', 'i32', 'i32', ...Array.from({ length: 16 + names.length }, () => 'v128' as const)],
    body: [spread, names.map((each, at) => local.set(firstConstant + at, constants[each])), overRows(rowBytes, inner)],
  };
}

/** Gives the greatest depth, or −1 − that where some depth fell below zero. */
function depths(name: string, layout: Layout, places: Places, side: 0 | 1): WasmFunction {
  const rowBytes = layout.stride * bytesPerCell;
  const at = local.get(L.at);
  const D = { perX: 3, perY: 4, next: 12, most: 13, least: 14, perXs: 15, perYs: 16 } as const;
  const across = f32x4.sub(f32x4.load(at, places.qx[side]), f32x4.load(at, places.qx[side] + bytesPerCell));
  const down = f32x4.sub(f32x4.load(at, places.qy[side]), f32x4.load(at, places.qy[side] + rowBytes));
  const inner: Code = [
    local.set(
      D.next,
      f32x4.add(f32x4.load(at, places.h), f32x4.add(f32x4.mul(local.get(D.perXs), across), f32x4.mul(local.get(D.perYs), down))),
    ),
    f32x4.store(at, places.h, local.get(D.next)),
    local.set(D.most, f32x4.max(local.get(D.most), local.get(D.next))),
    local.set(D.least, f32x4.min(local.get(D.least), local.get(D.next))),
  ];
  const overLanes = (value: number, join: (a: Code, b: Code) => Code): Code =>
    [1, 2, 3].reduce<Code>((code, lane) => join(code, f32x4.lane(local.get(value), lane)), f32x4.lane(local.get(value), 0));
  const most = overLanes(D.most, f32.max);
  return {
    name,
    parameters: ['i32', 'i32', 'i32', 'f32', 'f32'],
    result: 'f32',
    // The same numbers for address, end and rows as in `fluxes`, hence four unused ones before them.
    locals: ['f32', 'f32', 'f32', 'f32', 'i32', 'i32', 'i32', 'v128', 'v128', 'v128', 'v128', 'v128'],
    body: [
      local.set(D.perXs, f32x4.splat(local.get(D.perX))),
      local.set(D.perYs, f32x4.splat(local.get(D.perY))),
      overRows(rowBytes, inner),
      select(f32.sub(f32.constant(-1), most), most, f32.less(overLanes(D.least, f32.min), f32.constant(0))),
    ],
  };
}

/**
 * Bytes of the module with `fluxes`, `fluxes0`, `fluxes1` (smoothed, from the first or second pair of flows) and `depths0`,
 * `depths1`. Arguments: address of the first cell, width and rows of the block in bytes and rows, then constants.
 * @param pages size of the memory it shares with its caller, 64 KiB each
 */
export function inertialModule(layout: Layout, places: Places, pages: number, isShared: boolean): Uint8Array<ArrayBuffer> {
  const functions = [
    fluxes('fluxes', layout, places, 0, false),
    fluxes('fluxes0', layout, places, 0, true),
    fluxes('fluxes1', layout, places, 1, true),
    depths('depths0', layout, places, 0),
    depths('depths1', layout, places, 1),
  ];
  return assemble(functions, pages, isShared);
}
