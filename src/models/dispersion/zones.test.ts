import { expect, test } from 'vitest';
import { contourRings, groupRings } from '#models/shared/contour.ts';
import { gaussianHalfWidth, traceZone } from '#models/shared/zone.ts';
import { plume, plumeAxis, type Weather } from './plume.ts';
import { type Exposure, followTrain, type Train } from './puffTrain.ts';
import { type Frame, plumeRaster } from './raster.ts';
import { sigmaSets } from './sigma.ts';

const weather: Weather = { speed: 3, stability: 'D', sigma: sigmaSets.briggsRural, lidM: Infinity };
const sigmaY = (x: number) => weather.sigma.y('D', x);

function zone(level: number, heightM = 0) {
  return traceZone(
    { axis: (x) => plumeAxis(1, heightM, weather, x, 0), halfWidth: gaussianHalfWidth(sigmaY), upwindM: 0 },
    level,
    1,
    20_000,
  );
}

test('the edge of a zone has the concentration of its level, and its end lies on the axis', () => {
  const found = zone(1e-5)!;
  const edge = found.ring.filter(([x, y]) => x > 2 && Math.abs(y) > 1);
  for (const [x, y] of edge) expect(plume(1, 0, weather, x, y, 0)).toBeCloseTo(1e-5, 8);
  expect(plumeAxis(1, 0, weather, found.farM, 0)).toBeCloseTo(1e-5, 9);
});

test('an elevated plume touches the ground first at a distance, and a level above its peak is reached nowhere', () => {
  const found = zone(5e-6, 40)!;
  expect(found.nearM).toBeGreaterThan(200);
  expect(zone(1e-3, 40)).toBeNull();
});

test('the raster agrees with the formula, and the line drawn through it with the closed form', () => {
  const frame: Frame = { columns: 401, rows: 401, cellM: 10, east: -2000, north: -2000 };
  const samples = plumeRaster(1, 0, weather, 225, 0, frame);
  for (const [column, row] of [
    [300, 300],
    [260, 262],
    [380, 385],
  ] as const) {
    const [e, n] = [-2000 + column * 10, -2000 + row * 10];
    const [x, y] = [(e + n) / Math.SQRT2, (n - e) / Math.SQRT2];
    expect(samples.values[row * 401 + column]! / plume(1, 0, weather, x, y, 0)).toBeCloseTo(1, 2);
  }
  const [polygon] = groupRings(contourRings(samples, 5e-5));
  const far = Math.max(...polygon![0]!.map(([x, y]) => Math.hypot(-2000 + x * 10, -2000 + y * 10)));
  expect(Math.abs(far - zone(5e-5)!.farM)).toBeLessThan(10);
});

function walked(train: Train, frame: Frame, horizonS: number, stepS: number): Exposure {
  const steps = followTrain(train, frame, horizonS, stepS, 0, 1);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const train: Train = {
  rate: 1,
  seconds: 3600,
  mass: 3600,
  releaseM: 0,
  lidM: Infinity,
  sigma: weather.sigma,
  wind: [{ fromS: 0, speed: 3, fromDeg: 270, stability: 'D' }],
};

test('puffs in steady wind are the plume', () => {
  const frame: Frame = { columns: 60, rows: 41, cellM: 50, east: 100, north: -1000 };
  const { peak, load } = walked(train, frame, 5400, 60);
  const middle = 20 * 60;
  for (const column of [4, 12, 30]) {
    const x = 100 + column * 50;
    expect(peak[middle + column]! / plume(1, 0, weather, x, 0, 0)).toBeCloseTo(1, 1);
    // ∫C dt of an hour's release, mg/m³·min.
    expect(load[middle + column]! / (plume(1, 0, weather, x, 0, 0) * 1e6 * 60)).toBeCloseTo(1, 1);
  }
});

test('when the wind turns, both sides have had the cloud', () => {
  const frame: Frame = { columns: 61, rows: 61, cellM: 50, east: -1500, north: -1500 };
  const turning: Train = {
    ...train,
    wind: [
      { fromS: 0, speed: 3, fromDeg: 270, stability: 'D' },
      { fromS: 1800, speed: 3, fromDeg: 180, stability: 'D' },
    ],
  };
  const { peak } = walked(turning, frame, 3600, 60);
  const at = (east: number, north: number) => peak[Math.round((north + 1500) / 50) * 61 + Math.round((east + 1500) / 50)]!;
  expect(at(1000, 0) / plume(1, 0, weather, 1000, 0, 0)).toBeCloseTo(1, 1);
  // What hung near the source when the wind turned drifts over the new side as well: somewhat above the plume.
  expect(at(0, 1000) / plume(1, 0, weather, 1000, 0, 0)).toBeGreaterThan(0.95);
  expect(at(0, 1000) / plume(1, 0, weather, 1000, 0, 0)).toBeLessThan(1.5);
  expect(at(-1000, 0)).toBe(0);
});

test('rings close, go counter-clockwise outside and clockwise around holes, saddles and borders included', () => {
  const size = 40;
  const values = Float64Array.from({ length: size * size }, (_, at) => {
    const [x, y] = [at % size, Math.floor(at / size)];
    return Math.sin(x / 3) * Math.cos(y / 4) + Math.cos(Math.hypot(x - 20, y - 20) / 2);
  });
  const rings = contourRings({ columns: size, rows: size, values }, 0.3);
  const area = rings.reduce((sum, ring) => sum + signed(ring), 0);
  const high = values.filter((value) => value >= 0.3).length;
  // Inside the rings lie the samples above the level: their area is about a cell each.
  expect(Math.abs(area - high) / high).toBeLessThan(0.08);
  expect(groupRings(rings).flat().length).toBe(rings.length);
});

function signed(ring: [number, number][]): number {
  return ring.reduce((sum, [x, y], at) => {
    const [px, py] = ring.at(at - 1)!;
    return sum + (px * y - x * py) / 2;
  }, 0);
}
