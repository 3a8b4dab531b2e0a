import { bigint, date, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { withSession } from '../policies.ts';

/** Signed positions of the journal; written once, never changed. */
export const journalAnchor = pgTable(
  'journal_anchor',
  {
    number: integer('number').primaryKey(),
    kind: text('kind').notNull(),
    county: text('county').notNull(),
    day: date('day').notNull(),
    at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
    previous: text('previous').notNull(),
    statement: text('statement').notNull(),
    algorithm: text('algorithm').notNull(),
    keyId: text('key_id').notNull(),
    signature: text('signature').notNull(),
  },
  (table) => [
    uniqueIndex('journal_anchor_daily')
      .on(table.day)
      .where(sql`kind = 'daily'`),
    withSession('journal_anchor'),
  ],
).enableRLS();
