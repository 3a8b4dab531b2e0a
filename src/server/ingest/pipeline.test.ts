import { expect, test } from 'vitest';
import { aCommand, aPoint, aReading, aRule, aSignal, minute, noon, pointId, ruleId } from '#kernel/alarm/alarmBuilders.ts';
import type { AlarmChange } from '#kernel/alarm/entry.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import { RefusalError } from '#kernel/problem/refusal.ts';
import { simulatedDisk, type SimulatedDisk } from './log/simulatedDisk.ts';
import { memoryStore, type MemoryStore } from './memoryStore.ts';
import { startPipeline } from './pipeline.ts';

const silence = aRule({ id: '0197c000-0000-7000-8000-0000000000a2', condition: { kind: 'noData', silentMs: 10 * minute } });

interface Setting {
  store: MemoryStore;
  disk: SimulatedDisk;
  clock: TestClock;
}

async function aPipeline(more: Partial<Setting> = {}) {
  const store = more.store ?? memoryStore([aPoint()], [aRule()]);
  const disk = more.disk ?? simulatedDisk(() => 0.5);
  const clock = more.clock ?? new TestClock(noon);
  const errors: string[] = [];
  const changes: AlarmChange[] = [];
  const pipeline = await startPipeline({
    store,
    disk,
    clock,
    followerLingerMs: 0,
    report: (error, where) => errors.push(`${where}: ${error.message}`),
  });
  pipeline.onChanges((more) => changes.push(...more));
  const read = (value: number, atMs = clock.nowMs()) => pipeline.accept(aSignal(value, atMs, {}, clock.nowMs()));
  return { pipeline, store, disk, clock, errors, changes, read };
}

/** Lets pending I/O of the simulated disk happen until something is true. */
async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2_000 && !isTrue(); turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(isTrue()).toBe(true);
}

test('an alarm is heard of before its reading is acknowledged, and reaches the database afterwards', async () => {
  const { pipeline, changes, read, store } = await aPipeline();
  const { position } = await read(31);
  expect(changes).toMatchObject([{ kind: 'raised', position }]);
  await pipeline.stored(position);
  expect([...store.alarms.values()]).toMatchObject([{ state: 'unacknowledged', value: 31 }]);
  expect(store.readings.size).toBe(1);
});

test('alarms flow while the database is away, and it has everything once when it is back', async () => {
  const { pipeline, changes, read, store, clock } = await aPipeline();
  await pipeline.stored(1);
  store.isAway = true;
  for (let i = 0; i < 50; i++) {
    clock.advance(100);
    await read(i % 2 ? 20 : 31);
  }
  expect(changes.filter((change) => change.kind === 'raised' || change.kind === 'raisedAgain')).toHaveLength(25);
  expect(store.position).toBe(1);
  store.isAway = false;
  store.losesNextAnswer = true;
  const end = pipeline.position();
  for (let i = 0; i < 100 && store.position < end; i++) {
    clock.advance(5_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => store.position >= end);
  expect(store.readings.size).toBe(50);
  expect([...store.alarms.values()]).toEqual(pipeline.openAlarms());
});

test('a kill between durable and stored gives the same alarms with the same ids after the restart', async () => {
  const before = await aPipeline();
  await before.read(31);
  before.store.isAway = true;
  before.clock.advance(minute);
  await before.read(20);
  before.clock.advance(minute);
  await before.read(32);
  const [alarm] = before.pipeline.openAlarms();
  await before.pipeline.command(aCommand({ alarmId: alarm?.id ?? '', version: alarm?.version ?? 0, atMs: before.clock.nowMs() }));
  const expected = before.pipeline.openAlarms();
  expect(expected).toMatchObject([{ state: 'acknowledged', occurrences: 2 }]);
  before.store.isAway = false;
  const after = await aPipeline({ store: before.store, disk: before.disk.kill(), clock: before.clock });
  expect(after.pipeline.openAlarms()).toEqual(expected);
  await after.pipeline.stored(after.pipeline.position());
  expect([...after.store.alarms.values()]).toEqual(expected);
});

test('a delay that began before the restart ends after it', async () => {
  const held = aRule({ condition: { kind: 'above', limit: 30, hysteresis: 0, delayMs: 3 * minute } });
  const before = await aPipeline({ store: memoryStore([aPoint()], [held]) });
  const { position } = await before.read(31);
  await before.pipeline.stored(position);
  before.clock.advance(3 * minute);
  const after = await aPipeline({ store: before.store, disk: before.disk.kill(), clock: before.clock });
  await after.read(31);
  expect(after.changes).toMatchObject([{ kind: 'raised' }]);
});

test('a silent point raises one alarm, logged once', async () => {
  const { pipeline, clock, changes } = await aPipeline({ store: memoryStore([aPoint()], [silence]) });
  const start = pipeline.position();
  for (let i = 0; i < 15 * 60; i++) {
    clock.advance(1_000);
    if (i % 60 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => changes.length > 0);
  expect(changes).toMatchObject([{ kind: 'raised', alarm: { value: null } }]);
  expect(pipeline.position()).toBe(start + 1);
});

test('a full disk refuses the device and the officer, and both succeed when there is room', async () => {
  const { pipeline, disk, read } = await aPipeline();
  await read(31);
  const alarmId = pipeline.openAlarms()[0]?.id ?? '';
  disk.setFree(10);
  await expect(read(32)).rejects.toThrow(RefusalError);
  expect(await pipeline.command(aCommand({ alarmId }))).toMatchObject({ ok: false, code: 'log-full', status: 503 });
  disk.setFree(1_000_000);
  expect(await pipeline.command(aCommand({ alarmId }))).toMatchObject({ ok: true, value: { state: 'acknowledged' } });
});

test('of two officers who act at the same moment one succeeds and the other is told', async () => {
  const { pipeline, read } = await aPipeline();
  await read(31);
  const alarmId = pipeline.openAlarms()[0]?.id ?? '';
  const outcomes = await Promise.all([
    pipeline.command(aCommand({ alarmId })),
    pipeline.command(aCommand({ alarmId, actor: { id: null, name: '李强', from: '' } })),
  ]);
  expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.acknowledgedBy : outcome.code))).toEqual(['王敏', 'alarm-changed']);
});

