import { expect, test } from 'vitest';
import type { LogEntry } from '#kernel/alarm/entry.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import { RefusalError } from '#kernel/problem/refusal.ts';
import { openLog, type Durable, type IngestLog, type LogOptions } from './log.ts';
import type { LogItem } from './reader.ts';
import { simulatedDisk, type SimulatedDisk } from './simulatedDisk.ts';

const tick = (atMs: number): LogEntry => ({ kind: 'tick', atMs });

async function aLog(more: Partial<LogOptions> & { disk?: SimulatedDisk } = {}) {
  const disk = more.disk ?? simulatedDisk(() => 0.5);
  const clock = new TestClock();
  const lines: string[] = [];
  const batches: Durable[][] = [];
  const log = await openLog({
    disk,
    clock,
    report: (line) => lines.push(line),
    onDurable: (batch) => batches.push([...batch]),
    ...more,
  });
  return { log, disk, clock, lines, batches };
}

async function readAll(log: IngestLog, after = 0): Promise<LogItem[]> {
  const reader = log.read(after);
  const items: LogItem[] = [];
  for (let next = await reader.next(200); next.length > 0; next = await reader.next(200)) items.push(...next);
  return items;
}

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof RefusalError ? error.refusal.code : String(error)),
  );

test('positions count up from one and everything that arrives together shares one sync', async () => {
  const { log, batches } = await aLog();
  const positions = await Promise.all([1, 2, 3].map((n) => log.append(tick(n))));
  expect(positions).toEqual([1, 2, 3]);
  expect(batches).toHaveLength(1);
  expect(await log.append(tick(4))).toBe(4);
});

test('while the disk lets more gather, what arrives shares one sync', async () => {
  let isReady: () => void = () => undefined;
  const gathering = new Promise<void>((resolve) => (isReady = resolve));
  const disk = { ...simulatedDisk(() => 0.5), gather: () => gathering };
  const { log, batches } = await aLog({ disk });
  const first = log.append(tick(1));
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const second = log.append(tick(2));
  expect(batches).toEqual([]);
  isReady();
  expect(await Promise.all([first, second])).toEqual([1, 2]);
  expect(batches).toHaveLength(1);
});

test('what was appended is read again from any position, also after a restart', async () => {
  const { log, disk } = await aLog({ segmentBytes: 300 });
  for (let n = 1; n <= 40; n++) await log.append(tick(n));
  expect((await disk.list()).length).toBeGreaterThan(3);
  const again = (await aLog({ disk: disk.kill() })).log;
  expect(await readAll(again, 0)).toMatchObject(Array.from({ length: 40 }, (_, i) => ({ position: i + 1, entry: tick(i + 1) })));
  expect((await readAll(again, 33)).map((item) => item.ok && item.position)).toEqual([34, 35, 36, 37, 38, 39, 40]);
  expect(await readAll(again, 40)).toEqual([]);
  expect(await again.append(tick(41))).toBe(41);
});

test('a reader that has caught up gets what comes later', async () => {
  const { log } = await aLog();
  const reader = log.read(0);
  await log.append(tick(1));
  expect(await reader.next()).toHaveLength(1);
  expect(await reader.next()).toEqual([]);
  await log.append(tick(2));
  expect(await reader.next()).toMatchObject([{ position: 2 }]);
});

test('a full disk refuses, keeps nothing of it, and the log goes on when there is room again', async () => {
  const { log, disk } = await aLog();
  await log.append(tick(1));
  disk.setFree(20);
  expect(await refusalOf(log.append(tick(2)))).toBe('log-full');
  expect(await refusalOf(log.append(tick(3)))).toBe('log-full');
  expect((await disk.list()).length).toBe(1);
  disk.setFree(1_000_000);
  expect(await log.append(tick(4))).toBe(2);
  const again = (await aLog({ disk: disk.kill() })).log;
  expect((await readAll(again)).map((item) => item.ok && item.entry)).toEqual([tick(1), tick(4)]);
});

test('a failed sync refuses with its own code', async () => {
  const { log, disk } = await aLog();
  disk.setFaults(1);
  expect(await refusalOf(log.append(tick(1)))).toBe('log-failed');
  disk.setFaults(0);
  expect(await log.append(tick(2))).toBe(1);
});

test('damage in the middle is reported with its position and the rest stays readable', async () => {
  const { log, disk } = await aLog();
  for (let n = 1; n <= 5; n++) await log.append(tick(n));
  const [name = ''] = await disk.list();
  const [bytes, record] = [await disk.read(name, 0, 10_000), '"atMs":3'];
  disk.corrupt(name, bytes.indexOf(record) + 7);
  const again = await aLog({ disk: disk.kill() });
  expect(again.log.damage).toMatchObject([{ code: 'damaged', from: 3, to: 3, segment: name }]);
  expect(again.lines.join()).toContain('positions 3 to 3');
  expect((await readAll(again.log)).map((item) => (item.ok ? item.position : [item.from, item.to]))).toEqual([1, 2, [3, 3], 4, 5]);
  expect(await again.log.append(tick(6))).toBe(6);
});

test('damage in an old segment is reported when it is read, whatever was hit', async () => {
  for (const offset of [0, 35, 50, 60, 120, 200]) {
    const { log, disk } = await aLog({ segmentBytes: 200 });
    for (let n = 1; n <= 30; n++) await log.append(tick(n));
    const name = (await disk.list()).sort()[1] ?? '';
    disk.corrupt(name, offset);
    const items = await readAll((await aLog({ disk: disk.kill() })).log);
    const positions = items.flatMap((item) =>
      item.ok ? [item.position] : Array.from({ length: item.to - item.from + 1 }, (_, i) => item.from + i),
    );
    expect(positions).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(items.filter((item) => !item.ok)).toHaveLength(offset === 0 ? 0 : 1);
  }
});

test('applied segments older than the retention are removed, and no others', async () => {
  const { log, disk, clock } = await aLog({ segmentBytes: 100, retentionMs: 7 * 24 * 3_600_000 });
  for (let n = 1; n <= 9; n++) await log.append(tick(n));
  const before = (await disk.list()).length;
  expect(await log.removeApplied(9)).toBe(0);
  clock.advance(7 * 24 * 3_600_000);
  expect(await log.removeApplied(0)).toBe(0);
  expect(await log.removeApplied(9)).toBe(before - 1);
  expect((await readAll(log))[0]).toMatchObject({ ok: false, code: 'damaged', from: 1 });
  expect(await log.append(tick(10))).toBe(10);
});

test('a log that was lost goes on after the position the database has', async () => {
  const { log, disk } = await aLog({ after: 500 });
  expect(await log.append(tick(1))).toBe(501);
  const again = (await aLog({ disk: disk.kill(), after: 501 })).log;
  expect(await readAll(again, 500)).toMatchObject([{ ok: true, position: 501 }]);
});

test('closing waits for what is being written and refuses what comes later', async () => {
  const { log } = await aLog();
  const writing = log.append(tick(1));
  const closing = log.close();
  expect(await refusalOf(log.append(tick(2)))).toBe('log-closed');
  expect(await writing).toBe(1);
  await closing;
});
