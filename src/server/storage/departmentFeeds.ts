import type { Transaction } from './database.ts';

// Platforms of departments: what is declared, how far each was read, how it went.

export interface StoredFeed {
  id: string;
  name: string;
  url: string;
  everySeconds: number;
  active: boolean;
  headerName: string | null;
  mapping: string;
  sinceParameter: string | null;
  sinceForm: string | null;
  overlapSeconds: number;
  areaCode: string;
  demo: boolean;
  /** Content of the header under seal; null = none was set. */
  sealed: string | null;
}

export interface FeedProgress {
  /** Address the validators belong to. */
  url: string | null;
  etag: string | null;
  lastModified: string | null;
  cursorAt: Date | null;
  triedAt: Date | null;
  succeededAt: Date | null;
  changedAt: Date | null;
  failures: number;
  latencyMs: number | null;
  skewMs: number | null;
  problem: string | null;
}

export const noProgress: FeedProgress = {
  url: null,
  etag: null,
  lastModified: null,
  cursorAt: null,
  triedAt: null,
  succeededAt: null,
  changedAt: null,
  failures: 0,
  latencyMs: null,
  skewMs: null,
  problem: null,
};

/** What one attempt adds to its day. */
export interface FeedTally {
  failed: number;
  unchanged: number;
  readings: number;
  repeated: number;
  faults: number;
  gaps: number;
  gapSeconds: number;
  slowestMs: number;
}

export interface FeedDay extends FeedTally {
  day: string;
  attempts: number;
}

interface FeedRow {
  id: string;
  name: string;
  url: string;
  every_seconds: number;
  active: boolean | null;
  header_name: string | null;
  mapping: string;
  since_parameter: string | null;
  since_form: string | null;
  overlap_seconds: number | null;
  area_code: string;
  demo: boolean;
  sealed: string | null;
}

const feedColumns = `feed.id, feed.name, feed.url, feed.every_seconds, feed.active, feed.header_name, feed.mapping, feed.since_parameter,
  feed.since_form, feed.overlap_seconds, feed.area_code, feed.demo, feed_credential.sealed`;
const feedTables = 'department_feeds feed left join feed_credential on feed_credential.feed_id = feed.id';

function toFeed(row: FeedRow): StoredFeed {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    everySeconds: row.every_seconds,
    active: row.active ?? false,
    headerName: row.header_name,
    mapping: row.mapping,
    sinceParameter: row.since_parameter,
    sinceForm: row.since_form,
    overlapSeconds: row.overlap_seconds ?? 0,
    areaCode: row.area_code,
    demo: row.demo,
    sealed: row.sealed,
  };
}

export async function storedFeeds(tx: Transaction): Promise<StoredFeed[]> {
  const found = await tx.query<FeedRow>(
    `select ${feedColumns} from ${feedTables} where feed.removed_at is null and feed.archived_at is null order by feed.name, feed.id`,
  );
  return found.rows.map(toFeed);
}

export async function storedFeed(tx: Transaction, id: string): Promise<StoredFeed | null> {
  const found = await tx.query<FeedRow>(`select ${feedColumns} from ${feedTables} where feed.removed_at is null and feed.id = $1`, [id]);
  return found.rows[0] ? toFeed(found.rows[0]) : null;
}

interface ProgressRow {
  feed_id: string;
  url: string | null;
  etag: string | null;
  last_modified: string | null;
  cursor_at: Date | null;
  tried_at: Date | null;
  succeeded_at: Date | null;
  changed_at: Date | null;
  failures: number;
  latency_ms: number | null;
  skew_ms: number | null;
  problem: string | null;
}

/** How far each platform was read, by id. */
export async function feedProgress(tx: Transaction): Promise<Map<string, FeedProgress>> {
  const found = await tx.query<ProgressRow>('select * from feed_state');
  return new Map(
    found.rows.map((row) => [
      row.feed_id,
      {
        url: row.url,
        etag: row.etag,
        lastModified: row.last_modified,
        cursorAt: row.cursor_at,
        triedAt: row.tried_at,
        succeededAt: row.succeeded_at,
        changedAt: row.changed_at,
        failures: row.failures,
        latencyMs: row.latency_ms,
        skewMs: row.skew_ms === null ? null : Number(row.skew_ms),
        problem: row.problem,
      },
    ]),
  );
}

