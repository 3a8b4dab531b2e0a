import { mkdir, open, readdir, stat, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// What the ingest log needs of a disk: few enough verbs that a test can put one in their place that loses power, fills up and
// fails to sync. Every verb either did all it says or throws; after a throw nothing is known about the bytes in question.

export interface Disk {
  /** Names of the files, in no order. */
  list(): Promise<string[]>;
  size(name: string): Promise<number>;
  /** Up to `length` bytes from `offset`; fewer only at the end of the file. */
  read(name: string, offset: number, length: number): Promise<Buffer>;
  /** Adds bytes at the end; makes the file when there is none. Not durable before `sync`. */
  append(name: string, bytes: Uint8Array): Promise<void>;
  /** fdatasync: what was appended survives a power cut. */
  sync(name: string): Promise<void>;
  /** fsync of the folder: which files there are survives a power cut. */
  syncNames(): Promise<void>;
  truncate(name: string, length: number): Promise<void>;
  remove(name: string): Promise<void>;
  /**
   * Resolves when the next write is worth its sync: a disk that was written to a moment ago lets more gather. Whoever comes alone
   * does not wait. Absent = always.
   */
  gather?(): Promise<void>;
  close(): Promise<void>;
}

/** Between two writes at least, milliseconds: a few thousand syncs a second would cost more than all the messages in them. */
const betweenWritesMs = 3;

/** The real disk: one folder, made when missing. Keeps the file it writes to open. */
export async function folderDisk(folder: string): Promise<Disk> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let writing: { name: string; handle: FileHandle } | null = null;
  let writtenAtMs = -betweenWritesMs;

  async function closeWriting(): Promise<void> {
    const before = writing;
    writing = null;
    await before?.handle.close();
  }

  async function handleOf(name: string): Promise<FileHandle> {
    if (writing?.name === name) return writing.handle;
    await closeWriting();
    const handle = await open(join(folder, name), 'a', 0o600);
    writing = { name, handle };
    return handle;
  }

  return {
    list: () => readdir(folder),
    async gather() {
      const leftMs = writtenAtMs + betweenWritesMs - performance.now();
      if (leftMs > 0) await sleep(leftMs);
      writtenAtMs = performance.now();
    },
    size: async (name) => (await stat(join(folder, name))).size,
    async read(name, offset, length) {
      const handle = await open(join(folder, name), 'r');
      try {
        const bytes = Buffer.allocUnsafe(length);
        let filled = 0;
        while (filled < length) {
          const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      } finally {
        await handle.close();
      }
    },
    async append(name, bytes) {
      const handle = await handleOf(name);
      let written = 0;
      while (written < bytes.length) written += (await handle.write(bytes, written, bytes.length - written)).bytesWritten;
    },
    sync: async (name) => (await handleOf(name)).datasync(),
    async syncNames() {
      // Windows cannot open a folder; there NTFS journals names by itself.
      if (process.platform === 'win32') return;
      const handle = await open(folder, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async truncate(name, length) {
      await (await handleOf(name)).truncate(length);
    },
    async remove(name) {
      if (writing?.name === name) await closeWriting();
      await unlink(join(folder, name));
    },
    close: closeWriting,
  };
}
