import { bigint, boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { areaCodeColumn, byArea } from '../policies.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Files of records. A removed link keeps its row, and so its bytes, with the reason. */
export const fileLink = pgTable(
  'file_link',
  {
    id: uuid('id').primaryKey(),
    sha256: text('sha256').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    width: integer('width'),
    height: integer('height'),
    evidence: jsonb('evidence'),
    shrunkFrom: text('shrunk_from'),
    note: text('note').notNull(),
    origin: text('origin').notNull(),
    demo: boolean('demo').notNull().default(false),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by').notNull(),
    removedAt: instant('removed_at'),
    removedBy: text('removed_by'),
    removedWhy: text('removed_why'),
  },
  (table) => [
    index('file_link_subject').on(table.subjectKind, table.subjectId),
    index('file_link_hash').on(table.sha256),
    byArea('file_link'),
  ],
).enableRLS();
