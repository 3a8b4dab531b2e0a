import { expect, test } from 'vitest';
import { distanceM } from '#geo/distance.ts';
import { readCoordinates, writeCoordinates } from './coordinates.ts';

test('a pasted pair is read in either order, with Chinese or Western punctuation', () => {
  for (const text of [
    '34.19,116.95',
    '116.95,34.19',
    '116.95 34.19',
    '（34.19，116.95）',
    '纬度：34.19　经度：116.95',
    'lon=116.95&lat=34.19',
  ]) {
    expect(readCoordinates(text, 'wgs84')).toEqual([116.95, 34.19]);
  }
});

test('degrees, minutes and seconds are read', () => {
  expect(readCoordinates('34°11′24″N 116°57′0″E', 'wgs84')).toEqual([116.95, 34.19]);
  expect(readCoordinates('东经116度57分 北纬34度11.4分', 'wgs84')).toEqual([116.95, 34.19]);
});

test('a place from a commercial map moves some hundred metres', () => {
  const moved = readCoordinates('34.19,116.95', 'gcj02');
  const metres = distanceM(moved ?? [0, 0], [116.95, 34.19]);
  expect(metres).toBeGreaterThan(100);
  expect(metres).toBeLessThan(1000);
});

test('what is no pair of coordinates in China is refused', () => {
  for (const text of ['', '萧县龙城镇', '34.19', '34.19,116.95,20', '-34.19,116.95', '200,300'])
    expect(readCoordinates(text, 'wgs84')).toBeNull();
});

test('a place is written latitude first', () => {
  expect(writeCoordinates([116.95, 34.19])).toBe('34.190000, 116.950000');
});
