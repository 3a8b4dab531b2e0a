import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCommand, aPoint, aRule, aWatch, noon, pointId, ruleId } from '#kernel/alarm/alarmBuilders.ts';
import type { AlarmChange } from '#kernel/alarm/entry.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import { alarmById, pastAlarms } from './alarms.ts';
import { createIngestStore, observations, storeHistory, type IngestBatch, type StoredReading } from './ingestStore.ts';
import { quarantinedDevices, removeQuarantined } from './quarantine.ts';
import { timesWithoutVerdict } from './ruleMemory.ts';
import { anActor, testDatabase, type TestDatabase } from './testDatabase.ts';

// The follower's side of a real PostgreSQL.

const clock = new TestClock(noon);
const day = 24 * 3_600_000;
const memory = { upSinceMs: noon, pending: [], suppressed: [], addedAt: [] };
let database: TestDatabase;
let position = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const store = () => createIngestStore(database, clock, '341322');
const ask = async <T extends object>(text: string, values: unknown[] = []) => (await database.pool.query<T>(text, values)).rows;

function aBatch(more: Partial<IngestBatch>): IngestBatch {
  const after = position;
  position += 10;
  return {
    after,
    position,
    readings: [],
    latest: [],
    changes: [],
    removedPoints: [],
    quarantined: [],
    memory,
    watches: { put: [], removed: [] },
    ...more,
  };
}

function aStored(atMs: number, value = 20, more: Partial<StoredReading> = {}): StoredReading {
  return { pointId, atMs, value, quality: 'good', deviceAtMs: null, areaCode: '341322100', demo: false, ...more };
}

test('a batch whose answer was lost is not written twice, and one that does not fit is a fault', async () => {
  const batch = aBatch({ readings: [aStored(noon - 1), aStored(noon - 2)] });
  expect(await store().apply(batch)).toEqual({ stored: 2 });
  expect(await store().apply(batch)).toEqual({ stored: 2 });
  await expect(store().apply({ ...batch, after: 3, position: 99 })).rejects.toThrow('log position 10');
  expect((await store().load()).position).toBe(10);
});

test('a start waits for the transaction of a process that is dead, and loads what it committed', async () => {
  const dead = await database.pool.connect();
  await dead.query('begin');
  await dead.query('select position from ingest_progress for update');
  const loading = store().load();
  const waiters = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let asked = 0; asked < 2_000 && (await ask(waiters)).length === 0; asked++);
  expect(await ask(waiters)).toHaveLength(1);
  position += 10;
  await dead.query('update ingest_progress set position = $1', [position]);
  await dead.query('commit');
  dead.release();
  expect((await loading).position).toBe(position);
});

test('a reading that is there already stays as it was and is not counted as new', async () => {
  const outcome = await store().apply(aBatch({ readings: [aStored(noon - 1, 99), aStored(noon - 3), aStored(noon - 3, 77)] }));
  expect(outcome).toEqual({ stored: 1 });
  expect(await ask('select value from observation where at = $1', [new Date(noon - 1)])).toEqual([{ value: 20 }]);
});

test('each day has its partition, and readings of a day nobody prepared move there once it has', async () => {
  const old = noon - 60 * day;
  await store().apply(aBatch({ readings: [aStored(noon), aStored(noon - day), aStored(old)] }));
  const where = (atMs: number) => ask('select tableoid::regclass::text as part from observation where at = $1', [new Date(atMs)]);
  expect(await where(noon)).toEqual([{ part: 'observation_20260701' }]);
  expect(await where(noon - day)).toEqual([{ part: 'observation_20260630' }]);
  expect(await where(old)).toEqual([{ part: 'observation_default' }]);
  expect(await ask(`select to_regclass('observation_20260702') as ahead`)).toEqual([{ ahead: 'observation_20260702' }]);
  await database.transaction(anActor({ kind: 'system' }), (tx) => tx.query(`select observation_day('2026-05-02')`));
  expect(await where(old)).toEqual([{ part: 'observation_20260502' }]);
});

