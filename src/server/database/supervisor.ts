import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Language, type Text } from '#kernel/language/text.ts';
import { type Operator, chooseOperator, giveTo, runProgram } from './asOrdinaryUser.ts';
import { type Address, clusterFolder, createCluster, inspectCluster, lastLine, mayUseSocket, writeSettings } from './cluster.ts';
import { bytesToBegin, bytesToContinue, diskFull, prepareDataFolder } from './dataFolder.ts';
import { DatabaseFailure } from './failure.ts';
import { type Ownership, claim } from './ownership.ts';
import { findPostgres } from './platform.ts';
import { isAlive, readPostmaster, whoHas } from './postmaster.ts';
import { askServer, ensureDatabase, freePort, spawnServer, urlOf } from './server.ts';
import { restoreSymlinks } from './symlinks.ts';

// The embedded PostgreSQL: finds its programs, makes the cluster once, starts the server or adopts the one that is already
// running for this data folder, starts it again when it dies, stops it. An outside server (DATABASE_URL) is checkServer.ts.

export interface EmbeddedOptions {
  language?: Language;
  /** Ask or run beside an Anlan that owns the folder (command line tools): a server found running is left running. */
  share?: boolean;
  /** Settings that override ours, e.g. `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>;
  /** Only this way of running PostgreSQL as root. */
  operator?: Operator['kind'];
}

export interface EmbeddedDatabase {
  /** For the `pg` driver; holds the password, so never print it. */
  url: string;
  /** True when the server was already running. */
  adopted: boolean;
  /** Stops the server (running transactions are rolled back) and waits until it is down. */
  stop(): Promise<void>;
}

type Say = (text: Text) => void;

interface Cluster {
  folder: string;
  dataFolder: string;
  operator: Operator;
  settings: Record<string, string>;
}

/** A dead server's number may count as alive for some seconds; PostgreSQL refuses to start for so long. */
const staleLockMs = 30_000;
const silenceMs = 60_000;

/**
 * Starts the database of a data folder, making it on first use.
 * @param report is told what goes on, one sentence a line
 * @throws DatabaseFailure with one clear sentence
 */
export async function startEmbedded(
  dataFolder: string,
  report: (line: string) => void,
  options: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const say: Say = (text) => report(text[options.language ?? 'zh']);
  const cluster = await prepare(resolve(dataFolder), say, options);
  const { address, adopted } = await bringUp(cluster, say);
  await ensureDatabase(cluster.folder, address);
  const url = urlOf(cluster.folder, address);
  if (options.share === true) return { url, adopted, stop: async () => (adopted ? undefined : stopUnlessOwned(cluster, url)) };
  const ownership = await keepRunning(cluster, url, say);
  return {
    url,
    adopted,
    stop: async () => {
      await ownership.end();
      await stopServer(cluster);
    },
  };
}

async function prepare(dataFolder: string, say: Say, options: EmbeddedOptions): Promise<Cluster> {
  const binaries = findPostgres();
  restoreSymlinks(binaries.packageFolder);
  prepareDataFolder(dataFolder, bytesToContinue);
  // One folder has one name, whatever link it was reached by: the socket's address depends on it.
  const folder = realpathSync(dataFolder);
  const state = inspectCluster(folder, binaries.major);
  const operator = chooseOperator(binaries, folder, clusterFolder(folder), options.operator);
  if (state === 'absent') {
    prepareDataFolder(folder, bytesToBegin);
    say({ zh: '首次启动，正在建立数据库……', en: 'First start: making the database …' });
    await createCluster(folder, binaries, operator);
  }
  giveTo(operator, clusterFolder(folder));
  return { folder: clusterFolder(folder), dataFolder: folder, operator, settings: options.settings ?? {} };
}

/** Until the server answers: adopt, wait for it, or start it. */
async function bringUp(cluster: Cluster, say: Say): Promise<{ address: Address; adopted: boolean }> {
  const waiting = patience(say);
  for (;;) {
    const found = readPostmaster(cluster.folder);
    const holder = found !== null && isAlive(found.pid) ? found : null;
    const isDead = holder !== null && isProvenDead(holder.pid);
    if (holder !== null && !isDead) {
      const address: Address = holder.listenAddress === '' ? { kind: 'socket' } : { kind: 'port', port: holder.port };
      const answer = await askServer(cluster.folder, address);
      if (answer === 'ready') return { address, adopted: true };
      if (answer === 'starting') waiting.recovering();
      else if (waiting.sinceMs() > staleLockMs) throw staleLock(cluster, holder.pid);
      else waiting.forOldServer();
      await sleep(100);
      continue;
    }
    try {
      return { address: await start(cluster, say, holder?.pid ?? null), adopted: false };
    } catch (error) {
      // Backends of a killed server still hold its memory, or another start was quicker: both pass.
      if (!(error instanceof DatabaseFailure) || !isPassing(error) || waiting.sinceMs() > staleLockMs) throw error;
      waiting.forOldServer();
      await sleep(200);
    }
  }
}

/** True when the number in postmaster.pid is surely no server's any more: a zombie, or another program's by now. */
function isProvenDead(pid: number): boolean {
  const name = whoHas(pid);
  return name !== null && name !== 'postgres';
}

