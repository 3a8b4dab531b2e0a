import type { Quality } from '#kernel/observation/reading.ts';
import { chunkHeads, instantOf, msOf, readChunks, readChunksOf, type Ask, type Chunk, type ChunkHead } from './chunks.ts';
import type { Transaction } from './database.ts';
import { queryIn } from './history.ts';
import { qualityCode, qualityOf } from './quality.ts';

// Readings of a point as a curve that fits a screen, from rows and from chunks.

export type CurvePoint = [atMs: number, value: number, quality: Quality];

/** A reading with its quality as a code. */
type Row = [atMs: number, value: number, quality: number];

/**
 * Readings of a point in [from, to), oldest first. When there are more than `maxPoints` the stretch is cut into equal pieces and
 * each keeps its lowest and highest reading (implausible ones apart, so that a sentinel does not hide the curve). Chunks shorter
 * than two pieces are not unpacked: the extremes in their heads are enough.
 */
export async function observations(
  tx: Transaction,
  pointId: string,
  fromMs: number,
  toMs: number,
  maxPoints: number,
): Promise<CurvePoint[]> {
  const ask = queryIn(tx);
  const heads = await chunkHeads(ask, pointId, fromMs, toMs);
  const hot = await ask<{ ms: number; value: number; quality: number }>(
    `select ${msOf('at')} as ms, value, quality from observation where ${inStretch} order by at limit $4`,
    [pointId, fromMs, toMs, maxPoints + 1],
  );
  const packed = heads.reduce((sum, head) => sum + (isInside(head, fromMs, toMs) ? head.count : 0), 0);
  const isAll = hot.length + packed <= maxPoints;
  const rows: Row[] = hot.length > maxPoints ? [] : hot.map(({ ms, value, quality }) => [ms, value, quality]);
  if (isAll) {
    for (const chunk of await readChunks(ask, [pointId], fromMs, toMs)) addReadings(rows, chunk, fromMs, toMs);
    if (rows.length <= maxPoints) return inOrder(rows);
    return inOrder(extremes(rows, fromMs, toMs, piecesFor(maxPoints)));
  }
  const pieces = piecesFor(maxPoints);
  if (hot.length > maxPoints) rows.push(...(await hotExtremes(ask, pointId, fromMs, toMs, pieces)));
  const isShort = (head: ChunkHead) =>
    head.oddCount === 0 && isInside(head, fromMs, toMs) && head.toMs - head.fromMs <= (2 * (toMs - fromMs)) / pieces;
  for (const { lowest, highest } of heads.filter(isShort)) {
    for (const end of [lowest, highest]) if (end) rows.push([end.atMs, end.value, end.quality]);
  }
  const long = heads.filter((head) => !isShort(head));
  for (const chunk of await readChunksOf(ask, long)) addReadings(rows, chunk, fromMs, toMs);
  return inOrder(extremes(rows, fromMs, toMs, pieces));
}

const inStretch = `point_id = $1 and at >= ${instantOf('$2::float8')} and at < ${instantOf('$3::float8')}`;

/** Each piece gives at most four: two that count and two that do not. */
const piecesFor = (maxPoints: number) => Math.max(1, Math.floor(maxPoints / 4));

function isInside(head: ChunkHead, fromMs: number, toMs: number): boolean {
  return head.fromMs >= fromMs && head.toMs < toMs;
}

function addReadings(rows: Row[], { series }: Chunk, fromMs: number, toMs: number): void {
  const { atMs, values, qualities } = series;
  for (let at = 0; at < atMs.length; at += 1) {
    const instant = atMs[at] ?? 0;
    if (instant >= fromMs && instant < toMs) rows.push([instant, values[at] ?? Number.NaN, qualities[at] ?? 0]);
  }
}

function inOrder(rows: readonly Row[]): CurvePoint[] {
  return rows.toSorted((a, b) => a[0] - b[0]).map(([atMs, value, quality]): CurvePoint => [atMs, value, qualityOf(quality)]);
}

const outOfRange = qualityCode('outOfRange');

/** The lowest and the highest of each piece of [from, to), implausible ones apart. */
function extremes(rows: readonly Row[], fromMs: number, toMs: number, pieces: number): Row[] {
  // Two places a piece and kind: [lowest, highest] of what counts, then of what does not.
  const found: (Row | undefined)[] = Array.from({ length: pieces * 4 });
  for (const row of rows) {
    const piece = Math.floor(((row[0] - fromMs) * pieces) / (toMs - fromMs));
    const place = piece * 4 + (row[2] === outOfRange ? 2 : 0);
    const [lowest, highest] = [found[place], found[place + 1]];
    if (lowest === undefined || isLower(row, lowest)) found[place] = row;
    if (highest === undefined || isLower(highest, row)) found[place + 1] = row;
  }
  return [...new Set(found)].filter((row) => row !== undefined);
}

/** Smaller value, or the same earlier; NaN is above everything, as in PostgreSQL. */
function isLower([atA, a]: Row, [atB, b]: Row): boolean {
  if (Number.isNaN(a)) return false;
  return a < b || Number.isNaN(b) || (a === b && atA < atB);
}

async function hotExtremes(ask: Ask, pointId: string, fromMs: number, toMs: number, pieces: number): Promise<Row[]> {
  // Arrays compare element by element: the smallest [value, at, quality] is the lowest reading with its time, without sorting.
  const found = await ask<{ lowest: number[]; highest: number[] }>(
    `select min(array[value, ms, quality]) as lowest, max(array[value, ms, quality]) as highest
     from (select value, ${msOf('at')} as ms, quality::float8 as quality from observation where ${inStretch}) as reading
     group by floor((ms - $2::float8) * $4::integer / ($3::float8 - $2::float8)), quality = $5`,
    [pointId, fromMs, toMs, pieces, outOfRange],
  );
  return found.flatMap(({ lowest, highest }) =>
    [lowest, highest].map(([value = 0, ms = 0, quality = 0]): Row => [Math.round(ms), value, Math.round(quality)]),
  );
}
