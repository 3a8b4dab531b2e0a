import { expect, test } from 'vitest';
import { isGauge, toModelUnit } from './readingUnits.ts';

test('a reading reaches the model in its unit, and one of another kind not at all', () => {
  expect(toModelUnit(1013.2, 'hPa', 'Pa')).toBe(101_320);
  expect(toModelUnit(0.8, 'MPa', 'Pa')).toBe(800_000);
  expect(toModelUnit(-33.4, '°C', 'K')).toBeCloseTo(239.75, 9);
  expect(toModelUnit(125, 'cm', 'm')).toBe(1.25);
  expect(toModelUnit(20, '°C', 'Pa')).toBeNull();
  expect(toModelUnit(20, '%LEL', '1')).toBeNull();
});

test('a gauge on a tank counts from the pressure of the air, a barometer from nothing', () => {
  expect([isGauge('MPa'), isGauge('hPa')]).toEqual([true, false]);
});
