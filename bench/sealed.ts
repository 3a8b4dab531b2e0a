import { TestClock } from '../src/kernel/clock/clock.ts';
import { clusterProcesses, inDataFolder } from '../src/server/database/clusterProcesses.fixture.ts';
import { startEmbedded } from '../src/server/database/supervisor.ts';
import { packDueDays } from '../src/server/packing/packKeeper.ts';
import { openDatabase, type Database } from '../src/server/storage/database.ts';
import { migrate } from '../src/server/storage/migrate.ts';
import { storeObservations } from '../src/server/storage/observations.ts';
import { packer } from '../src/server/storage/packer.ts';
import { instruments, seriesOf, type Instrument } from './countyReadings.ts';
import { watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';

// What a reading takes on disk, as rows and packed (table, index and TOAST: pg_total_relation_size), written and packed the way
// the server does. Rows come through storeObservations in batches of the follower; the packer does every day that is over.
// node bench/sealed.ts [readings = 3000000] [step between two readings of a point, s = 60]

const wanted = Number(process.argv[2] ?? 3_000_000);
const stepMs = Number(process.argv[3] ?? 60) * 1000;
const days = 3;
const dayMs = 86_400_000;
const perDay = dayMs / stepMs;
const pointCount = Math.ceil(wanted / (perDay * days));
const batchSize = 2_000;
const begunMs = Date.parse('2026-07-01T00:00:00+08:00');
const clock = new TestClock(begunMs + (days + 1) * dayMs + dayMs / 2);

const pointId = (n: number) => `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const instrumentOf = (n: number): Instrument => instruments[n % instruments.length] ?? 'level';

async function fill(database: Database): Promise<number> {
  let stored = 0;
  for (let day = 0; day < days; day += 1) {
    for (let n = 0; n < pointCount; n += 1) {
      const { atMs, values, qualities } = seriesOf(instrumentOf(n), n * days + day + 1, begunMs + day * dayMs, stepMs, perDay);
      const readings = Array.from(atMs, (instant, at) => ({
        pointId: pointId(n),
        atMs: instant,
        value: values[at] ?? 0,
        quality: qualities[at] === 1 ? ('device' as const) : ('good' as const),
        deviceAtMs: null,
        areaCode: '341322100',
        demo: false,
      }));
      for (let from = 0; from < readings.length; from += batchSize) {
        const part = readings.slice(from, from + batchSize);
        stored += await database.transaction(packer, (tx) => storeObservations(tx, clock.nowMs(), part));
      }
    }
  }
  return stored;
}

const one = async <T extends object>(database: Database, text: string): Promise<T> =>
  (await database.pool.query<T & Record<string, unknown>>(text)).rows[0] as T;

await inDataFolder('data', async (folder) => {
  const embedded = await startEmbedded(folder, () => undefined);
  const database = openDatabase(embedded.url, (error) => console.error(error));
  await migrate(database.pool);
  const readings = await fill(database);
  const { rowBytes } = await one<{ rowBytes: number }>(
    database,
    `select sum(pg_total_relation_size(inhrelid))::float8 as "rowBytes" from pg_inherits where inhparent = 'observation'::regclass`,
  );
  const transactions: number[] = [];
  const stopWatching = watchCpu({ database: () => clusterProcesses(folder) });
  const begun = performance.now();
  let last = begun;
  const packed = await packDueDays(database, clock, () => {
    const now = performance.now();
    transactions.push(now - last);
    last = now;
    return Promise.resolve(true);
  });
  const seconds = (performance.now() - begun) / 1000;
  const cpu = stopWatching();
  const size = () => one<{ bytes: number }>(database, `select pg_total_relation_size('observation_chunk')::float8 as bytes`);
  const { bytes } = await size();
  const { chunks, kept } = await one<{ chunks: number; kept: number }>(
    database,
    'select count(*)::integer as chunks, sum(count)::float8 as kept from observation_chunk',
  );
  const kinds = await database.pool.query<{ n: number; bytes: number; count: number }>(
    `select ('x' || right(point_id::text, 8))::bit(32)::integer % ${instruments.length} as n, sum(length(packed))::float8 as bytes, sum(count)::float8 as count from observation_chunk group by 1 order by 1`,
  );
  record('sealed', {
    what: 'bytes',
    readings,
    stepSeconds: stepMs / 1000,
    points: pointCount,
    packed: packed.readings,
    lost: readings - kept,
    daysDropped: packed.days.length,
    chunks,
    bytesPerReading: round(bytes / packed.readings),
    rowBytesPerReading: round(rowBytes / readings),
    payloadOf: Object.fromEntries(kinds.rows.map((row) => [instrumentOf(row.n), round(row.bytes / row.count)])),
    packSeconds: round(seconds),
    transactionMs: quantiles(transactions),
    cpuUsPerReading: round((((cpu.cores['bench'] ?? 0) + (cpu.cores['database'] ?? 0)) * cpu.seconds * 1e6) / packed.readings),
    cpu,
    isWithinBar: bytes / packed.readings <= 4 && readings === kept,
  });
  await database.close();
  await embedded.stop();
});

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
