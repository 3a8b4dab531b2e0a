import type { LogEntry } from '#kernel/alarm/entry.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Disk } from './disk.ts';
import { roomFor, writeRecord } from './record.ts';
import type { Recovered } from './recover.ts';
import { segmentHeader, segmentHeaderLength, segmentName, type Segment } from './segment.ts';

// Puts batches on disk, one after the other, and begins segments. What to put into a batch is log.ts.

export interface WriterOptions {
  disk: Disk;
  clock: Clock;
  report: (line: string) => void;
  /** A new segment is begun after this many bytes or this long. */
  segmentBytes: number;
  segmentMs: number;
}

export interface Encoded {
  entry: LogEntry;
  json: string;
}

export class SegmentWriter {
  readonly segments: Segment[];
  /** Last durable position. */
  last: number;
  readonly #options: WriterOptions;
  #generation: number;
  /** The segment being written; null = begin a new one. */
  #current: Segment | null;
  #jumped = false;
  #buffer = Buffer.allocUnsafe(1024 * 1024);

  constructor(options: WriterOptions, recovered: Recovered) {
    this.#options = options;
    this.segments = recovered.segments;
    this.last = recovered.last;
    this.#generation = recovered.generation;
    this.#current = recovered.segments.at(-1) ?? null;
  }

  /** Goes on after a later position than the log's last: what lies between is given up on purpose. */
  jumpTo(position: number): void {
    this.last = position;
    this.#jumped = true;
    this.#current = null;
  }

  /** Makes a batch durable and returns its first position. Throws what the disk threw; then nothing of the batch counts. */
  async write(batch: readonly Encoded[]): Promise<number> {
    const current = this.#current;
    const isBegun = current === null || this.#isFull(current);
    const target = isBegun ? this.#newSegment() : current;
    const { disk } = this.#options;
    try {
      const bytes = this.#encode(batch, isBegun ? target : null);
      await disk.append(target.name, bytes);
      await disk.sync(target.name);
      if (isBegun) await disk.syncNames();
      target.end += bytes.length;
    } catch (error) {
      await this.#giveUp(target, isBegun, error);
      throw error;
    }
    if (isBegun) this.segments.push(target);
    this.#jumped = false;
    this.#current = target;
    const first = this.last + 1;
    this.last += batch.length;
    return first;
  }

  #isFull(segment: Segment): boolean {
    const { clock, segmentBytes, segmentMs } = this.#options;
    return segment.end >= segmentBytes || clock.nowMs() - segment.createdAtMs >= segmentMs;
  }

  #newSegment(): Segment {
    this.#generation += 1;
    const first = this.last + 1;
    const name = segmentName(first, this.#generation);
    const createdAtMs = this.#options.clock.nowMs();
    return { name, first, generation: this.#generation, createdAtMs, jumped: this.#jumped, copiedThrough: 0, end: 0 };
  }

  #encode(batch: readonly Encoded[], begun: Segment | null): Buffer {
    const room = batch.reduce((sum, { json }) => sum + roomFor(json), segmentHeaderLength);
    if (this.#buffer.length < room) this.#buffer = Buffer.allocUnsafe(room);
    let offset = begun ? segmentHeader(begun).copy(this.#buffer) : 0;
    batch.forEach(({ entry, json }, index) => {
      offset = writeRecord(this.#buffer, offset, this.last + 1 + index, index, entry.kind, json);
    });
    return this.#buffer.subarray(0, offset);
  }

  /**
   * After a failed write or sync nothing is known of that file's tail (Linux drops the dirty pages of a failed fdatasync), so it
   * is never written to again. The next segment starts at the same position, which makes the tail void.
   */
  async #giveUp(target: Segment, isNew: boolean, error: unknown): Promise<void> {
    const { disk, report } = this.#options;
    report(`ingest log: writing ${target.name} failed: ${String(error)}`);
    this.#current = null;
    try {
      if (isNew) await disk.remove(target.name);
      else await disk.truncate(target.name, target.end);
    } catch (cleanup) {
      report(`ingest log: could not clean up ${target.name}: ${String(cleanup)}`);
    }
  }
}
