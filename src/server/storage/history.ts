import type { PastReading } from '#kernel/alarm/dryRun.ts';
import type { Transaction } from './database.ts';
import { qualityOf } from './quality.ts';

// Past readings of several points in order of time, a page at a time: a month of a county does not fit into memory.

const hourMs = 3_600_000;
const pageSize = 20_000;

/**
 * Readings from `fromMs` (inclusive) to `toMs` (exclusive), ordered by time, then point.
 * @param onPage hears each page and how far it reaches; answers false to stop
 */
export async function eachPastReading(
  query: <T extends object>(text: string, values: unknown[]) => Promise<readonly T[]>,
  pointIds: readonly string[],
  fromMs: number,
  toMs: number,
  onPage: (readings: readonly PastReading[], reachedMs: number) => boolean,
): Promise<void> {
  // Few points: a day at once (one partition); many: an hour, so that sorting stays small.
  const stepMs = pointIds.length <= 20 ? 24 * hourMs : hourMs;
  for (let beginMs = fromMs; beginMs < toMs; beginMs += stepMs) {
    const endMs = Math.min(toMs, beginMs + stepMs);
    let after: { atMs: number; pointId: string } | null = null;
    for (;;) {
      const page: PastReading[] = await readPage(query, pointIds, beginMs, endMs, after);
      const last = page.at(-1);
      if (!onPage(page, page.length < pageSize ? endMs : (last?.atMs ?? endMs))) return;
      if (page.length < pageSize || last === undefined) break;
      after = { atMs: last.atMs, pointId: last.pointId };
    }
  }
}

async function readPage(
  query: <T extends object>(text: string, values: unknown[]) => Promise<readonly T[]>,
  pointIds: readonly string[],
  beginMs: number,
  endMs: number,
  after: { atMs: number; pointId: string } | null,
): Promise<PastReading[]> {
  const rows = await query<{ point_id: string; at: Date; value: number; quality: number }>(
    `select point_id, at, value, quality from observation
     where point_id = any($1::uuid[]) and at >= to_timestamp($2::bigint / 1000.0) and at < to_timestamp($3::bigint / 1000.0)
       and ($4::bigint is null or (at, point_id) > (to_timestamp($4::bigint / 1000.0), $5::uuid))
     order by at, point_id limit ${pageSize}`,
    [pointIds, beginMs, endMs, after?.atMs ?? null, after?.pointId ?? null],
  );
  return rows.map((row) => ({ pointId: row.point_id, atMs: row.at.getTime(), value: row.value, quality: qualityOf(row.quality) }));
}

/** Asks inside a transaction that is already open. */
export function queryIn(tx: Transaction): <T extends object>(text: string, values: unknown[]) => Promise<readonly T[]> {
  return async <T extends object>(text: string, values: unknown[]) => (await tx.query<T>(text, values)).rows;
}
