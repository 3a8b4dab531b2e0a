import { expect, test } from 'vitest';
import { datums, fromWgs84, geometryFromWgs84, geometryToWgs84, isDatum, toWgs84, type Datum } from './datum.ts';
import { distanceM } from './distance.ts';
import type { LonLat } from './position.ts';
import { seededRandom } from './random.ts';

test('there and back again is nearer than one metre, anywhere in China and in every datum', () => {
  const random = seededRandom(31);
  for (const datum of Object.keys(datums) as Datum[]) {
    for (let i = 0; i < 2000; i += 1) {
      const place: LonLat = [random.between(73, 136), random.between(3, 54)];
      expect(distanceM(toWgs84(fromWgs84(place, datum), datum), place)).toBeLessThan(1);
    }
  }
});

test('GCJ-02 lies some hundred metres from WGS-84 in the county, BD-09 about a kilometre', () => {
  const place: LonLat = [116.9473, 34.1887];
  expect(distanceM(fromWgs84(place, 'gcj02'), place)).toBeGreaterThan(300);
  expect(distanceM(fromWgs84(place, 'gcj02'), place)).toBeLessThan(700);
  expect(distanceM(fromWgs84(place, 'bd09'), place)).toBeGreaterThan(800);
  expect(distanceM(fromWgs84(place, 'bd09'), place)).toBeLessThan(1500);
});

test('CGCS2000 is taken as WGS-84, and outside China nothing is shifted', () => {
  expect(toWgs84([116.9, 34.1], 'cgcs2000')).toEqual([116.9, 34.1]);
  expect(toWgs84([7.42, 43.73], 'gcj02')).toEqual([7.42, 43.73]);
});

test('positions on the edge of the shifted region come back at once', () => {
  for (const edge of [72.004, 72.0041, 72.5001, 136.999, 137.8347]) {
    expect(Number.isFinite(toWgs84([edge, 34], 'gcj02')[0])).toBe(true);
    expect(Number.isFinite(toWgs84([100, edge - 70 + 0.5], 'bd09')[1])).toBe(true);
  }
});

test('geometries of every type are converted as a copy, heights stay, boxes of the old datum go', () => {
  const line: GeoJSON.LineString = {
    type: 'LineString',
    bbox: [116, 34, 117, 35],
    coordinates: [
      [116.9, 34.1, 12],
      [117, 34.2, 13],
    ],
  };
  const all: GeoJSON.GeometryCollection = { type: 'GeometryCollection', geometries: [line, { type: 'Point', coordinates: [116.9, 34.1] }] };
  const before = structuredClone(all);
  const moved = geometryToWgs84(all, 'gcj02');
  const [movedLine, movedPoint] = moved.geometries as [GeoJSON.LineString, GeoJSON.Point];
  expect(all).toEqual(before);
  expect(movedLine.bbox).toBeUndefined();
  expect(movedLine.coordinates[0]![2]).toBe(12);
  expect(movedLine.coordinates[0]!.slice(0, 2)).toEqual(movedPoint.coordinates);
  const back = geometryFromWgs84(movedPoint, 'gcj02').coordinates as LonLat;
  expect(distanceM(back, [116.9, 34.1])).toBeLessThan(1);
});

test('only the names of the four datums are datums', () => {
  expect(isDatum('gcj02')).toBe(true);
  expect(isDatum('toString')).toBe(false);
});