test('every reading is counted with its quality, and one that is no number is refused and kept', async () => {
  const { pipeline, clock } = await aPipeline();
  const signal = aSignal(20, noon);
  await pipeline.accept({
    ...signal,
    readings: [aReading(20, noon), aReading(Number.NaN, noon), aReading(-9999, noon - 1)],
    raw: 'x\u0000y',
  });
  expect(pipeline.counters.list()).toMatchObject([
    { name: 'accepted', count: 1 },
    { name: 'reading', reason: 'good', count: 1 },
    { name: 'reading', reason: 'notANumber', count: 1 },
    { name: 'reading', reason: 'outOfRange', count: 1 },
    { name: 'refused', reason: 'notANumber', count: 1 },
  ]);
  expect(pipeline.counters.frames()).toMatchObject([{ reason: 'notANumber', frame: 'xy', at: clock.now().toISOString() }]);
});

test('an unregistered sender goes to quarantine and is heard once it is registered', async () => {
  const { pipeline, store, clock, changes, read } = await aPipeline({ store: memoryStore([], []) });
  await pipeline.stored((await read(31)).position);
  expect(store.quarantined.get('mqtt:gauge-1')).toBe(1);
  expect(store.readings.size).toBe(0);
  await pipeline.setRegistry([aPoint()], [aRule()]);
  clock.advance(1_000);
  await pipeline.stored((await read(31)).position);
  expect(changes).toMatchObject([{ kind: 'raised' }]);
  expect(store.readings.size).toBe(1);
});

test('removing demo points removes their alarms here and in the database', async () => {
  const { pipeline, store, read, changes } = await aPipeline({ store: memoryStore([aPoint({ demo: true })], [aRule()]) });
  await pipeline.stored((await read(31)).position);
  expect(store.alarms.size).toBe(1);
  await pipeline.stored(await pipeline.setRegistry([], []));
  expect(changes.map((change) => change.kind)).toEqual(['raised', 'removed']);
  expect(store.alarms.size).toBe(0);
  expect(pipeline.latest(pointId)).toBeNull();
});

test('registers edited twice at once end as the last edit says', async () => {
  const { pipeline } = await aPipeline();
  await Promise.all([pipeline.setRegistry([aPoint()], []), pipeline.setRegistry([aPoint()], [aRule({ version: 2 })])]);
  expect(pipeline.registry().rules).toMatchObject([{ id: ruleId, version: 2 }]);
});

test('the same reading sent twice is stored once and counted as a duplicate', async () => {
  const { pipeline, store, read } = await aPipeline();
  await read(20, noon);
  await pipeline.stored((await read(20, noon)).position);
  expect(store.readings.size).toBe(1);
  expect(pipeline.counters.list()).toContainEqual({ name: 'duplicate', protocol: 'any', reason: '', count: 1 });
});

test('the follower takes at most about 2,000 readings at a time', async () => {
  const { pipeline, store, clock } = await aPipeline();
  store.isAway = true;
  const readings = Array.from({ length: 100 }, (_, i) => aReading(20, noon - i));
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      pipeline.accept({ ...aSignal(20, noon), readings: readings.map((r) => ({ ...r, atMs: r.atMs - n * 100 })) }),
    ),
  );
  store.isAway = false;
  for (let i = 0; i < 30 && store.position < pipeline.position(); i++) {
    clock.advance(5_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => store.position >= pipeline.position());
  expect(Math.max(...store.batches)).toBeLessThanOrEqual(2_100);
  expect(store.readings.size).toBe(6_000);
});
