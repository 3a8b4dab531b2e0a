import { expect, test } from 'vitest';
import { dispersion } from './dispersion/dispersion.ts';
import { earthquake } from './earthquake/earthquake.ts';
import { fireSpread } from './fireSpread/fireSpread.ts';
import { runModel } from './runModel.ts';
import { collectionOf, outlineOf, shapesOf, zonesOf } from './resultShapes.ts';

test('an earthquake draws its zones with their bands, the strongest on top', () => {
  const result = runModel(earthquake, { epicentre: [116.95, 34.19], magnitude: 6.5, strikeDeg: 20, relation: 'eastern' });
  if (!result.ok) throw new Error('refused');
  const shapes = shapesOf(earthquake.outputs, result.outputs);
  expect(new Set(shapes.map(({ output }) => output))).toEqual(new Set(['zones.zone', 'zones.inner', 'zones.outer']));
  expect(shapes.filter(({ isBand }) => !isBand)).toHaveLength(5);
  expect(collectionOf(shapes).features.at(-1)?.properties).toMatchObject({ intensity: 8, rank: 0 });
  expect(zonesOf(shapes).map(({ id }) => id)).toEqual(['8', '7', '6', '5', '4']);
  const outline = outlineOf(shapes);
  expect(outline?.coordinates[0]?.[0]).toEqual(outline?.coordinates[0]?.at(-1));
  expect(outline?.coordinates[0]?.length).toBeLessThanOrEqual(62);
});

test('a fire draws one outline an hour', () => {
  const result = runModel(fireSpread, {
    ignition: [116.95, 34.19],
    fuel: 'GR2',
    wind: [{ hours: 4, speedMps: 4, fromDeg: 270 }],
    hours: [1, 2],
  });
  if (!result.ok) throw new Error('refused');
  expect(zonesOf(shapesOf(fireSpread.outputs, result.outputs)).map(({ id }) => id)).toEqual(['1', '2']);
});

test('a cloud is met only where its levels reach, not where they might: bands are no zones, and zones are named in both languages', () => {
  const result = runModel(dispersion, {
    source: [116.95, 34.19],
    substance: 'ammonia',
    release: 'continuous',
    rateKgS: 2,
    windSpeedMps: 3,
    windFromDeg: 45,
    stability: 'D',
  });
  if (!result.ok) throw new Error('refused');
  const shapes = shapesOf(dispersion.outputs, result.outputs);
  expect(shapes.filter(({ isBand }) => isBand).length).toBeGreaterThan(0);
  expect(zonesOf(shapes)).toHaveLength(shapes.filter(({ isBand }) => !isBand).length);
  expect(zonesOf(shapes).some(({ id }) => id.includes('分钟'))).toBe(true);
  expect(zonesOf(shapes, 'en').some(({ id }) => /^AEGL-3 \(\d+ min\)/.test(id))).toBe(true);
});
