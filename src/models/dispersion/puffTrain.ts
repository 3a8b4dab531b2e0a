import { radians } from '#geo/position.ts';
import { erf } from '#models/shared/normal.ts';
import { verticalShare } from './plume.ts';
import type { Frame } from './raster.ts';
import { puffSigma, type SigmaSet } from './sigma.ts';
import type { StabilityClass } from './stability.ts';

// A release under wind that turns and changes. What leaves during a step is a stretch of cloud as long as the wind blew
// meanwhile; it drifts with the wind of the moment and grows with the way each part of it has gone. Stretches lie end to end,
// so in steady wind their sum is the plume itself (Palazzi's box), and a release at one moment is a stretch of no length.

export interface WindPeriod {
  /** Seconds after the start of the release. */
  readonly fromS: number;
  /** m/s at the height of release. */
  readonly speed: number;
  /** Direction the wind comes from, degrees. */
  readonly fromDeg: number;
  readonly stability: StabilityClass;
}

export interface Train {
  /** kg/s; for a sudden release zero. */
  readonly rate: number;
  readonly seconds: number;
  /** kg of a sudden release. */
  readonly mass: number;
  readonly releaseM: number;
  readonly lidM: number;
  readonly sigma: SigmaSet;
  readonly wind: readonly WindPeriod[];
}

export interface Exposure {
  /** Largest concentration, kg/m³. */
  readonly peak: Float64Array;
  /** ∫Cⁿ dt in (mg/m³)ⁿ·min; 0 when not asked for. */
  readonly load: Float64Array;
}

interface Stretch {
  east: number;
  north: number;
  /** Way gone by its middle, m. */
  gone: number;
  /** Unit vector along it, towards what left first. */
  readonly along: readonly [east: number, north: number];
  readonly lengthM: number;
  readonly mass: number;
}

/** The wind that blows at t. */
export function windAt(wind: readonly WindPeriod[], t: number): WindPeriod {
  return wind.findLast(({ fromS }) => fromS <= t) ?? wind[0]!;
}

function headingOf({ fromDeg }: WindPeriod): [number, number] {
  return [Math.sin(radians(fromDeg + 180)), Math.cos(radians(fromDeg + 180))];
}

/** How far the air goes between two times, through every change of wind in between. */
function drift(wind: readonly WindPeriod[], from: number, to: number): { east: number; north: number; way: number } {
  const breaks = [from, ...wind.map(({ fromS }) => fromS).filter((at) => at > from && at < to), to];
  const sum = { east: 0, north: 0, way: 0 };
  for (let at = 1; at < breaks.length; at += 1) {
    const period = windAt(wind, breaks[at - 1]!);
    const way = period.speed * (breaks[at]! - breaks[at - 1]!);
    const [east, north] = headingOf(period);
    sum.east += east * way;
    sum.north += north * way;
    sum.way += way;
  }
  return sum;
}

/** Steps of a train; `yield` after each, so that a caller can stop or show how far it is. @param n exponent of the load Cⁿ·t; null when nobody asks for it @param floor stretches that cannot add this much anywhere are passed over, kg/m³ */
export function* followTrain(
  train: Train,
  frame: Frame,
  horizonS: number,
  stepS: number,
  z: number,
  n: number | null,
  floor = 0,
): Generator<{ atS: number; exposure: Exposure }, Exposure, void> {
  const size = frame.columns * frame.rows;
  const exposure: Exposure = { peak: new Float64Array(size), load: new Float64Array(size) };
  const now = new Float64Array(size);
  const stretches: Stretch[] = [];
  const shapes: Partial<Record<StabilityClass, Shape>> = {};
  const reachM = drift(train.wind, 0, horizonS + stepS).way * 1.5 + 10;
  for (let t = 0; t < horizonS; t += stepS) {
    const wind = windAt(train.wind, t);
    const moved = drift(train.wind, t, t + stepS);
    for (const stretch of stretches) {
      stretch.east += moved.east;
      stretch.north += moved.north;
      stretch.gone += moved.way;
    }
    const born = bornBetween(train, wind, t, stepS);
    if (born) stretches.push(born);
    now.fill(0);
    const shape = shapes[wind.stability] ?? shapeOf(train, wind, z, reachM);
    shapes[wind.stability] = shape;
    for (const stretch of stretches)
      if (most(stretch, shape) > floor) addStretch(stretch, shape, frame, now, train.rate === 0 ? moved.way : 0);
    keep(exposure, now, stepS, n);
    yield { atS: t + stepS, exposure };
  }
  return exposure;
}

function bornBetween(train: Train, wind: WindPeriod, t: number, stepS: number): Stretch | null {
  const along = headingOf(wind);
  const isSudden = train.rate === 0;
  const seconds = isSudden ? 0 : Math.max(0, Math.min(stepS, train.seconds - t));
  if (isSudden ? t > 0 : seconds === 0) return null;
  // At the end of the step what left first is farthest; a sudden release is met in the middle of its first step.
  const middle = isSudden ? (wind.speed * stepS) / 2 : wind.speed * (stepS - seconds / 2);
  return {
    east: along[0] * middle,
    north: along[1] * middle,
    gone: middle,
    along,
    lengthM: wind.speed * seconds,
    mass: isSudden ? train.mass : train.rate * seconds,
  };
}

/** σ along and across and the share per metre of height; distances rise with the square of the index, so near ones lie close. */
interface Shape {
  readonly reachM: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly vertical: Float64Array;
}

