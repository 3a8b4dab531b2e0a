import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '#kernel/clock/clock.ts';
import { type Operator, giveTo, runProgram } from './asOrdinaryUser.ts';
import { diskFull } from './dataFolder.ts';
import { DatabaseFailure } from './failure.ts';
import type { PostgresBinaries } from './platform.ts';
import { isAlive, whoHas } from './postmaster.ts';

// The embedded cluster on disk: `<data>/postgres`. It is made in a folder of another name and renamed when it is whole, so
// a start that was cut off leaves no half-made cluster.

export const databaseUser = 'anlan';
export const databaseName = 'anlan';

const markerFile = 'anlan-cluster.json';
const passwordFile = 'anlan-password';
const unfinishedPrefix = '.postgres-unfinished-';

export function clusterFolder(dataFolder: string): string {
  return join(dataFolder, 'postgres');
}

/** The password of the embedded database; made with the cluster, readable by its owner only. */
export function clusterPassword(cluster: string): string {
  return readFileSync(join(cluster, passwordFile), 'utf8').trim();
}

/**
 * Looks whose cluster lies in a data folder.
 * @throws DatabaseFailure when it is another engine's, another major version's or another account's
 */
export function inspectCluster(dataFolder: string, major: number): 'absent' | 'ours' {
  const cluster = clusterFolder(dataFolder);
  if (existsSync(join(dataFolder, 'PG_VERSION'))) throw foreign(dataFolder);
  if (!existsSync(cluster)) return 'absent';
  const uid = process.getuid?.();
  if (uid !== undefined && uid !== 0 && lstatSync(cluster).uid !== uid) throw otherOwner(cluster, lstatSync(cluster).uid);
  if (readdirSync(cluster).length === 0) return 'absent';
  if (!existsSync(join(cluster, markerFile))) throw foreign(cluster);
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== String(major)) throw otherMajor(cluster, found, major);
  return 'ours';
}

/** Makes the cluster; does nothing half. Whoever else makes one at the same moment wins or loses as a whole. */
export async function createCluster(dataFolder: string, binaries: PostgresBinaries, operator: Operator): Promise<void> {
  removeUnfinished(dataFolder);
  const unfinished = join(dataFolder, `${unfinishedPrefix}${process.pid}`);
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    giveTo(operator, unfinished);
    await initialise(dataFolder, unfinished, operator);
    const marker = { engine: 'postgresql', major: binaries.major, package: binaries.packageVersion };
    writeFileSync(join(unfinished, markerFile), `${JSON.stringify(marker)}\n`, { mode: 0o600 });
    appendFileSync(join(unfinished, 'postgresql.conf'), "\ninclude_if_exists = 'anlan.conf'\n");
    for (const name of [markerFile, passwordFile]) giveTo(operator, join(unfinished, name));
    renameSync(unfinished, clusterFolder(dataFolder));
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(`${unfinished}.password`, { force: true });
  }
}

async function initialise(dataFolder: string, unfinished: string, operator: Operator): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const handOver = `${unfinished}.password`;
  writeFileSync(handOver, `${password}\n`, { mode: 0o600 });
  giveTo(operator, handOver);
  const { exitCode, output } = await runProgram(operator, 'initdb', [
    '-D',
    unfinished,
    '-U',
    databaseUser,
    `--pwfile=${handOver}`,
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--auth=scram-sha-256',
    '--no-instructions',
  ]);
  if (exitCode !== 0) throw initFailed(dataFolder, output);
  writeFileSync(join(unfinished, passwordFile), `${password}\n`, { mode: 0o600 });
}

/** Making a cluster takes seconds; what is older was cut off, whoever has its process number by now. */
const longestMakingMs = 10 * 60_000;

