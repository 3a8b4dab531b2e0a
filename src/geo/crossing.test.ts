import { expect, test } from 'vitest';
import { clipLine, crossingShare, lineMeetsArea, linesMeet, meetsArea, segmentsMeet } from './crossing.ts';
import { along, lengthM } from './distance.ts';
import { isInside } from './inside.ts';
import type { LonLat } from './position.ts';
import { seededRandom } from './random.ts';
import { aStar } from './star.fixture.ts';

const square: GeoJSON.Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
  ],
};

test('segments that cross, touch at an end or overlap meet; others do not', () => {
  expect(segmentsMeet([0, 0], [2, 2], [0, 2], [2, 0])).toBe(true);
  expect(segmentsMeet([0, 0], [1, 1], [1, 1], [2, 0])).toBe(true);
  expect(segmentsMeet([0, 0], [2, 0], [1, 0], [3, 0])).toBe(true);
  expect(segmentsMeet([0, 0], [1, 0], [2, 0], [3, 0])).toBe(false);
  expect(segmentsMeet([0, 0], [1, 1], [0, 1], [0.4, 0.6])).toBe(false);
});

test('the crossing share is the place where both lines are', () => {
  const random = seededRandom(21);
  for (let i = 0; i < 500; i += 1) {
    const point = (): LonLat => [random.next(), random.next()];
    const [a, b, c, d] = [point(), point(), point(), point()];
    const t = crossingShare(a, b, c, d);
    expect(t !== null).toBe(segmentsMeet(a, b, c, d));
    if (t === null) continue;
    const p: LonLat = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    expect((d[0] - c[0]) * (p[1] - c[1]) - (d[1] - c[1]) * (p[0] - c[0])).toBeCloseTo(0, 9);
  }
});

test('a road straight through an area meets it although both its ends are outside', () => {
  expect(
    lineMeetsArea(
      [
        [-1, 2],
        [5, 2],
      ],
      square,
    ),
  ).toBe(true);
  expect(
    lineMeetsArea(
      [
        [1, 1],
        [2, 2],
      ],
      square,
    ),
  ).toBe(true);
  expect(
    lineMeetsArea(
      [
        [4, -1],
        [4, 0],
      ],
      square,
    ),
  ).toBe(true);
  expect(
    lineMeetsArea(
      [
        [5, 5],
        [6, 0],
      ],
      square,
    ),
  ).toBe(false);
});

test('areas meet when they cross, when one holds the other, and not when one lies in the hole of the other', () => {
  const shifted = (dx: number, size: number): GeoJSON.Polygon => ({
    type: 'Polygon',
    coordinates: [
      [
        [dx, 1],
        [dx + size, 1],
        [dx + size, 1 + size],
        [dx, 1 + size],
        [dx, 1],
      ],
    ],
  });
  const ringed: GeoJSON.Polygon = {
    type: 'Polygon',
    coordinates: [
      ...square.coordinates,
      [
        [1, 1],
        [1, 3],
        [3, 3],
        [3, 1],
        [1, 1],
      ],
    ],
  };
  expect(meetsArea(shifted(3, 5), square)).toBe(true);
  expect(meetsArea(shifted(1, 1), square)).toBe(true);
  expect(meetsArea(square, shifted(1, 1))).toBe(true);
  expect(meetsArea(shifted(5, 1), square)).toBe(false);
  expect(
    meetsArea(
      {
        type: 'Polygon',
        coordinates: [
          [
            [1.5, 1.5],
            [2.5, 1.5],
            [2.5, 2.5],
            [1.5, 2.5],
            [1.5, 1.5],
          ],
        ],
      },
      ringed,
    ),
  ).toBe(false);
});

test('every other type of geometry is asked part by part', () => {
  expect(meetsArea({ type: 'Point', coordinates: [4, 2] }, square)).toBe(true);
  expect(
    meetsArea(
      {
        type: 'MultiPoint',
        coordinates: [
          [9, 9],
          [1, 1],
        ],
      },
      square,
    ),
  ).toBe(true);
  expect(
    meetsArea(
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [9, 9],
            [8, 8],
          ],
          [
            [-1, 1],
            [1, -1],
          ],
        ],
      },
      square,
    ),
  ).toBe(true);
  expect(meetsArea({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [9, 9] }] }, square)).toBe(false);
});

test('a clipped line is exactly the part inside, compared with a dense sampling', () => {
  const random = seededRandom(22);
  for (let i = 0; i < 60; i += 1) {
    const area: GeoJSON.Polygon = { type: 'Polygon', coordinates: [aStar(random, [117, 34], 0.3, 15)] };
    const point = (): LonLat => [random.between(116.6, 117.4), random.between(33.6, 34.4)];
    const line = [point(), point(), point(), point()];
    const parts = clipLine(line, area);
    const total = lengthM(line);
    const samples = Array.from({ length: 3000 }, (_, k) => along(line, (total * (k + 0.5)) / 3000));
    const share = samples.filter((place) => isInside(place, area)).length / samples.length;
    expect(parts.reduce((sum, part) => sum + lengthM(part), 0) / total).toBeCloseTo(share, 2);
    expect(linesMeet(line, area.coordinates[0] as LonLat[]) || parts.length < 2).toBe(true);
  }
});
