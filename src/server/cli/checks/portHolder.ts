import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

// Who listens on a TCP port, as far as Linux tells this account; elsewhere nobody is named.

export interface PortHolder {
  pid: number;
  command: string;
}

/** The process that listens on a port, or null when it cannot be told. */
export function portHolder(port: number): PortHolder | null {
  if (process.platform !== 'linux') return null;
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listening(table, port)));
  if (inodes.size === 0) return null;
  const pid = attempt(() => readdirSync('/proc'), [])
    .filter((name) => /^\d+$/.test(name))
    .find((name) => holdsOne(name, inodes));
  if (pid === undefined) return null;
  return {
    pid: Number(pid),
    command: attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'), '')
      .split('\0')
      .join(' ')
      .trim(),
  };
}

const listenState = '0A';

function listening(table: string, port: number): string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return attempt(() => readFileSync(table, 'utf8'), '')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((column) => column[1]?.endsWith(wanted) === true && column[3] === listenState)
    .map((column) => `socket:[${column[9]}]`);
}

function holdsOne(pid: string, inodes: ReadonlySet<string>): boolean {
  const folder = `/proc/${pid}/fd`;
  return attempt(() => readdirSync(folder), []).some((name) => inodes.has(attempt(() => readlinkSync(`${folder}/${name}`), '')));
}

/** Processes end while we look and others are not ours to look at: both simply tell nothing. */
function attempt<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
