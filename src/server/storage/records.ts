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
