import type { LogEntry } from '#kernel/alarm/entry.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import { refuse, RefusalError, type Refusal } from '#kernel/problem/refusal.ts';
import type { Disk } from './disk.ts';
import { openReader, type LogReader } from './reader.ts';
import { longestBatch, roomFor, writeRecord } from './record.ts';
import { recoverSegments } from './recover.ts';
import { segmentHeader, segmentHeaderLength, segmentName, type Damage, type Segment } from './segment.ts';

// The ingest log: the truth of readings and alarms until PostgreSQL has them. Append-only, in segments; a device is answered
// only after its entry is on disk. One fdatasync runs at a time and whatever arrives meanwhile goes into the next one, so the
// batch grows with the load and with the slowness of the disk.

export interface Durable {
  position: number;
  entry: LogEntry;
}

export interface LogOptions {
  disk: Disk;
  clock: Clock;
  /** Called once per batch, in order of position, after it is on disk and before anybody's `append` resolves. */
  onDurable: (batch: readonly Durable[]) => void;
  /** Lines for the operator: a torn tail cut, damage found, a write that failed. */
  report: (line: string) => void;
  /** Position the database has applied; a log that ends before it (its folder was lost) goes on after it. */
  after?: number;
  /** A new segment is begun after this many bytes or this long. */
  segmentBytes?: number;
  segmentMs?: number;
  /** How long an applied segment is kept. */
  retentionMs?: number;
}

export interface IngestLog {
  /** Resolves with the position once durable. Rejects with a RefusalError: `log-full`, `log-failed`, `log-busy`, all 503; nothing was kept. */
  append(entry: LogEntry): Promise<number>;
  /** Last durable position; 0 for an empty log. */
  last(): number;
  /** Reads durable entries after a position. */
  read(after: number): LogReader;
  /** Removes segments that are applied through this position and older than the retention; says how many. */
  removeApplied(through: number): Promise<number>;
  /** Found when the log was opened. */
  damage: readonly Damage[];
  /** Waits for what is being written, refuses what comes later. */
  close(): Promise<void>;
}

interface Waiting {
  entry: LogEntry;
  json: string;
  resolve: (position: number) => void;
  reject: (error: unknown) => void;
}

const batchBytes = 4 * 1024 * 1024;
const waitingBytes = 128 * 1024 * 1024;
const hour = 3_600_000;

