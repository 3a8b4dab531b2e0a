import { expect, test } from 'vitest';
import { refineModel, runModel } from '../runModel.ts';
import type { FloodOutputs } from './answers.ts';
import { flood } from './flood.ts';

const [columns, rows] = [60, 40];
/** A valley that falls to the east, with a hollow in the middle; CGCS2000 zone 39 near 117° E. */
const ground = Array.from({ length: columns * rows }, (_, cell) => {
  const [x, y] = [cell % columns, Math.floor(cell / columns)];
  return 40 - 0.02 * x + 0.004 * (y - 20) ** 2 - 2.5 * Math.exp(-((x - 30) ** 2 + (y - 20) ** 2) / 30);
});
const dem = { columns, rows, west: 39_500_000, north: 3_785_000, cellX: 30, cellY: 30, crs: 'EPSG:4527', values: ground };
const rain = { intensityMmPerHour: [40, 60, 30] };
const event = { dem, rain, durationS: 7200, infiltrationMmPerHour: 5 };
/** In the middle of the hollow. */
const inHollow = [117.0098, 34.1857];

function refined(raw: unknown) {
  const steps = refineModel(flood, raw);
  const frames: GeoJSON.FeatureCollection[] = [];
  const done: number[] = [];
  for (;;) {
    const next = steps.next();
    if (next.done) return { answer: next.value, frames, done };
    done.push(next.value.done);
    if (next.value.frame) frames.push(next.value.frame.features);
  }
}

function outputsOf(answer: ReturnType<typeof runModel>): FloodOutputs {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.outputs as unknown as FloodOutputs;
}

const problemsOf = (raw: unknown) => {
  const answer = runModel(flood, raw);
  return answer.ok ? [] : answer.problems.map(({ field, rule }) => `${field} ${rule}`);
};

test('the quick look fills the hollow and says that it knows neither speed nor time', () => {
  const answer = runModel(flood, event);
  const outputs = outputsOf(answer);
  expect(outputs.maxDepth.values[20 * columns + 30]).toBeGreaterThan(0.5);
  expect(outputs.volumeError).toBeLessThan(1e-9);
  expect(outputs.arrivalS.values.every(Number.isNaN)).toBe(true);
  expect(answer.ok && answer.warnings.map(({ code }) => code)).toEqual(['quick-look']);
});

test('the refined run tells depth, speed, hazard and arrival, accounts for the water and shows pictures on the way', () => {
  const { answer, frames, done } = refined({ ...event, frames: 6 });
  const outputs = outputsOf(answer);
  const middle = 20 * columns + 30;
  expect(outputs.method).toBe('refined');
  expect(outputs.maxDepth.values[middle]).toBeGreaterThan(0.3);
  expect(outputs.arrivalS.values[middle]).toBeGreaterThan(0);
  expect(outputs.arrivalS.values[middle]).toBeLessThan(3600);
  expect(outputs.hazard.values[middle]).toBeGreaterThanOrEqual(0.5 * 0.3);
  expect(outputs.volumeError).toBeLessThan(1e-4);
  expect(outputs.pouredM3).toBeCloseTo(0.1 * columns * rows * 900, -1);
  expect(frames.length).toBe(7);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  const [first] = outputs.classes.features;
  const [lon, lat] = (first!.geometry as GeoJSON.MultiPolygon).coordinates[0]![0]![0]!;
  expect(lon).toBeCloseTo(117.01, 1);
  expect(lat).toBeCloseTo(34.18, 1);
});

test('double precision closes the balance of volume to a millionth', () => {
  const outputs = outputsOf(refined({ ...event, precision: 'double', runoff: 'inPlace', theta: 0.9, frames: 0 }).answer);
  expect(outputs.volumeError).toBeLessThan(1e-6);
});

test('a breach is computed with the full equations near by and the rest with the hydrograph of the breach', () => {
  const breach = { at: inHollow, failure: 'overtopping', levelM: 44, bottomM: 38, volumeM3: 200_000, nearFieldM: 300 };
  const { answer } = refined({ dem, breach, durationS: 5400, frames: 2 });
  const outputs = outputsOf(answer);
  expect(outputs.breachWidthM).toBeGreaterThan(10);
  expect(outputs.breachPeakM3s).toBeGreaterThan(20);
  expect(outputs.maxDepth.values[20 * columns + 30]).toBeGreaterThan(0.5);
  expect(outputs.maxDepth.values[20 * columns + 55]).toBeGreaterThan(0.02);
  expect(outputs.volumeError).toBeLessThan(1e-4);
  expect(answer.ok && answer.warnings.map(({ code }) => code)).toContain('breach-regression');
});

test('water that races down a steep slope is flagged: the local-inertial scheme is wrong there', () => {
  const steep = { ...dem, values: ground.map((_, cell) => 400 - 3 * (cell % columns)) };
  const inflows = [{ at: [117.001, 34.1857], dischargeM3s: [80] }];
  const { answer } = refined({ dem: steep, inflows, durationS: 1200, roughness: 0.02, frames: 0 });
  expect(outputsOf(answer).fastShare).toBeGreaterThan(0.05);
  expect(answer.ok && answer.warnings.map(({ code }) => code)).toContain('use-hll');
  const { answer: full } = refined({ dem: steep, inflows, durationS: 1200, roughness: 0.02, frames: 0, scheme: 'hll' });
  expect(full.ok && full.warnings.map(({ code }) => code)).not.toContain('use-hll');
  expect(outputsOf(full).volumeError).toBeLessThan(1e-9);
});

test('bad input is refused with the field that is wrong', () => {
  const holed = { ...dem, values: ground.map((z, cell) => (cell === 77 ? null : z)) };
  expect(problemsOf({ ...event, dem: holed })).toEqual(['dem.values[77] data']);
  expect(problemsOf({ ...event, dem: holed, holes: 'wall' })).toEqual([]);
  expect(problemsOf({ ...event, dem: { ...dem, crs: 'EPSG:3857' } })).toEqual(['dem.crs data']);
  expect(problemsOf({ ...event, dem: { ...dem, cellX: 30_000 } })).toEqual(['dem.cellX max']);
  expect(problemsOf({ ...event, dem: { ...dem, crs: 'EPSG:4326', west: 116, north: 34 } })).toContain('dem.cellY max');
  expect(problemsOf({ dem })).toEqual(['rain required']);
  expect(problemsOf({ dem, inflows: [{ at: [100, 34], dischargeM3s: [5] }] })).toEqual(['inflows[0].at data']);
  expect(problemsOf({ ...event, durationS: 1 })).toEqual(['durationS min']);
  expect(problemsOf({ ...event, rain: { intensityMmPerHour: [Number.NaN] } })).toEqual(['rain.intensityMmPerHour[0] type']);
  expect(problemsOf({ ...event, rainShare: { ...dem, west: 0, values: ground.map(() => 1) } })).toEqual(['rainShare.west combination']);
  const breach = { at: inHollow, failure: 'piping', levelM: 40, bottomM: 45, volumeM3: 1e5 };
  expect(problemsOf({ dem, breach })).toEqual(['breach.levelM combination']);
  expect(problemsOf({ dem, breach: { ...breach, bottomM: 38 }, scheme: 'inertial' })).toEqual(['scheme combination']);
});

test('a run cancelled half-way simply ends', () => {
  const steps = refineModel(flood, event);
  for (let at = 0; at < 20; at += 1) expect(steps.next().done).toBe(false);
  expect(steps.return({ ok: false, model: 'flood', problems: [] }).done).toBe(true);
  expect(steps.next().done).toBe(true);
});