test('an alarm comes back from the database exactly as it was, and officers find their acts in the journal', async () => {
  const watch = aWatch();
  const changes: AlarmChange[] = [...watch.read(31.25, noon)];
  const id = changes[0]?.alarm.id ?? '';
  changes.push(...watch.act({ alarmId: id, action: 'note', text: '已通知闸管所', atMs: noon + 5 }).changes);
  changes.push(...watch.act({ alarmId: id, version: 2, atMs: noon + 9 }).changes, ...watch.read(32.5, noon + 60_000));
  const latest = watch.engine.latest(pointId);
  await store().apply(aBatch({ changes, latest: latest ? [{ ...latest, areaCode: '341322100', demo: false }] : [] }));
  const state = await store().load();
  expect(state.alarms).toEqual(watch.engine.openAlarms());
  expect(state.latest).toEqual([latest]);
  expect(state.memory).toEqual({ ...memory, watches: [] });
  const officer = anActor({ areaCode: '341322100' });
  expect(await database.transaction(officer, (tx) => alarmById(tx, id))).toEqual(watch.engine.alarm(id));
  expect(await database.transaction(officer, (tx) => pastAlarms(tx, null, 10))).toHaveLength(1);
  expect(await database.transaction(officer, (tx) => pastAlarms(tx, new Date(noon).toISOString(), 10))).toEqual([]);
  expect(await database.transaction(anActor({ areaCode: '341322101' }), (tx) => alarmById(tx, id))).toBeNull();
  const acts = await ask('select act, actor_name, why from journal order by position');
  expect(acts).toEqual([
    { act: 'act:note', actor_name: '王敏', why: '已通知闸管所' },
    { act: 'act:acknowledge', actor_name: '王敏', why: '' },
  ]);
});

test('an alarm that was shelved is found among those ever shelved, also after it has come back', async () => {
  const watch = aWatch();
  const changes: AlarmChange[] = [...watch.read(31.5, noon + 7)];
  const id = changes[0]?.alarm.id ?? '';
  changes.push(...watch.act({ alarmId: id, action: 'shelve', text: '检修', atMs: noon + 8, untilMs: noon + 60_000 }).changes);
  changes.push(...watch.tick(noon + 60_000));
  await store().apply(aBatch({ changes }));
  const kept = (how: 'shelved' | 'suppressed') =>
    database.transaction(anActor({ areaCode: '341322100' }), async (tx) => (await pastAlarms(tx, null, 10, how)).map((each) => each.id));
  expect(watch.engine.alarm(id)?.shelf).toBeNull();
  expect(await kept('shelved')).toEqual([id]);
  expect(await kept('suppressed')).toEqual([]);
});

test('how often a rule had no verdict is added up over its points', async () => {
  const ofPoint = (noVerdicts: number) => ({ level: 0, isSuppressed: false, atMs: null, since: [], noVerdicts, measure: [] });
  await store().apply(
    aBatch({
      watches: {
        put: [
          [`${ruleId}|a`, ofPoint(2)],
          [`${ruleId}|b`, ofPoint(3)],
        ],
        removed: [],
      },
    }),
  );
  const officer = anActor({ areaCode: '341322100' });
  expect(await database.transaction(officer, (tx) => timesWithoutVerdict(tx, ruleId))).toBe(5);
  await store().apply(aBatch({ watches: { put: [], removed: [`${ruleId}|a`, `${ruleId}|b`] } }));
  expect(await database.transaction(officer, (tx) => timesWithoutVerdict(tx, ruleId))).toBe(0);
});

test('an alarm that leaves no trace is deleted', async () => {
  const watch = aWatch({ points: [aPoint({ demo: true })] });
  const [raised] = watch.read(31, noon + 99);
  await store().apply(aBatch({ changes: raised ? [raised] : [] }));
  await store().apply(aBatch({ changes: raised ? [{ ...raised, kind: 'removed' }] : [], removedPoints: [pointId] }));
  expect(await ask('select id from alarm where id = $1', [raised?.alarm.id])).toEqual([]);
  expect((await store().load()).latest).toEqual([]);
});

test('an unregistered sender is told of once, and what it sends is gathered', async () => {
  const notice = {
    deviceKey: 'hj212:X1',
    protocol: 'hj212',
    remote: '10.0.0.9:4000',
    firstAtMs: noon,
    lastAtMs: noon + 1,
    count: 3,
    raw: '##…',
  };
  const a21005 = { channel: '', quantity: 'a21005', unit: 'mg/m³', value: 1.5 };
  const a21026 = { channel: '', quantity: 'a21026', unit: null, value: 2 };
  await store().apply(aBatch({ quarantined: [{ ...notice, quantities: [a21005] }] }));
  await store().apply(
    aBatch({ quarantined: [{ ...notice, firstAtMs: noon + 5, lastAtMs: noon + 6, quantities: [a21026, { ...a21005, value: 9 }] }] }),
  );
  const county = anActor();
  expect(await database.transaction(county, quarantinedDevices)).toEqual([
    {
      deviceKey: 'hj212:X1',
      protocol: 'hj212',
      remote: '10.0.0.9:4000',
      firstAt: new Date(noon).toISOString(),
      lastAt: new Date(noon + 6).toISOString(),
      count: 6,
      quantities: expect.arrayContaining([{ ...a21005, value: 9 }, a21026]),
      raw: '##…',
    },
  ]);
  expect(await ask(`select subject_id from event where type = 'device.quarantined'`)).toEqual([{ subject_id: 'hj212:X1' }]);
  expect(await database.transaction(county, (tx) => removeQuarantined(tx, 'hj212:X1'))).toBe(true);
});

