import { expect, test } from 'vitest';
import { joinRings } from './joinRings.ts';
import { splitFeatures } from './splitFeatures.ts';

const text = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { name: 'a "}] \\' }, geometry: null },
    { type: 'Feature', properties: { name: '乙', more: [{}, [1]] }, geometry: { type: 'Point', coordinates: [1, 2] } },
  ],
});

test.each([1, 2, 7, 10_000])('features are cut out of text that comes in pieces of %d, whatever stands in their words', (size) => {
  const found: unknown[] = [];
  const splitter = splitFeatures((each) => found.push(JSON.parse(each)));
  for (let at = 0; at < text.length; at += size) splitter.write(text.slice(at, at + size));
  splitter.finish();
  expect(found).toEqual((JSON.parse(text) as { features: unknown[] }).features);
});

test('a list that does not end and a document without one are refused', () => {
  const torn = splitFeatures(() => undefined);
  torn.write(text.slice(0, -30));
  expect(() => torn.finish()).toThrow('breaks off after feature 1');
  const none = splitFeatures(() => undefined);
  none.write('{"type":"Topology"}');
  expect(() => none.finish()).toThrow('Not GeoJSON');
  const foreign = splitFeatures(() => undefined);
  expect(() => foreign.write('{"crs":{"properties":{"name":"EPSG:2384"}},"features":[')).toThrow('another coordinate reference system');
});

test('lines that meet become rings, whichever way they run; an open rim is no ring', () => {
  expect(
    joinRings([
      [1, 2, 3],
      [5, 4, 3],
      [5, 1],
    ])?.map((ring) => ring.length),
  ).toEqual([6]);
  expect(
    joinRings([
      [1, 2, 3, 1],
      [7, 8, 9, 7],
    ]),
  ).toHaveLength(2);
  expect(
    joinRings([
      [1, 2, 3],
      [3, 4],
    ]),
  ).toBeNull();
});
