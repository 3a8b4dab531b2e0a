import { expect, test } from 'vitest';
import { runModel } from '../runModel.ts';
import { drowningPatrol } from './drowningPatrol.ts';

const feature = (geometry: GeoJSON.Geometry, properties: object): GeoJSON.Feature => ({
  type: 'Feature',
  geometry,
  properties: { ...properties },
});
const point = (lon: number, lat: number): GeoJSON.Point => ({ type: 'Point', coordinates: [lon, lat] });
const collection = (...features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features });

const schools = collection(
  feature(point(116.95, 34.19), { name: '演示小学', people: 600 }),
  feature(point(116.99, 34.19), { name: '演示中学', people: 200 }),
);
const near = feature(point(116.951, 34.19), { name: '近塘' });
const ditch = feature(
  {
    type: 'LineString',
    coordinates: [
      [116.9, 34.3],
      [116.991, 34.191],
    ],
  },
  { name: '沟', drownings: 1 },
);
const far = feature(point(117.2, 34.4), { name: '远湖' });

function sitesOf(more: object): { name: string; score: number; nearestSchool: string; pupils: number }[] {
  const result = runModel(drowningPatrol, { schools, waters: collection(far, ditch, near), maximumC: 36, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.outputs['sites'] as { name: string; score: number; nearestSchool: string; pupils: number }[];
}

test('waters within a walk of many pupils come first, those out of reach not at all', () => {
  expect(sitesOf({}).map(({ name, nearestSchool }) => [name, nearestSchool])).toEqual([
    ['近塘', '演示小学'],
    ['沟', '演示中学'],
  ]);
});

test('heat, holiday and history weigh as stated', () => {
  const score = (more: object) => sitesOf(more).find(({ name }) => name === '近塘')?.score ?? 0;
  expect(score({ maximumC: 40 }) / score({ maximumC: 30 })).toBeCloseTo(3, 6);
  expect(score({ isHoliday: true }) / score({})).toBeCloseTo(2, 6);
  const ditchScore = (drowningFactor: number) => sitesOf({ drowningFactor }).find(({ name }) => name === '沟')?.score ?? 0;
  expect(ditchScore(3) / ditchScore(1)).toBeCloseTo(3, 6);
});

test('without a school there is nothing to weigh', () => {
  const refusal = runModel(drowningPatrol, { schools: collection(), waters: collection(near), maximumC: 36 });
  expect(refusal.ok ? null : refusal.problems[0]).toMatchObject({ field: 'schools', rule: 'data' });
});
