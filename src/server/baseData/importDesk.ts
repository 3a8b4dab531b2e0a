import { randomUUIDv7 } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import type { Bbox } from '#geo/position.ts';
import type { Actor } from '#kernel/access/access.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Text } from '#kernel/language/text.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import { gate } from '../workers/runWorker.ts';
import type { Reading, ReadingJob, ReadingOptions } from './reading/reader.ts';
import type { ReadNews } from './reading/readWorker.ts';

// Files of base data on their way in: received to disk, read in a thread, looked at, stored. Nothing is stored before somebody
// says so, and what is stored is stored in one transaction. Files lie under <data>/imports and go when they are old.

export type UploadState = 'reading' | 'ready' | 'refused' | 'importing' | 'done' | 'failed' | 'cancelled';

export interface Upload {
  readonly uploadId: string;
  readonly file: string;
  readonly bytes: number;
  /** Who sent it; nobody else sees it. */
  readonly accountId: string | null;
  readonly folder: string;
  readonly path: string;
  state: UploadState;
  /** Share of the present step, 0 to 1. */
  progress: number;
  /** Why it was refused, or what failed. */
  fault: { rule: string; value: unknown; text: Text } | null;
  reading: Reading | null;
  result: ImportResult | null;
}

export interface ImportResult {
  imported: number;
  refused: number;
  layers: string[];
}

/** Told of progress; throws when the import was cancelled, which undoes the transaction. */
export type Hear = (done: number) => void;

const holdMs = 60 * 60_000;
const mostHeld = 8;
/** JavaScript heap of the reading thread, MB; node arrays and strips of rasters come on top and have limits of their own. */
const memoryMb = 512;

const words = {
  cancelled: { zh: '已取消，没有导入任何内容', en: 'Cancelled; nothing was imported' },
  failed: { zh: '读取时出错，已记录；文件可能过大或已损坏', en: 'Reading failed and was reported; the file may be too large or damaged' },
  memory: {
    zh: '读取所需内存超过限制；请按县裁剪文件后再试',
    en: 'Reading needs more memory than is allowed: cut the file to the county and try again',
  },
  storing: { zh: '写入数据库时出错，没有导入任何内容', en: 'Writing to the database failed; nothing was imported' },
} satisfies Record<string, Text>;

class Cancelled extends Error {}

/** Asked anew each time: the state changes while work is awaited. */
const isCancelled = ({ state }: Upload): boolean => state === 'cancelled';

export class ImportDesk {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #report: (error: Error, where: string) => void;
  /** One file at a time: reading takes a processor and memory. */
  readonly #turn = gate(1);
  readonly #held = new Map<string, Upload & { atMs: number; cancel: (() => void) | null }>();
  #isCleared: Promise<void> | null = null;

  constructor(folder: string, clock: Clock, report: (error: Error, where: string) => void) {
    this.#folder = folder;
    this.#clock = clock;
    this.#report = report;
  }

