import { accept, type Outcome } from '#kernel/problem/refusal.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import type { Transaction } from './database.ts';
import { quoted, snakeCase } from './naming.ts';
import { behind, readCursor, writeCursor, type Cursor } from './recordCursor.ts';
import { filterCondition, sensitiveField, unknownField, type Bind } from './recordFilters.ts';
import { listColumn, ownColumnKinds, rowToRecord, sortType, tableName, type Row } from './recordRows.ts';
import { reachConditions } from './reach.ts';
import { keywordConditions, mostListed as mostCounted } from './recordKeyword.ts';

// Lists of any register or case type: filter, keyword, sort, page. The area is enforced by row level security.

export interface ListQuery {
  /** 1–1000. */
  limit: number;
  /** From the `next` of the page before. */
  cursor?: string | undefined;
  /** Instead of a cursor: so many records are passed over. For protocols that page by number; slower the further it goes. */
  offset?: number | undefined;
  /** Field name, `-` in front for descending. */
  sort: string;
  /** Keyword looked for in every text field that is not sensitive. */
  q?: string | undefined;
  /** `field`, `field.min`, `field.max`, `field.from`, `field.to` → value. */
  filters: Record<string, string>;
  /** Archived records: left out (default), alone, or together with the others. */
  archived?: 'no' | 'only' | 'all' | undefined;
  /** Only records whose place lies in this box: west, south, east, north; WGS-84 degrees. */
  bbox?: readonly [number, number, number, number] | undefined;
  /** Only records last changed in this interval; open ends are null. */
  changed?: { from: string | null; to: string | null } | undefined;
}

export interface Page {
  items: AnyRecord[];
  next: string | null;
  /** Exact up to 10,000; beyond, estimated from a sample when `totalIsEstimate`. */
  total: number;
  totalIsEstimate: boolean;
}

/** About so many rows are looked at to estimate a larger number. */
const sampleSize = 10_000;

/** SQL conditions of a query, its values bound. */
export async function conditionsOf(
  tx: Transaction,
  declaration: RegisterDeclaration,
  query: Pick<ListQuery, 'q' | 'filters' | 'archived' | 'bbox' | 'changed'>,
  bind: Bind,
): Promise<Outcome<string[]>> {
  const where = ['removed_at is null', ...reachConditions(tx.actor, declaration, bind)];
  if (query.archived !== 'all') where.push(`archived_at is ${query.archived === 'only' ? 'not null' : 'null'}`);
  for (const [name, value] of Object.entries(query.filters)) {
    const condition = filterCondition(declaration, name, value, bind);
    if (!condition.ok) return condition;
    where.push(condition.value);
  }
  if (query.q) where.push(...(await keywordConditions(tx, declaration, query.q, bind)));
  if (query.bbox) where.push(inBox(declaration, query.bbox, bind));
  if (query.changed?.from) where.push(`updated_at >= ${bind(query.changed.from)}`);
  if (query.changed?.to) where.push(`updated_at <= ${bind(query.changed.to)}`);
  return accept(where);
}

/** One page of a list, its total, and the cursor of the next page. */
export async function listRecords(tx: Transaction, declaration: RegisterDeclaration, query: ListQuery): Promise<Outcome<Page>> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const isDescending = query.sort.startsWith('-');
  const sortField = isDescending ? query.sort.slice(1) : query.sort;
  const column = listColumn(declaration, sortField);
  if (!column) return unknownField(sortField);
  if (declaration.fields[sortField]?.sensitive) return sensitiveField(declaration, sortField);
  const cursor = query.cursor ? readCursor(query.cursor, query.sort) : null;
  if (cursor && !cursor.ok) return cursor;
  // A page is little work: starting helpers for it takes longer than doing it, and they would be missing elsewhere.
  await tx.query("select set_config('max_parallel_workers_per_gather', '0', true)");
  const where = await conditionsOf(tx, declaration, query, bind);
  if (!where.ok) return where;
  const total = cursor?.value ?? (await countRecords(tx, declaration, where.value, values));
  // So many fit that the order of the list finds a page of them at once; a pattern's share, which the planner only guesses
  // at, would make it read and sort them all.
  if (total.isEstimate && isIndexed(declaration, query.sort)) await tx.query("select set_config('enable_sort', 'off', true)");

  const type = sortType(declaration, sortField);
  const mayBeNull = !Object.hasOwn(ownColumnKinds, sortField) || sortField === 'closedAt';
  if (cursor) where.value.push(behind(cursor.value, column, type, isDescending, mayBeNull, bind));
  const direction = isDescending ? 'desc' : 'asc';
  // PostgreSQL puts nulls first when descending; saying otherwise where there are none would only hide the index.
  const nulls = mayBeNull && isDescending ? ' nulls last' : '';
  const offset = query.offset ? ` offset ${bind(query.offset)}` : '';
  const table = tableName(declaration);
  // Only ids and sort values are sorted; whole records are read for the page alone.
  const rows = await tx.query<Row>(
    `with page as materialized (select id as page_id, ${column} as sort_value from ${table} where ${where.value.join(' and ')}
       order by ${column} ${direction}${nulls}, id ${direction} limit ${bind(query.limit + 1)}${offset})
     select record.*, sort_value::text as cursor_value from page join ${table} as record on record.id = page_id
     order by sort_value ${direction}${nulls}, page_id ${direction}`,
    values,
  );
  const page = rows.rows.slice(0, query.limit);
  return accept({
    items: page.map((row) => rowToRecord(declaration, row)),
    next: rows.rows.length > query.limit ? nextPage(query, page.at(-1) as Row, total) : null,
    total: total.total,
    totalIsEstimate: total.isEstimate,
  });
}

