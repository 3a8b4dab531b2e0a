import { expect, test } from 'vitest';
import type { Observations } from '#web/api/answers.ts';
import { compareOption } from './compareOption.ts';

const aPoint = (id: string, unit: string): Observations => ({
  point: { id, name: id, unit, stationName: '站' },
  rules: [],
  items: [
    [1000, 1, 'good'],
    [2000, 3, 'good'],
  ],
});

test('points of one unit share an axis, another unit has its own, and the whole year can be zoomed', () => {
  const option = compareOption({
    observations: [aPoint('a', 'm'), aPoint('b', 'mm'), aPoint('c', 'm')],
    fromMs: 0,
    toMs: 10_000,
    mood: 'office',
  });
  expect((option.yAxis as { name: string }[]).map(({ name }) => name)).toEqual(['m', 'mm']);
  expect((option.series as { yAxisIndex: number }[]).map(({ yAxisIndex }) => yAxisIndex)).toEqual([0, 1, 0]);
  expect(option.xAxis).toMatchObject({ min: 0, max: 10_000 });
  expect((option.dataZoom as { type: string }[]).map(({ type }) => type)).toEqual(['inside', 'slider']);
});