export async function openLog(options: LogOptions): Promise<IngestLog> {
  const { disk, clock, report, segmentBytes = 16 * 1024 * 1024, segmentMs = 24 * hour, retentionMs = 7 * 24 * hour } = options;
  const recovered = await recoverSegments(disk, clock.nowMs(), report);
  const { segments } = recovered;
  let last = recovered.last;
  let generation = recovered.generation;
  let jumped = false;
  /** The segment being written; null = begin a new one. */
  let current: Segment | null = segments.at(-1) ?? null;
  if (last < (options.after ?? 0)) {
    last = options.after ?? 0;
    jumped = true;
    current = null;
    report(`ingest log ends before the database does; it goes on at position ${last + 1}`);
  }

  let waiting: Waiting[] = [];
  let waitingSize = 0;
  let buffer = Buffer.allocUnsafe(1024 * 1024);
  let flushing: Promise<void> | null = null;
  let isClosed = false;

  function append(entry: LogEntry): Promise<number> {
    const json = JSON.stringify(entry);
    if (isClosed) return Promise.reject(new RefusalError(logClosed));
    if (waitingSize > waitingBytes) return Promise.reject(new RefusalError(logBusy));
    waitingSize += json.length;
    return new Promise((resolve, reject) => {
      waiting.push({ entry, json, resolve, reject });
      flushing ??= flush();
    });
  }

  async function flush(): Promise<void> {
    // Lets everything that arrived in this turn of the event loop share the first write.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await writeBatch(takeBatch());
    flushing = null;
  }

  function takeBatch(): Waiting[] {
    let size = 0;
    let count = 0;
    while (count < waiting.length && count < longestBatch && size < batchBytes) size += waiting[count++]?.json.length ?? 0;
    const batch = waiting.slice(0, count);
    waiting = waiting.slice(count);
    waitingSize -= size;
    return batch;
  }

  function isFull(segment: Segment): boolean {
    return segment.end >= segmentBytes || clock.nowMs() - segment.createdAtMs >= segmentMs;
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    const begun = current === null || isFull(current) ? newSegment() : null;
    const target = begun ?? (current as Segment);
    try {
      const bytes = encode(batch, begun);
      await disk.append(target.name, bytes);
      await disk.sync(target.name);
      if (begun) await disk.syncNames();
      target.end += bytes.length;
    } catch (error) {
      await giveUp(target, begun !== null, error);
      for (const { reject } of batch) reject(new RefusalError(refusalOf(error)));
      return;
    }
    if (begun) {
      segments.push(begun);
      jumped = false;
    }
    current = target;
    const first = last + 1;
    last += batch.length;
    tell(batch.map(({ entry }, index) => ({ position: first + index, entry })));
    batch.forEach(({ resolve }, index) => resolve(first + index));
  }

  /** A fault of a listener must not stop the log: the entries are durable and a restart evaluates them again. */
  function tell(batch: readonly Durable[]): void {
    try {
      options.onDurable(batch);
    } catch (error) {
      report(`FAULT after position ${batch[0]?.position}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }

  function newSegment(): Segment {
    generation += 1;
    const first = last + 1;
    return { name: segmentName(first, generation), first, generation, createdAtMs: clock.nowMs(), jumped, copiedThrough: 0, end: 0 };
  }

  function encode(batch: readonly Waiting[], begun: Segment | null): Buffer {
    const room = batch.reduce((sum, { json }) => sum + roomFor(json), segmentHeaderLength);
    if (buffer.length < room) buffer = Buffer.allocUnsafe(room);
    let offset = begun ? segmentHeader(begun).copy(buffer) : 0;
    batch.forEach(({ entry, json }, index) => {
      offset = writeRecord(buffer, offset, last + 1 + index, index, entry.kind, json);
    });
    return buffer.subarray(0, offset);
  }

  /**
   * After a failed write or sync nothing is known of that file's tail (Linux drops the dirty pages of a failed fdatasync), so it
   * is never written to again. The next segment starts at the same position, which makes the tail void.
   */
  async function giveUp(target: Segment, isNew: boolean, error: unknown): Promise<void> {
    report(`ingest log: writing ${target.name} failed: ${String(error)}`);
    current = null;
    try {
      if (isNew) await disk.remove(target.name);
      else await disk.truncate(target.name, target.end);
    } catch (cleanup) {
      report(`ingest log: could not clean up ${target.name}: ${String(cleanup)}`);
    }
  }

  return {
    append,
    last: () => last,
    read: (after) => openReader({ disk, segments, last: () => last }, after),
    async removeApplied(through) {
      let removed = 0;
      for (;;) {
        const [oldest, next] = segments;
        if (!oldest || !next || next.first - 1 > through || clock.nowMs() - next.createdAtMs < retentionMs) break;
        await disk.remove(oldest.name);
        segments.shift();
        removed += 1;
      }
      if (removed > 0) await disk.syncNames();
      return removed;
    },
    damage: recovered.damage,
    async close() {
      isClosed = true;
      await flushing;
      await disk.close();
    },
  };
}

const tryLater = { zh: '数据未保存，请稍后重发。', en: 'Nothing was kept; send it again later.' };
const logFull = refuse('log-full', 503, { zh: `磁盘已满，${tryLater.zh}`, en: `The disk is full. ${tryLater.en}` });
const logFailed = refuse('log-failed', 503, { zh: `磁盘写入失败，${tryLater.zh}`, en: `Writing to disk failed. ${tryLater.en}` });
const logBusy = refuse('log-busy', 503, { zh: `磁盘来不及写入，${tryLater.zh}`, en: `The disk cannot keep up. ${tryLater.en}` });
const logClosed = refuse('log-closed', 503, { zh: `程序正在停止，${tryLater.zh}`, en: `The program is stopping. ${tryLater.en}` });

function refusalOf(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'EDQUOT' ? logFull : logFailed;
}
