import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseFailure } from './failure.ts';

// One Anlan server owns a data folder at a time. The claim is an advisory lock held by an open connection, so it ends with
// the process, however that ends. The same connection tells when the database goes away.

const lockNumber = 341322;

export interface Ownership {
  release(): Promise<void>;
}

/**
 * @param lost is called once when the connection breaks without release
 * @param patienceMs how long a former owner that was killed may need to be gone
 * @throws DatabaseFailure `data-folder-in-use` when another process keeps it
 */
export async function claim(url: string, dataFolder: string, lost: () => void, patienceMs = 2_000): Promise<Ownership> {
  const client = new pg.Client({ connectionString: url, application_name: `anlan ${process.pid}`, keepAlive: true });
  let open = true;
  const broken = () => {
    if (!open) return;
    open = false;
    lost();
  };
  // Whatever breaks before the claim is made rejects what is under way; the event itself must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await takeLock(client, dataFolder, patienceMs);
  } catch (error) {
    await client.end();
    throw error;
  }
  client.on('error', broken);
  client.on('end', broken);
  return {
    release: async () => {
      if (!open) return;
      open = false;
      await client.end();
    },
  };
}

async function takeLock(client: pg.Client, dataFolder: string, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lockNumber]);
    if (rows[0]?.taken === true) return;
    if (performance.now() >= until) throw await inUse(client, dataFolder);
    await sleep(100);
  }
}

async function inUse(client: pg.Client, dataFolder: string): Promise<DatabaseFailure> {
  const { rows } = await client.query<{ application_name: string }>(
    "select application_name from pg_stat_activity join pg_locks using (pid) where locktype = 'advisory' and objid = $1 and granted",
    [lockNumber],
  );
  const owner = rows[0]?.application_name ?? '';
  return new DatabaseFailure(
    'data-folder-in-use',
    {
      zh: `数据文件夹 ${dataFolder} 正被另一个安澜进程使用（${owner}），请先停止它，或用 ANLAN_DATA 指定另一个文件夹。`,
      en: `The data folder ${dataFolder} is in use by another Anlan (${owner}); stop that one first or point ANLAN_DATA to another folder.`,
    },
    owner,
  );
}
