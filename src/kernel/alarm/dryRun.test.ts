import { expect, test } from 'vitest';
import { aPoint, aRule, minute, noon, pointId } from './alarmBuilders.ts';
import { DryRun } from './dryRun.ts';

const read = (run: DryRun, values: readonly number[], stepMs = minute) =>
  values.forEach((value, at) => run.take({ pointId, atMs: noon + at * stepMs, value, quality: 'good' }));

test('a month that crossed the limit three times would have raised three alarms', () => {
  const run = new DryRun([aPoint()], [aRule()], noon);
  read(run, [29, 31, 31, 29, 31, 29, 31, 29]);
  const result = run.end(noon + 10 * minute);
  expect(result).toMatchObject({ alarms: 3, suppressed: 0, readings: 8 });
  expect(result.items.map(({ at, value }) => [at, value])).toEqual([1, 4, 6].map((n) => [new Date(noon + n * minute).toISOString(), 31]));
});

test('what flood control keeps back is counted apart', () => {
  const run = new DryRun([aPoint()], [aRule({ chatter: { times: 2, withinMs: 10 * minute, quietMs: 20 * minute } })], noon);
  read(run, [31, 29, 31, 29, 31, 29, 31, 29]);
  // Two of its own, the one about the source, then two kept back.
  expect(run.end(noon + 10 * minute)).toMatchObject({ alarms: 3, suppressed: 2 });
});

test('silence up to the end counts, and a reading of unknown points or bad quality does not raise', () => {
  const run = new DryRun([aPoint()], [aRule(), aRule({ id: 's', condition: { kind: 'noData', silentMs: 10 * minute } })], noon);
  run.take({ pointId: 'other', atMs: noon, value: 99, quality: 'good' });
  run.take({ pointId, atMs: noon + minute, value: 99, quality: 'outOfRange' });
  expect(run.end(noon + 60 * minute)).toMatchObject({ alarms: 1, readings: 1, items: [{ value: null, at: '2026-07-01T04:11:00.000Z' }] });
});
