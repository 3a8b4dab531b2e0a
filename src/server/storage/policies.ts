import { sql } from 'drizzle-orm';
import { customType, pgPolicy, pgRole } from 'drizzle-orm/pg-core';

// Row level security. Every transaction takes the role anlan_app and sets `anlan.area_from` and `anlan.area_to`, a half-open
// range of division codes; an actor with grants in several places fills further pairs (`anlan.area_from_2` …). Without them a
// policy compares with null or an empty range: nothing is seen, nothing is written (fails closed).
//
// The settings stand in scalar subqueries, so PostgreSQL reads them once a statement and not once a row, and division codes
// are stored in byte order, so an index on them serves the range. Still the planner cannot know how wide a range is that it
// reads from a setting: it takes every one for a sliver, and for a county chooses the plan of a village. Tables of registers
// and cases, which grow large, therefore ask with operators that promise nothing about their share of the rows
// (sql/areaOperators.sql), and questions about them say the range once more with its values (reach.ts), which the planner
// can weigh and use an index for. Leaving that out costs time and shows nothing more. bench/rowSecurity.ts measures it.

/** Role of every ordinary transaction. Created before the first migration, owns nothing. */
export const appRole = pgRole('anlan_app').existing();

/** A division code: text in byte order, whatever the language of the database. */
export const areaCodeColumn = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Separate places one actor can reach. Whoever has more is refused when the grant is made. */
export const mostRanges = 8;

/** Names of the settings that hold the bounds of the nth range, from 1. */
export function rangeSettings(nth: number): { from: string; to: string } {
  const tail = nth === 1 ? '' : `_${nth}`;
  return { from: `anlan.area_from${tail}`, to: `anlan.area_to${tail}` };
}

const setting = (name: string) => `(select current_setting('${name}', true))`;

/** SQL that holds for rows whose `area_code` lies in one of the ranges; an empty range, or none, holds for no row. */
function inRanges(isFrom: string, isBelow: string) {
  const ranges = Array.from({ length: mostRanges }, (_, index) => {
    const { from, to } = rangeSettings(index + 1);
    return `(area_code collate "C" ${isFrom} ${setting(from)} and area_code collate "C" ${isBelow} ${setting(to)})`;
  });
  return sql.raw(ranges.join(' or '));
}

const inArea = inRanges('>=', '<');
const inAreaUnweighed = inRanges('operator(public.>=|)', 'operator(public.<|)');

const ofArea = (table: string, condition: typeof inArea) =>
  pgPolicy(`${table}_by_area`, { as: 'permissive', for: 'all', to: appRole, using: condition, withCheck: condition });

/** Rows of one's own area, for reading and writing. */
export const byArea = (table: string) => ofArea(table, inArea);

/** The same for the table of a register or case type, whose questions say the range themselves (reach.ts). */
export const byAreaOfRecords = (table: string) => ofArea(table, inAreaUnweighed);

const hasScope = sql.raw(`coalesce(${setting('anlan.area_from')}, '') <> ''`);

/** A list of the whole county: everybody with a session reads it, whatever the area; writing stays with `byArea`. */
export const sharedRead = (table: string) => pgPolicy(`${table}_shared`, { as: 'permissive', for: 'select', to: appRole, using: hasScope });

/** Rows without an area of their own (lists everybody with a session may see); still nothing without a session. */
export const withSession = (table: string) =>
  pgPolicy(`${table}_with_session`, { as: 'permissive', for: 'all', to: appRole, using: hasScope, withCheck: hasScope });

/** The first bound of the program's own transactions (signing in, ingest); no division code begins with it. */
export const programBound = '0';

const isOwner = sql.raw(`account_id::text = ${setting('anlan.account_id')} or ${setting('anlan.area_from')} = '${programBound}'`);

/** Rows that belong to one account alone (sessions, keys, tokens): its own, or the program's while it signs somebody in. */
export const byOwner = (table: string) =>
  pgPolicy(`${table}_by_owner`, { as: 'permissive', for: 'all', to: appRole, using: isOwner, withCheck: isOwner });
