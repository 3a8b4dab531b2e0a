import { randomUUIDv7 } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grant } from '#kernel/access/access.ts';
import { cases, registers } from '#rooms/rooms.ts';
import { snakeCase } from './naming.ts';
import { mostRanges } from './policies.ts';
import { anActor, testDatabase, type TestDatabase } from './testDatabase.ts';

// Row level security asked of the database itself, as the role anlan_app, with no program between: read, insert, change and
// delete on every declared table, inside and outside the range, and without any range.

let database: TestDatabase;
const [own, inside, outside] = ['341322101', '341322101001', '341322102'];
const tables = [...registers, ...cases].map(({ id }) => snakeCase(id));

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Works as anlan_app with some settings, and takes everything back. */
async function asApp<T>(settings: Record<string, string>, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local role anlan_app`);
    for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [name, value]);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const inOwn = { 'anlan.area_from': own, 'anlan.area_to': `${own}~` };

/** What a statement did: rows, or the code of the database's refusal (42501 = row level security). */
async function attempt(client: PoolClient, text: string, values: unknown[] = []): Promise<number | string> {
  await client.query('savepoint attempt');
  try {
    return (await client.query(text, values)).rowCount ?? 0;
  } catch (error) {
    await client.query('rollback to savepoint attempt');
    return (error as { code: string }).code;
  }
}

const insert = (table: string) => {
  const isCase = cases.some(({ id }) => snakeCase(id) === table);
  const more = isCase ? [', state, case_version, opened_at', `, 'x', 1, now()`] : ['', ''];
  return `insert into ${table} (id, area_code, created_at, created_by, updated_at, updated_by${more[0]}) values ($1, $2, now(), 'x', now(), 'x'${more[1]})`;
};

describe('a declared table', () => {
  beforeAll(async () => {
    for (const table of tables) for (const area of [own, inside, outside]) await database.pool.query(insert(table), [randomUUIDv7(), area]);
  });

  test.each(tables)('%s gives and takes only what lies in range', async (table) => {
    const did = await asApp(inOwn, async (client) => ({
      seen: (await client.query<{ area_code: string }>(`select area_code from ${table} order by area_code`)).rows.map(
        (row) => row.area_code,
      ),
      insertInside: await attempt(client, insert(table), [randomUUIDv7(), inside]),
      insertOutside: await attempt(client, insert(table), [randomUUIDv7(), outside]),
      insertAbove: await attempt(client, insert(table), [randomUUIDv7(), '341322']),
      updateOutside: await attempt(client, `update ${table} set demo = true where area_code = $1`, [outside]),
      moveOut: await attempt(client, `update ${table} set area_code = $2 where area_code = $1`, [own, outside]),
      deleteOutside: await attempt(client, `delete from ${table} where area_code = $1`, [outside]),
      updateAll: await attempt(client, `update ${table} set demo = true`),
      deleteAll: await attempt(client, `delete from ${table}`),
    }));
    const isShared = registers.some(({ id, shared }) => shared && snakeCase(id) === table);
    expect(did).toEqual({
      seen: isShared ? [own, inside, outside] : [own, inside],
      insertInside: 1,
      insertOutside: '42501',
      insertAbove: '42501',
      updateOutside: 0,
      moveOut: '42501',
      deleteOutside: 0,
      updateAll: 3,
      deleteAll: 3,
    });
  });

  test('is empty and closed without a range', async () => {
    const without: Record<string, string>[] = [{}, { 'anlan.area_from': '', 'anlan.area_to': '' }, { 'anlan.area_from': own }];
    for (const settings of without)
      await asApp(settings, async (client) => {
        for (const table of tables) {
          const shared =
            registers.some(({ id, shared: all }) => all && snakeCase(id) === table) &&
            'anlan.area_from' in settings &&
            settings['anlan.area_from'] !== '';
          expect([table, await attempt(client, `select 1 from ${table}`)]).toEqual([table, shared ? 3 : 0]);
          expect([table, await attempt(client, insert(table), [randomUUIDv7(), own])]).toEqual([table, '42501']);
        }
      });
  });
});

describe('every table of the database', () => {
  test('has row level security; the journal, the outbox and timelines cannot be changed', async () => {
    const found = await database.pool.query<{ name: string }>(
      `select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname = 'public' and relkind in ('r', 'p') and not relrowsecurity and has_table_privilege('anlan_app', pg_class.oid, 'select')`,
    );
    expect(found.rows).toEqual([]);
    await asApp(inOwn, async (client) => {
      for (const table of ['journal', 'case_line', 'event', 'journal_anchor'])
        for (const statement of [`update ${table} set area_code = area_code`, `delete from ${table}`, `truncate ${table}`])
          expect([statement, await attempt(client, statement)]).toEqual([
            statement,
            statement.includes('journal_anchor set') ? '42703' : '42501',
          ]);
    });
  });

  test('keeps division codes in byte order, and asks the same of every one of its kind', async () => {
    const columns = await database.pool.query<{ table_name: string }>(
      `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'area_code' and collation_name is distinct from 'C'`,
    );
    expect(columns.rows.map(({ table_name }) => table_name)).toEqual([]);
    const policies = await database.pool.query<{ text: string }>(
      `select distinct qual || ' / ' || with_check as text from pg_policies where policyname like '%\\_by\\_area'`,
    );
    // The kernel's tables and those of declarations: the same ranges, compared by operators that differ in their estimate only.
    const alike = new Set(policies.rows.map(({ text }) => text.replaceAll(/(<|>=)\| /g, '$1 ')));
    expect([policies.rows.length, alike.size]).toEqual([2, 1]);
  });
});

describe('an actor with several places', () => {
  const grantsIn = (codes: readonly string[]): Grant[] => codes.map((areaCode) => ({ role: 'viewer', areaCode }));
  const seen = (grants: Grant[]) =>
    database.transaction(anActor({ grants }), async (tx) => {
      const found = await tx.query<{ area_code: string }>('select area_code from stations order by area_code');
      return found.rows.map((row) => row.area_code);
    });

  test('sees each and nothing between', async () => {
    for (const area of ['341322105', '341322110', '341322110003']) await database.pool.query(insert('stations'), [randomUUIDv7(), area]);
    expect(await seen(grantsIn(['341322110', '341322101']))).toEqual(['341322101', '341322101001', '341322110', '341322110003']);
    expect(await seen(grantsIn(['341322110', '341322']))).toHaveLength(6);
    expect(await seen([])).toEqual([]);
  });

  test('beyond the most it sees less, never more', async () => {
    const many = Array.from({ length: mostRanges }, (_, at) => `3413220${String(at).padStart(2, '0')}`);
    expect(await seen(grantsIn([...many, '341322110']))).toEqual([]);
  });

  test('leaves no range behind for the next one on the same connection', async () => {
    await seen(grantsIn(['341322101', '341322110']));
    const single = await Promise.all(Array.from({ length: 20 }, () => seen(grantsIn(['341322105']))));
    expect(single.every((areas) => areas.join() === '341322105')).toBe(true);
    const left = await database.pool.query<{ from: string }>(`select coalesce(current_setting('anlan.area_from', true), '') as from`);
    expect(left.rows).toEqual([{ from: '' }]);
  });
});