  /** Receives a file to disk and begins to read it. */
  async receive(
    name: string,
    content: Readable,
    options: ReadingOptions,
    county: Bbox | null,
    actor: Actor,
    isTruncated: () => boolean,
  ): Promise<Upload | null> {
    await this.#clear();
    const uploadId = randomUUIDv7();
    const folder = join(this.#folder, uploadId);
    const path = join(folder, 'file');
    await mkdir(folder, { recursive: true });
    try {
      await pipeline(content, createWriteStream(path));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    if (isTruncated()) {
      await rm(folder, { recursive: true, force: true });
      return null;
    }
    const { size } = await stat(path);
    const upload = {
      uploadId,
      file: name,
      bytes: size,
      accountId: actor.accountId,
      folder,
      path,
      state: 'reading' as UploadState,
      progress: 0,
      fault: null,
      reading: null,
      result: null,
      atMs: this.#clock.nowMs(),
      cancel: null,
    };
    this.#held.set(uploadId, upload);
    void this.#turn(() => this.#read(uploadId, { path, file: name, folder, options, county }));
    return upload;
  }

  /** An upload of that actor; null when it is too old, unknown or somebody else's. */
  find(uploadId: string, actor: Actor): Upload | null {
    const held = this.#held.get(uploadId);
    return held && held.accountId === actor.accountId ? held : null;
  }

  /** Stops what is under way and takes the file away. */
  async drop(upload: Upload): Promise<void> {
    const held = this.#held.get(upload.uploadId);
    if (!held) return;
    const isRunning = held.state === 'reading' || held.state === 'importing';
    if (isRunning) held.state = 'cancelled';
    held.cancel?.();
    if (!isRunning) this.#held.delete(upload.uploadId);
    held.fault = isRunning ? { rule: 'cancelled', value: null, text: words.cancelled } : held.fault;
    await rm(held.folder, { recursive: true, force: true });
  }

  /** Begins to store what was read; `work` runs in one transaction, and its failure undoes all of it. */
  store(upload: Upload, work: (hear: Hear) => Promise<ImportResult>): Outcome<null> {
    const held = this.#held.get(upload.uploadId);
    if (!held || held.state !== 'ready')
      return refuse('upload-not-ready', 409, {
        zh: '文件还没有读完，或已导入',
        en: 'The file has not been read yet, or is imported already',
      });
    held.state = 'importing';
    held.progress = 0;
    void this.#store(held, work);
    return accept(null);
  }

  async #store(held: Upload & { atMs: number }, work: (hear: Hear) => Promise<ImportResult>): Promise<void> {
    try {
      held.result = await work((done) => {
        if (isCancelled(held)) throw new Cancelled();
        held.progress = done;
      });
      held.state = 'done';
      await rm(held.folder, { recursive: true, force: true });
    } catch (error) {
      // Files that were taken away under the reader fail as well.
      if (isCancelled(held)) return;
      held.state = 'failed';
      held.fault = { rule: 'fault', value: null, text: words.storing };
      this.#report(error as Error, 'base data import');
    }
  }

  #read(uploadId: string, job: ReadingJob): Promise<void> {
    const held = this.#held.get(uploadId);
    if (!held || held.state !== 'reading') return Promise.resolve();
    return new Promise((resolve) => {
      const worker = new Worker(new URL('./reading/readWorker.ts', import.meta.url), {
        workerData: job,
        resourceLimits: { maxOldGenerationSizeMb: memoryMb },
        stderr: true,
      });
      const settle = (change: Partial<Upload>) => {
        if (held.state === 'reading') Object.assign(held, change);
        held.cancel = null;
        resolve();
      };
      held.cancel = () => void worker.terminate();
      worker.on('message', (news: ReadNews) => {
        if (news.kind === 'progress') held.progress = news.done;
        else if (news.kind === 'read') settle({ state: 'ready', progress: 1, reading: news.reading });
        else settle({ state: 'refused', fault: news });
      });
      worker.on('error', (error: Error & { code?: string }) => {
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        if (!isMemory) this.#report(error, `reading ${held.file}`);
        settle({
          state: 'refused',
          fault: { rule: isMemory ? 'memory' : 'fault', value: null, text: isMemory ? words.memory : words.failed },
        });
      });
      worker.on('exit', () => settle({ state: 'refused', fault: { rule: 'fault', value: null, text: words.failed } }));
    });
  }

  /** What an earlier process left, and what nobody came back for. */
  async #clear(): Promise<void> {
    this.#isCleared ??= rm(this.#folder, { recursive: true, force: true });
    await this.#isCleared;
    const nowMs = this.#clock.nowMs();
    const idle = [...this.#held.values()].filter(({ state }) => state !== 'reading' && state !== 'importing');
    const old = idle.filter(({ atMs }) => nowMs - atMs > holdMs);
    const spare = idle.filter((each) => !old.includes(each)).slice(0, Math.max(0, this.#held.size - old.length - mostHeld + 1));
    for (const held of [...old, ...spare]) {
      this.#held.delete(held.uploadId);
      await rm(held.folder, { recursive: true, force: true });
    }
  }
}
