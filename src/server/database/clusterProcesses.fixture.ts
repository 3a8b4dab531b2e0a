import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { clusterFolder } from './cluster.ts';
import { readPostmaster, whoHas } from './postmaster.ts';

// Rough handling of a real database, for tests and the soak bench.

/** A data folder that is removed afterwards, together with whatever server still runs in it. */
export async function inDataFolder<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'anlan-db-'));
  // As a folder under /var/lib would be: an ordinary system account may pass through.
  chmodSync(root, 0o755);
  const folder = join(root, name);
  try {
    return await work(folder);
  } finally {
    killCluster(folder);
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Process numbers of the server of a data folder: the postmaster first, then all it started. */
export function clusterProcesses(folder: string): number[] {
  const postmaster = readPostmaster(clusterFolder(folder));
  // The number may be a test's invention or somebody else's by now: only a server is ever touched.
  if (postmaster === null || whoHas(postmaster.pid) !== 'postgres') return [];
  const listed = spawnSync('ps', ['-o', 'pid=', '--ppid', String(postmaster.pid)], { encoding: 'utf8' }).stdout;
  return [
    postmaster.pid,
    ...listed
      .split('\n')
      .map(Number)
      .filter((pid) => pid > 0),
  ];
}

/** Power cut: every process of the server at once, no chance to write anything. */
export function killCluster(folder: string): void {
  for (const pid of clusterProcesses(folder)) signal(pid, 'SIGKILL');
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Asks one question over a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const supervisor = join(import.meta.dirname, 'supervisor.ts');

/** Another process that starts the database of a folder and keeps it until it is killed. */
export async function holdInOtherProcess(folder: string): Promise<ChildProcess> {
  const code = `const { startEmbedded } = await import(process.argv[1]); await startEmbedded(process.argv[2], () => undefined); console.log('up'); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, supervisor, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', (exitCode) => reject(new Error(`ended with ${exitCode}`)));
  });
  return child;
}

/** Runs a start in a private mount namespace after a shell command has prepared `$1`, and gives the failure's code. */
export function failureUnder(mount: string, folder: string): string {
  const code = `const { startEmbedded } = await import(process.argv[1]); try { await startEmbedded(process.argv[2], () => undefined); console.log('up'); } catch (error) { console.log(error.code ?? error); }`;
  const script = `mkdir -p "$1" && ${mount} && "$2" --input-type=module -e "$3" "$4" "$1/data" && echo "left: $(ls -A "$1/data" 2>/dev/null)"`;
  const args = ['--user', '--map-root-user', '--mount', 'sh', '-c', script, 'sh', folder, process.execPath, code, supervisor];
  const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' });
  return `${stdout}${stderr}`.trim();
}
