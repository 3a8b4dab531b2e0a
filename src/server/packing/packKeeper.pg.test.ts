import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { PastReading } from '#kernel/alarm/dryRun.ts';
import type { Quality } from '#kernel/observation/reading.ts';
import { observations } from '../storage/curve.ts';
import { eachPastReading, queryIn } from '../storage/history.ts';
import type { StoredReading } from '../storage/ingestStore.ts';
import { storeObservations } from '../storage/observations.ts';
import { packer } from '../storage/packer.ts';
import { writeSetting } from '../storage/settings.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { packDueDays, readingsSettingKey } from './packKeeper.ts';

// Days that are over are packed in a real PostgreSQL; whoever reads sees no difference.

const noon = Date.parse('2026-07-10T12:00:00+08:00');
const minute = 60_000;
const day = 1440 * minute;
const own = '01890000-0000-7000-8000-00000000aa01';
const other = '01890000-0000-7000-8000-00000000aa02';
let database: TestDatabase;
let clock: TestClock;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock = new TestClock(noon);
  await database.pool.query('truncate observation, observation_chunk, setting');
});

const within = <T>(work: Parameters<typeof database.transaction<T>>[1]) => database.transaction(packer, work);
const store = (readings: StoredReading[]) => within((tx) => storeObservations(tx, clock.nowMs(), readings));
const pack = (mostTransactions = Infinity) => {
  let transactions = 0;
  return packDueDays(database, clock, () => Promise.resolve(++transactions < mostTransactions));
};
const count = async (table: string) => (await database.pool.query<{ n: number }>(`select count(*)::integer as n from ${table}`)).rows[0]?.n;
const curve = (fromMs: number, toMs: number, most: number, pointId = own) =>
  database.transaction(anActor(), (tx) => observations(tx, pointId, fromMs, toMs, most));

function aReading(atMs: number, value: number, more: Partial<StoredReading> = {}): StoredReading {
  return { pointId: own, atMs, value, quality: 'good', deviceAtMs: null, areaCode: '341322100', demo: false, ...more };
}

/** One reading a minute, wandering, with sentinels and doubtful ones among them. */
function minutes(fromMs: number, toMs: number, pointId = own): StoredReading[] {
  const qualities: Quality[] = ['good', 'good', 'good', 'late', 'device'];
  return Array.from({ length: Math.ceil((toMs - fromMs) / minute) }, (_, at) => {
    const atMs = fromMs + at * minute;
    const isOut = at % 997 === 0;
    const value = isOut ? -9999 : Math.round((20 + 5 * Math.sin(at / 300) + (at % 7) / 10) * 100) / 100;
    const quality = isOut ? 'outOfRange' : (qualities[at % 5] ?? 'good');
    return aReading(atMs, value, { pointId, quality, deviceAtMs: at % 11 === 0 ? atMs - 3_000 : null });
  });
}

async function past(fromMs: number, toMs: number): Promise<PastReading[]> {
  const all: PastReading[] = [];
  await within((tx) =>
    eachPastReading(queryIn(tx), [own, other], fromMs, toMs, (page) => {
      all.push(...page);
      return true;
    }),
  );
  return all;
}

test('packed readings are read exactly as they were, the day is gone as rows, and packing again finds nothing', async () => {
  const readings = [...minutes(noon - 4 * day, noon), ...minutes(noon - 3 * day, noon, other)];
  await store(readings);
  const read = async () => [
    await curve(noon - 5 * day, noon + 1, 10_000),
    await curve(noon - 4 * day + 77 * minute, noon - 2 * day - 13 * minute, 10_000),
    await past(noon - 5 * day, noon + 1),
    await past(noon - 3 * day, noon - day),
  ];
  const before = await read();
  expect(before[0]).toHaveLength(4 * 1440);
  const packed = await pack();
  expect(packed).toEqual({
    readings: 2.5 * 1440 + 1.5 * 1440,
    days: ['2026-07-06', '2026-07-07', '2026-07-08'],
    forgottenChunks: 0,
  });
  expect(await database.pool.query(`select to_regclass('observation_20260708') as part`)).toMatchObject({ rows: [{ part: null }] });
  expect(await read()).toEqual(before);
  expect(await pack()).toMatchObject({ readings: 0 });
  expect(await count('observation')).toBe(readings.length - packed.readings);
});

