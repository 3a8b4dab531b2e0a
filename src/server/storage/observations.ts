import type { LatestReading } from '#kernel/alarm/entry.ts';
import { msOf, packedAlready } from './chunks.ts';
import type { Transaction } from './database.ts';
import { queryIn } from './history.ts';
import type { StoredReading } from './ingestStore.ts';
import { qualityCode, qualityOf } from './quality.ts';

// Readings in PostgreSQL, written in sets. Days that are over lie packed (packDay.ts); curve.ts reads both.

const dayMs = 24 * 3_600_000;
const shanghaiMs = 8 * 3_600_000;
/** Days that get a partition of their own; readings of other days are few and wrong, and share the default one. */
const partitionedDays = { back: 40, ahead: 2 };

/** Makes the partitions of these days (numbered from 1970 in Asia/Shanghai) unless they are there; cheap when they are. */
async function prepareDays(tx: Transaction, days: readonly number[]): Promise<void> {
  const dates = days.map((day) => new Date(day * dayMs).toISOString().slice(0, 10));
  await tx.query('select observation_day(day) from unnest($1::date[]) as day order by day', [dates]);
}

const dayOf = (atMs: number) => Math.floor((atMs + shanghaiMs) / dayMs);

/** Stores readings; one that is there already (same point and instant) stays as it was. Says how many were new. */
export async function storeObservations(tx: Transaction, nowMs: number, given: readonly StoredReading[]): Promise<number> {
  const today = dayOf(nowMs);
  const readings = await withoutPacked(tx, today, given);
  if (readings.length === 0) return 0;
  const days = new Set(readings.map((reading) => dayOf(reading.atMs)));
  days.add(today + 1);
  await prepareDays(
    tx,
    [...days].filter((day) => day >= today - partitionedDays.back && day <= today + partitionedDays.ahead),
  );
  const inserted = await tx.query(
    `insert into observation (point_id, at, value, quality, device_at, area_code, demo)
     select point_id, to_timestamp(at / 1000.0), value, quality, to_timestamp(device_at / 1000.0), area_code, demo
     from unnest($1::uuid[], $2::bigint[], $3::float8[], $4::smallint[], $5::bigint[], $6::text[], $7::boolean[])
       as reading (point_id, at, value, quality, device_at, area_code, demo)
     on conflict do nothing`,
    columns(readings, [
      (reading) => reading.pointId,
      (reading) => reading.atMs,
      (reading) => reading.value,
      (reading) => qualityCode(reading.quality),
      (reading) => reading.deviceAtMs,
      (reading) => reading.areaCode,
      (reading) => reading.demo,
    ]),
  );
  return inserted.rowCount ?? 0;
}

/** Readings of today are never packed; late ones may be there already. */
async function withoutPacked(tx: Transaction, today: number, readings: readonly StoredReading[]): Promise<readonly StoredReading[]> {
  const late = readings.filter(({ atMs }) => dayOf(atMs) < today);
  if (late.length === 0) return readings;
  const there = await packedAlready(queryIn(tx), late);
  return there.size === 0 ? readings : readings.filter(({ pointId, atMs }) => !there.has(`${pointId} ${atMs}`));
}

function columns<T>(rows: readonly T[], pick: readonly ((row: T) => unknown)[]): unknown[][] {
  return pick.map((column) => rows.map(column));
}

/** Series of equal steps, as a demo story has them; NaN where there is no reading. */
export interface HistorySeries {
  pointId: string;
  startMs: number;
  stepMs: number;
  values: Float64Array;
}

const historyBatch = 10_000;

/** Writes past readings of demo points and makes the newest of each its latest reading. */
export async function storeHistory(tx: Transaction, series: readonly HistorySeries[]): Promise<void> {
  const found = await tx.query<{ id: string; area_code: string }>('select id, area_code from points where demo');
  const areas = new Map(found.rows.map((row) => [row.id, row.area_code]));
  for (const one of series) {
    const areaCode = areas.get(one.pointId);
    if (areaCode === undefined) continue;
    const readings: StoredReading[] = [];
    one.values.forEach((value, step) => {
      if (Number.isNaN(value)) return;
      readings.push({
        pointId: one.pointId,
        atMs: one.startMs + step * one.stepMs,
        value,
        quality: 'good',
        deviceAtMs: null,
        areaCode,
        demo: true,
      });
    });
    const last = readings.at(-1);
    if (last === undefined) continue;
    for (let from = 0; from < readings.length; from += historyBatch) {
      await storeObservations(tx, last.atMs, readings.slice(from, from + historyBatch));
    }
    const { pointId, atMs, value } = last;
    const heard = { receivedAtMs: atMs, evaluatedAtMs: null, heardAtMs: atMs };
    await putLatest(tx, [{ pointId, atMs, value, quality: 'good', deviceAtMs: null, ...heard, areaCode, demo: true }]);
  }
}

export async function putLatest(tx: Transaction, latest: readonly (LatestReading & { areaCode: string; demo: boolean })[]): Promise<void> {
  if (latest.length === 0) return;
  await tx.query(
    `insert into latest_observation (point_id, at, value, quality, device_at, received_at, evaluated_at, heard_at, area_code, demo)
     select point_id, to_timestamp(at / 1000.0), value, quality, to_timestamp(device_at / 1000.0), to_timestamp(received_at / 1000.0),
       to_timestamp(evaluated_at / 1000.0), to_timestamp(heard_at / 1000.0), area_code, demo
     from unnest($1::uuid[], $2::bigint[], $3::float8[], $4::smallint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::text[], $10::boolean[])
       as latest (point_id, at, value, quality, device_at, received_at, evaluated_at, heard_at, area_code, demo)
     on conflict (point_id) do update set at = excluded.at, value = excluded.value, quality = excluded.quality, device_at = excluded.device_at,
       received_at = excluded.received_at, evaluated_at = excluded.evaluated_at, heard_at = excluded.heard_at, area_code = excluded.area_code, demo = excluded.demo`,
    columns(latest, [
      (row) => row.pointId,
      (row) => row.atMs,
      (row) => row.value,
      (row) => qualityCode(row.quality),
      (row) => row.deviceAtMs,
      (row) => row.receivedAtMs,
      (row) => row.evaluatedAtMs,
      (row) => row.heardAtMs,
      (row) => row.areaCode,
      (row) => row.demo,
    ]),
  );
}

interface LatestRow {
  point_id: string;
  at: number;
  value: number;
  quality: number;
  device_at: number | null;
  received_at: number;
  evaluated_at: number | null;
  heard_at: number | null;
}

export async function latestReadings(tx: Transaction): Promise<LatestReading[]> {
  const found = await tx.query<LatestRow>(
    // Instants as numbers: ten thousand rows of four would spend most of their time in the reading of dates.
    `select point_id, ${msOf('at')} as at, value, quality, ${msOf('device_at')} as device_at, ${msOf('received_at')} as received_at,
       ${msOf('evaluated_at')} as evaluated_at, ${msOf('heard_at')} as heard_at from latest_observation`,
  );
  return found.rows.map((row) => ({
    pointId: row.point_id,
    atMs: row.at,
    value: row.value,
    quality: qualityOf(row.quality),
    deviceAtMs: row.device_at,
    receivedAtMs: row.received_at,
    evaluatedAtMs: row.evaluated_at,
    heardAtMs: row.heard_at,
  }));
}
