import { expect, test } from 'vitest';
import type { Area } from '#kernel/area/area.ts';
import { isInCounty, readDivisions, townshipAt, warningFeatures } from './divisions.ts';
import type { MapWarning } from './drawn.ts';

function square(west: number, south: number, size: number): GeoJSON.Polygon {
  const [east, north] = [west + size, south + size];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

const feature = (code: string, name: string, geometry: GeoJSON.Geometry): GeoJSON.Feature => ({
  type: 'Feature',
  geometry,
  properties: { code, name, nameEn: `${name} in English`, level: code.length === 6 ? 'county' : 'township', demo: false },
});
const anArea = (code: string, lon: number | null, lat: number | null): Area => ({
  code,
  parentCode: '341322',
  level: code.length === 12 ? 'village' : 'township',
  name: { zh: code, en: code },
  lon,
  lat,
  demo: false,
});

const outlines: GeoJSON.FeatureCollection = {
  type: 'FeatureCollection',
  features: [feature('341322', '萧县', square(116.5, 34, 0.6)), feature('341322100', '龙城镇', square(116.9, 34.1, 0.1))],
};
const divisions = readDivisions(outlines, [
  anArea('341322101', 116.6, 34.4),
  anArea('341322102', null, null),
  anArea('341322101001', 116.6, 34.4),
]);

test('divisions with an outline and those with only a place are both known; villages and unplaced ones are not', () => {
  expect(divisions.map((division) => division.code)).toEqual(['341322', '341322100', '341322101']);
  expect(divisions[1]?.name).toEqual({ zh: '龙城镇', en: '龙城镇 in English' });
});

test('a place in an outline belongs to that township, another to the nearest', () => {
  expect(townshipAt([116.95, 34.15], divisions)).toMatchObject({ inside: true, division: { code: '341322100' } });
  expect(townshipAt([116.55, 34.5], divisions)).toMatchObject({ inside: false, division: { code: '341322101' } });
});

test('a place outside the outline of the county is outside', () => {
  expect(isInCounty([116.95, 34.15], divisions)).toBe(true);
  expect(isInCounty([118, 34.15], divisions)).toBe(false);
});

test('a warning for a township without outline still has its mark', () => {
  const warning: MapWarning = {
    id: 'w',
    title: '暴雨橙色预警',
    color: 'orange',
    areas: ['341322100', '341322101'],
    shape: null,
    circle: { center: [116.8, 34.2], radiusKm: 3 },
  };
  const { areas, marks } = warningFeatures([warning], divisions);
  expect(areas).toHaveLength(2);
  expect(marks).toHaveLength(3);
});
