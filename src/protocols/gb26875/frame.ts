// The frame of GB/T 26875.3-2011 between a user information transmission device (用户信息传输装置) and the centre:
//
//   @@ · serial 2 · version 2 · time tag 6 · source 6 · destination 6 · data length 2 · command 1 · data 0-1024 · sum 1 · ##
//
// Numbers are little-endian. The sum is the low byte of the sum of all bytes between the start mark and itself. A sum
// finds every change of a single byte, and so every single wrong bit; it does not see bytes that changed places, nor
// changes that cancel each other out (+1 here, -1 there), and of random damage to several bytes it misses 1 in 256. The
// length and the end mark catch part of that.

import type { FrameRule, Inspection } from '../frameStream.ts';
import { commandKind, type FireMessage } from './message.ts';
import { keepUnknown, readContent, writeContent } from './objects.ts';
import { readTimeTag, writeTimeTag } from './timeTag.ts';

/** Longest application data in bytes. */
export const maxDataBytes = 1024;
export const headBytes = 27;
const tailBytes = 3;
const minFrameBytes = headBytes + tailBytes;
export const maxFrameBytes = minFrameBytes + maxDataBytes;
const mark = { start: 0x40, end: 0x23 } as const;

export const frameRule: FrameRule<FireMessage> = {
  startMark: [mark.start, mark.start],
  endMark: [mark.end, mark.end],
  minFrameBytes,
  maxFrameBytes,
  filler: [],
  statedLength,
  inspect,
  print: (bytes) => bytes.toHex().toUpperCase(),
};

/** Low byte of the sum, the check value of the standard. */
export function checksum(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => (sum + byte) & 0xff, 0);
}

/** Bytes up to and including the data length. */
const lengthEnd = 26;

function statedLength(bytes: Uint8Array, at: number): number | null {
  if (at + lengthEnd > bytes.length) return null;
  const dataBytes = (bytes[at + lengthEnd - 2] ?? 0) + 256 * (bytes[at + lengthEnd - 1] ?? 0);
  return dataBytes > maxDataBytes ? null : minFrameBytes + dataBytes;
}

function inspect(bytes: Uint8Array): Inspection<FireMessage> {
  if (bytes.length < lengthEnd) return { state: 'incomplete' };
  const length = statedLength(bytes, 0);
  if (length === null) {
    return { state: 'broken', decidedAt: lengthEnd, code: 'invalidFormat', reason: `The stated length is above ${maxDataBytes}.` };
  }
  if (bytes.length < length) return { state: 'incomplete' };
  if (bytes[length - 2] !== mark.end || bytes[length - 1] !== mark.end) {
    return { state: 'broken', decidedAt: length, code: 'invalidFormat', reason: 'No end mark ## where the length says.' };
  }
  const stated = bytes[length - 3] ?? 0;
  const computed = checksum(bytes.subarray(2, length - 3));
  if (stated !== computed) {
    const reason = `The checksum is ${hex(stated)}, computed ${hex(computed)}.`;
    return { state: 'refused', length, code: 'checksum', reason };
  }
  return inspectSound(bytes.subarray(0, length));
}

function inspectSound(frame: Uint8Array): Inspection<FireMessage> {
  const length = frame.length;
  const commandCode = frame[26] ?? 0;
  const command = commandKind(commandCode);
  if (command === null) {
    return { state: 'refused', length, code: 'unknownCommand', reason: `Command ${commandCode} is reserved.` };
  }
  const data = frame.subarray(headBytes, length - tailBytes);
  const read = command === 'userDefined' ? { ok: true as const, content: keepUnknown(data) } : readContent(data);
  if (!read.ok) return { state: 'refused', length, code: 'invalidFormat', reason: read.reason };
  return { state: 'accepted', length, message: { ...readHead(frame), command, commandCode, content: read.content } };
}

/** What stands before the command; also used to deny a frame whose rest is damaged. */
export function readHead(frame: Uint8Array): Omit<FireMessage, 'command' | 'commandCode' | 'content'> {
  return {
    serial: littleEndian(frame.subarray(2, 4)),
    version: { main: frame[4] ?? 0, user: frame[5] ?? 0 },
    sentAt: readTimeTag(frame.subarray(6, 12)),
    source: littleEndian(frame.subarray(12, 18)),
    destination: littleEndian(frame.subarray(18, 24)),
  };
}

/**
 * Puts a message into a frame.
 * @throws RangeError when the data are longer than 1024 bytes: the caller made them, so it is our fault.
 */
export function encodeFrame(message: Omit<FireMessage, 'command'>): Uint8Array {
  const data = writeContent(message.content);
  if (data.length > maxDataBytes) throw new RangeError(`Application data are at most ${maxDataBytes} bytes.`);
  const body = Uint8Array.of(
    ...toLittleEndian(message.serial, 2),
    message.version.main,
    message.version.user,
    ...writeTimeTag(message.sentAt),
    ...toLittleEndian(message.source, 6),
    ...toLittleEndian(message.destination, 6),
    ...toLittleEndian(data.length, 2),
    message.commandCode,
    ...data,
  );
  return Uint8Array.of(mark.start, mark.start, ...body, checksum(body), mark.end, mark.end);
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

function toLittleEndian(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** at) % 256);
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
