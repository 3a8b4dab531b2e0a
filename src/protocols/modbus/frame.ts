// Modbus frames: over TCP behind a header of seven bytes (MBAP), over serial lines (RTU) between address and CRC
// (MODBUS Messaging on TCP/IP Implementation Guide V1.0b, clause 3.1.3; MODBUS over Serial Line V1.02, clause 2.5.1).
//
// RTU knows no start mark and no length: a frame is as long as its function says, and the CRC decides. The lengths a frame
// may have are few, so all are tried, the shortest sound one wins. That holds for any split of the bytes: a length is tried
// as soon as that many bytes are there, and lengths still unknown are longer than what is there.

import { hasCrc, withCrc } from './crc.ts';
import { decodePdu, encodePdu, type ModbusPdu } from './pdu.ts';

export interface ModbusFrame {
  transport: 'tcp' | 'rtu';
  /** Number the master gave; the answer carries the same. Null on serial lines. */
  transactionId: number | null;
  /** Address of the device, 1 to 247; 0 speaks to all; 255 is usual for a device that has its own IP address. */
  unit: number;
  pdu: ModbusPdu;
}

export type FrameResult =
  | { ok: true; frame: ModbusFrame }
  | { ok: false; code: 'checksum' | 'invalidFormat' | 'unknownCommand'; reason: string };

export type Side = 'request' | 'response';

/** Longest frame: 7 bytes of header and 253 of data. */
export const maxFrameBytes = 260;
const headerBytes = 7;

/** Writes a frame. @throws RangeError as `encodePdu`, or when unit or transaction id are out of range. */
export function encodeFrame({ transport, transactionId, unit, pdu }: ModbusFrame): Uint8Array {
  if (!Number.isInteger(unit) || unit < 0 || unit > 255) throw new RangeError(`unit: ${unit} is not from 0 to 255.`);
  const data = encodePdu(pdu);
  if (transport === 'rtu') return withCrc(Uint8Array.of(unit, ...data));
  const id = transactionId ?? 0;
  if (!Number.isInteger(id) || id < 0 || id > 0xffff) throw new RangeError(`transactionId: ${id} is not from 0 to 65535.`);
  const length = data.length + 1;
  return Uint8Array.of(id >> 8, id & 0xff, 0, 0, length >> 8, length & 0xff, unit, ...data);
}

/** Whole lengths the bytes may have as a TCP frame: one or none. `unknown` while the header is not complete. */
export function tcpLengths(bytes: Uint8Array): number[] | 'unknown' {
  if ((bytes[2] ?? 0) !== 0 || (bytes[3] ?? 0) !== 0) return [];
  if (bytes.length < 6) return 'unknown';
  const length = ((bytes[4] ?? 0) << 8) | (bytes[5] ?? 0);
  return length >= 2 && length <= maxFrameBytes - 6 ? [6 + length] : [];
}

export function readTcp(bytes: Uint8Array, side: Side | null): FrameResult {
  const read = decodePdu(bytes.subarray(headerBytes), side);
  if (!read.ok) return read;
  const transactionId = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return { ok: true, frame: { transport: 'tcp', transactionId, unit: bytes[6] ?? 0, pdu: read.pdu } };
}

/** Lengths the bytes may have as an RTU frame, shortest first, as far as they can be known yet. */
export function rtuLengths(bytes: Uint8Array, side: Side | null): number[] {
  const code = bytes[1];
  if (code === undefined) return [];
  if (code > 0x80) return side === 'request' ? [] : [5];
  const lengths: (number | null)[] = [];
  if (side !== 'response') lengths.push(requestLength(bytes, code));
  if (side !== 'request') lengths.push(responseLength(bytes, code));
  const known = lengths.filter((length) => length !== null && length <= 256) as number[];
  return [...new Set(known)].sort((a, b) => a - b);
}

function requestLength(bytes: Uint8Array, code: number): number | null {
  if (code >= 1 && code <= 6) return 8;
  const at = code === 15 || code === 16 ? 6 : code === 23 ? 10 : null;
  const count = at === null ? undefined : bytes[at];
  return at === null || count === undefined ? null : at + 1 + count + 2;
}

function responseLength(bytes: Uint8Array, code: number): number | null {
  if (code === 5 || code === 6 || code === 15 || code === 16) return 8;
  const isRead = (code >= 1 && code <= 4) || code === 23;
  const count = bytes[2];
  return isRead && count !== undefined ? 5 + count : null;
}

/** True while bytes that have not come yet may show another RTU length. */
export function hasUnknownRtuLength(bytes: Uint8Array, side: Side | null): boolean {
  const code = bytes[1];
  if (code === undefined) return true;
  const isRead = (code >= 1 && code <= 4) || code === 23;
  if (side !== 'request' && isRead && bytes.length < 3) return true;
  if (side === 'response') return false;
  return ((code === 15 || code === 16) && bytes.length < 7) || (code === 23 && bytes.length < 11);
}

export function readRtu(bytes: Uint8Array, side: Side | null): FrameResult {
  if (!hasCrc(bytes)) return { ok: false, code: 'checksum', reason: 'The CRC does not fit.' };
  const read = decodePdu(bytes.subarray(1, -2), side);
  if (!read.ok) return read;
  return { ok: true, frame: { transport: 'rtu', transactionId: null, unit: bytes[0] ?? 0, pdu: read.pdu } };
}
