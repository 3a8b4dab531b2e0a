import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import type { Transaction } from './database.ts';
import { quoted, snakeCase } from './naming.ts';
import { reachConditions } from './reach.ts';
import { rowToRecord, tableName, type Row } from './recordRows.ts';

/** One record an import touched. `before` holds the old values of the fields that changed. */
export type ImportedChange =
  | { kind: 'new'; id: string; version: number }
  | { kind: 'changed'; id: string; version: number; areaCode: string; before: Record<string, unknown> }
  | { kind: 'gone'; id: string; version: number };

export interface SheetImport {
  id: string;
  register: string;
  file: string;
  by: string;
  at: string;
  undoneAt: string | null;
  added: number;
  changed: number;
  removed: number;
}

interface ImportRow {
  id: string;
  register: string;
  file: string;
  by: string;
  at: Date;
  undone_at: Date | null;
  added: number;
  changed: number;
  removed: number;
  changes: ImportedChange[];
}

const toImport = (row: ImportRow): SheetImport => ({
  id: row.id,
  register: row.register,
  file: row.file,
  by: row.by,
  at: row.at.toISOString(),
  undoneAt: row.undone_at?.toISOString() ?? null,
  added: row.added,
  changed: row.changed,
  removed: row.removed,
});

export async function keepImport(
  tx: Transaction,
  made: { id: string; register: string; file: string; at: Date; changes: readonly ImportedChange[] },
): Promise<void> {
  const count = (kind: ImportedChange['kind']) => made.changes.filter((change) => change.kind === kind).length;
  await tx.query(
    `insert into sheet_import (id, register, area_code, file, by, at, added, changed, removed, changes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      made.id,
      made.register,
      tx.actor.areaCode,
      made.file,
      tx.actor.name,
      made.at,
      count('new'),
      count('changed'),
      count('gone'),
      JSON.stringify(made.changes),
    ],
  );
}

export async function importsOf(tx: Transaction, register: string): Promise<SheetImport[]> {
  const found = await tx.query<ImportRow>('select * from sheet_import where register = $1 order by at desc limit 50', [register]);
  return found.rows.map(toImport);
}

/** An import with what it changed, locked; null when there is none in the actor's area. */
export async function lockImport(tx: Transaction, id: string): Promise<(SheetImport & { changes: ImportedChange[] }) | null> {
  const found = await tx.query<ImportRow>('select * from sheet_import where id = $1 for update', [id]);
  const row = found.rows[0];
  return row ? { ...toImport(row), changes: row.changes } : null;
}

export async function markUndone(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update sheet_import set undone_at = $2 where id = $1', [id, at]);
}

/** Every live record of a register that the actor sees, by id. */
export async function allRecords(tx: Transaction, declaration: RegisterDeclaration): Promise<Map<string, AnyRecord>> {
  const values: unknown[] = [];
  const where = ['removed_at is null', ...reachConditions(tx.actor, declaration, (value) => `$${values.push(value)}`)];
  const found = await tx.query<Row>(`select * from ${tableName(declaration)} where ${where.join(' and ')}`, values);
  return new Map(found.rows.map((row) => [row['id'] as string, rowToRecord(declaration, row)]));
}

/** Record id → title, for turning names into references and back. */
export async function titlesOf(tx: Transaction, declaration: RegisterDeclaration): Promise<Map<string, string>> {
  const found = await tx.query<{ id: string; title: string | null }>(
    `select id, ${quoted(snakeCase(declaration.title))}::text as title from ${tableName(declaration)} where removed_at is null limit 100000`,
  );
  return new Map(found.rows.map(({ id, title }) => [id, title ?? '']));
}

/** Versions of records by id, removed ones too; locked. */
export async function lockVersions(
  tx: Transaction,
  declaration: RegisterDeclaration,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const found = await tx.query<{ id: string; version: number }>(
    `select id, version from ${tableName(declaration)} where id = any($1::uuid[]) for update`,
    [ids],
  );
  return new Map(found.rows.map(({ id, version }) => [id, version]));
}

/** Brings a removed record back. */
export async function restoreRecord(tx: Transaction, declaration: RegisterDeclaration, id: string, at: Date): Promise<void> {
  await tx.query(
    `update ${tableName(declaration)} set removed_at = null, removed_why = null, version = version + 1, updated_at = $2, updated_by = $3 where id = $1`,
    [id, at, tx.actor.name],
  );
}
