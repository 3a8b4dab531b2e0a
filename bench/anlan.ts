import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clusterProcesses, killCluster } from '../src/server/database/clusterProcesses.fixture.ts';
import { startEmbedded } from '../src/server/database/supervisor.ts';
import { processTree, repository } from './machine.ts';

// A real Anlan in a process of its own, as `npm start` runs it once everything is installed and built.

const password = 'Bench-2026-xx';

export interface RunningAnlan {
  url: string;
  token: string;
  /** From the start of the process to its line `anlan ready`, milliseconds. */
  readyMs: number;
  /** Port of a device protocol. */
  port: (protocol: string) => number;
  serverProcesses: () => number[];
  databaseProcesses: () => number[];
  databaseUrl: () => Promise<string>;
  /** GET, parsed. Throws for any other status than 2xx. */
  get: (path: string, signal?: AbortSignal) => Promise<unknown>;
  stop: () => Promise<void>;
  /** Power cut: server and database at once. */
  kill: () => Promise<void>;
}

/** Starts Anlan on a data folder, with an administrator, any free ports and no demo unless asked for. */
export async function startAnlan(dataFolder: string, environment: Record<string, string> = {}): Promise<RunningAnlan> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(repository, 'src/server/main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ANLAN_DATA: dataFolder,
      ANLAN_PORT: '0',
      ANLAN_INGEST: 'mqtt:0',
      ANLAN_ADMIN_PASSWORD: password,
      ANLAN_LANG: 'en',
      ...environment,
    },
  });
  const url = await readyUrl(child);
  const readyMs = Math.round(performance.now() - begun);
  const token = await signIn(url);
  const get = (path: string, signal?: AbortSignal) => ask(`${url}${path}`, token, signal);
  const { items } = (await get('/api/v1/endpoints')) as { items: { protocol: string; port: number }[] };
  const ended = once(child, 'exit');
  return {
    url,
    token,
    readyMs,
    get,
    port: (protocol) => items.find((item) => item.protocol === protocol)?.port ?? 0,
    serverProcesses: () => processTree(child.pid ?? 0),
    databaseProcesses: () => clusterProcesses(dataFolder),
    databaseUrl: async () => (await startEmbedded(dataFolder, () => undefined, { share: true })).url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      killCluster(dataFolder);
      await ended;
    },
  };
}

async function readyUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /^anlan ready (\S+)/.exec(line);
    if (found?.[1] !== undefined) return found[1];
  }
  throw new Error('Anlan ended before it was ready');
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'admin', password }),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function ask(url: string, token: string, signal?: AbortSignal): Promise<unknown> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` }, ...(signal && { signal }) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}

/** Log entries that PostgreSQL does not have yet. */
export async function lagOf({ url }: Pick<RunningAnlan, 'url'>): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^anlan_ingest_lag_entries (\d+)/m.exec(text)?.[1] ?? Number.NaN);
}

/** Waits until PostgreSQL has the whole log; says how long that took, milliseconds. */
export async function caughtUp(anlan: Pick<RunningAnlan, 'url'>): Promise<number> {
  const begun = performance.now();
  while ((await lagOf(anlan)) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  return Math.round(performance.now() - begun);
}
