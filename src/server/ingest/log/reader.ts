import type { LogEntry } from '#kernel/alarm/entry.ts';
import type { Disk } from './disk.ts';
import { findRecord, headerLength, readRecord, type RawRecord } from './record.ts';
import { segmentHeaderLength, type Damage, type Segment } from './segment.ts';

// Reads durable entries in order. Whatever cannot be read is handed out as damage with its positions, never skipped silently.

export type LogItem = { ok: true; position: number; entry: LogEntry; bytes: number } | Damage;

export interface LogReader {
  /** The next entries, in order; empty when there is nothing new. `atMost` bounds the bytes read at once (default 1 MiB). */
  next(atMost?: number): Promise<LogItem[]>;
}

interface Source {
  disk: Disk;
  /** Grows and shrinks while the log is in use. */
  segments: readonly Segment[];
  last: () => number;
}

export function openReader(source: Source, after: number): LogReader {
  const { disk, segments } = source;
  let expected = after + 1;
  let segment: Segment | null = null;
  let offset = segmentHeaderLength;

  /** The segment that should hold a position: the last one that starts at or before it. */
  function segmentOf(position: number): { own: Segment | null; next: Segment | null } {
    const index = segments.findLastIndex((candidate) => candidate.first <= position);
    return { own: segments[index] ?? null, next: segments[index + 1] ?? null };
  }

  function damaged(to: number): Damage {
    const from = expected;
    expected = to + 1;
    return { ok: false, code: 'damaged', from, to, segment: segment?.name ?? '', offset };
  }

  /** Takes over a whole record; entries before the wanted position (while seeking) are passed over. */
  function take(record: RawRecord, items: LogItem[]): void {
    if (record.position < expected) return;
    const entry = parseEntry(record.payload);
    if (entry === null) items.push(damaged(record.position));
    else {
      items.push({ ok: true, position: record.position, entry, bytes: record.payload.length });
      expected = record.position + 1;
    }
  }

  /** Reads whole records from a chunk; true when the segment has nothing more before `limit`. */
  async function readChunk(own: Segment, limit: number, atMost: number, items: LogItem[]): Promise<boolean> {
    const size = Math.min(atMost, own.end - offset);
    if (size <= 0) return true;
    const bytes = await disk.read(own.name, offset, size);
    let at = 0;
    for (;;) {
      const record = readRecord(bytes, at);
      const isWhole = typeof record === 'object' && record.position <= expected;
      if (isWhole && record.position < limit) {
        take(record, items);
        at = record.end;
        continue;
      }
      offset += at;
      if (isWhole) return true;
      const wholeSegment = offset + bytes.length - at >= own.end;
      if (record === 'short' && !wholeSegment) return at > 0 ? false : readChunk(own, limit, atMost * 8, items);
      // What was read is handed out before anything that may fail again.
      if (items.length > 0) return false;
      return bytes.length - at < headerLength && wholeSegment ? true : resume(own, limit, items);
    }
  }

  /** After a record that cannot be read: goes on with the next whole one; true when there is none before `limit`. */
  async function resume(own: Segment, limit: number, items: LogItem[]): Promise<boolean> {
    const rest = await disk.read(own.name, offset, own.end - offset);
    const next = findRecord(rest, 0, expected - 1);
    if (next === null || next.position >= limit) return true;
    if (next.position > expected) items.push(damaged(next.position - 1));
    take(next, items);
    offset += next.end;
    return false;
  }

  return {
    async next(atMost = 1024 * 1024) {
      const items: LogItem[] = [];
      while (items.length === 0 && expected <= source.last()) {
        const { own, next } = segmentOf(expected);
        if (own === null) {
          // The log begins later: what is missing was removed or lost.
          items.push(damaged((next?.first ?? source.last() + 1) - 1));
          continue;
        }
        if (segment !== own) [segment, offset] = [own, segmentHeaderLength];
        const until = next ? next.first - 1 : source.last();
        const isDone = await readChunk(own, next?.first ?? Number.POSITIVE_INFINITY, atMost, items);
        if (!isDone || items.length > 0) continue;
        if (expected <= until && next?.jumped) expected = until + 1;
        else if (expected <= until) items.push(damaged(until));
      }
      return items;
    },
  };
}

function parseEntry(payload: Buffer): LogEntry | null {
  try {
    return JSON.parse(payload.toString('utf8')) as LogEntry;
  } catch {
    return null;
  }
}