function shapeOf(train: Train, { stability }: WindPeriod, z: number, reachM: number): Shape {
  const count = 400;
  const isSudden = train.rate === 0;
  const at = (each: (x: number) => number) =>
    Float64Array.from({ length: count }, (_, i) => each(Math.max(1, reachM * (i / (count - 2)) ** 2)));
  const sigmaZ = (x: number) => (isSudden ? puffSigma.z(stability, x) : train.sigma.z(stability, x));
  return {
    reachM,
    x: at((x) => puffSigma.x(stability, x)),
    y: at((x) => (isSudden ? puffSigma.y(stability, x) : train.sigma.y(stability, x))),
    vertical: at((x) => verticalShare(z, train.releaseM, sigmaZ(x), train.lidM)),
  };
}

/** No more than this does a stretch give to any place, kg/m³. */
function most({ gone, lengthM, mass }: Stretch, { reachM, x, y, vertical }: Shape): number {
  const last = x.length - 2;
  const index = (way: number) => Math.min(last, Math.floor(last * Math.sqrt(Math.max(0, way) / reachM)));
  const rear = index(gone - lengthM / 2);
  const from = index(gone - lengthM / 2 - 4.5 * x[rear + 1]!);
  let share = 0;
  for (let i = from; i <= index(gone + lengthM / 2) + 1; i += 1) share = Math.max(share, vertical[i]! / y[i]!);
  return (mass * share) / (2 * Math.PI * Math.max(lengthM / 2.506628274631, x[from]!));
}

const erfSteps = 1024;
const erfTable = Float64Array.from({ length: erfSteps + 2 }, (_, i) => erf((4 * i) / erfSteps));

function quickErf(x: number): number {
  const at = (Math.abs(x) * erfSteps) / 4;
  if (at >= erfSteps) return Math.sign(x);
  const i = at | 0;
  return Math.sign(x) * (erfTable[i]! + (erfTable[i + 1]! - erfTable[i]!) * (at - i));
}

/** @param sweptM way a sudden puff passes during the step: on it the peak is that of the middle */
function addStretch(stretch: Stretch, shape: Shape, frame: Frame, into: Float64Array, sweptM: number): void {
  const { along, lengthM, gone } = stretch;
  const last = shape.x.length - 2;
  const index = (x: number) => Math.min(last, last * Math.sqrt(Math.max(0, x) / shape.reachM));
  const ahead = index(gone + lengthM / 2);
  const reachX = lengthM / 2 + sweptM / 2 + 4.5 * shape.x[Math.min(last, (ahead | 0) + 1)]!;
  const reachY = 4.5 * shape.y[Math.min(last, (ahead | 0) + 1)]!;
  const halfEast = Math.abs(along[0]) * reachX + Math.abs(along[1]) * reachY;
  const halfNorth = Math.abs(along[1]) * reachX + Math.abs(along[0]) * reachY;
  const [c0, c1] = span(stretch.east, halfEast, frame.east, frame.cellM, frame.columns);
  const [r0, r1] = span(stretch.north, halfNorth, frame.north, frame.cellM, frame.rows);
  for (let row = r0; row < r1; row += 1) {
    const dn = frame.north + row * frame.cellM - stretch.north;
    for (let column = c0; column < c1; column += 1) {
      const de = frame.east + column * frame.cellM - stretch.east;
      const s = de * along[0] + dn * along[1];
      const across = dn * along[0] - de * along[1];
      if (Math.abs(s) > reachX || Math.abs(across) > reachY) continue;
      const at = index(lengthM > 0 ? gone + s : gone);
      const i = at | 0;
      const t = at - i;
      const sigmaY = shape.y[i]! + (shape.y[i + 1]! - shape.y[i]!) * t;
      const per = (stretch.mass * (shape.vertical[i]! + (shape.vertical[i + 1]! - shape.vertical[i]!) * t)) / (2.506628274631 * sigmaY);
      const y = across / sigmaY;
      if (y > 5 || y < -5) continue;
      const sigmaX = shape.x[i]! + (shape.x[i + 1]! - shape.x[i]!) * t;
      into[row * frame.columns + column]! += per * Math.exp(-0.5 * y * y) * lengthwise(s, sigmaX, lengthM, sweptM);
    }
  }
}

/** Share per metre along the stretch. */
function lengthwise(s: number, sigmaX: number, lengthM: number, sweptM: number): number {
  if (lengthM > 0) {
    const scale = 1 / (Math.SQRT2 * sigmaX);
    return (quickErf((s + lengthM / 2) * scale) - quickErf((s - lengthM / 2) * scale)) / (2 * lengthM);
  }
  const outside = Math.max(0, Math.abs(s) - sweptM / 2) / sigmaX;
  return Math.exp(-0.5 * outside * outside) / (2.506628274631 * sigmaX);
}

function span(middle: number, half: number, first: number, cell: number, count: number): [number, number] {
  const low = Math.max(0, Math.ceil((middle - half - first) / cell));
  return [low, Math.max(low, Math.min(count, Math.floor((middle + half - first) / cell) + 1))];
}

function keep({ peak, load }: Exposure, now: Float64Array, stepS: number, n: number | null): void {
  for (let at = 0; at < now.length; at += 1) {
    const c = now[at]!;
    if (c <= 0) continue;
    if (c > peak[at]!) peak[at] = c;
    if (n !== null) load[at]! += (c * 1e6) ** n * (stepS / 60);
  }
}
