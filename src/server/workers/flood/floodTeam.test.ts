import { expect, test } from 'vitest';
import type { FloodOutputs } from '#models/flood/answers.ts';
import type { Progress } from '#models/model.ts';
import { FloodCancelled, startFlood } from './floodTeam.ts';

const [columns, rows] = [96, 96];
const ground = Float64Array.from({ length: columns * rows }, (_, cell) => {
  const [x, y] = [cell % columns, Math.floor(cell / columns)];
  return 30 + 1.5 * Math.sin(x / 9) * Math.cos(y / 11) - 0.01 * x;
});
const dem = { columns, rows, west: 117, north: 34.2, cellX: 0.0003, cellY: 0.0003, crs: 'EPSG:4326', values: ground };
const event = { dem, rain: { intensityMmPerHour: [60, 40] }, durationS: 5400, frames: 3 };

const outputs = async (run: ReturnType<typeof startFlood>) => {
  const answer = await run.answer;
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.outputs as unknown as FloodOutputs;
};

test.each(['double', 'single'] as const)('two workers flood the land as one does, in %s precision', async (precision) => {
  const seen: Progress[] = [];
  const one = await outputs(startFlood({ ...event, precision }, 1));
  const two = await outputs(startFlood({ ...event, precision }, 2, (progress) => seen.push(progress)));
  const [alone, together] = [[...one.maxDepth.values], [...two.maxDepth.values]];
  const apart = Math.max(...alone.map((each, cell) => Math.abs(each - (together[cell] as number))));
  expect(apart).toBeLessThan(precision === 'double' ? 1e-9 : 1e-4);
  expect(Math.max(...alone)).toBeGreaterThan(0.2);
  expect(two.steps).toBe(one.steps);
  expect(two.volumeError).toBeLessThan(precision === 'double' ? 1e-6 : 1e-4);
  expect(two.lostM3).toBeCloseTo(one.lostM3, 3);
  expect(seen.filter(({ frame }) => frame).length).toBe(4);
});

test('a cancelled run stops, helpers and all', async () => {
  const run = startFlood({ ...event, durationS: 864_000, runoff: 'inPlace' }, 2, () => void run.cancel());
  await expect(run.answer).rejects.toBeInstanceOf(FloodCancelled);
});

test('what the model refuses is refused here too', async () => {
  expect(await startFlood({ dem }, 2).answer).toMatchObject({ ok: false, problems: [{ field: 'rain', rule: 'required' }] });
});