test('counters add up over restarts', async () => {
  const row = { name: 'accepted', protocol: 'mqtt', reason: '' };
  await store().addCounters([{ ...row, count: 3 }]);
  await store().addCounters([{ ...row, count: 4 }]);
  expect((await store().load()).counters).toEqual([{ ...row, count: 7 }]);
});

test('a curve of more readings than fit keeps the highest and lowest of every piece, and sentinels do not hide it', async () => {
  const own = '0197c000-0000-7000-8000-0000000000ff';
  const readings = Array.from({ length: 5_000 }, (_, i) => aStored(noon - i * 10_000, Math.sin(i / 100) * 10, { pointId: own }));
  readings[2_500] = aStored(noon - 2_500 * 10_000, 55.5, { pointId: own });
  readings[2_501] = aStored(noon - 2_501 * 10_000, -9999, { pointId: own, quality: 'outOfRange' });
  await store().apply(aBatch({ readings }));
  const curve = await database.transaction(anActor(), (tx) => observations(tx, own, noon - 50_000_000, noon + 1, 400));
  expect(curve.length).toBeGreaterThan(150);
  expect(curve.length).toBeLessThanOrEqual(400);
  expect(curve).toContainEqual([noon - 2_500 * 10_000, 55.5, 'good']);
  expect(curve).toContainEqual([noon - 2_501 * 10_000, -9999, 'outOfRange']);
  expect(curve.map(([atMs]) => atMs)).toEqual(curve.map(([atMs]) => atMs).sort((a, b) => a - b));
  const few = await database.transaction(anActor(), (tx) => observations(tx, own, noon - 20_000, noon + 1, 400));
  expect(few.map(([atMs]) => atMs)).toEqual([noon - 20_000, noon - 10_000, noon]);
});

test('the history of a demo point is stored and its newest reading is the latest', async () => {
  const own = '0197c000-0000-7000-8000-0000000000fe';
  const at = new Date(noon);
  await database.pool.query(
    `insert into points (id, area_code, demo, created_at, created_by, updated_at, updated_by, name) values ($1, '341322', true, $2, 'x', $2, 'x', 'p')`,
    [own, at],
  );
  const values = Float64Array.from({ length: 200 }, (_, i) => (i === 5 || i === 199 ? Number.NaN : i));
  await database.transaction(anActor({ kind: 'system' }), (tx) =>
    storeHistory(tx, [{ pointId: own, startMs: noon - 200 * 3_600_000, stepMs: 3_600_000, values }]),
  );
  expect(await ask('select count(*)::int as count from observation where point_id = $1', [own])).toEqual([{ count: 198 }]);
  expect((await store().load()).latest).toMatchObject([{ pointId: own, value: 198, atMs: noon - 2 * 3_600_000 }]);
});

test('an officer’s act with a real account is written under that account', async () => {
  const watch = aWatch({ rules: [aRule({ id: '0197c000-0000-7000-8000-0000000000a9' })] });
  const [raised] = watch.read(31, noon);
  const actor = { id: '01890000-0000-7000-8000-000000000001', name: '李强', from: '10.0.0.3' };
  const { changes } = watch.apply({ kind: 'command', command: aCommand({ alarmId: raised?.alarm.id ?? '', actor }) });
  await store().apply(aBatch({ changes: [...changes] }));
  expect(await ask(`select actor_id, from_address from journal where actor_name = '李强'`)).toEqual([
    { actor_id: actor.id, from_address: '10.0.0.3' },
  ]);
});

test('what rules on measured numbers know is kept row by row and comes back with the rest', async () => {
  const known = { level: 1, isSuppressed: false, atMs: noon, since: [noon, null], noVerdicts: 2, measure: [[1.5, null], []] };
  await store().apply(aBatch({ watches: { put: [['rule-1', known]], removed: [] } }));
  await store().apply(aBatch({ watches: { put: [['rule-2', { ...known, level: 0 }]], removed: [] } }));
  expect((await store().load()).memory?.watches).toEqual([
    ['rule-1', known],
    ['rule-2', { ...known, level: 0 }],
  ]);
  await store().apply(aBatch({ watches: { put: [], removed: ['rule-1', 'rule-2'] } }));
  expect((await store().load()).memory?.watches).toEqual([]);
});
