import { sql } from 'drizzle-orm';
import { index, jsonb, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { appRole, areaCodeColumn } from '../policies.ts';

const account = "account_id::text = (select current_setting('anlan.account_id', true))";
const bound = "(select current_setting('anlan.area_from', true))";

/** A list as somebody likes to see it: filters, sort, columns, row height. Shared ones are read by everybody inside the area. */
export const savedView = pgTable(
  'saved_view',
  {
    id: uuid('id').primaryKey(),
    register: text('register').notNull(),
    accountId: uuid('account_id').notNull(),
    /** Whose area shares it; null: only its owner sees it. */
    areaCode: areaCodeColumn('area_code'),
    /** Role that shares it; null with an area: every role. */
    role: text('role'),
    name: text('name').notNull(),
    owner: text('owner').notNull(),
    state: jsonb('state').notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [
    index('saved_view_register').on(table.register, table.name),
    pgPolicy('saved_view_own', { as: 'permissive', for: 'all', to: appRole, using: sql.raw(account), withCheck: sql.raw(account) }),
    pgPolicy('saved_view_shared', {
      as: 'permissive',
      for: 'select',
      to: appRole,
      using: sql.raw(`area_code is not null and ${bound} collate "C" >= area_code and ${bound} collate "C" < area_code || '~'`),
    }),
  ],
).enableRLS();
