import { expect, test } from 'vitest';
import { bearingDeg, distanceM } from '#geo/distance.ts';
import { isInside } from '#geo/inside.ts';
import type { LonLat } from '#geo/position.ts';
import { dispersion } from '#models/dispersion/dispersion.ts';
import { shapesOf } from '#models/resultShapes.ts';
import { runModel } from '#models/runModel.ts';
import { compassPoint, marksOf } from './marks.ts';

const source: LonLat = [116.95, 34.19];

function marks() {
  const asked = { source, substance: 'ammonia', release: 'continuous', rateKgS: 2, windSpeedMps: 3, windFromDeg: 45, stability: 'D' };
  const result = runModel(dispersion, asked);
  if (!result.ok) throw new Error('refused');
  const shapes = shapesOf(dispersion.outputs, result.outputs);
  return { shapes, marks: marksOf(shapes, source, result.outputs['approachFromDeg'] as number) };
}

test('the cordon holds the source and everywhere lasting harm may reach', () => {
  const { shapes, marks: found } = marks();
  const line = found.features.find(({ properties }) => properties?.['role'] === 'cordon')?.geometry as GeoJSON.LineString;
  const ring: GeoJSON.Polygon = { type: 'Polygon', coordinates: [line.coordinates] };
  const zone = shapes.find(({ isBand, properties }) => !isBand && properties['id'] === 'aegl2')?.geometry as GeoJSON.Polygon;
  expect(found.cordon).toBe('aegl2');
  const middle = zone.coordinates[0]?.reduce<LonLat>(
    (sum, [x = 0, y = 0], _, all) => [sum[0] + x / all.length, sum[1] + y / all.length],
    [0, 0],
  );
  expect(isInside(middle ?? source, ring)).toBe(true);
});

test('the arrow comes from where the wind comes from and ends short of the source', () => {
  const arrows = marks().marks.features.filter(({ properties }) => properties?.['role'] === 'approach');
  const shaft = arrows[0]?.geometry as GeoJSON.LineString | undefined;
  const [from = source, tip = source] = (shaft?.coordinates ?? []) as LonLat[];
  expect(distanceM(source, tip)).toBeGreaterThan(0);
  expect(bearingDeg(source, from)).toBeCloseTo(45, 3);
  expect(distanceM(source, tip)).toBeLessThan(distanceM(source, from));
  expect(compassPoint(45)).toEqual({ zh: '东北', en: 'NE' });
  expect(compassPoint(350).en).toBe('N');
});
