import { bigint, boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { areaCodeColumn, byArea } from '../policies.ts';

// What belongs to platforms of departments and is no field of their register: the secret, how far reading is, how it went.

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Content of the header that proves who we are, sealed (server/access/sealing.ts) for the purpose `feed:<id>`. */
export const feedCredential = pgTable(
  'feed_credential',
  {
    feedId: uuid('feed_id').primaryKey(),
    sealed: text('sealed').notNull(),
    setBy: text('set_by').notNull(),
    setAt: instant('set_at').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  () => [byArea('feed_credential')],
).enableRLS();

/** How far a platform has been read. */
export const feedState = pgTable(
  'feed_state',
  {
    feedId: uuid('feed_id').primaryKey(),
    /** Address the validators belong to. */
    url: text('url'),
    etag: text('etag'),
    lastModified: text('last_modified'),
    /** Newest time of a durable reading, never ahead of our clock. */
    cursorAt: instant('cursor_at'),
    triedAt: instant('tried_at'),
    succeededAt: instant('succeeded_at'),
    /** When an answer last held something new. */
    changedAt: instant('changed_at'),
    /** Failures since the last success. */
    failures: integer('failures').notNull().default(0),
    latencyMs: integer('latency_ms'),
    /** Clock of the platform minus ours; null where its answers have no date. */
    skewMs: bigint('skew_ms', { mode: 'number' }),
    problem: text('problem'),
    areaCode: areaCodeColumn('area_code').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  () => [byArea('feed_state')],
).enableRLS();

/** How reading went on one local day. */
export const feedDay = pgTable(
  'feed_day',
  {
    feedId: uuid('feed_id').notNull(),
    day: date('day').notNull(),
    attempts: integer('attempts').notNull().default(0),
    failed: integer('failed').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    /** Readings that were new and became durable. */
    readings: integer('readings').notNull().default(0),
    /** Readings that came again. */
    repeated: integer('repeated').notNull().default(0),
    /** Values that could not be read. */
    faults: integer('faults').notNull().default(0),
    /** Times nothing came for more than twice the interval, and for how long altogether. */
    gaps: integer('gaps').notNull().default(0),
    gapSeconds: integer('gap_seconds').notNull().default(0),
    slowestMs: integer('slowest_ms').notNull().default(0),
    areaCode: areaCodeColumn('area_code').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.feedId, table.day] }), byArea('feed_day')],
).enableRLS();
