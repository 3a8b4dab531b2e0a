import { expect, test } from 'vitest';
import { isCounterClockwise } from './orientation.ts';
import type { Ring } from './position.ts';
import { readGeoJson } from './readGeoJson.ts';

const collection = (...geometries: unknown[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry, i) => ({ type: 'Feature', properties: { name: `甲${i}` }, geometry })),
  });
const rulesOf = (text: string): string[] => readGeoJson(text).problems.map((problem) => problem.rule);

test('a good file gives its features, columns and box, with or without a byte-order mark', () => {
  const text = collection(
    { type: 'Point', coordinates: [116.9, 34.2, 31] },
    {
      type: 'LineString',
      coordinates: [
        [117, 34],
        [117.1, 34.3],
      ],
    },
  );
  const reading = readGeoJson(`\uFEFF${text}`);
  expect(reading.problems).toEqual([]);
  expect(reading.features.map(({ row }) => row)).toEqual([1, 2]);
  expect(reading.columns).toEqual(['name']);
  expect(reading.bbox).toEqual([116.9, 34, 117.1, 34.3]);
});

test('each bad feature is named by number, place in the file and rule, and the good ones are kept', () => {
  const reading = readGeoJson(
    collection(
      { type: 'Point', coordinates: [116.9, 34.2] },
      { type: 'Point', coordinates: [34.2, 116.9] },
      {
        type: 'Polygon',
        coordinates: [
          [
            [116, 34],
            [117, 34],
            [117, 35],
            [116, 35],
          ],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [116, 34],
            [117, 34],
            [116, 34],
          ],
        ],
      },
      { type: 'Point', coordinates: [39512345.6, 3785001.2] },
      { type: 'Point', coordinates: [0, 0] },
      { type: 'Point', coordinates: [181, 10] },
      { type: 'LineString', coordinates: [[116, 34]] },
      { type: 'Point', coordinates: ['116', 34] },
      { type: 'Polygon', coordinates: [[116, 34]] },
      null,
      { type: 'Ellipse' },
    ),
  );
  expect(reading.rows).toBe(12);
  expect(reading.features).toHaveLength(1);
  expect(reading.problems.map(({ row, rule }) => [row, rule])).toEqual([
    [2, 'swapped'],
    [3, 'open'],
    [4, 'short'],
    [5, 'projected'],
    [6, 'zero'],
    [7, 'range'],
    [8, 'short'],
    [9, 'position'],
    [10, 'position'],
    [11, 'geometry'],
    [12, 'geometry'],
  ]);
  expect(reading.problems[1]).toMatchObject({ field: 'geometry.coordinates[0]', value: [116, 35] });
});

test('swapped coordinates are recognised in western China too, where both numbers are below 90', () => {
  expect(rulesOf(collection({ type: 'Point', coordinates: [39.5, 76] }))).toEqual(['swapped']);
});

test('rings are turned to RFC 7946 direction', () => {
  const clockwise = [
    [116, 34],
    [116, 35],
    [117, 35],
    [117, 34],
    [116, 34],
  ];
  const { feature } = readGeoJson(collection({ type: 'Polygon', coordinates: [clockwise] })).features[0]!;
  expect(isCounterClockwise((feature.geometry as GeoJSON.Polygon).coordinates[0] as Ring)).toBe(true);
});

test('a single feature and a bare geometry are read as well', () => {
  expect(readGeoJson('{"type":"Point","coordinates":[116.9,34.2]}').features).toHaveLength(1);
  expect(readGeoJson('{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[116.9,34.2]}}').features).toHaveLength(
    1,
  );
});

test('a file that cannot be used as a whole says why, whatever it is', () => {
  expect(rulesOf('')).toEqual(['json']);
  expect(rulesOf('{"type":"FeatureCollection","features":[')).toEqual(['json']);
  expect(rulesOf('null')).toEqual(['type']);
  expect(rulesOf('{"type":"Topology"}')).toEqual(['type']);
  expect(rulesOf('{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4527"}},"features":[]}')).toEqual(['crs']);
  expect(rulesOf('{"type":"FeatureCollection","features":[1,null,"x"]}')).toEqual(['feature', 'feature', 'feature']);
  expect(rulesOf(`{"type":"FeatureCollection","features":[${'0,'.repeat(200_000)}0]}`)).toEqual(['limit']);
});

test('deeply nested collections are refused instead of exhausting the stack', () => {
  let geometry: unknown = { type: 'Point', coordinates: [116.9, 34.2] };
  for (let i = 0; i < 50; i += 1) geometry = { type: 'GeometryCollection', geometries: [geometry] };
  expect(rulesOf(collection(geometry))).toEqual(['geometry']);
});

test('declared degrees are accepted under their usual names', () => {
  for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4490']) {
    expect(rulesOf(JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features: [] }))).toEqual([]);
  }
});
