import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Actor, Role } from '#kernel/access/access.ts';
import { openDatabase, type Database } from './database.ts';
import { migrate } from './migrate.ts';

// For tests only: a database of one's own on the test server, migrated, dropped afterwards.

export interface TestDatabase extends Database {
  url: string;
  drop(): Promise<void>;
}

/** Makes a fresh, migrated database on the server named by ANLAN_TEST_DATABASE_URL. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['ANLAN_TEST_DATABASE_URL'];
  if (!server) throw new Error('ANLAN_TEST_DATABASE_URL is missing: run the tests through npm test');
  const name = `anlan_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = withDatabase(server, name);
  const database = openDatabase(url, () => undefined);
  await migrate(database.pool);
  return {
    ...database,
    url,
    drop: async () => {
      await database.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An officer for tests. */
export function anActor(overrides: Partial<Actor> = {}): Actor {
  return {
    kind: 'person',
    accountId: '01890000-0000-7000-8000-000000000001',
    name: '值班员甲',
    roles: ['dutyOfficer', 'administrator'] satisfies Role[],
    areaCode: '341322',
    posts: [],
    from: '127.0.0.1',
    ...overrides,
  };
}