test('a round that is cut off leaves every reading in exactly one place', async () => {
  const readings = [...minutes(noon - 3 * day, noon), ...minutes(noon - 3 * day, noon, other)];
  await store(readings);
  const before = await past(noon - 4 * day, noon);
  for (let round = 0; round < 4; round += 1) {
    await pack(1);
    expect(await past(noon - 4 * day, noon)).toEqual(before);
  }
  // What fails is undone as a whole: here the disk of the database, as it were, says no when chunks are written.
  await store(minutes(noon - 5 * day, noon - 4 * day));
  await database.pool.query('alter table observation_chunk add constraint full_disk check (false) not valid');
  await expect(pack()).rejects.toThrow('full_disk');
  await database.pool.query('alter table observation_chunk drop constraint full_disk');
  expect(await curve(noon - 5 * day, noon - 4 * day, 2_000)).toHaveLength(1440);
});

test('late readings join the packed ones; a repetition is neither stored nor counted', async () => {
  await store(minutes(noon - 4 * day, noon - 3 * day).filter((_, at) => at % 10 !== 3));
  await pack();
  const late = minutes(noon - 4 * day, noon - 3 * day).map((reading) => ({ ...reading, value: reading.value + 1000 }));
  expect(await store(late)).toBe(144);
  await pack();
  const found = await curve(noon - 4 * day, noon - 3 * day, 2_000);
  expect(found).toHaveLength(1440);
  expect(found.filter(([, value]) => value > 1000)).toHaveLength(144 - found.filter(([, value]) => value === -8999).length);
  expect(await count('observation')).toBe(0);
  const chunks = await database.pool.query<{ count: number }>('select count from observation_chunk where point_id = $1', [own]);
  expect(chunks.rows.every((chunk) => chunk.count >= 60 && chunk.count <= 1440)).toBe(true);
});

test('a slow gauge gathers its days in one chunk', async () => {
  await store(Array.from({ length: 40 * 4 }, (_, at) => aReading(noon - 42 * day + at * 6 * 60 * minute, at / 10)));
  await pack();
  expect(await count('observation_chunk')).toBe(1);
  expect(await curve(noon - 60 * day, noon, 2_000)).toHaveLength(160);
});

test('thinned, a curve keeps its extremes, whether from heads, chunks or rows', async () => {
  await store(minutes(noon - 30 * day, noon));
  const far = [noon - 30 * day, noon + 1] as const;
  const near = [noon - 20 * day, noon - 10 * day] as const;
  const ends = async ([fromMs, toMs]: readonly [number, number], most: number) => {
    const found = await curve(fromMs, toMs, most);
    expect(found.length).toBeLessThanOrEqual(most);
    expect(found.length).toBeGreaterThan(most / 8);
    expect(found.map(([atMs]) => atMs)).toEqual(found.map(([atMs]) => atMs).toSorted((a, b) => a - b));
    const values = found.filter(([, , quality]) => quality !== 'outOfRange').map(([, value]) => value);
    return { lowest: Math.min(...values), highest: Math.max(...values), isSentinelSeen: found.some(([, value]) => value === -9999) };
  };
  const before = [await ends(far, 200), await ends(near, 400)];
  await pack();
  expect([await ends(far, 200), await ends(near, 400)]).toEqual(before);
});

test('what the bureau does not keep is forgotten, by whole chunks', async () => {
  await store(minutes(noon - 30 * day, noon));
  await within((tx) => writeSetting(tx, readingsSettingKey, { packAfterDays: 2, keepDays: 10 }));
  const packed = await pack();
  expect(packed.forgottenChunks).toBeGreaterThan(10);
  expect(await curve(noon - 60 * day, noon - 13 * day, 2_000)).toEqual([]);
  expect((await curve(noon - 10 * day, noon, 20_000)).length).toBe(10 * 1440);
});

test('a neighbouring division sees nothing of them', async () => {
  await store(minutes(noon - 3 * day, noon));
  await pack();
  const seen = await database.transaction(anActor({ areaCode: '341322102' }), (tx) => observations(tx, own, noon - 4 * day, noon, 2_000));
  expect(seen).toEqual([]);
});