/** Writes how far a platform was read, and adds an attempt to its day. */
export async function noteFeedAttempt(
  tx: Transaction,
  feed: StoredFeed,
  progress: FeedProgress,
  day: string,
  tally: FeedTally,
): Promise<void> {
  const { id, areaCode, demo } = feed;
  const { url, etag, lastModified, cursorAt, triedAt, succeededAt, changedAt, failures, latencyMs, skewMs, problem } = progress;
  await tx.query(
    `insert into feed_state (feed_id, url, etag, last_modified, cursor_at, tried_at, succeeded_at, changed_at, failures, latency_ms, skew_ms, problem, area_code, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (feed_id) do update set url = excluded.url, etag = excluded.etag, last_modified = excluded.last_modified, cursor_at = excluded.cursor_at,
       tried_at = excluded.tried_at, succeeded_at = excluded.succeeded_at, changed_at = excluded.changed_at, failures = excluded.failures,
       latency_ms = excluded.latency_ms, skew_ms = excluded.skew_ms, problem = excluded.problem, area_code = excluded.area_code`,
    [id, url, etag, lastModified, cursorAt, triedAt, succeededAt, changedAt, failures, latencyMs, skewMs, problem, areaCode, demo],
  );
  await tx.query(
    `insert into feed_day as old (feed_id, day, attempts, failed, unchanged, readings, repeated, faults, gaps, gap_seconds, slowest_ms, area_code, demo)
     values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (feed_id, day) do update set attempts = old.attempts + 1, failed = old.failed + excluded.failed,
       unchanged = old.unchanged + excluded.unchanged, readings = old.readings + excluded.readings, repeated = old.repeated + excluded.repeated,
       faults = old.faults + excluded.faults, gaps = old.gaps + excluded.gaps, gap_seconds = old.gap_seconds + excluded.gap_seconds,
       slowest_ms = greatest(old.slowest_ms, excluded.slowest_ms), area_code = excluded.area_code`,
    [
      id,
      day,
      tally.failed,
      tally.unchanged,
      tally.readings,
      tally.repeated,
      tally.faults,
      tally.gaps,
      tally.gapSeconds,
      Math.round(tally.slowestMs),
      areaCode,
      demo,
    ],
  );
}

interface DayRow {
  feed_id: string;
  day: string;
  attempts: number;
  failed: number;
  unchanged: number;
  readings: number;
  repeated: number;
  faults: number;
  gaps: number;
  gap_seconds: number;
  slowest_ms: number;
}

/** Days of every platform from one on, newest first, by platform. */
export async function feedDays(tx: Transaction, from: string): Promise<Map<string, FeedDay[]>> {
  const found = await tx.query<DayRow>(
    `select feed_id, to_char(day, 'YYYY-MM-DD') as day, attempts, failed, unchanged, readings, repeated, faults, gaps, gap_seconds, slowest_ms
     from feed_day where day >= $1 order by feed_day.day desc`,
    [from],
  );
  return Map.groupBy(
    found.rows.map((row) => ({ feedId: row.feed_id, ...toDay(row) })),
    ({ feedId }) => feedId,
  );
}

function toDay(row: DayRow): FeedDay {
  const { day, attempts, failed, unchanged, readings, repeated, faults, gaps } = row;
  return { day, attempts, failed, unchanged, readings, repeated, faults, gaps, gapSeconds: row.gap_seconds, slowestMs: row.slowest_ms };
}

export async function putFeedSecret(
  tx: Transaction,
  secret: { feedId: string; sealed: string; by: string; at: Date; areaCode: string; demo: boolean },
): Promise<void> {
  await tx.query(
    `insert into feed_credential (feed_id, sealed, set_by, set_at, area_code, demo) values ($1, $2, $3, $4, $5, $6)
     on conflict (feed_id) do update set sealed = excluded.sealed, set_by = excluded.set_by, set_at = excluded.set_at, area_code = excluded.area_code`,
    [secret.feedId, secret.sealed, secret.by, secret.at, secret.areaCode, secret.demo],
  );
}

/** False when there was none. */
export async function removeFeedSecret(tx: Transaction, feedId: string): Promise<boolean> {
  const removed = await tx.query('delete from feed_credential where feed_id = $1', [feedId]);
  return removed.rowCount === 1;
}
