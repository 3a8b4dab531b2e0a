import { expect, test } from 'vitest';
import { gatherRunoff, runDown } from './depressions.ts';
import { priorityFlood } from './priorityFlood.ts';

/** A valley of one row that falls to the east: a bowl 2 m deep, a sill, a second bowl 1 m deep, the way out. */
const valley = Float64Array.of(10, 6, 6, 8, 5, 5, 6, 3);
const wall = new Float64Array(8).fill(20);
const ground = Float64Array.of(...wall, ...valley, ...wall);
const rain = (depths: Record<number, number>) => Float64Array.from({ length: 24 }, (_, cell) => depths[cell - 8] ?? 0);

test('every cell drains, and stands as high as the lowest sill on its way', () => {
  const { level, to, order } = priorityFlood(8, 3, ground, false);
  expect(level.slice(8, 16)).toEqual(Float64Array.of(10, 8, 8, 8, 6, 6, 6, 3));
  expect(order.length).toBe(24);
  expect(to[15]).toBe(15);
});

test('a bowl fills as a bathtub, overflows to the next one, and the rest leaves', () => {
  const filled = priorityFlood(8, 3, ground, false);
  const part = runDown(filled, ground, rain({ 1: 1, 2: 2 }), 100);
  expect(part.depth.slice(8, 16)).toEqual(Float64Array.of(0, 1.5, 1.5, 0, 0, 0, 0, 0));
  expect(part).toMatchObject({ storedM3: 300, leftM3: 0, wetCount: 1, fullCount: 0 });
  const full = runDown(filled, ground, rain({ 0: 5 }), 100);
  expect(full.depth.slice(8, 16)).toEqual(Float64Array.of(0, 2, 2, 0, 0.5, 0.5, 0, 0));
  expect(full).toMatchObject({ wetCount: 2, fullCount: 1 });
  const all = runDown(filled, ground, rain({ 0: 9 }), 100);
  expect(all).toMatchObject({ storedM3: 600, leftM3: 300, fullCount: 2 });
});

test('no water is lost on a hilly ground with holes', () => {
  const hills = Float64Array.from({ length: 2500 }, (_, cell) => (cell % 97 === 0 ? Number.NaN : Math.sin(cell) * 3 + Math.cos(cell / 40)));
  const water = hills.map((z) => (Number.isNaN(z) ? 0 : 0.2));
  const standing = runDown(priorityFlood(50, 50, hills, true), hills, water, 900);
  const poured = water.reduce((sum, each) => sum + each, 0) * 900;
  expect(standing.storedM3 + standing.leftM3).toBeCloseTo(poured, 6);
  expect(standing.depth.reduce((sum, each) => sum + each, 0) * 900).toBeCloseTo(standing.storedM3, 6);
});

test('gathered rain falls on fewer cells and none of it is lost', () => {
  const slope = Float64Array.from({ length: 900 }, (_, cell) => 30 - Math.floor(cell / 30) + 0.5 * Math.abs((cell % 30) - 15));
  const share = gatherRunoff(priorityFlood(30, 30, slope, false), slope, new Float64Array(900).fill(1), 40, 0.05);
  expect(share.reduce((sum, each) => sum + each, 0)).toBeCloseTo(900, 9);
  expect(share.filter((each) => each > 0).length).toBeLessThan(200);
});
