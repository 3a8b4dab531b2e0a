import { inDataFolder } from '../src/server/database/clusterProcesses.fixture.ts';
import { startEmbedded } from '../src/server/database/supervisor.ts';
import { observations } from '../src/server/storage/curve.ts';
import { putChunks, type Chunk } from '../src/server/storage/chunks.ts';
import { openDatabase, type Database } from '../src/server/storage/database.ts';
import { queryIn } from '../src/server/storage/history.ts';
import type { StoredReading } from '../src/server/storage/ingestStore.ts';
import { migrate } from '../src/server/storage/migrate.ts';
import { latestReadings, putLatest, storeObservations } from '../src/server/storage/observations.ts';
import { packer } from '../src/server/storage/packer.ts';
import { seriesOf } from './countyReadings.ts';
import { record } from './record.ts';
import { quantiles } from './quantiles.ts';
import { watchCpu } from './machine.ts';

// Old readings on screen, and what more of them cost: a year of a point (one a minute) thinned to 2,000, the latest values of
// 10,000 points, and storing and asking with 2,700,000 (a week and a half of 191 points) and with 100,000,000 readings there. The many are one packed year of one
// point written again for other points, a day in a chunk as the packer makes them; rows of yesterday and today stand beside them.
// node bench/history.ts [readings at the end = 100000000]

const most = Number(process.argv[2] ?? 100_000_000);
/** At least a week and a half of every point, so that a week's curve asks for as much of few as of many. */
const few = 2_700_000;
const dayMs = 86_400_000;
const minuteMs = 60_000;
const perDay = 1_440;
const days = 365;
const screen = 2_000;
const rounds = 30;
const latestPoints = 10_000;
const nowMs = Date.parse('2026-07-01T12:00:00+08:00');
const today = Date.parse('2026-07-01T00:00:00+08:00');
const areaCode = '341322100';

const pointId = (n: number) => `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

async function timed(work: () => Promise<unknown>, times = rounds): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return took;
}

/** The year before yesterday of point 0, a day in a chunk. */
async function writeYear(database: Database): Promise<void> {
  const chunks = Array.from({ length: days }, (_, day): Chunk => {
    const series = seriesOf('level', day + 1, today - (day + 2) * dayMs, minuteMs, perDay);
    return { pointId: pointId(0), areaCode, demo: false, series };
  });
  await database.transaction(packer, (tx) => putChunks(queryIn(tx), chunks));
}

/** Copies the newest days of point 0 to others until there are so many packed readings. */
async function growTo(database: Database, readings: number): Promise<{ points: number; readings: number }> {
  const points = Math.ceil(most / perDay / days);
  const ofDays = Math.max(1, Math.round(readings / perDay / points));
  await database.pool.query(
    `insert into observation_chunk (point_id, to_at, from_at, count, odd_count, lowest, highest, sum, lowest_at, highest_at, lowest_quality, highest_quality, demo, area_code, packed)
     select ('01890000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, to_at, from_at, count, odd_count, lowest, highest, sum, lowest_at, highest_at, lowest_quality, highest_quality, demo, area_code, packed
     from observation_chunk, generate_series(1, $1::integer - 1) n where point_id = $2 and from_at >= to_timestamp($3::float8 / 1000) on conflict do nothing`,
    [points, pointId(0), today - (ofDays + 1) * dayMs],
  );
  await database.pool.query('vacuum analyze observation_chunk');
  await database.pool.query('checkpoint');
  const { rows } = await database.pool.query<{ sum: number }>('select sum(count)::float8 as sum from observation_chunk');
  return { points, readings: rows[0]?.sum ?? 0 };
}

function hotOf(points: number, fromMs: number, toMs: number): StoredReading[] {
  const all: StoredReading[] = [];
  for (let atMs = fromMs; atMs < toMs; atMs += minuteMs)
    for (let n = 0; n < points; n += 1)
      all.push({ pointId: pointId(n), atMs, value: 20 + (n % 7), quality: 'good', deviceAtMs: null, areaCode, demo: false });
  return all;
}

async function store(database: Database, readings: readonly StoredReading[]): Promise<number[]> {
  const took: number[] = [];
  for (let from = 0; from < readings.length; from += 2_000) {
    const part = readings.slice(from, from + 2_000);
    const [ms = 0] = await timed(() => database.transaction(packer, (tx) => storeObservations(tx, nowMs, part)), 1);
    took.push((ms * 1000) / part.length);
  }
  return took;
}

const curve = (database: Database, spanDays: number, point = 0) =>
  timed(async () => {
    const found = await database.transaction(packer, (tx) => observations(tx, pointId(point), nowMs - spanDays * dayMs, nowMs, screen));
    if (found.length < screen / 8) throw new Error(`only ${found.length} points of a curve`);
    JSON.stringify(found);
  });

async function atSize(database: Database, readings: number, fromMs: number) {
  const grown = await growTo(database, readings);
  // A few batches first: plans, partitions.
  await store(database, hotOf(grown.points, fromMs, fromMs + 30 * minuteMs));
  const stored = await store(database, hotOf(grown.points, fromMs + 30 * minuteMs, fromMs + 330 * minuteMs));
  const week = await curve(database, 7, 5);
  return { ...grown, storeUs: quantiles(stored), weekMs: quantiles(week) };
}

await inDataFolder('data', async (folder) => {
  let embedded = await startEmbedded(folder, () => undefined);
  let database = openDatabase(embedded.url, (error) => console.error(error));
  await migrate(database.pool);
  const stopWatching = watchCpu({});
  await writeYear(database);
  const small = await atSize(database, few, today);
  // As many rows beside the chunks as before: what grows is what is packed.
  await database.pool.query('truncate observation');
  const large = await atSize(database, most, today);
  const p50 = (of: { p50: number | null }) => of.p50 ?? Number.NaN;
  const [storeRatio, weekRatio] = [p50(large.storeUs) / p50(small.storeUs), p50(large.weekMs) / p50(small.weekMs)].map(round);
  record('history', { what: 'growth', small, large, storeRatio, weekRatio, isWithinBar: Math.max(storeRatio ?? 9, weekRatio ?? 9) <= 1.2 });

  await database.close();
  await embedded.stop();
  embedded = await startEmbedded(folder, () => undefined);
  database = openDatabase(embedded.url, (error) => console.error(error));
  const year = await curve(database, days);
  const month = await curve(database, 30);
  record('history', {
    what: 'curve',
    span: 'year',
    readings: days * perDay,
    firstMs: round(year[0] ?? 0),
    ms: quantiles(year),
    monthMs: quantiles(month),
    isWithinBar: Math.max(...year) <= 300,
  });

  const latest = Array.from({ length: latestPoints }, (_, n) => ({
    pointId: pointId(n),
    atMs: nowMs,
    value: n / 7,
    quality: 'good' as const,
    deviceAtMs: null,
    receivedAtMs: nowMs,
    evaluatedAtMs: nowMs,
    heardAtMs: nowMs,
    areaCode,
    demo: false,
  }));
  await database.transaction(packer, (tx) => putLatest(tx, latest));
  const took = await timed(() => database.transaction(packer, (tx) => latestReadings(tx)));
  record('history', {
    what: 'latest',
    points: latestPoints,
    ms: quantiles(took),
    isWithinBar: (quantiles(took).p99 ?? 99) <= 50,
    cpu: stopWatching(),
  });
  await database.close();
  await embedded.stop();
});

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
