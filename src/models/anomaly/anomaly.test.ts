import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runModel } from '../runModel.ts';
import { seededNormal } from '../statistics.ts';
import { anomaly } from './anomaly.ts';
import { watch } from './detector.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const windows = JSON.parse(fixture('windows.json').toString()) as Record<string, [string, string][]>;
const instant = (text: string) => Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`);

/** Labelled windows found, and detections outside every window, with the first 15 % (at most 3,000 readings) called normal. */
function judge(name: string, seasonSteps: number): { found: number; of: number; outside: number } {
  const rows = gunzipSync(fixture(`${name}.csv.gz`))
    .toString()
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
  const times = rows.map(([at = '']) => instant(at));
  const trainSteps = Math.floor(Math.min(0.15 * rows.length, 3_000));
  const { detections } = watch(
    rows.map(([, value]) => Number(value)),
    { seasonSteps, trainSteps, falseAlarmsPerTraining: 0.5 },
  );
  const key = Object.keys(windows).find((each) => each.includes(name)) ?? '';
  const spans = (windows[key] ?? []).map(([from, to]) => [instant(from), instant(to)] as const);
  const isIn = (at: number, [from, to]: readonly [number, number]) => (times[at] ?? 0) >= from && (times[at] ?? 0) <= to;
  return {
    found: spans.filter((span) => detections.some(({ at }) => isIn(at, span))).length,
    of: spans.length,
    outside: detections.filter(({ at }) => !spans.some((span) => isIn(at, span))).length,
  };
}

test.each([
  ['machine_temperature_system_failure', 288, { found: 2, of: 4, outside: 1 }],
  ['ambient_temperature_system_failure', 24, { found: 2, of: 2, outside: 2 }],
  ['occupancy_6005', 288, { found: 1, of: 1, outside: 1 }],
  ['art_daily_jumpsup', 288, { found: 1, of: 1, outside: 0 }],
  ['art_daily_small_noise', 288, { found: 0, of: 0, outside: 0 }],
])('on %s it finds what it found when it was judged, and no more is wrong', (name, season, expected) => {
  expect(judge(name, season)).toEqual(expected);
});

test('the forecast repeats the day and its band holds what comes', () => {
  const normal = seededNormal(11);
  const wave = (at: number) => 10 + 3 * Math.sin((2 * Math.PI * at) / 96);
  const values = Array.from({ length: 96 * 30 }, (_, at) => wave(at) + 0.3 * normal());
  const result = runModel(anomaly, { values, stepS: 900, seasonSteps: 96, trainSteps: 96 * 20, horizonSteps: 96 });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const steps = result.outputs['forecast'] as { ahead: number; expected: number; low: number; high: number }[];
  expect(steps).toHaveLength(96);
  const held = steps.filter(({ ahead, low, high }) => wave(values.length - 1 + ahead) > low && wave(values.length - 1 + ahead) < high);
  expect(held.length).toBeGreaterThan(90);
  expect(result.outputs['falseAlarmsPerDay']).toBeCloseTo(0.5 / 20, 6);
});

test('a stuck instrument, a short series and a stretch longer than the series are told apart', () => {
  const stuck = runModel(anomaly, { values: Array.from({ length: 200 }, () => 4.2), stepS: 60, trainSteps: 100 });
  expect(stuck.ok && stuck.warnings.map(({ code }) => code)).toContain('constant');
  const short = runModel(anomaly, { values: [1, 2], stepS: 60, trainSteps: 100 });
  expect(short.ok ? null : short.problems[0]).toMatchObject({ field: 'values', rule: 'length', min: 60 });
  const long = runModel(anomaly, { values: Array.from({ length: 80 }, (_, at) => at), stepS: 60, trainSteps: 100 });
  expect(long.ok ? null : long.problems[0]).toMatchObject({ field: 'trainSteps', value: 100, max: 80 });
});
