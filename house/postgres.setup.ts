import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#server/database/supervisor.ts';

// One PostgreSQL for all tests that need one; each test file makes its own database in it. To try another server, set
// ANLAN_TEST_DATABASE_URL beforehand: its user must be allowed to create databases and roles.

/** Starts the server and leaves its address in ANLAN_TEST_DATABASE_URL. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  if (process.env.ANLAN_TEST_DATABASE_URL !== undefined) return async () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'anlan-tests-'));
  const database = await startEmbedded(folder, () => undefined, {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  process.env.ANLAN_TEST_DATABASE_URL = database.url;
  return async () => {
    await database.stop();
    delete process.env.ANLAN_TEST_DATABASE_URL;
    rmSync(folder, { recursive: true, force: true });
  };
}
