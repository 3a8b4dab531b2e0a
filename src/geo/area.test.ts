import { expect, test } from 'vitest';
import { areaM2, signedRingAreaM2 } from './area.ts';
import { centroid, representativePoint } from './centre.ts';
import { circlePolygon } from './circle.ts';
import { isInside } from './inside.ts';
import { isCounterClockwise, rewind } from './orientation.ts';
import { earthRadiusM, radians, type Ring } from './position.ts';
import { seededRandom } from './random.ts';
import { aStar } from './star.fixture.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

test('a box between meridians and parallels has the area of its zone', () => {
  const exact = earthRadiusM ** 2 * radians(1) * (Math.sin(radians(35)) - Math.sin(radians(34)));
  expect(signedRingAreaM2(box(116, 34, 117, 35))).toBeCloseTo(exact, 0);
  expect(signedRingAreaM2(box(116, 34, 117, 35).toReversed())).toBeCloseTo(-exact, 0);
});

test('the area of a circle polygon is πr² within two per mille', () => {
  expect(areaM2(circlePolygon([117, 34.2], 3000)) / (Math.PI * 3000 ** 2)).toBeCloseTo(1, 3);
});

test('a hole is taken off and the direction of rings does not matter', () => {
  const whole = areaM2({ type: 'Polygon', coordinates: [box(116, 34, 117, 35)] });
  const hole = areaM2({ type: 'Polygon', coordinates: [box(116.2, 34.2, 116.4, 34.4)] });
  for (const inner of [box(116.2, 34.2, 116.4, 34.4), box(116.2, 34.2, 116.4, 34.4).toReversed()]) {
    expect(areaM2({ type: 'Polygon', coordinates: [box(116, 34, 117, 35), inner] })).toBeCloseTo(whole - hole, 0);
  }
});

test('rewinding turns the exterior counter-clockwise and holes clockwise, and leaves the input alone', () => {
  const input: GeoJSON.Polygon = { type: 'Polygon', coordinates: [box(0, 0, 9, 9).toReversed(), box(1, 1, 2, 2)] };
  const before = structuredClone(input);
  const [exterior, hole] = rewind(input).coordinates as Ring[];
  expect(isCounterClockwise(exterior!)).toBe(true);
  expect(isCounterClockwise(hole!)).toBe(false);
  expect(input).toEqual(before);
});

test('the centroid of an L lies where the weighted boxes say, also with a hole', () => {
  const ell: Ring = [
    [0, 0],
    [4, 0],
    [4, 1],
    [1, 1],
    [1, 3],
    [0, 3],
    [0, 0],
  ];
  const [x, y] = centroid({ type: 'Polygon', coordinates: [ell] });
  expect(x).toBeCloseTo((4 * 2 + 2 * 0.5) / 6, 9);
  expect(y).toBeCloseTo((4 * 0.5 + 2 * 2) / 6, 9);
  const [holeX] = centroid({ type: 'Polygon', coordinates: [box(0, 0, 4, 4), box(3, 0.5, 4, 3.5)] });
  expect(holeX).toBeCloseTo((16 * 2 - 3 * 3.5) / 13, 9);
});

test('the representative point lies inside, however bent the area is', () => {
  const random = seededRandom(7);
  for (let i = 0; i < 300; i += 1) {
    const star: GeoJSON.Polygon = { type: 'Polygon', coordinates: [aStar(random, [117, 34], 0.3, 24)] };
    expect(isInside(representativePoint(star), star)).toBe(true);
  }
  const horseshoe: GeoJSON.Polygon = {
    type: 'Polygon',
    coordinates: [[...box(0, 0, 10, 10).slice(0, 3), [9, 10], [9, 1], [1, 1], [1, 10], [0, 10], [0, 0]]],
  };
  expect(isInside(centroid(horseshoe), horseshoe)).toBe(false);
  expect(isInside(representativePoint(horseshoe), horseshoe)).toBe(true);
});
