import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import * as schema from './schema.ts';

// Declarations → SQL. `node src/server/storage/migrations.ts <name>` writes the next migration; the check compares the
// declarations with the snapshot of the last one, so nobody can change one without the other.

const folder = join(import.meta.dirname, '../../../migrations');

interface JournalFile {
  version: string;
  dialect: string;
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

const journalPath = join(folder, 'meta/_journal.json');

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

const appRoleExists = { anlan_app: { name: 'anlan_app', createDb: false, createRole: false, inherit: true } };

/** SQL statements that would bring the last migration's tables to what the declarations say; empty when they agree. */
export async function pendingStatements(
  renames: readonly Rename[] = [],
): Promise<{ statements: string[]; snapshot: unknown; number: number }> {
  const { generateDrizzleJson, generateMigration } = await import('drizzle-kit/api');
  const tables: Record<string, unknown> = { ...schema.declaredTables };
  for (const [name, value] of Object.entries(schema)) if (is(value, PgTable)) tables[name] = value;

  const journal = readJson<JournalFile>(journalPath);
  const last = journal.entries.at(-1);
  const previous = last ? readJson<{ id: string }>(join(folder, `meta/${last.tag.slice(0, 4)}_snapshot.json`)) : undefined;
  if (previous) for (const rename of renames) applyRename(previous as unknown as Snapshot, rename);
  const current = generateDrizzleJson(tables, previous?.id);
  const before = previous ?? { ...generateDrizzleJson({}), roles: appRoleExists };
  const statements = await generateMigration(before as never, { ...current, roles: {} } as never);
  return { statements: statements.filter((line) => !/ROLE "anlan_app"/.test(line)), snapshot: current, number: journal.entries.length };
}

interface Rename {
  table: string;
  from: string;
  to: string;
}

/** As much of a snapshot as a rename touches. */
interface Snapshot {
  tables: Record<string, { columns: Record<string, { name: string }>; indexes: Record<string, { columns: { expression: string }[] }> }>;
}

/** Gives a column of the last snapshot its new name, also in indexes, which PostgreSQL renames with it. */
function applyRename({ tables }: Snapshot, { table, from, to }: Rename): void {
  const found = tables[`public.${table}`];
  const column = found?.columns[from];
  if (!found || !column) throw new Error(`the last migration has no column ${table}.${from}`);
  delete found.columns[from];
  found.columns[to] = { ...column, name: to };
  for (const { columns } of Object.values(found.indexes))
    for (const part of columns) part.expression = part.expression === from ? to : part.expression.replaceAll(`"${from}"`, `"${to}"`);
}

/** `rename=<table>.<old>=<new>`, or null for another argument. */
function readRename(argument: string): Rename | null {
  const [, table, from, to] = /^rename=([a-z0-9_]+)\.([a-z0-9_]+)=([a-z0-9_]+)$/.exec(argument) ?? [];
  return table && from && to ? { table, from, to } : null;
}

/** @param extra SQL that drizzle-kit cannot express (partitions, functions), put behind the rest */
async function writeNext(name: string, extra: readonly string[], renames: readonly Rename[]): Promise<void> {
  const pending = await pendingStatements(renames);
  const { snapshot, number } = pending;
  const renamed = renames.map(({ table, from, to }) => `ALTER TABLE "${table}" RENAME COLUMN "${from}" TO "${to}";`);
  const statements = [...renamed, ...pending.statements, ...extra];
  if (statements.length === 0) {
    process.stdout.write('declarations and migrations agree: nothing to write\n');
    return;
  }
  const index = String(number).padStart(4, '0');
  const tag = `${index}_${name}`;
  writeFileSync(join(folder, `${tag}.sql`), `${statements.join('\n--> statement-breakpoint\n')}\n`);
  writeFileSync(join(folder, `meta/${index}_snapshot.json`), `${JSON.stringify(snapshot, null, 2)}\n`);
  const journal = readJson<JournalFile>(journalPath);
  journal.entries.push({ idx: number, version: '7', when: Math.max(Date.parse('2026-01-01') + number, 1), tag, breakpoints: true });
  writeFileSync(journalPath, `${JSON.stringify(journal, null, 2)}\n`);
  process.stdout.write(`wrote migrations/${tag}.sql with ${statements.length} statements\n`);
}

if (process.argv[1] === import.meta.filename) {
  const [, , name, ...others] = process.argv;
  const renames = others.flatMap((argument) => readRename(argument) ?? []);
  const sqlFile = others.find((argument) => !readRename(argument));
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    process.stderr.write(
      'usage: node src/server/storage/migrations.ts <name_in_snake_case> [rename=table.old=new …] [file.sql with further statements]\n',
    );
    process.exit(2);
  }
  await writeNext(name, sqlFile ? readFileSync(sqlFile, 'utf8').split('--> statement-breakpoint') : [], renames);
}
