import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { Transaction } from './database.ts';
import { quoted, snakeCase } from './naming.ts';
import { columnsOfInput, listColumn, rowToRecord, tableName, type Row } from './recordRows.ts';

// Records of any declared register. The area is enforced by row level security; what is asked here is only the content.

export interface ListQuery {
  /** 1–1000. */
  limit: number;
  /** From the `next` of the page before. */
  cursor?: string | undefined;
  /** Field name, `-` in front for descending. */
  sort: string;
  /** Keyword looked for in every text field. */
  q?: string | undefined;
  filters: Record<string, string>;
  /** Only records whose place lies in this box: west, south, east, north; WGS-84 degrees. */
  bbox?: readonly [number, number, number, number] | undefined;
  /** Only records last changed in this interval; open ends are null. */
  changed?: { from: string | null; to: string | null } | undefined;
}

export interface Page {
  items: AnyRecord[];
  next: string | null;
  total: number;
}

/** One page of a register, its total, and the cursor of the next page. */
export async function listRecords(tx: Transaction, declaration: RegisterDeclaration, query: ListQuery): Promise<Outcome<Page>> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ['removed_at is null'];
  for (const [name, value] of Object.entries(query.filters)) {
    const column = listColumn(declaration, name);
    if (!column) return unknownField(name);
    where.push(condition(declaration, name, column, value, bind));
  }
  if (query.q) where.push(keyword(declaration, query.q, bind));
  if (query.bbox) where.push(inBox(declaration, query.bbox, bind));
  if (query.changed?.from) where.push(`updated_at >= ${bind(query.changed.from)}`);
  if (query.changed?.to) where.push(`updated_at <= ${bind(query.changed.to)}`);
  const total = await tx.query<{ n: number }>(`select count(*) as n from ${tableName(declaration)} where ${where.join(' and ')}`, [
    ...values,
  ]);

  const descending = query.sort.startsWith('-');
  const sortField = descending ? query.sort.slice(1) : query.sort;
  const sortColumn = listColumn(declaration, sortField);
  if (!sortColumn) return unknownField(sortField);
  const offset = query.cursor ? Number(query.cursor) : 0;
  if (!Number.isSafeInteger(offset) || offset < 0)
    return refuse('cursor-invalid', 400, { zh: '翻页位置无效', en: 'The cursor is not valid' });
  const rows = await tx.query<Row>(
    `select * from ${tableName(declaration)} where ${where.join(' and ')}
     order by ${sortColumn} ${descending ? 'desc nulls last' : 'asc nulls last'}, id ${descending ? 'desc' : 'asc'} limit ${bind(query.limit + 1)} offset ${bind(offset)}`,
    values,
  );
  const more = rows.rows.length > query.limit;
  return accept({
    items: rows.rows.slice(0, query.limit).map((row) => rowToRecord(declaration, row)),
    next: more ? String(offset + query.limit) : null,
    total: total.rows[0]?.n ?? 0,
  });
}

function condition(
  declaration: RegisterDeclaration,
  name: string,
  column: string,
  value: string,
  bind: (value: unknown) => string,
): string {
  const kind = declaration.fields[name]?.kind;
  if (kind === 'areas' || kind === 'list') return `${bind(value)} = any(${column})`;
  if (name === 'areaCode') return `${column} collate "C" >= ${bind(value)} and ${column} collate "C" < ${bind(`${value}~`)}`;
  if (value === '') return `${column} is null`;
  return `${column}::text = any(${bind(value.split(','))}::text[])`;
}

function inBox(declaration: RegisterDeclaration, box: NonNullable<ListQuery['bbox']>, bind: (value: unknown) => string): string {
  if (!declaration.located || declaration.fields[declaration.located]?.kind !== 'point') return 'false';
  const [west, south, east, north] = box.map(bind);
  const place = snakeCase(declaration.located);
  return `${quoted(`${place}_lon`)} between ${west} and ${east} and ${quoted(`${place}_lat`)} between ${south} and ${north}`;
}

function keyword(declaration: RegisterDeclaration, q: string, bind: (value: unknown) => string): string {
  const pattern = bind(`%${q.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`);
  const columns = Object.entries(declaration.fields)
    .filter(([, field]) => (field.kind === 'text' || field.kind === 'longText') && !field.sensitive)
    .map(([name]) => `${quoted(snakeCase(name))} ilike ${pattern}`);
  return columns.length > 0 ? `(${columns.join(' or ')})` : 'false';
}

