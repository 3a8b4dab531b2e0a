import { packSeries, unpackSeries } from './packing/packedSeries.ts';
import { isSameSeries, type Series } from './packing/series.ts';
import { qualityCode } from './quality.ts';

// Packed readings in PostgreSQL: one row holds some hundred of one point (tables/observationChunk.ts).

export interface Chunk {
  pointId: string;
  areaCode: string;
  demo: boolean;
  /** Not empty, instants ascending, none twice. */
  series: Series;
}

/** The lowest or highest of the readings that count. */
export interface Extreme {
  value: number;
  atMs: number;
  /** Code of quality.ts. */
  quality: number;
}

/** What is known of a chunk without unpacking it. */
export interface ChunkHead {
  pointId: string;
  fromMs: number;
  toMs: number;
  count: number;
  /** Readings out of range or no number, of which the rest of the head knows nothing. */
  oddCount: number;
  sum: number;
  lowest: Extreme | null;
  highest: Extreme | null;
}

/** Asks PostgreSQL for rows. */
export type Ask = <T extends object>(text: string, values: unknown[]) => Promise<readonly T[]>;

interface KeyRow {
  point_id: string;
  from_ms: number;
  to_ms: number;
}

export interface ChunkRow extends KeyRow {
  area_code: string;
  demo: boolean;
  packed: Buffer;
}

interface HeadRow extends KeyRow {
  count: number;
  odd_count: number;
  sum: number;
  lowest: number | null;
  highest: number | null;
  lowest_ms: number | null;
  highest_ms: number | null;
  lowest_quality: number | null;
  highest_quality: number | null;
}

/** SQL of an instant as epoch milliseconds, of epoch milliseconds as an instant. */
export const msOf = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
export const instantOf = (ms: string) => `to_timestamp(${ms} / 1000.0)`;

/**
 * Instants as a value of `timestamptz[]`. What is joined with a table under a policy must come in the type of its columns: a
 * conversion inside the statement might tell secrets, so PostgreSQL would apply it only after the policy, without the index.
 */
export const instants = (atMs: readonly number[]) => atMs.map((ms) => new Date(ms).toISOString());

/** SQL of the columns of a `ChunkRow`. */
export const chunkColumns = (table = 'observation_chunk') =>
  `${table}.point_id, ${msOf(`${table}.from_at`)} as from_ms, ${msOf(`${table}.to_at`)} as to_ms, ${table}.area_code, ${table}.demo, ${table}.packed`;
const within = `to_at >= ${instantOf('$2::float8')} and from_at < ${instantOf('$3::float8')}`;

/** @throws Error naming point and time when the bytes were damaged */
export function unpackChunk({ point_id: pointId, from_ms: fromMs, area_code: areaCode, demo, packed }: ChunkRow): Chunk {
  try {
    return { pointId, areaCode, demo, series: unpackSeries(packed) };
  } catch (error) {
    throw new Error(`readings of point ${pointId} from ${new Date(fromMs).toISOString()} cannot be read`, { cause: error });
  }
}

/** Heads of the chunks of a point that reach into [from, to), by time. */
export async function chunkHeads(ask: Ask, pointId: string, fromMs: number, toMs: number): Promise<ChunkHead[]> {
  const rows = await ask<HeadRow>(
    `select point_id, ${msOf('from_at')} as from_ms, ${msOf('to_at')} as to_ms, count, odd_count, sum, lowest, highest,
       ${msOf('lowest_at')} as lowest_ms, ${msOf('highest_at')} as highest_ms, lowest_quality, highest_quality
     from observation_chunk where point_id = $1 and ${within} order by to_at, from_at`,
    [pointId, fromMs, toMs],
  );
  const extreme = (value: number | null, atMs: number | null, quality: number | null): Extreme | null =>
    value === null || atMs === null ? null : { value, atMs, quality: quality ?? 0 };
  return rows.map((row) => ({
    pointId: row.point_id,
    fromMs: row.from_ms,
    toMs: row.to_ms,
    count: row.count,
    oddCount: row.odd_count,
    sum: row.sum,
    lowest: extreme(row.lowest, row.lowest_ms, row.lowest_quality),
    highest: extreme(row.highest, row.highest_ms, row.highest_quality),
  }));
}

/** Chunks of points that reach into [from, to); with `beginningAtMs` only those that begin then or later. */
export async function readChunks(
  ask: Ask,
  pointIds: readonly string[],
  fromMs: number,
  toMs: number,
  beginningAtMs = -Infinity,
): Promise<Chunk[]> {
  const rows = await ask<ChunkRow>(
    `select ${chunkColumns()} from observation_chunk where point_id = any($1::uuid[]) and ${within} and from_at >= ${instantOf('$4::float8')}`,
    [pointIds, fromMs, toMs, beginningAtMs],
  );
  return rows.map(unpackChunk);
}

