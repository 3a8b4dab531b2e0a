import { expect, test } from 'vitest';
import pg from 'pg';
import { aSignal } from '#kernel/alarm/alarmBuilders.ts';
import type { AlarmChange } from '#kernel/alarm/entry.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { createIngestStore } from '#server/storage/ingestStore.ts';
import { testDatabase } from '#server/storage/testDatabase.ts';
import { eventually } from './endpoints/testEndpoint.ts';
import { simulatedDisk } from './log/simulatedDisk.ts';
import { startPipeline } from './pipeline.ts';

const at = '2026-01-01T00:00:00Z';
const [station, device, point, rule] = ['1', '2', '3', '4'].map((n) => `0197c000-0000-7000-8000-00000000000${n}`);

/** One registered point with one rule, as the registers hold them. */
async function register(pool: pg.Pool): Promise<void> {
  const common = `area_code, created_at, created_by, updated_at, updated_by`;
  const values = `'341322100', '${at}', 'x', '${at}', 'x'`;
  await pool.query(
    `insert into stations (id, ${common}, name, kind, place_lon, place_lat) values ($1, ${values}, '岱河闸', 'water', 116.9, 34.2)`,
    [station],
  );
  await pool.query(
    `insert into devices (id, ${common}, name, station, protocol, device_key) values ($1, ${values}, 'd', $2, 'mqtt', 'mqtt:gauge-1')`,
    [device, station],
  );
  await pool.query(
    `insert into points (id, ${common}, name, device, channel, quantity, unit) values ($1, ${values}, '水位', $2, '', 'waterLevel', 'm')`,
    [point, device],
  );
  await pool.query(
    `insert into alarm_rules (id, ${common}, text_zh, point, kind, priority, "limit", hysteresis, chatter_times, active) values ($1, ${values}, '超警戒', $2, 'above', 'high', 30, 0, 0, true)`,
    [rule, point],
  );
}

/** Cuts the database off the way an administrator would: no new connections, present ones ended. */
async function setReachable(url: string, isReachable: boolean): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.toString() });
  await client.connect();
  await client.query(`alter database ${name} allow_connections ${isReachable}`);
  if (!isReachable) await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await client.end();
}

test('alarms go on while PostgreSQL is away, and afterwards it has every reading and every alarm', async () => {
  const database = await testDatabase();
  await register(database.pool);
  const errors: string[] = [];
  const changes: AlarmChange[] = [];
  const store = createIngestStore(database, systemClock, '341322');
  const disk = simulatedDisk(() => 0.5);
  const pipeline = await startPipeline({
    store,
    disk,
    clock: systemClock,
    followerLingerMs: 0,
    report: (error) => errors.push(error.message),
  });
  pipeline.onChanges((more) => changes.push(...more));
  const startMs = Date.now() - 1_000_000;
  const read = (n: number) => pipeline.accept(aSignal(n % 2 ? 31 : 20, startMs + n * 1000, {}, Date.now()));

  await pipeline.stored((await read(0)).position);
  await setReachable(database.url, false);
  const latencies: number[] = [];
  for (let n = 1; n <= 200; n++) {
    const sentMs = performance.now();
    await read(n);
    latencies.push(performance.now() - sentMs);
  }
  expect(changes.filter(({ kind }) => kind !== 'peak')).toHaveLength(200);
  expect(Math.max(...latencies)).toBeLessThan(100);
  expect(pipeline.storedPosition()).toBeLessThan(pipeline.position());
  await eventually(() => errors.length > 0);

  await setReachable(database.url, true);
  await pipeline.stored(pipeline.position());
  const counted = await database.pool.query('select count(*)::int as readings from observation');
  expect(counted.rows).toEqual([{ readings: 201 }]);
  const open = pipeline.openAlarms();
  expect((await store.load()).alarms).toEqual(open);
  await pipeline.stop();

  // A restart from the database and the log finds the same again.
  const again = await startPipeline({ store, disk: disk.kill(), clock: systemClock, report: (error) => errors.push(error.message) });
  expect(again.openAlarms()).toEqual(open);
  await again.stop();
  await database.drop();
});
