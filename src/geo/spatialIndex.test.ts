import { expect, test } from 'vitest';
import { circlePolygon } from './circle.ts';
import { meetsArea } from './crossing.ts';
import { distanceM } from './distance.ts';
import type { Bbox, LonLat } from './position.ts';
import { seededRandom } from './random.ts';
import { buildSpatialIndex, distanceToGeometry } from './spatialIndex.ts';
import { aStar } from './star.fixture.ts';

const random = seededRandom(41);
const places: GeoJSON.Point[] = Array.from({ length: 600 }, () => ({
  type: 'Point',
  coordinates: [random.between(116.5, 117.2), random.between(33.9, 34.5)],
}));
const areas: GeoJSON.Polygon[] = Array.from({ length: 60 }, () => ({
  type: 'Polygon',
  coordinates: [aStar(random, [random.between(116.5, 117.2), random.between(33.9, 34.5)], 0.03, 9)],
}));
const things: GeoJSON.Geometry[] = [...places, ...areas];
const index = buildSpatialIndex(things, (thing) => thing);
const somewhere = (): LonLat => [random.between(116.4, 117.3), random.between(33.8, 34.6)];

test('things in an area are those that a full search finds', () => {
  for (let i = 0; i < 40; i += 1) {
    const area = i % 2 === 0 ? circlePolygon(somewhere(), 6000) : areas[i]!;
    expect(new Set(index.inArea(area))).toEqual(new Set(things.filter((thing) => meetsArea(thing, area))));
  }
});

test('things in a box are those that a full search finds', () => {
  const pointIndex = buildSpatialIndex(places, (place) => place);
  for (let i = 0; i < 40; i += 1) {
    const [[a, b], [c, d]] = [somewhere(), somewhere()];
    const box: Bbox = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
    const inside = places.filter(({ coordinates: [x, y] }) => box[0] <= x! && x! <= box[2] && box[1] <= y! && y! <= box[3]);
    expect(new Set(pointIndex.inBox(box))).toEqual(new Set(inside));
  }
});

test('the nearest things come in the order of their distance in metres', () => {
  for (let i = 0; i < 60; i += 1) {
    const place = somewhere();
    const expected = things.map((thing) => distanceToGeometry(place, thing)).toSorted((a, b) => a - b);
    expect(index.nearest(place, 7).map((found) => found.distanceM)).toEqual(expected.slice(0, 7));
  }
});

test('the nearest may be asked only among those that fit, even far away and when there are fewer', () => {
  const far: LonLat = [-70, -40];
  const found = index.nearest(far, 1000, (thing) => thing.type === 'Point');
  expect(found.length).toBe(600);
  expect(found[0]!.distanceM).toBe(Math.min(...places.map((place) => distanceM(far, place.coordinates as LonLat))));
  expect(index.nearest(far, 0)).toEqual([]);
});

test('an index over nothing finds nothing', () => {
  const empty = buildSpatialIndex([{}], () => null);
  expect(empty.size).toBe(0);
  expect(empty.nearest([117, 34], 3)).toEqual([]);
  expect(empty.inBox([0, 0, 1, 1])).toEqual([]);
});
