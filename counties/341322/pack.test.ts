import { expect, test } from 'vitest';
import { areaM2 } from '#geo/area.ts';
import { bboxOf } from '#geo/bounds.ts';
import { isInside } from '#geo/inside.ts';
import { isCounterClockwise } from '#geo/orientation.ts';
import type { Ring } from '#geo/position.ts';
import { counties } from '../counties.ts';
import { loadPack } from './pack.ts';

test('the list of counties loads the pack it names', async () => {
  for (const entry of counties) {
    const pack = await entry.load();
    expect([pack.code, pack.name]).toEqual([entry.code, entry.name]);
  }
});

test('the county has 27 township-level divisions with unique codes inside its own code', async () => {
  const { code, divisions } = await loadPack();
  expect(new Set(divisions.map((division) => division.code)).size).toBe(27);
  for (const division of divisions) expect(division.code.startsWith(code)).toBe(true);
});

test('the outline is one counter-clockwise ring of about 1,850 square kilometres around the county seat', async () => {
  const { outline, bbox, centre } = await loadPack();
  expect(outline.type).toBe('Polygon');
  expect(isCounterClockwise(outline.coordinates[0] as Ring)).toBe(true);
  expect(areaM2(outline) / 1e6).toBeGreaterThan(1800);
  expect(areaM2(outline) / 1e6).toBeLessThan(1900);
  expect(bboxOf(outline)).toEqual(bbox);
  expect(isInside(centre, outline)).toBe(true);
});

test('the plan has eleven indicators, three of them binding, and differing texts on one matter are both kept', async () => {
  const { indicators } = await loadPack();
  expect(indicators).toHaveLength(11);
  expect(indicators.filter(({ kind }) => kind === 'binding').map(({ targetText }) => targetText)).toEqual(['下降 33%', '下降 15%', '95%']);
  for (const { id, sameMatterAs, targetText } of indicators) {
    if (sameMatterAs === null) continue;
    const other = indicators.find((indicator) => indicator.id === sameMatterAs)!;
    expect(other.sameMatterAs).toBe(id);
    expect(other.targetText).not.toBe(targetText);
  }
});