/** Removes what starts that were cut off have left; a start that is still at work keeps its folder. */
function removeUnfinished(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (!name.startsWith(unfinishedPrefix)) continue;
    const path = join(dataFolder, name);
    const pid = Number.parseInt(name.slice(unfinishedPrefix.length), 10);
    const isDead =
      pid === process.pid || !isAlive(pid) || whoHas(pid) === 'gone' || lstatSync(path).mtimeMs < systemClock.nowMs() - longestMakingMs;
    // An orphaned initdb may still be writing into it for a moment.
    if (isDead) rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** Where the server listens: a socket inside the cluster folder, or a TCP port of this machine only. */
export type Address = { kind: 'socket' } | { kind: 'port'; port: number };

/** Longest path of a unix socket, in bytes. */
const longestSocketPath = 107;

export function mayUseSocket(cluster: string): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= longestSocketPath;
}

/**
 * Writes the settings of this start; written anew every time, since the folder may have moved.
 * @param more settings that override ours (tests)
 */
export function writeSettings(cluster: string, address: Address, operator: Operator, more: Record<string, string>): void {
  const settings: Record<string, string> = {
    listen_addresses: address.kind === 'port' ? '127.0.0.1' : '',
    port: address.kind === 'port' ? String(address.port) : '5432',
    // Relative to the cluster folder, so that no path has to be quoted.
    unix_socket_directories: address.kind === 'port' ? '' : '.',
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // A file for each weekday, so a week is kept and old ones are written over.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_line_prefix: '%m [%p] %a ',
    log_min_duration_statement: '5s',
    ...more,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  const path = join(cluster, 'anlan.conf');
  writeFileSync(path, `# Written by Anlan at every start.\n${lines.join('\n')}\n`, { mode: 0o600 });
  giveTo(operator, path);
}

function foreign(folder: string): DatabaseFailure {
  return new DatabaseFailure('foreign-data-folder', {
    zh: `${folder} 中的数据库不是由安澜建立的（可能是另一套 PostgreSQL 或 PGlite 的数据），安澜不会改动它：请用 ANLAN_DATA 指定另一个文件夹，要使用那套数据库请设置 DATABASE_URL。`,
    en: `The database in ${folder} was not made by Anlan (it may belong to another PostgreSQL or to PGlite) and is left untouched: point ANLAN_DATA to another folder, or set DATABASE_URL to use that database.`,
  });
}

function otherMajor(cluster: string, found: string, major: number): DatabaseFailure {
  return new DatabaseFailure(
    'other-major-version',
    {
      zh: `${cluster} 由 PostgreSQL ${found} 建立，本版安澜带的是 PostgreSQL ${major}，不能直接打开：请用原来的版本导出备份，再在新的数据文件夹中恢复。`,
      en: `${cluster} was made by PostgreSQL ${found}, this Anlan brings PostgreSQL ${major} and cannot open it: make a backup with the former version and restore it into a new data folder.`,
    },
    found,
  );
}

function otherOwner(cluster: string, uid: number): DatabaseFailure {
  return new DatabaseFailure('data-folder-owner', {
    zh: `${cluster} 属于另一个账户（uid ${uid}），请用那个账户启动安澜，或用 ANLAN_DATA 指定另一个文件夹。`,
    en: `${cluster} belongs to another account (uid ${uid}); start Anlan with that account or point ANLAN_DATA to another folder.`,
  });
}

function initFailed(dataFolder: string, output: string): DatabaseFailure {
  if (output.includes('No space left on device')) return diskFull(dataFolder, 'initdb');
  const said = lastLine(output);
  return new DatabaseFailure(
    'init-failed',
    {
      zh: `数据库没有建成，没有留下任何文件；PostgreSQL 的说明：${said}`,
      en: `The database could not be made and nothing was left behind; PostgreSQL says: ${said}`,
    },
    output,
  );
}

/** The line of a program's output that says why. */
export function lastLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.findLast((line) => /FATAL|PANIC|error|could not/.test(line)) ?? lines.at(-1) ?? '—';
}
