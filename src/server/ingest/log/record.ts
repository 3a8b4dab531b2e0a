import { crc32 } from 'node:zlib';
import type { LogEntry } from '#kernel/alarm/entry.ts';

// One record of the log, little-endian:
//   0 u32 payload length · 4 u32 CRC-32 of all that follows · 8 u48 position · 14 u16 index in its batch · 16 u8 kind · 17 payload
// The payload is the entry as JSON. A batch is what one fdatasync made durable; because the next batch is written only after
// that, a record with index i at position p proves that everything up to p - i - 1 had been durable and may have been acknowledged.
// That tells a torn tail (normal after a power cut) from damage to acknowledged entries (never normal).

export const headerLength = 17;
/** A registry change with every point of a county is a few MiB; more is no record. */
export const longestPayload = 64 * 1024 * 1024;
/** Records of one batch. */
export const longestBatch = 60_000;

const kindCodes: Record<LogEntry['kind'], number> = { signal: 1, command: 2, tick: 3, registry: 4, start: 5, edge: 6 };

/** Bytes a record may need at most. */
export function roomFor(json: string): number {
  return headerLength + json.length * 3;
}

/** Writes one record at `offset` and returns the offset after it. */
export function writeRecord(into: Buffer, offset: number, position: number, inBatch: number, kind: LogEntry['kind'], json: string): number {
  const length = into.write(json, offset + headerLength, 'utf8');
  into.writeUInt32LE(length, offset);
  into.writeUIntLE(position, offset + 8, 6);
  into.writeUInt16LE(inBatch, offset + 14);
  into.writeUInt8(kindCodes[kind], offset + 16);
  const end = offset + headerLength + length;
  into.writeUInt32LE(crc32(into.subarray(offset + 8, end)), offset + 4);
  return end;
}

export interface RawRecord {
  position: number;
  /** Everything up to here was durable when this record was written. */
  durableThrough: number;
  payload: Buffer;
  /** Offset after the record. */
  end: number;
}

/**
 * Reads the record at `offset`: the record, `short` when the bytes end before it does, or `bad`.
 * A short record is only told from a bad one by knowing that nothing follows.
 */
export function readRecord(bytes: Buffer, offset: number): RawRecord | 'short' | 'bad' {
  if (offset + headerLength > bytes.length) return 'short';
  const length = bytes.readUInt32LE(offset);
  if (length === 0 || length > longestPayload) return 'bad';
  const end = offset + headerLength + length;
  if (end > bytes.length) return 'short';
  if (crc32(bytes.subarray(offset + 8, end)) !== bytes.readUInt32LE(offset + 4)) return 'bad';
  const position = bytes.readUIntLE(offset + 8, 6);
  return {
    position,
    durableThrough: position - bytes.readUInt16LE(offset + 14) - 1,
    payload: bytes.subarray(offset + headerLength, end),
    end,
  };
}

/** The first whole record after `offset` with a position above `after`, found by trying every byte; null when there is none. */
export function findRecord(bytes: Buffer, offset: number, after: number): (RawRecord & { start: number }) | null {
  for (let start = offset; start + headerLength < bytes.length; start++) {
    // The high bytes of a position are nearly always zero: refuses most offsets without computing a checksum.
    const position = bytes.readUIntLE(start + 8, 6);
    if (position <= after || position - after > 1_000_000_000) continue;
    const record = readRecord(bytes, start);
    if (typeof record === 'object') return { ...record, start };
  }
  return null;
}