/** Those of the readings (point and instant) that are packed already, as `<point> <epoch ms>`. */
export async function packedAlready(ask: Ask, readings: readonly { pointId: string; atMs: number }[]): Promise<Set<string>> {
  const rows = await ask<ChunkRow>(
    `select ${chunkColumns()} from observation_chunk where (point_id, to_at, from_at) in
       (select packed.point_id, packed.to_at, packed.from_at from unnest($1::uuid[], $2::timestamptz[]) as late (point_id, at)
        join observation_chunk packed on packed.point_id = late.point_id and packed.to_at >= late.at and packed.from_at <= late.at)`,
    [readings.map(({ pointId }) => pointId), instants(readings.map(({ atMs }) => atMs))],
  );
  const there = new Set<string>();
  for (const { pointId, series } of rows.map(unpackChunk)) for (const atMs of series.atMs) there.add(`${pointId} ${atMs}`);
  return there;
}

/** Chunks by their heads. */
export async function readChunksOf(ask: Ask, heads: readonly ChunkHead[]): Promise<Chunk[]> {
  if (heads.length === 0) return [];
  const rows = await ask<ChunkRow>(
    `select ${chunkColumns()} from observation_chunk where (point_id, to_at, from_at) in
       (select point_id, to_at, from_at from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as key (point_id, to_at, from_at))`,
    [heads.map(({ pointId }) => pointId), instants(heads.map(({ toMs }) => toMs)), instants(heads.map(({ fromMs }) => fromMs))],
  );
  return rows.map(unpackChunk);
}

/** Writes chunks, reads them back and compares every reading. @throws Error when PostgreSQL gives back anything else */
export async function putChunks(ask: Ask, chunks: readonly Chunk[]): Promise<void> {
  const rows = chunks.map((chunk) => ({ ...chunk, ...headOf(chunk.series), packed: packSeries(chunk.series) }));
  const columns = [
    rows.map(({ pointId }) => pointId),
    rows.map(({ fromMs }) => fromMs),
    rows.map(({ toMs }) => toMs),
    rows.map(({ count }) => count),
    rows.map(({ oddCount }) => oddCount),
    rows.map(({ sum }) => sum),
    ...(['lowest', 'highest'] as const).flatMap((end) => [
      rows.map((row) => row[end]?.value ?? null),
      rows.map((row) => row[end]?.atMs ?? null),
      rows.map((row) => row[end]?.quality ?? null),
    ]),
    rows.map(({ demo }) => demo),
    rows.map(({ areaCode }) => areaCode),
    rows.map(({ packed }) => packed),
  ];
  const written = await ask<ChunkRow>(
    `insert into observation_chunk (point_id, from_at, to_at, count, odd_count, sum, lowest, lowest_at, lowest_quality, highest, highest_at, highest_quality, demo, area_code, packed)
     select point_id, ${instantOf('from_ms')}, ${instantOf('to_ms')}, count, odd_count, sum, lowest, ${instantOf('lowest_ms')}, lowest_quality, highest, ${instantOf('highest_ms')}, highest_quality, demo, area_code, packed
     from unnest($1::uuid[], $2::float8[], $3::float8[], $4::integer[], $5::integer[], $6::float8[], $7::float8[], $8::float8[], $9::smallint[], $10::float8[], $11::float8[], $12::smallint[], $13::boolean[], $14::text[], $15::bytea[])
       as chunk (point_id, from_ms, to_ms, count, odd_count, sum, lowest, lowest_ms, lowest_quality, highest, highest_ms, highest_quality, demo, area_code, packed)
     returning ${chunkColumns()}`,
    columns,
  );
  const keyOf = (pointId: string, fromMs: number, toMs: number) => `${pointId} ${fromMs} ${toMs}`;
  const back = new Map(written.map((row) => [keyOf(row.point_id, row.from_ms, row.to_ms), row]));
  for (const { pointId, fromMs, toMs, series } of rows) {
    const row = back.get(keyOf(pointId, fromMs, toMs));
    if (!row || !isSameSeries(unpackChunk(row).series, series))
      throw new Error(`readings of point ${pointId} from ${new Date(fromMs).toISOString()} changed while they were packed`);
  }
}

const outOfRange = qualityCode('outOfRange');

/** What the head of a chunk says of its readings. */
export function headOf({ atMs, values, qualities }: Series): Omit<ChunkHead, 'pointId'> {
  let [lowestAt, highestAt, oddCount, sum] = [-1, -1, 0, 0];
  values.forEach((value, at) => {
    if (qualities[at] === outOfRange || !Number.isFinite(value)) return void (oddCount += 1);
    sum += value;
    if (lowestAt < 0 || value < (values[lowestAt] ?? 0)) lowestAt = at;
    if (highestAt < 0 || value > (values[highestAt] ?? 0)) highestAt = at;
  });
  const extreme = (at: number): Extreme | null =>
    at < 0 ? null : { value: values[at] ?? 0, atMs: atMs[at] ?? 0, quality: qualities[at] ?? 0 };
  const ends = { fromMs: atMs[0] ?? 0, toMs: atMs.at(-1) ?? 0 };
  return { ...ends, count: atMs.length, oddCount, sum, lowest: extreme(lowestAt), highest: extreme(highestAt) };
}
