import { expect, test } from 'vitest';
import { cornersOf, crossesItself, noArea, polygonOf, summarize, toggleDivision } from './areaDraft.ts';
import type { Division } from './divisions.ts';
import type { LonLat } from './drawn.ts';

const square = (west: number, south: number, size: number): LonLat[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
];

function aTownship(code: string, corners: LonLat[] | null, place: LonLat): Division {
  return { code, level: 'township', name: { zh: code, en: code }, demo: true, outline: corners && polygonOf(corners), place };
}

const townships = [
  aTownship('341322100', square(116.9, 34.1, 0.1), [116.95, 34.15]),
  aTownship('341322101', square(117.0, 34.1, 0.1), [117.05, 34.15]),
  aTownship('341322102', null, [117.5, 34.5]),
];

test('three corners make a closed counter-clockwise polygon, whichever way they were clicked', () => {
  const clockwise: LonLat[] = [
    [0, 0],
    [0, 1],
    [1, 0],
  ];
  const ring = polygonOf(clockwise)?.coordinates[0];
  expect(ring).toHaveLength(4);
  expect(ring?.[0]).toEqual(ring?.[3]);
  expect(ring?.[1]).toEqual([1, 0]);
  expect(polygonOf(clockwise.slice(0, 2))).toBeNull();
  expect(cornersOf(polygonOf(square(0, 0, 1)))).toEqual(square(0, 0, 1));
});

test('a bow tie is known to cross itself, a square is not', () => {
  expect(crossesItself(square(0, 0, 1))).toBe(false);
  const [a, b, c, d] = square(0, 0, 1) as [LonLat, LonLat, LonLat, LonLat];
  expect(crossesItself([a, c, b, d])).toBe(true);
});

test('picking the whole county drops the townships in it', () => {
  expect(toggleDivision(['341322100', '341322101'], '341322')).toEqual(['341322']);
  expect(toggleDivision(['341322'], '341322100')).toEqual(['341322100']);
  expect(toggleDivision(['341322100'], '341322100')).toEqual([]);
});

test('a polygon names the townships it touches and its size', () => {
  const shape = polygonOf(square(116.95, 34.12, 0.1));
  const { squareKm, townships: touched } = summarize({ ...noArea, shape }, townships);
  expect(touched.map((township) => township.code)).toEqual(['341322100', '341322101']);
  // 0.1° of latitude is 11.12 km; 0.1° of longitude at 34.17° N is 9.20 km.
  expect(squareKm).toBeCloseTo(102.3, 0);
});

test('a circle of 5 km has 78.5 km² and meets a township without outline by its place', () => {
  const { squareKm, townships: touched } = summarize({ ...noArea, circle: { center: [117.52, 34.5], radiusKm: 5 } }, townships);
  expect(squareKm).toBeCloseTo(78.5, 0);
  expect(touched.map((township) => township.code)).toEqual(['341322102']);
});

test('a picked township without outline leaves the size unknown rather than wrong', () => {
  expect(summarize({ ...noArea, areas: ['341322102'] }, townships).squareKm).toBeNull();
});
