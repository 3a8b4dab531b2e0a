import { expect, test } from 'vitest';
import { areaM2 } from '#geo/area.ts';
import { isInside } from '#geo/inside.ts';
import { runModel } from '../runModel.ts';
import { burntAreaM2, FireFront, lengthToWidth, spreadOf } from './ellipse.ts';
import { fireSpread } from './fireSpread.ts';

const ignition: [number, number] = [116.95, 34.19];
const good = { ignition, fuel: 'GR2', wind: [{ hours: 4, speedMps: 4, fromDeg: 270 }], hours: [1, 2, 4] };

interface Outline {
  atHours: number;
  zone: GeoJSON.Polygon;
  inner: GeoJSON.Polygon | null;
  outer: GeoJSON.Polygon | null;
  areaHa: number;
}

function outlines(input: object): Outline[] {
  const result = runModel(fireSpread, input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.outputs['outlines'] as Outline[];
}

test('a steady wind burns an ellipse: four times the area in twice the time, head downwind', () => {
  const [one, two, four] = outlines(good);
  expect((two?.areaHa ?? 0) / (one?.areaHa ?? 1)).toBeCloseTo(4, 6);
  expect((four?.areaHa ?? 0) / (one?.areaHa ?? 1)).toBeCloseTo(16, 6);
  const lons = four?.zone.coordinates[0]?.map(([lon]) => lon ?? 0) ?? [];
  expect(Math.max(...lons) - ignition[0]).toBeGreaterThan(3 * (ignition[0] - Math.min(...lons)));
  expect(areaM2(four?.zone as GeoJSON.Polygon) / 10_000 / (four?.areaHa ?? 1)).toBeCloseTo(1, 2);
});

test('the front of a steady wind has the area of its ellipse', () => {
  const spread = spreadOf(0.3, 2, 77);
  const front = new FireFront();
  for (let step = 0; step < 10; step += 1) front.grow(spread, 360);
  expect(front.areaM2() / burntAreaM2(spread, 3600)).toBeCloseTo(1, 3);
});

test('a wind that turns leaves nothing unburnt that had burnt before, and carries the flank away', () => {
  const turning = outlines({
    ...good,
    wind: [
      { hours: 2, speedMps: 4, fromDeg: 270 },
      { hours: 2, speedMps: 4, fromDeg: 180 },
    ],
  });
  const [, two, four] = turning;
  for (const corner of two?.zone.coordinates[0] ?? [])
    expect(isInside(corner as [number, number], four?.zone as GeoJSON.Polygon)).toBe(true);
  const lats = four?.zone.coordinates[0]?.map(([, lat]) => lat ?? 0) ?? [];
  expect(Math.max(...lats) - ignition[1]).toBeGreaterThan(1.5 * (ignition[1] - Math.min(...lats)));
});

test('weaker and stronger wind bound the outline', () => {
  const [one] = outlines({ ...good, windErrorShare: 0.3 });
  expect(areaM2(one?.inner as GeoJSON.Polygon)).toBeLessThan(areaM2(one?.zone as GeoJSON.Polygon));
  expect(areaM2(one?.outer as GeoJSON.Polygon)).toBeGreaterThan(areaM2(one?.zone as GeoJSON.Polygon));
});

test('slope alone carries a fire uphill', () => {
  const [one] = outlines({ ...good, wind: [{ hours: 4, speedMps: 0, fromDeg: 0 }], slopeDeg: 20, upslopeDeg: 90 });
  const lons = one?.zone.coordinates[0]?.map(([lon]) => lon ?? 0) ?? [];
  expect(Math.max(...lons) - ignition[0]).toBeGreaterThan(1.2 * (ignition[0] - Math.min(...lons)));
});

test('wet grass and water do not burn, and the result says which', () => {
  const wet = runModel(fireSpread, { ...good, dead1h: 0.4, dead10h: 0.4, dead100h: 0.4 });
  expect(wet.ok && [wet.outputs['headMps'], wet.warnings.map(({ code }) => code)]).toEqual([0, expect.arrayContaining(['too-wet'])]);
  const water = runModel(fireSpread, { ...good, fuel: 'NB' });
  expect(water.ok && water.warnings.map(({ code }) => code)).toContain('not-burnable');
});

test('a wind that ends before the question does is refused, not continued', () => {
  const refusal = runModel(fireSpread, { ...good, hours: [6] });
  expect(refusal.ok ? null : refusal.problems[0]).toMatchObject({ field: 'wind', value: 4, unit: 'h', min: 6 });
});

test('without wind the fire is a circle', () => {
  expect(lengthToWidth(0)).toBeCloseTo(1, 6);
});
