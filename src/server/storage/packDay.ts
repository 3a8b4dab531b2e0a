import { chunkColumns, instantOf, instants, msOf, putChunks, unpackChunk, type Ask, type Chunk, type ChunkRow } from './chunks.ts';
import type { Database, Transaction } from './database.ts';
import { queryIn } from './history.ts';
import { emptySeries, mergeSeries, sliceSeries, type Series } from './packing/series.ts';
import { packer } from './packer.ts';

// Readings of a day that is over move from rows to chunks, a few points in a transaction: rows are deleted, packed together with
// what is already packed beside them, written, read back and compared, all or nothing. So a reading is in one place at any
// moment, whoever looks and whenever the power fails, and doing it again finds only what came late.

/** Most readings of a chunk: a day of one a minute. */
const mostInChunk = 1_440;
/** A chunk with fewer takes in what comes behind it. */
const enoughInChunk = 240;
/** Fewer late readings than this go into the chunk before them, however full. */
const fewReadings = 60;
/** One packer at a time, whatever server it belongs to. */
const lockKey = 34_132_203;

interface HotRow {
  point_id: string;
  at_ms: number;
  value: number;
  quality: number;
  device_ms: number | null;
  area_code: string;
  demo: boolean;
}

/** Local days before `before` (`YYYY-MM-DD`) that have readings in rows, or an empty partition, oldest first. */
export async function unpackedDays(database: Database, before: string): Promise<string[]> {
  const found = await database.transaction(packer, (tx) => tx.query<{ day: string }>('select observation_days($1) as day', [before]));
  return found.rows.map(({ day }) => day);
}

const inDay = `at >= $1::date::timestamp at time zone 'Asia/Shanghai' and at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai'`;

/** Points with readings of a day in rows, in groups of about so many readings. */
export async function pointsOfDay(database: Database, day: string, perGroup: number): Promise<string[][]> {
  const found = await database.transaction(packer, (tx) =>
    tx.query<{ point_id: string; count: number }>(
      `select point_id, count(*)::integer as count from observation where ${inDay} group by point_id order by point_id`,
      [day],
    ),
  );
  const groups: string[][] = [];
  let room = 0;
  for (const { point_id: pointId, count } of found.rows) {
    if (room < count) {
      groups.push([]);
      room = perGroup;
    }
    groups.at(-1)?.push(pointId);
    room -= count;
  }
  return groups;
}

/** Packs the rows of some points and a day; says how many there were. */
export function packPoints(database: Database, day: string, pointIds: readonly string[]): Promise<number> {
  return database.transaction(packer, (tx) => pack(tx, day, pointIds));
}

async function pack(tx: Transaction, day: string, pointIds: readonly string[]): Promise<number> {
  await tx.query('select pg_advisory_xact_lock($1)', [lockKey]);
  const hot = await tx.query<HotRow>(
    `delete from observation where ${inDay} and point_id = any($2::uuid[])
     returning point_id, ${msOf('at')} as at_ms, value, quality, ${msOf('device_at')} as device_ms, area_code, demo`,
    [day, pointIds],
  );
  const fresh = chunksOf(hot.rows);
  const ask = queryIn(tx);
  const beside = await takeBeside(ask, fresh);
  await putChunks(
    ask,
    fresh.flatMap((chunk) => {
      // What is packed already came first: a late repetition does not replace it.
      const merged = mergeSeries([...(beside.get(seriesKey(chunk)) ?? []), chunk.series]);
      return evenly(merged).map((series) => ({ ...chunk, series }));
    }),
  );
  return hot.rows.length;
}

/** Readings of one point that may be in one chunk: those of one division and kind. */
const seriesKey = ({ pointId, areaCode, demo }: Omit<Chunk, 'series'>) => `${pointId} ${areaCode} ${demo}`;

function chunksOf(rows: readonly HotRow[]): Chunk[] {
  const groups = Map.groupBy(rows, (row) => seriesKey({ pointId: row.point_id, areaCode: row.area_code, demo: row.demo }));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const sorted = group.toSorted((a, b) => a.at_ms - b.at_ms);
    const series = emptySeries(sorted.length);
    sorted.forEach((row, at) => {
      series.atMs[at] = row.at_ms;
      series.values[at] = row.value;
      series.qualities[at] = row.quality;
      series.deviceAtMs[at] = row.device_ms ?? Number.NaN;
    });
    return [{ pointId: first.point_id, areaCode: first.area_code, demo: first.demo, series }];
  });
}

/** Takes out the chunks that fresh readings belong into: those they lie in, and the one before if it has room. */
async function takeBeside(ask: Ask, fresh: readonly Chunk[]): Promise<Map<string, Series[]>> {
  const rows = await ask<ChunkRow>(
    `with taken as (
       select distinct chunk.point_id, chunk.to_at, chunk.from_at
       from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::boolean[], $5::text[], $6::boolean[]) as fresh (point_id, from_at, to_at, is_few, area_code, demo)
       cross join lateral (
         (select point_id, to_at, from_at from observation_chunk packed where packed.point_id = fresh.point_id
            and packed.to_at >= fresh.from_at and packed.from_at <= fresh.to_at
            and packed.area_code = fresh.area_code and packed.demo = fresh.demo)
         union all
         (select point_id, to_at, from_at from (
            select * from observation_chunk packed where packed.point_id = fresh.point_id
              and packed.to_at < fresh.from_at order by to_at desc limit 1) as before
          where (before.count < ${enoughInChunk} or fresh.is_few) and before.area_code = fresh.area_code and before.demo = fresh.demo)
       ) as chunk
     )
     delete from observation_chunk using taken
     where observation_chunk.point_id = taken.point_id and observation_chunk.to_at = taken.to_at and observation_chunk.from_at = taken.from_at
     returning ${chunkColumns()}`,
    [
      fresh.map(({ pointId }) => pointId),
      instants(fresh.map(({ series }) => series.atMs[0] ?? 0)),
      instants(fresh.map(({ series }) => series.atMs.at(-1) ?? 0)),
      fresh.map(({ series }) => series.atMs.length < fewReadings),
      fresh.map(({ areaCode }) => areaCode),
      fresh.map(({ demo }) => demo),
    ],
  );
  const groups = Map.groupBy(rows.map(unpackChunk), seriesKey);
  return new Map([...groups].map(([key, chunks]) => [key, chunks.map(({ series }) => series)]));
}

function evenly(series: Series): Series[] {
  const count = series.atMs.length;
  const parts = Math.ceil(count / mostInChunk);
  return Array.from({ length: parts }, (_, part) =>
    sliceSeries(series, Math.floor((part * count) / parts), Math.floor(((part + 1) * count) / parts)),
  );
}

/** Removes the partition of a day if nothing is left in it; false when something is, or somebody is using it just now. */
export async function dropDay(database: Database, day: string): Promise<boolean> {
  try {
    const found = await database.transaction(packer, (tx) =>
      tx.query<{ is_gone: boolean }>('select observation_drop_day($1) as is_gone', [day]),
    );
    return found.rows[0]?.is_gone === true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** lock_not_available and deadlock_detected (PostgreSQL, appendix A). */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01');
}

/** Deletes packed readings whose chunk ends before an instant; returns how many chunks went. */
export async function forgetBefore(database: Database, beforeMs: number): Promise<number> {
  const gone = await database.transaction(packer, (tx) =>
    tx.query(`delete from observation_chunk where to_at < ${instantOf('$1::float8')}`, [beforeMs]),
  );
  return gone.rowCount ?? 0;
}
