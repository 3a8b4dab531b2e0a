import type { LogEntry } from '#kernel/alarm/entry.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import { refuse, RefusalError, type Refusal } from '#kernel/problem/refusal.ts';
import type { Disk } from './disk.ts';
import { openReader, type LogReader } from './reader.ts';
import { longestBatch } from './record.ts';
import { recoverSegments } from './recover.ts';
import type { Damage } from './segment.ts';
import { SegmentWriter, type Encoded } from './segmentWriter.ts';

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

interface Waiting extends Encoded {
  resolve: (position: number) => void;
  reject: (error: unknown) => void;
}

const batchBytes = 4 * 1024 * 1024;
const waitingBytes = 128 * 1024 * 1024;
const hourMs = 3_600_000;

export async function openLog(options: LogOptions): Promise<IngestLog> {
  const { disk, clock, report, after = 0, segmentBytes = 16 * 1024 * 1024, segmentMs = 24 * hourMs } = options;
  const recovered = await recoverSegments(disk, clock.nowMs(), report);
  const writer = new SegmentWriter({ disk, clock, report, segmentBytes, segmentMs }, recovered);
  if (writer.last < after) {
    writer.jumpTo(after);
    report(`ingest log ends before the database does; it goes on at position ${after + 1}`);
  }
  return new IngestLog(options, writer, recovered.damage);
}

export class IngestLog {
  /** Found when the log was opened. */
  readonly damage: readonly Damage[];
  readonly #options: LogOptions;
  readonly #writer: SegmentWriter;
  #waiting: Waiting[] = [];
  #waitingSize = 0;
  #flushing: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: LogOptions, writer: SegmentWriter, damage: readonly Damage[]) {
    this.#options = options;
    this.#writer = writer;
    this.damage = damage;
  }

  /** Resolves with the position once durable. Rejects with a RefusalError: `log-full`, `log-failed`, `log-busy`, `log-closed`, all 503; nothing was kept. */
  append(entry: LogEntry): Promise<number> {
    if (this.#isClosed) return Promise.reject(new RefusalError(logClosed));
    if (this.#waitingSize > waitingBytes) return Promise.reject(new RefusalError(logBusy));
    const json = JSON.stringify(entry);
    this.#waitingSize += json.length;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, json, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  async #flush(): Promise<void> {
    // Lets everything that arrived in this turn of the event loop share the first write.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      await this.#options.disk.gather?.();
      await this.#write(this.#takeBatch());
    }
    this.#flushing = null;
  }

  #takeBatch(): Waiting[] {
    let size = 0;
    let count = 0;
    while (count < this.#waiting.length && count < longestBatch && size < batchBytes) size += this.#waiting[count++]?.json.length ?? 0;
    const batch = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    this.#waitingSize -= size;
    return batch;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    let first: number;
    try {
      first = await this.#writer.write(batch);
    } catch (error) {
      for (const { reject } of batch) reject(new RefusalError(refusalOf(error)));
      return;
    }
    this.#tell(batch.map(({ entry }, index) => ({ position: first + index, entry })));
    batch.forEach(({ resolve }, index) => resolve(first + index));
  }

  /** A fault of a listener must not stop the log: the entries are durable and a restart evaluates them again. */
  #tell(batch: readonly Durable[]): void {
    try {
      this.#options.onDurable(batch);
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#options.report(`FAULT after position ${batch[0]?.position}: ${what}`);
    }
  }

  /** Last durable position; 0 for an empty log. */
  last(): number {
    return this.#writer.last;
  }

  /** Reads durable entries after a position. */
  read(after: number): LogReader {
    return openReader({ disk: this.#options.disk, segments: this.#writer.segments, last: () => this.#writer.last }, after);
  }

  /** Removes segments that are applied through this position and older than the retention; says how many. */
  async removeApplied(through: number): Promise<number> {
    const { disk, clock, retentionMs = 7 * 24 * hourMs } = this.#options;
    const { segments } = this.#writer;
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
  }

  /** Waits for what is being written, refuses what comes later. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#flushing;
    await this.#options.disk.close();
  }
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
