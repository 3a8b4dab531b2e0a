import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeMessage } from '#protocols/hj212/answer.ts';
import { writeTime } from '#protocols/hj212/time.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import { folderDisk } from '../log/disk.ts';
import { createFrameQueue } from './frameQueue.ts';
import { startHj212 } from './hj212.ts';
import { anEndpoint } from './testEndpoint.ts';

function aFrame(deviceId: string, n: number): Uint8Array {
  const items = [[{ name: 'DataTime', value: writeTime(Date.now()) }], [{ name: 'a21005-Rtd', value: String(n) }]];
  const codes = { systemType: '22', command: '2011', password: '1', flag: 5, packageCount: null, packageNumber: null };
  return encodeMessage({ ...codes, requestNumber: `${writeTime(Date.now())}000`, deviceId, items, otherFields: [] });
}

const answers = (bytes: Buffer) => bytes.toString('latin1').match(/CN=9014/g)?.length ?? 0;

test('a device that floods is slowed down, loses nothing and does not delay its neighbour', { timeout: 20_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-flooding-'));
  const bench = await anEndpoint(startHj212, { disk: await folderDisk(folder), limits: { framesPerSecond: 400 } });
  const [flooding, normal] = [await bench.device(), await bench.device()];
  for (let n = 0; n < 1_000; n++) flooding.send(aFrame('FLOOD', n));
  const latencies: number[] = [];
  for (let n = 1; n <= 40; n++) {
    const sentMs = performance.now();
    normal.send(aFrame('NORMAL', n));
    await normal.received((bytes) => answers(bytes) === n);
    latencies.push(performance.now() - sentMs);
  }
  latencies.sort((a, b) => a - b);
  expect(latencies[20]).toBeLessThan(50);
  await flooding.received((bytes) => answers(bytes) === 1_000);
  expect(bench.counted('flooding')).toBeGreaterThan(0);
  expect(bench.counted('accepted')).toBe(1_040);
  await bench.close();
  rmSync(folder, { recursive: true });
});

test('a connection is read again once its frames are on disk and its allowance is back', async () => {
  const clock = new TestClock();
  const events: string[] = [];
  const finish: (() => void)[] = [];
  const queue = createFrameQueue<number>({
    clock,
    unacknowledged: 2,
    framesPerSecond: 5,
    handle: (frame) => (events.push(`begin ${frame}`), new Promise((resolve) => finish.push(resolve))),
    pause: () => events.push('pause'),
    resume: () => events.push('resume'),
    onFlooding: () => events.push('flooding'),
  });
  queue.push([1, 2, 3]);
  expect(events.splice(0)).toEqual(['begin 1', 'begin 2', 'pause']);
  finish.shift()?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(events.splice(0)).toEqual(['begin 3', 'resume']);
  for (const resolve of finish.splice(0)) resolve();
  await queue.drained();
  queue.push([4, 5, 6]);
  expect(events.splice(0)).toEqual(['begin 4', 'begin 5', 'pause', 'flooding']);
  for (const resolve of finish.splice(0)) resolve();
  await new Promise((resolve) => setImmediate(resolve));
  expect(events.splice(0)).toEqual([]);
  clock.advance(200);
  expect(events.splice(0)).toEqual(['begin 6', 'resume']);
});
