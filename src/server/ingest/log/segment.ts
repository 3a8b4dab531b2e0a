import { crc32 } from 'node:zlib';
import { findRecord, readRecord, type RawRecord } from './record.ts';

// A segment is one file of the log: a header of 32 bytes, then records. Its name is the first position it holds and a generation:
// after a failed write the next segment starts at the same position with a higher generation, and that makes whatever the failed
// write left behind void (records at or after the next segment's first position do not count).

export const segmentHeaderLength = 32;
const magic = 0x474c4e41; // "ANLG"
const formatVersion = 1;

export interface Segment {
  name: string;
  /** First position it may hold. */
  first: number;
  generation: number;
  createdAtMs: number;
  /** True when positions before `first` were given up on purpose (the log folder was lost, the database was not). */
  jumped: boolean;
  /** The segment begins with a copy of what an earlier file holds through this position; 0 = no copy. Half a copy does not count. */
  copiedThrough: number;
  /** Bytes that count. For the segment being written: those that are durable. */
  end: number;
}

export function segmentName(first: number, generation: number): string {
  return `${String(first).padStart(15, '0')}-${String(generation).padStart(6, '0')}.log`;
}

/** First position and generation of a segment's name; null for any other file. */
export function parseName(name: string): { first: number; generation: number } | null {
  const match = /^(\d{15})-(\d{6})\.log$/.exec(name);
  return match ? { first: Number(match[1]), generation: Number(match[2]) } : null;
}

export function segmentHeader(segment: Pick<Segment, 'first' | 'createdAtMs' | 'jumped' | 'copiedThrough'>): Buffer {
  const bytes = Buffer.alloc(segmentHeaderLength);
  bytes.writeUInt32LE(magic, 0);
  bytes.writeUInt16LE(formatVersion, 4);
  bytes.writeUInt16LE(segment.jumped ? 1 : 0, 6);
  bytes.writeDoubleLE(segment.createdAtMs, 8);
  bytes.writeUIntLE(segment.first, 16, 6);
  bytes.writeUIntLE(segment.copiedThrough, 22, 6);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 28)), 28);
  return bytes;
}

/** What a header says, or null when it is not whole. */
export function readHeader(bytes: Buffer): Pick<Segment, 'createdAtMs' | 'jumped' | 'copiedThrough'> | null {
  if (bytes.length < segmentHeaderLength || bytes.readUInt32LE(0) !== magic) return null;
  if (bytes.readUInt32LE(28) !== crc32(bytes.subarray(0, 28)) || bytes.readUInt16LE(4) !== formatVersion) return null;
  return { createdAtMs: bytes.readDoubleLE(8), jumped: bytes.readUInt16LE(6) === 1, copiedThrough: bytes.readUIntLE(22, 6) };
}

/** Acknowledged entries that cannot be read any more. */
export interface Damage {
  ok: false;
  code: 'damaged';
  /** First and last position concerned. */
  from: number;
  to: number;
  segment: string;
  /** Where in the file it starts. */
  offset: number;
}

export interface Tail {
  /** Offset after the last record that counts. */
  end: number;
  /** Last position that counts; `first - 1` when none does. */
  last: number;
  /** Where the last batch starts: nothing proves yet that it is on disk. */
  batchStart: number;
  batchFirst: number;
  damage: Damage[];
}

/**
 * Finds the end of the last segment after a stop of any kind. What follows the last whole record does not count unless a later record
 * proves that it had been durable: then it is damage, and the log goes on after it.
 */
export function findTail(bytes: Buffer, segment: Pick<Segment, 'name' | 'first'>): Tail {
  const tail: Tail = {
    end: segmentHeaderLength,
    last: segment.first - 1,
    batchStart: segmentHeaderLength,
    batchFirst: segment.first,
    damage: [],
  };
  const take = (record: RawRecord, start: number, isBatchStart: boolean) => {
    if (isBatchStart) [tail.batchStart, tail.batchFirst] = [start, record.position];
    tail.end = record.end;
    tail.last = record.position;
  };
  for (;;) {
    const record = readRecord(bytes, tail.end);
    if (typeof record === 'object' && record.position === tail.last + 1) {
      take(record, tail.end, record.durableThrough === tail.last);
      continue;
    }
    const next = provenAfter(bytes, tail.end, tail.last);
    if (next === null) return tail;
    tail.damage.push({ ok: false, code: 'damaged', from: tail.last + 1, to: next.position - 1, segment: segment.name, offset: tail.end });
    take(next, next.start, true);
  }
}

/** The next whole record, provided that some record after the bad spot proves the spot had been durable. */
function provenAfter(bytes: Buffer, offset: number, last: number): (RawRecord & { start: number }) | null {
  const next = findRecord(bytes, offset, last);
  for (let later = next; later !== null; later = findRecord(bytes, later.end, later.position)) {
    if (later.durableThrough > last) return next;
  }
  return null;
}

/** Whether some record shows that this segment's first batch had been durable, so that a broken header is damage and not a torn write. */
export function isProven(bytes: Buffer, first: number): boolean {
  return provenAfter(bytes, segmentHeaderLength, first - 1) !== null;
}
