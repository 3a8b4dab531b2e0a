import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, lchownSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '#kernel/language/text.ts';
import { DatabaseFailure } from './failure.ts';
import { type PostgresBinaries, program } from './platform.ts';

// PostgreSQL refuses to run as root. An ordinary user runs it as it is; root runs it inside a user namespace, where the
// kernel shows it as nobody while its files stay root's; where namespaces are forbidden (Docker), as the user postgres or
// nobody.

export interface Operator {
  kind: 'plain' | 'namespace' | 'otherUser';
  /** Folder of the programs this operator can reach. */
  native: string;
  /** Whom the cluster's files must belong to; null = whoever runs this process. */
  owner: { uid: number; gid: number } | null;
}

export interface Finished {
  exitCode: number;
  output: string;
}

const nobody = '65534';
const namespaceArgs = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'];

/**
 * Decides how PostgreSQL's programs are run for a cluster folder (which need not exist yet).
 * @param only tries just this way (tests)
 * @throws DatabaseFailure `no-ordinary-user` when root has no way left
 */
export function chooseOperator(binaries: PostgresBinaries, dataFolder: string, cluster: string, only?: Operator['kind']): Operator {
  if (process.getuid?.() !== 0 || only === 'plain') return { kind: 'plain', native: binaries.native, owner: null };
  const owner = existsSync(cluster) ? lstatSync(cluster).uid : 0;
  if (owner !== 0 && only !== 'namespace') {
    const user = users().find((entry) => entry.uid === owner);
    const operator = user === undefined ? null : asUser(user, binaries, dataFolder);
    if (operator !== null) return operator;
  }
  if (only !== 'otherUser' && namespaceWorks(binaries.native)) {
    return { kind: 'namespace', native: binaries.native, owner: { uid: 0, gid: 0 } };
  }
  for (const name of only === 'namespace' ? [] : ['postgres', 'nobody']) {
    const user = users().find((entry) => entry.name === name);
    const operator = user === undefined ? null : asUser(user, binaries, dataFolder);
    if (operator !== null) return operator;
  }
  throw new DatabaseFailure('no-ordinary-user', noWay(dataFolder));
}

const noWay = (dataFolder: string): Text => ({
  zh: `PostgreSQL 不能以 root 身份运行，而本机不允许用户命名空间，普通用户也进不了 ${dataFolder}：请用普通用户启动安澜，或把 ANLAN_DATA 指到普通用户可进入的文件夹（如 /var/lib/anlan），或设置 DATABASE_URL。`,
  en: `PostgreSQL does not run as root, this machine forbids user namespaces, and ordinary users cannot enter ${dataFolder}: start Anlan as an ordinary user, point ANLAN_DATA to a folder others may enter (such as /var/lib/anlan), or set DATABASE_URL.`,
});

function namespaceWorks(native: string): boolean {
  const probe = spawnSync('unshare', [...namespaceArgs, program(native, 'postgres'), '--version'], { env: cleanEnvironment() });
  return probe.status === 0;
}

interface User {
  name: string;
  uid: number;
  gid: number;
}

function users(): User[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length > 3)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
}

/** Null when that user cannot enter the data folder or reach any copy of the programs. */
function asUser(user: User, binaries: PostgresBinaries, dataFolder: string): Operator | null {
  const owner = { uid: user.uid, gid: user.gid };
  const tries = (file: string, args: string[]) => spawnSync(file, args, { ...owner, env: cleanEnvironment() }).status === 0;
  if (!tries('/bin/sh', ['-c', 'cd "$1"', 'sh', dataFolder])) return null;
  if (tries(program(binaries.native, 'postgres'), ['--version'])) return { kind: 'otherUser', native: binaries.native, owner };
  const copy = copyPrograms(binaries, dataFolder);
  return tries(program(copy, 'postgres'), ['--version']) ? { kind: 'otherUser', native: copy, owner } : null;
}

/** The installation may lie under a home nobody else may enter; then the data folder gets a copy (about 60 MB). */
function copyPrograms(binaries: PostgresBinaries, dataFolder: string): string {
  const copy = join(dataFolder, `postgres-programs-${binaries.packageVersion}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o755 });
  cpSync(binaries.native, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}

/** Gives a file or folder to whoever runs PostgreSQL: what is inside first, so a folder that is theirs is theirs as a whole. */
export function giveTo(operator: Operator, path: string): void {
  if (operator.owner === null || !existsSync(path)) return;
  const { uid, gid } = operator.owner;
  const stat = lstatSync(path);
  if (stat.uid === uid) return;
  if (stat.isDirectory()) for (const name of readdirSync(path)) giveTo(operator, join(path, name));
  lchownSync(path, uid, gid);
}

/** How a program of PostgreSQL is called by this operator. */
export function commandOf(operator: Operator, name: 'initdb' | 'pg_ctl' | 'postgres', args: string[]) {
  const file = program(operator.native, name);
  const identity = operator.kind === 'otherUser' && operator.owner !== null ? operator.owner : {};
  return operator.kind === 'namespace' ? { file: 'unshare', args: [...namespaceArgs, file, ...args], identity } : { file, args, identity };
}

/** Runs one of PostgreSQL's programs to its end; never throws for its exit code. */
export async function runProgram(operator: Operator, name: 'initdb' | 'pg_ctl', args: string[]): Promise<Finished> {
  const command = commandOf(operator, name, args);
  const child = spawn(command.file, command.args, { ...command.identity, env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => void (output += chunk.toString('utf8'));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** English messages, no PG* variables of the user's own server, nothing of ours. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'WINDIR', 'COMSPEC', 'USERPROFILE'];
  const own = Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  return { ...own, LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
}