function isPassing(failure: DatabaseFailure): boolean {
  return /already exists|still in use|Address already in use|could not create any/.test(failure.detail);
}

async function start(cluster: Cluster, say: Say, deadPid: number | null): Promise<Address> {
  const address: Address = mayUseSocket(cluster.folder)
    ? { kind: 'socket' }
    : { kind: 'port', port: await freePort(lastPort(cluster.folder)) };
  writeSettings(cluster.folder, address, cluster.operator, cluster.settings);
  const server = spawnServer(cluster.folder, cluster.operator, deadPid);
  const waiting = patience(say);
  for (;;) {
    if (server.exitCode() !== null) throw startFailed(cluster, server.output());
    const answer = await askServer(cluster.folder, address);
    if (answer === 'ready') return address;
    if (answer === 'starting') waiting.recovering();
    else if (waiting.sinceMs() > silenceMs) throw startFailed(cluster, server.output());
    await sleep(40);
  }
}

/** The port of the start before, so that an address stays the same as long as it is free. */
function lastPort(cluster: string): number {
  const path = join(cluster, 'anlan.conf');
  const found = existsSync(path) ? /^port = '(\d+)'/m.exec(readFileSync(path, 'utf8')) : null;
  return found?.[1] === undefined || found[1] === '5432' ? 0 : Number(found[1]);
}

/** Claims the folder for this process and starts the server again whenever it goes away unasked. */
async function keepRunning(cluster: Cluster, url: string, say: Say): Promise<{ end(): Promise<void> }> {
  let ended = false;
  let restarting: Promise<void> = Promise.resolve();
  let ownership: Ownership;
  const lost = () => {
    if (ended) return;
    say({ zh: '数据库意外停止，正在重新启动……', en: 'The database stopped unexpectedly; starting it again …' });
    restarting = again();
  };
  const again = async () => {
    for (let pauseMs = 200; !ended; pauseMs = Math.min(pauseMs * 2, 10_000)) {
      try {
        await bringUp(cluster, say);
        ownership = await claim(url, cluster.dataFolder, lost);
        say({ zh: '数据库已重新启动。', en: 'The database runs again.' });
        return;
      } catch (error) {
        say(
          error instanceof DatabaseFailure
            ? error.text
            : { zh: `数据库启动失败：${String(error)}`, en: `The database did not start: ${String(error)}` },
        );
        await sleep(pauseMs);
      }
    }
  };
  ownership = await claim(url, cluster.dataFolder, lost);
  return {
    end: async () => {
      ended = true;
      await restarting;
      await ownership.release();
    },
  };
}

async function stopServer(cluster: Cluster): Promise<void> {
  const { exitCode, output } = await runProgram(cluster.operator, 'pg_ctl', ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-t', '60']);
  if (exitCode === 0 || readPostmaster(cluster.folder) === null) return;
  throw new DatabaseFailure(
    'start-failed',
    { zh: `数据库没有按时停止：${lastLine(output)}`, en: `The database did not stop in time: ${lastLine(output)}` },
    output,
  );
}

async function stopUnlessOwned(cluster: Cluster, url: string): Promise<void> {
  try {
    const ownership = await claim(url, cluster.dataFolder, () => undefined, 0);
    await ownership.release();
  } catch (error) {
    // An Anlan server adopted the database in the meantime; it is that server's now.
    if (error instanceof DatabaseFailure && error.code === 'data-folder-in-use') return;
    throw error;
  }
  await stopServer(cluster);
}

/** Says what is being waited for, every five seconds. */
function patience(say: Say) {
  const begun = performance.now();
  let said = begun;
  const sometimes = (text: Text) => {
    if (performance.now() - said < 5_000) return;
    said = performance.now();
    say(text);
  };
  return {
    sinceMs: () => performance.now() - begun,
    recovering: () => sometimes({ zh: '数据库正在从上次中断中恢复……', en: 'The database is recovering from an interruption …' }),
    forOldServer: () => sometimes({ zh: '正在等待上一个数据库进程结束……', en: 'Waiting for the former database process to end …' }),
  };
}

function staleLock(cluster: Cluster, pid: number): DatabaseFailure {
  const file = join(cluster.folder, 'postmaster.pid');
  return new DatabaseFailure(
    'stale-lock',
    {
      zh: `${file} 中记录的进程 ${pid} 仍在运行但不应答：请结束该进程后再启动；如确认它不是数据库，可删除该文件。`,
      en: `Process ${pid}, named in ${file}, is alive but does not answer: end it and start again; if it surely is no database, remove that file.`,
    },
    whoHas(pid) ?? '',
  );
}

function startFailed(cluster: Cluster, output: string): DatabaseFailure {
  if (output.includes('No space left on device')) return diskFull(cluster.dataFolder, 'PostgreSQL');
  const said = lastLine(output);
  const log = join(cluster.folder, 'log');
  return new DatabaseFailure(
    'start-failed',
    {
      zh: `数据库没有启动（日志在 ${log}）；PostgreSQL 的说明：${said}`,
      en: `The database did not start (its log is in ${log}); PostgreSQL says: ${said}`,
    },
    output,
  );
}
