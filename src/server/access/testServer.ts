import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClock } from '#kernel/clock/clock.ts';
import type { Grant } from '#kernel/access/access.ts';
import { readConfig } from '../config.ts';
import { startServer, type RunningServer } from '../server.ts';
import { testDatabase, type TestDatabase } from '../storage/testDatabase.ts';

// For tests only: a whole server on a free port with a clock that stands still, and people who ask it things.

export const password = 'Ding-Xiang-2026';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}

/** Asks as one person or program. */
export type Ask = <T = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer<T>>;

export interface TestServer {
  clock: TestClock;
  database: TestDatabase;
  server: RunningServer;
  faults: string[];
  /** The administrator of the first start. */
  admin: Ask;
  as(token: string): Ask;
  /** Makes an account with a password and signs it in. */
  person(account: string, grants: readonly Grant[], areaCode?: string): Promise<{ id: string; token: string; ask: Ask }>;
  stop(): Promise<void>;
}

export async function testServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'anlan-access-'));
  const clock = new TestClock();
  const faults: string[] = [];
  const config = readConfig({ ANLAN_PORT: '0', ANLAN_DATA: folder, ANLAN_INGEST: 'off', ANLAN_ADMIN_PASSWORD: password, ...environment });
  if (!config.ok) throw new Error(config.text.en);
  const server = await startServer(
    config.value,
    database.url,
    (error, where) => faults.push(`${where}: ${error.stack ?? error.message}`),
    clock,
  );
  const as =
    (token: string): Ask =>
    async (method, path, body, headers = {}) => {
      const response = await fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(token !== '' && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'manual',
      });
      const text = await response.text();
      return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as never, headers: response.headers };
    };
  const anyone = as('');
  const signIn = async (account: string) => (await anyone<{ token: string }>('POST', '/session', { account, password })).body.token;
  const admin = as(await signIn('admin'));
  return {
    clock,
    database,
    server,
    faults,
    admin,
    as,
    async person(account, grants, areaCode = '341322') {
      const made = await admin<{ id: string; invitation: string }>('POST', '/accounts', { account, name: account, grants, areaCode });
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
      const token = new URL(made.body.invitation, server.url).searchParams.get('token');
      const taken = await anyone<{ token: string }>('POST', '/invitation', { token, password });
      return { id: made.body.id, token: taken.body.token, ask: as(taken.body.token) };
    },
    async stop() {
      await server.stop();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
