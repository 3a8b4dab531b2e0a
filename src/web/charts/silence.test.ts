import { expect, test } from 'vitest';
import type { AlarmRule } from '#kernel/alarm/alarm.ts';
import { silenceLimitMs, silences, type ReadingRow } from './silence.ts';

const minute = 60_000;
const rowsAt = (...minutes: number[]): ReadingRow[] => minutes.map((at) => [at * minute, 1, 'good']);
const noDataRule: AlarmRule = {
  id: 'r',
  version: 1,
  pointId: 'p',
  priority: 'low',
  text: { zh: '无数据', en: 'No data' },
  condition: { kind: 'noData', silentMs: 15 * minute },
};

test('a point that reports each five minutes is silent after twenty', () => {
  const rows = rowsAt(0, 5, 10, 15, 60, 65);
  expect(silenceLimitMs(rows, [])).toBe(20 * minute);
  expect(silences(rows, 20 * minute, 70 * minute)).toEqual([[15 * minute, 60 * minute]]);
});

test('the no-data rule of a point decides when it has one', () => {
  expect(silenceLimitMs(rowsAt(0, 5, 10), [noDataRule])).toBe(15 * minute);
});

test('a point that stopped is silent up to the end of the window', () => {
  expect(silences(rowsAt(0, 1, 2), 5 * minute, 60 * minute)).toEqual([[2 * minute, 60 * minute]]);
});

test('readings each second do not make a pause of a minute a silence', () => {
  const rows: ReadingRow[] = Array.from({ length: 60 }, (_, second) => [second * 1000, 1, 'good']);
  expect(silences(rows, silenceLimitMs(rows, []), 2 * minute)).toEqual([]);
});
