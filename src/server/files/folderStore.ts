import { createHash, randomUUID, type Hash } from 'node:crypto';
import { createReadStream, rmSync, statSync, utimesSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Clock } from '#kernel/clock/clock.ts';
import { headLength } from '#kernel/file/fileKind.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { FileStore, Received } from './fileStore.ts';

// Files in a folder: files/ab/cd/<sha256>. A file is written aside, synced, and renamed into place, so a crash leaves it
// whole or not at all.

const hashName = /^[0-9a-f]{64}$/;

export class FolderStore implements FileStore {
  readonly #folder: string;
  readonly #clock: Clock;

  private constructor(folder: string, clock: Clock) {
    this.#folder = folder;
    this.#clock = clock;
  }

  /** Opens the store in the data folder and clears what an earlier run left half done. */
  static async open(dataFolder: string, clock: Clock): Promise<FolderStore> {
    const folder = join(dataFolder, 'files');
    await rm(join(folder, 'arriving'), { recursive: true, force: true });
    await mkdir(join(folder, 'arriving'), { recursive: true, mode: 0o700 });
    await mkdir(join(folder, 'thumbnails'), { recursive: true, mode: 0o700 });
    return new FolderStore(folder, clock);
  }

  async receive(source: AsyncIterable<Buffer>, admit: (head: Buffer) => Outcome<{ limit: number }>): Promise<Outcome<Received>> {
    const path = join(this.#folder, 'arriving', randomUUID());
    const file = await open(path, 'wx', 0o600);
    let kept = false;
    try {
      const written = await writeAll(file, source, admit);
      if (!written.ok) return written;
      await file.sync();
      kept = true;
      return accept({ path, ...written.value });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return diskFull;
      if (error instanceof SenderGone) return brokenOff;
      throw error;
    } finally {
      await file.close();
      if (!kept) await rm(path, { force: true });
    }
  }

  async keep({ path, sha256 }: Received): Promise<void> {
    const target = this.#path(sha256);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(path, target);
    // The time counts for the sweep: these bytes have just been wanted.
    const now = this.#clock.nowMs() / 1000;
    utimesSync(target, now, now);
    await syncFolder(dirname(target));
  }

  async discard({ path, sha256 }: Received): Promise<void> {
    await rm(path, { force: true });
    if ((await this.size(sha256)) === null) await rm(this.thumbnailPath(sha256), { force: true });
  }

  read(sha256: string, range?: { from: number; to: number }): Readable {
    return createReadStream(this.#path(sha256), range ? { start: range.from, end: range.to } : {});
  }

  async size(sha256: string): Promise<number | null> {
    try {
      return (await stat(this.#path(sha256))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async *list(): AsyncGenerator<string[]> {
    for (const first of await namesIn(this.#folder, /^[0-9a-f]{2}$/)) {
      for (const second of await namesIn(join(this.#folder, first), /^[0-9a-f]{2}$/)) {
        yield await namesIn(join(this.#folder, first, second), hashName);
      }
    }
  }

  async removeIfOlder(sha256: string, thanMs: number): Promise<boolean> {
    const path = this.#path(sha256);
    // Both steps without giving way, so nobody keeps the same bytes between them.
    if (statSync(path).mtimeMs >= thanMs) return false;
    rmSync(path);
    rmSync(this.thumbnailPath(sha256), { force: true });
    return true;
  }

  thumbnailPath(sha256: string): string {
    return join(this.#folder, 'thumbnails', `${mustBeHash(sha256)}.webp`);
  }

  #path(sha256: string): string {
    mustBeHash(sha256);
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

function mustBeHash(sha256: string): string {
  if (!hashName.test(sha256)) throw new Error('a file is named by its SHA-256 and nothing else');
  return sha256;
}

async function writeAll(
  file: FileHandle,
  source: AsyncIterable<Buffer>,
  admit: (head: Buffer) => Outcome<{ limit: number }>,
): Promise<Outcome<{ sha256: string; bytes: number; head: Buffer }>> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let limit: number | null = null;
  let bytes = 0;
  for await (const chunk of fromSender(source)) {
    bytes += chunk.length;
    if (head.length < headLength) head = Buffer.concat([head, chunk.subarray(0, headLength - head.length)]);
    if (limit === null && head.length >= headLength) {
      const admitted = admit(head);
      if (!admitted.ok) return admitted;
      limit = admitted.value.limit;
    }
    if (limit !== null && bytes > limit) return tooLarge(limit);
    await writeChunk(file, hash, chunk);
  }
  if (bytes === 0) return empty;
  if (limit === null) {
    const admitted = admit(head);
    if (!admitted.ok) return admitted;
    if (bytes > admitted.value.limit) return tooLarge(admitted.value.limit);
  }
  return accept({ sha256: hash.digest('hex'), bytes, head });
}

/** The sender went away: nothing is wrong on this side. */
class SenderGone extends Error {}

async function* fromSender(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch (error) {
    throw new SenderGone((error as Error).message);
  }
}

async function writeChunk(file: FileHandle, hash: Hash, chunk: Buffer): Promise<void> {
  hash.update(chunk);
  for (let done = 0; done < chunk.length;) done += (await file.write(chunk, done)).bytesWritten;
}

async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  return (await readdir(folder)).filter((name) => pattern.test(name)).sort();
}

/** Makes a rename last through a power cut; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const empty = refuse('file-empty', 422, { zh: '文件是空的', en: 'The file is empty' });
const brokenOff = refuse('upload-broken-off', 400, {
  zh: '传输中断，文件没有保存；可以重传',
  en: 'The transfer broke off, the file was not kept; send it again',
});
const diskFull = refuse('disk-full', 503, {
  zh: '服务器磁盘已满，文件没有保存；请联系管理员',
  en: 'The disk of the server is full, the file was not kept; tell the administrator',
});

export function tooLarge(limit: number) {
  const mb = Math.floor(limit / 1024 / 1024);
  return refuse('file-too-large', 413, {
    zh: `文件过大：此类文件不超过 ${mb} MB`,
    en: `The file is too large: files of this kind have at most ${mb} MB`,
  });
}
