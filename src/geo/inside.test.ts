import { expect, test } from 'vitest';
import { circlePolygon, isInCircle } from './circle.ts';
import { distanceM } from './distance.ts';
import { isInside, placeInRing } from './inside.ts';
import type { LonLat, Ring } from './position.ts';
import { seededRandom } from './random.ts';
import { aStar } from './star.fixture.ts';

const square: Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];
const hole: Ring = [
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 1],
  [1, 1],
];
const withHole: GeoJSON.Polygon = { type: 'Polygon', coordinates: [square, hole] };

/** Winding number by summed angles: slow, and nothing like the ray of the code under test. */
function isInsideByAngles([x, y]: LonLat, ring: Ring): boolean {
  let turn = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay, bx, by] = [ring[i - 1]![0] - x, ring[i - 1]![1] - y, ring[i]![0] - x, ring[i]![1] - y];
    turn += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  return Math.abs(turn) > Math.PI;
}

test('agrees with the winding number for random stars and places', () => {
  const random = seededRandom(11);
  for (let i = 0; i < 200; i += 1) {
    const ring = aStar(random, [117, 34], 1, 3 + (i % 20));
    for (let k = 0; k < 50; k += 1) {
      const place: LonLat = [random.between(115.9, 118.1), random.between(32.9, 35.1)];
      expect(placeInRing(place, ring) === 'inside').toBe(isInsideByAngles(place, ring));
    }
  }
});

test('places on edges, corners and the edge of a hole are inside, places in the hole are not', () => {
  for (const place of [
    [0, 2],
    [2, 0],
    [4, 4],
    [0, 0],
    [2, 4],
    [4, 1],
    [1, 1.5],
    [2, 2],
  ] as LonLat[]) {
    expect(isInside(place, withHole)).toBe(true);
  }
  expect(isInside([1.5, 1.5], withHole)).toBe(false);
  expect(isInside([4.0001, 2], withHole)).toBe(false);
});

test('a place level with corners of a ring is not counted twice', () => {
  const diamond: Ring = [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ];
  expect(placeInRing([0, 0], diamond)).toBe('inside');
  expect(placeInRing([-2, 0], diamond)).toBe('outside');
  expect(placeInRing([2, 0], diamond)).toBe('outside');
  expect(placeInRing([-2, 1], diamond)).toBe('outside');
});

test('any part of a multipolygon will do', () => {
  const far = square.map(([x, y]) => [x + 10, y]);
  const both: GeoJSON.MultiPolygon = { type: 'MultiPolygon', coordinates: [[square, hole], [far]] };
  expect(isInside([11, 1], both)).toBe(true);
  expect(isInside([7, 1], both)).toBe(false);
});

test('a circle as polygon holds the same places as the circle, but for a thin rim', () => {
  const random = seededRandom(12);
  const centre: LonLat = [116.95, 34.19];
  const polygon = circlePolygon(centre, 2000);
  for (let i = 0; i < 2000; i += 1) {
    const place: LonLat = [116.95 + random.between(-0.03, 0.03), 34.19 + random.between(-0.03, 0.03)];
    if (Math.abs(distanceM(place, centre) - 2000) < 6) continue;
    expect(isInside(place, polygon)).toBe(isInCircle(place, centre, 2000));
  }
});
