import type { PastReading } from '#kernel/alarm/dryRun.ts';
import { readChunks, type Ask, type Chunk } from './chunks.ts';
import type { Transaction } from './database.ts';
import { qualityOf } from './quality.ts';

// Past readings of several points in order of time, rows and packed ones, a page at a time: a month of a county does not fit
// into memory.

const hourMs = 3_600_000;
const pageSize = 20_000;

/**
 * Readings from `fromMs` (inclusive) to `toMs` (exclusive), ordered by time, then point.
 * @param onPage hears each page and how far it reaches; answers false to stop
 */
export async function eachPastReading(
  query: Ask,
  pointIds: readonly string[],
  fromMs: number,
  toMs: number,
  onPage: (readings: readonly PastReading[], reachedMs: number) => boolean,
): Promise<void> {
  // Few points: a day at once (one partition); many: an hour, so that sorting stays small.
  const stepMs = pointIds.length <= 20 ? 24 * hourMs : hourMs;
  const packed = new PackedWindow(query, pointIds);
  for (let beginMs = fromMs; beginMs < toMs; beginMs += stepMs) {
    const endMs = Math.min(toMs, beginMs + stepMs);
    let waiting = await packed.readings(beginMs, endMs);
    let after: { atMs: number; pointId: string } | null = null;
    for (;;) {
      const hot: PastReading[] = await readPage(query, pointIds, beginMs, endMs, after);
      const last = hot.at(-1);
      const isLast = hot.length < pageSize || last === undefined;
      const upTo = isLast ? waiting.length : waiting.findIndex((reading) => inTime(reading, last) > 0);
      const taken = waiting.slice(0, upTo < 0 ? waiting.length : upTo);
      waiting = waiting.slice(taken.length);
      const page = taken.length === 0 ? hot : [...hot, ...taken].sort(inTime);
      if (!onPage(page, isLast ? endMs : last.atMs)) return;
      if (isLast) break;
      after = { atMs: last.atMs, pointId: last.pointId };
    }
  }
}

function inTime(a: PastReading, b: PastReading): number {
  return a.atMs - b.atMs || (a.pointId < b.pointId ? -1 : Number(a.pointId > b.pointId));
}

/** Packed readings, stretch by stretch forwards: a chunk that reaches into the next stretch is unpacked once. */
class PackedWindow {
  readonly #query: Ask;
  readonly #pointIds: readonly string[];
  #chunks: Chunk[] = [];
  #readTo = -Infinity;

  constructor(query: Ask, pointIds: readonly string[]) {
    this.#query = query;
    this.#pointIds = pointIds;
  }

  /** Readings in [from, to), in order of time; `from` is where the stretch before ended. */
  async readings(fromMs: number, toMs: number): Promise<PastReading[]> {
    this.#chunks = this.#chunks.filter(({ series }) => (series.atMs.at(-1) ?? 0) >= fromMs);
    this.#chunks.push(...(await readChunks(this.#query, this.#pointIds, fromMs, toMs, this.#readTo)));
    this.#readTo = toMs;
    const found: PastReading[] = [];
    for (const { pointId, series } of this.#chunks) {
      series.atMs.forEach((atMs, at) => {
        if (atMs < fromMs || atMs >= toMs) return;
        found.push({ pointId, atMs, value: series.values[at] ?? Number.NaN, quality: qualityOf(series.qualities[at] ?? 0) });
      });
    }
    return found.sort(inTime);
  }
}

async function readPage(
  query: Ask,
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
export function queryIn(tx: Transaction): Ask {
  return async <T extends object>(text: string, values: unknown[]) => (await tx.query<T>(text, values)).rows;
}
