import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import type { Transaction } from './database.ts';
import { quoted, snakeCase } from './naming.ts';
import { columnsOfInput, rowToRecord, tableName, type Row } from './recordRows.ts';

// Records of any declared register, one by one; lists are in recordList.ts. The area is enforced by row level security; what
// is asked here is only the content.

export { listRecords, type ListQuery } from './recordList.ts';

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

/** Rows of one statement; more would only make it longer. */
const rowsPerStatement = 500;

function* portions<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += rowsPerStatement) yield items.slice(at, at + rowsPerStatement);
}

/** Columns and values as a JSON row, in which a geometry stands as itself. */
function jsonRow({ fields }: RegisterDeclaration, values: Record<string, unknown>): Row {
  const columns = columnsOfInput(fields, values);
  for (const [name, value] of Object.entries(values)) if (fields[name]?.kind === 'geometry') columns.push([snakeCase(name), value]);
  return Object.fromEntries(columns);
}

/** Inserts many records at once; fields a record does not name are empty. Throws when an id exists already. */
export async function insertRecords(tx: Transaction, declaration: RegisterDeclaration, records: readonly NewRecord[]): Promise<void> {
  const table = tableName(declaration);
  for (const portion of portions(records)) {
    const rows = portion.map((record) => ({
      id: record.id,
      version: 1,
      area_code: record.areaCode,
      demo: record.demo,
      created_at: record.at,
      created_by: tx.actor.name,
      updated_at: record.at,
      updated_by: tx.actor.name,
      ...record.extra,
      ...jsonRow(declaration, record.values),
    }));
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map(quoted).join(', ');
    await tx.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      JSON.stringify(rows),
    ]);
  }
}

export interface RecordChange {
  id: string;
  areaCode: string;
  values: Record<string, unknown>;
}

/** Writes new values over many records that the transaction has locked. */
export async function updateRecords(
  tx: Transaction,
  declaration: RegisterDeclaration,
  at: Date,
  changes: readonly RecordChange[],
): Promise<void> {
  const table = tableName(declaration);
  // One statement writes one set of columns.
  const byColumns = new Map<string, Record<string, unknown>[]>();
  for (const { id, areaCode, values } of changes) {
    const row = { area_code: areaCode, ...jsonRow(declaration, values) };
    const columns = Object.keys(row)
      .map((name) => `${quoted(name)} = new.${quoted(name)}`)
      .join(', ');
    byColumns.set(columns, [...(byColumns.get(columns) ?? []), { id, ...row }]);
  }
  for (const [columns, rows] of byColumns)
    for (const portion of portions(rows)) {
      const updated = await tx.query(
        `update ${table} as record set version = record.version + 1, updated_at = $2, updated_by = $3, ${columns}
         from jsonb_populate_recordset(null::${table}, $1::jsonb) as new where record.id = new.id`,
        [JSON.stringify(portion), at, tx.actor.name],
      );
      if (updated.rowCount !== portion.length) throw new Error(`records of ${declaration.id} vanished while they were locked`);
    }
}

/** Which of some ids belong to live records the actor sees. */
export async function existingIds(tx: Transaction, declaration: RegisterDeclaration, ids: readonly string[]): Promise<Set<string>> {
  const found = await tx.query<{ id: string }>(
    `select id from ${tableName(declaration)} where id = any($1::uuid[]) and removed_at is null`,
    [ids],
  );
  return new Set(found.rows.map(({ id }) => id));
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

/** Puts a record into the archive, or takes it out again (`at: null`). */
export async function archiveRecord(tx: Transaction, declaration: RegisterDeclaration, id: string, at: Date | null): Promise<AnyRecord> {
  const updated = await tx.query<Row>(
    `update ${tableName(declaration)} set archived_at = $2, version = version + 1 where id = $1 returning *`,
    [id, at],
  );
  if (!updated.rows[0]) throw new Error(`record ${id} of ${declaration.id} vanished while it was locked`);
  return rowToRecord(declaration, updated.rows[0]);
}