function unknownField(name: string) {
  return refuse('field-unknown', 400, { zh: `没有可筛选或排序的字段“${name}”`, en: `There is no field "${name}" to filter or sort by` });
}

export async function findRecord(tx: Transaction, declaration: RegisterDeclaration, id: string): Promise<AnyRecord | null> {
  const found = await tx.query<Row>(`select * from ${tableName(declaration)} where id = $1 and removed_at is null`, [id]);
  return found.rows[0] ? rowToRecord(declaration, found.rows[0]) : null;
}

/** The same, locked until the transaction ends. */
export async function lockRecord(tx: Transaction, declaration: RegisterDeclaration, id: string): Promise<AnyRecord | null> {
  const found = await tx.query<Row>(`select * from ${tableName(declaration)} where id = $1 and removed_at is null for update`, [id]);
  return found.rows[0] ? rowToRecord(declaration, found.rows[0]) : null;
}

export interface NewRecord {
  id: string;
  areaCode: string;
  demo: boolean;
  at: Date;
  values: Record<string, unknown>;
  /** Columns of a case, when it is one. */
  extra?: Record<string, unknown>;
}

/** Inserts a record; null when the id already exists (the same creation sent twice). */
export async function insertRecord(tx: Transaction, declaration: RegisterDeclaration, record: NewRecord): Promise<AnyRecord | null> {
  const columns: [string, unknown][] = [
    ['id', record.id],
    ['area_code', record.areaCode],
    ['demo', record.demo],
    ['created_at', record.at],
    ['created_by', tx.actor.name],
    ['updated_at', record.at],
    ['updated_by', tx.actor.name],
    ...Object.entries(record.extra ?? {}),
    ...columnsOfInput(declaration.fields, record.values),
  ];
  const inserted = await tx.query<Row>(
    `insert into ${tableName(declaration)} (${columns.map(([name]) => quoted(name)).join(', ')})
     values (${columns.map((_, index) => `$${index + 1}`).join(', ')}) on conflict (id) do nothing returning *`,
    columns.map(([, value]) => value),
  );
  return inserted.rows[0] ? rowToRecord(declaration, inserted.rows[0]) : null;
}

/** Writes new values over a record that the transaction has locked. */
export async function updateRecord(
  tx: Transaction,
  declaration: RegisterDeclaration,
  id: string,
  change: { at: Date; values: Record<string, unknown>; extra?: Record<string, unknown> },
): Promise<AnyRecord> {
  const columns: [string, unknown][] = [
    ['updated_at', change.at],
    ['updated_by', tx.actor.name],
    ...Object.entries(change.extra ?? {}),
    ...columnsOfInput(declaration.fields, change.values),
  ];
  const updated = await tx.query<Row>(
    `update ${tableName(declaration)} set version = version + 1, ${columns.map(([name], index) => `${quoted(name)} = $${index + 2}`).join(', ')} where id = $1 returning *`,
    [id, ...columns.map(([, value]) => value)],
  );
  const row = updated.rows[0];
  if (!row) throw new Error(`record ${id} of ${declaration.id} vanished while it was locked`);
  return rowToRecord(declaration, row);
}

/** Marks a record as removed; it stays in the table and in the journal. */
export async function removeRecord(tx: Transaction, declaration: RegisterDeclaration, id: string, at: Date, why: string): Promise<void> {
  await tx.query(`update ${tableName(declaration)} set removed_at = $2, removed_why = $3, version = version + 1 where id = $1`, [
    id,
    at,
    why,
  ]);
}

/** Which live records of other registers refer to this one: `[register id, count]`. */
export async function referencesTo(
  tx: Transaction,
  target: string,
  id: string,
  declarations: readonly RegisterDeclaration[],
): Promise<[RegisterDeclaration, number][]> {
  const found: [RegisterDeclaration, number][] = [];
  for (const declaration of declarations) {
    for (const [name, field] of Object.entries(declaration.fields)) {
      if (field.kind !== 'reference' || field.register !== target) continue;
      const rows = await tx.query<{ n: number }>(
        `select count(*) as n from ${tableName(declaration)} where ${quoted(snakeCase(name))} = $1 and removed_at is null`,
        [id],
      );
      const n = rows.rows[0]?.n ?? 0;
      if (n > 0) found.push([declaration, n]);
    }
  }
  return found;
}
