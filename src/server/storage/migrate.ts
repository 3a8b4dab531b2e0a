import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Pool, PoolClient } from 'pg';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Brings a database to the tables of this version. All pending migrations run in one transaction under a lock, so two
// servers starting at once and a crash half way leave either the old or the new state.

const folder = join(import.meta.dirname, '../../../migrations');
/** Functions and operators that indexes and policies of the migrations use; written to be run again. */
const functions = ['sql/searchTerms.sql', 'sql/areaOperators.sql'].flatMap((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8').split('--> statement-breakpoint'),
);
const lockKey = 34_132_201;

/** Applies pending migrations and returns how many there were. Also (re)grants the application role its rights. */
export async function migrate(pool: Pool): Promise<number> {
  const files = readMigrationFiles({ migrationsFolder: folder });
  const client = await pool.connect();
  try {
    await ensureRole(client);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    await client.query(
      'create table if not exists anlan_migration (hash text primary key, tag_order integer not null, applied_at timestamptz not null default now())',
    );
    const done = new Set((await client.query<{ hash: string }>('select hash from anlan_migration')).rows.map((row) => row.hash));
    const known = new Set(files.map((file) => file.hash));
    const foreign = [...done].filter((hash) => !known.has(hash));
    if (foreign.length > 0) throw new NewerDatabaseError();
    for (const statement of functions) await client.query(statement);
    let applied = 0;
    for (const [order, file] of files.entries()) {
      if (done.has(file.hash)) continue;
      for (const statement of file.sql) await client.query(statement);
      await client.query('insert into anlan_migration (hash, tag_order) values ($1, $2)', [file.hash, order]);
      applied += 1;
    }
    await grant(client);
    await client.query('commit');
    return applied;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** The database was migrated by a version of Anlan that this one does not know. */
export class NewerDatabaseError extends Error {
  constructor() {
    super('the database was made by another version of Anlan: start that version, or restore a backup');
  }
}

async function ensureRole(client: PoolClient): Promise<void> {
  // Roles belong to the whole server: another database of it may make the same one at this moment.
  await client.query(`do $$ begin
    if not exists (select 1 from pg_roles where rolname = 'anlan_app') then create role anlan_app nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`);
  const found = await client.query<{ isMember: boolean }>(`select pg_has_role(current_user, 'anlan_app', 'member') as "isMember"`);
  if (found.rows[0]?.isMember !== true) await client.query('grant anlan_app to current_user');
}

async function grant(client: PoolClient): Promise<void> {
  await client.query('grant usage on schema public to anlan_app');
  await client.query('grant select, insert, update, delete on all tables in schema public to anlan_app');
  await client.query('grant usage, select on all sequences in schema public to anlan_app');
  // What is written to the journal and to a timeline stays written.
  await client.query('revoke update, delete, truncate on journal, journal_anchor, case_line, event from anlan_app');
  await client.query('revoke all on anlan_migration from anlan_app');
}
