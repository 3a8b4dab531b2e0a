import { radians } from '#geo/position.ts';
import type { Samples } from '#models/shared/contour.ts';
import { plumeAxis, type Weather } from './plume.ts';

// A plume sampled on a map-aligned grid, for overlay on people and for pictures. σ and the exponential come from tables with
// linear interpolation, which is some five times faster than calling the functions at a million places.

export interface Frame {
  readonly columns: number;
  readonly rows: number;
  /** Cell size, m. */
  readonly cellM: number;
  /** Metres east and north of the source to the first (south-western) sample. */
  readonly east: number;
  readonly north: number;
}

const expSteps = 4096;
const expReach = 32;
const expTable = Float64Array.from({ length: expSteps + 2 }, (_, at) => Math.exp((-at * expReach) / expSteps));

/**
 * Concentration in kg/m³ at height z on the grid. Closer to the source than one cell the axis table ends and the value of
 * the first metre is used.
 */
export function plumeRaster(rate: number, releaseM: number, weather: Weather, windFromDeg: number, z: number, frame: Frame): Samples {
  const { columns, rows, cellM } = frame;
  const values = new Float32Array(columns * rows);
  const reach = Math.hypot(
    Math.max(Math.abs(frame.east), Math.abs(frame.east + columns * cellM)),
    Math.max(Math.abs(frame.north), Math.abs(frame.north + rows * cellM)),
  );
  const { axis, falloff, step } = tablesOf(rate, releaseM, weather, z, reach, cellM);
  const towards = radians(windFromDeg + 180);
  const [sin, cos] = [Math.sin(towards), Math.cos(towards)];
  const scale = expSteps / expReach;
  for (let row = 0; row < rows; row += 1) {
    const n = frame.north + row * cellM;
    for (let column = 0, at = row * columns; column < columns; column += 1, at += 1) {
      const e = frame.east + column * cellM;
      const x = (e * sin + n * cos) / step;
      if (x <= 0) continue;
      const y = n * sin - e * cos;
      const i = x | 0;
      const t = x - i;
      const power = y * y * (falloff[i]! + (falloff[i + 1]! - falloff[i]!) * t) * scale;
      if (power >= expSteps) continue;
      const k = power | 0;
      values[at] = (axis[i]! + (axis[i + 1]! - axis[i]!) * t) * (expTable[k]! + (expTable[k + 1]! - expTable[k]!) * (power - k));
    }
  }
  return { columns, rows, values };
}

/** Axis concentration and 1/2σy² at even steps downwind. */
function tablesOf(rate: number, releaseM: number, weather: Weather, z: number, reachM: number, cellM: number) {
  const step = cellM / 2;
  const count = Math.ceil(reachM / step) + 3;
  const axis = new Float64Array(count);
  const falloff = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const x = Math.max(1, i * step);
    axis[i] = plumeAxis(rate, releaseM, weather, x, z);
    falloff[i] = 0.5 / weather.sigma.y(weather.stability, x) ** 2;
  }
  return { axis, falloff, step };
}
