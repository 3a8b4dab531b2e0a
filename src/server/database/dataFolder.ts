import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  statSync,
  mkdirSync,
  openSync,
  statfsSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseFailure, errnoOf } from './failure.ts';

// The folder that holds everything the county owns: database, log, files. Checked before anything is written into it.

/** A new cluster takes about 40 MB, its first log segments 16 MB each; the rest is room to work. */
export const bytesToBegin = 300 * 1024 * 1024;
/** Below this PostgreSQL may stop in the middle of a write. */
export const bytesToContinue = 64 * 1024 * 1024;

/** Free bytes for an ordinary user where a folder is or will be. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(nearestExisting(folder));
  return bavail * bsize;
}

export function nearestExisting(folder: string): string {
  let path = folder;
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  return path;
}

/**
 * Makes the folder if need be and proves that it can be written and that there is room.
 * @param needed bytes that must be free
 * @throws DatabaseFailure `data-folder-missing`, `data-folder-read-only`, `data-folder-owner` or `disk-full`
 */
export function prepareDataFolder(folder: string, needed: number): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    probeWrite(folder);
  } catch (error) {
    throw explain(folder, error);
  }
  checkSpace(folder, needed);
}

/** The same questions without leaving anything behind, for `anlan doctor`. */
export function inspectDataFolder(folder: string, needed: number): void {
  try {
    const existing = nearestExisting(folder);
    if (!statSync(existing).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    accessSync(existing, constants.W_OK | constants.X_OK);
    if (existing === folder) probeWrite(folder);
  } catch (error) {
    throw explain(folder, error);
  }
  checkSpace(folder, needed);
}

function probeWrite(folder: string): void {
  const probe = join(folder, `.anlan-write-${process.pid}`);
  const file = openSync(probe, 'w', 0o600);
  try {
    writeSync(file, 'anlan');
    fsyncSync(file);
  } finally {
    closeSync(file);
    unlinkSync(probe);
  }
}

function checkSpace(folder: string, needed: number): void {
  const free = freeBytes(folder);
  if (free < needed) throw diskFull(folder, `${megabytes(free)} MB free, ${megabytes(needed)} MB needed`);
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

export function diskFull(folder: string, detail: string): DatabaseFailure {
  return new DatabaseFailure(
    'disk-full',
    {
      zh: `数据文件夹 ${folder} 所在磁盘空间不足（${detail}），请清理磁盘，或用 ANLAN_DATA 换到空间足够的磁盘。`,
      en: `The disk that holds the data folder ${folder} is full (${detail}); free some space or point ANLAN_DATA to a larger disk.`,
    },
    detail,
  );
}

/** Making folders in a read-only place ends in other codes than the reason; the place itself knows. */
function reasonOf(folder: string, error: unknown): string {
  const existing = nearestExisting(folder);
  if (!statSync(existing).isDirectory()) return 'ENOTDIR';
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
    return errnoOf(error);
  } catch (denied) {
    return errnoOf(denied);
  }
}

function explain(folder: string, error: unknown): DatabaseFailure {
  const code = reasonOf(folder, error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, code);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new DatabaseFailure(
      'data-folder-read-only',
      {
        zh: `数据文件夹 ${folder} 不可写（${code}），请让当前账户有写权限，或用 ANLAN_DATA 指定另一个文件夹。`,
        en: `The data folder ${folder} cannot be written (${code}); give this account the right to write there or point ANLAN_DATA to another folder.`,
      },
      code,
    );
  }
  return new DatabaseFailure(
    'data-folder-missing',
    {
      zh: `数据文件夹 ${folder} 无法使用（${code || String(error)}），请用 ANLAN_DATA 指定另一个文件夹。`,
      en: `The data folder ${folder} cannot be used (${code || String(error)}); point ANLAN_DATA to another folder.`,
    },
    code,
  );
}
