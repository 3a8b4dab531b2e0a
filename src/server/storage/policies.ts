import { sql } from 'drizzle-orm';
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core';

// Row level security. Every transaction sets `anlan.area_from` and `anlan.area_to` (half-open range of division codes) and
// the role anlan_app. Without them a policy compares with null or an empty range:
// nothing is seen, nothing is written (fails closed).

/** Role of every ordinary transaction. Created before the first migration, owns nothing. */
export const appRole = pgRole('anlan_app').existing();

const inArea = sql`area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)`;

/** Rows of one's own area, for reading and writing. */
export const byArea = (table: string) =>
  pgPolicy(`${table}_by_area`, { as: 'permissive', for: 'all', to: appRole, using: inArea, withCheck: inArea });

const hasScope = sql`coalesce(current_setting('anlan.area_from', true), '') <> ''`;

/** Rows without an area of their own (lists everybody with a session may see); still nothing without a session. */
export const withSession = (table: string) =>
  pgPolicy(`${table}_with_session`, { as: 'permissive', for: 'all', to: appRole, using: hasScope, withCheck: hasScope });