/** Whether an index gives the records in this order (schema.ts). */
function isIndexed(declaration: RegisterDeclaration, sort: string): boolean {
  return ['updatedAt', '-updatedAt', 'id', '-id', declaration.title].includes(sort);
}

function nextPage(query: ListQuery, last: Row, { total, isEstimate }: Pick<Cursor, 'total' | 'isEstimate'>): string {
  if (query.offset !== undefined) return String(query.offset + query.limit);
  return writeCursor({ sort: query.sort, value: last['cursor_value'] as string | null, id: last['id'] as string, total, isEstimate });
}

/** Ids of the records that fit, at most `most`. */
export async function matchingIds(
  tx: Transaction,
  declaration: RegisterDeclaration,
  query: Pick<ListQuery, 'q' | 'filters' | 'archived'>,
  most: number,
): Promise<Outcome<string[]>> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = await conditionsOf(tx, declaration, query, bind);
  if (!where.ok) return where;
  const found = await tx.query<{ id: string }>(
    `select id from ${tableName(declaration)} where ${where.value.join(' and ')} order by id limit ${bind(most)}`,
    values,
  );
  return accept(found.rows.map(({ id }) => id));
}

/** Number of records that fit: counted up to 10,000, then estimated from a sample of the table's pages. */
async function countRecords(
  tx: Transaction,
  declaration: RegisterDeclaration,
  where: readonly string[],
  values: readonly unknown[],
): Promise<Pick<Cursor, 'total' | 'isEstimate'>> {
  const table = tableName(declaration);
  const condition = where.join(' and ');
  const counted = await tx.query<{ n: number; rows: number }>(
    `select count(*) as n, (select greatest(reltuples, 0)::float8 from pg_class where oid = '${table}'::regclass) as rows
     from (select 1 from ${table} where ${condition} limit ${mostCounted + 1}) as bounded`,
    [...values],
  );
  const { n: total = 0, rows = 0 } = counted.rows[0] ?? {};
  if (total <= mostCounted) return { total, isEstimate: false };
  const percent = Math.min(100, (100 * sampleSize) / Math.max(rows, total));
  const sampled = await tx.query<{ n: number }>(
    `select count(*) as n from ${table} tablesample system (${percent.toFixed(4)}) repeatable (1) where ${condition}`,
    [...values],
  );
  const estimate = ((sampled.rows[0]?.n ?? 0) * 100) / percent;
  return percent === 100 ? { total: estimate, isEstimate: false } : { total: Math.max(total, roundTo2(estimate)), isEstimate: true };
}

/** Two significant digits: a sample of 10,000 knows no more. */
function roundTo2(value: number): number {
  return Number(value.toPrecision(2));
}

function inBox(declaration: RegisterDeclaration, box: NonNullable<ListQuery['bbox']>, bind: Bind): string {
  if (!declaration.located || declaration.fields[declaration.located]?.kind !== 'point') return 'false';
  const [west, south, east, north] = box.map(bind);
  const place = snakeCase(declaration.located);
  return `${quoted(`${place}_lon`)} between ${west} and ${east} and ${quoted(`${place}_lat`)} between ${south} and ${north}`;
}

/** Number of records of each register the actor's area holds, archived ones left out; at most 10,001 each. */
export async function countEach(tx: Transaction, declarations: readonly RegisterDeclaration[]): Promise<Record<string, number>> {
  if (declarations.length === 0) return {};
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const counts = declarations.map((declaration, at) => {
    const where = ['removed_at is null', 'archived_at is null', ...reachConditions(tx.actor, declaration, bind)].join(' and ');
    return `select ${at} as place, (select count(*) from (select 1 from ${tableName(declaration)} where ${where} limit ${mostCounted + 1}) as bounded) as n`;
  });
  const found = await tx.query<{ place: number; n: number }>(counts.join(' union all '), values);
  return Object.fromEntries(found.rows.map(({ place, n }) => [declarations[place]?.id ?? '', n]));
}

/** How many cases stand in each state among those that fit the query; what it asks of the state is left out. States without any are not named. */
export async function countStates(tx: Transaction, declaration: RegisterDeclaration, query: ListQuery): Promise<Outcome<StateCount[]>> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { state: _state, ...filters } = query.filters;
  const where = await conditionsOf(tx, declaration, { ...query, filters }, bind);
  if (!where.ok) return where;
  const condition = where.value.length > 0 ? `where ${where.value.join(' and ')}` : '';
  const found = await tx.query<StateCount>(
    `select state, count(*)::int as count from ${tableName(declaration)} ${condition} group by state order by state`,
    values,
  );
  return accept(found.rows);
}

export interface StateCount {
  state: string;
  count: number;
}
