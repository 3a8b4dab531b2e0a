import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { areaCodeColumn, byArea } from '../policies.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** What an Excel import changed, kept so that it can be undone. */
export const sheetImport = pgTable(
  'sheet_import',
  {
    id: uuid('id').primaryKey(),
    register: text('register').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    file: text('file').notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
    undoneAt: instant('undone_at'),
    added: integer('added').notNull(),
    changed: integer('changed').notNull(),
    removed: integer('removed').notNull(),
    /** One entry a record: what was there before, and the version afterwards. */
    changes: jsonb('changes').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [index('sheet_import_register').on(table.register, table.at), byArea('sheet_import')],
).enableRLS();
