import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What PostgreSQL writes into postmaster.pid while it runs. The file is PostgreSQL's: read here, never changed or deleted.

export interface Postmaster {
  pid: number;
  port: number;
  /** Folder of its unix socket, as it was given; empty when it has none. */
  socketFolder: string;
  /** First address it listens on by TCP; empty when it does not. */
  listenAddress: string;
}

/** The server that holds a cluster, or held it when it died; null without a readable file. */
export function readPostmaster(cluster: string): Postmaster | null {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return null;
  return { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4]?.trim() ?? '', listenAddress: lines[5]?.trim() ?? '' };
}

/** Whether a process has this number now; another user's process counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * What a process number stands for, as far as the system tells (Linux): `postgres` is a live server, `gone` a zombie or
 * nothing, anything else the name of another program that happens to have the number. Null where it cannot be told.
 */
export function whoHas(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    if (state === 'Z' || state === 'X') return 'gone';
    return stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
  } catch {
    return isAlive(pid) ? null : 'gone';
  }
}
