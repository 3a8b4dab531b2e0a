// The frame of HJ 212-2017 and HJ/T 212-2005, which is the same in both:
//
//   `##` · length of the data segment, 4 decimal digits · data segment, 0 to 1024 bytes · CRC, 4 hex digits · CR LF
//
// The data segment itself is read in dataSegment.ts.

import type { FrameRule, Inspection } from '../frameStream.ts';
import { crcText } from './crc.ts';
import { readDataSegment } from './dataSegment.ts';
import type { Hj212Message } from './message.ts';

/** Longest data segment in bytes. */
export const maxDataBytes = 1024;
const headBytes = 6;
const tailBytes = 6;
const minFrameBytes = headBytes + tailBytes;
export const maxFrameBytes = headBytes + maxDataBytes + tailBytes;

const cr = 0x0d;
const lf = 0x0a;
const hexDigits = /^[0-9A-Fa-f]{4}$/;

// GB 18030 contains ASCII, which the standard demands, and reads the Chinese names that some devices put in all the same.
const text = new TextDecoder('gb18030', { ignoreBOM: true });

export const frameRule: FrameRule<Hj212Message> = {
  startMark: [0x23, 0x23],
  endMark: [cr, lf],
  minFrameBytes,
  maxFrameBytes,
  filler: [cr, lf],
  statedLength,
  inspect,
  print: (bytes) => text.decode(bytes).replace(/\r?\n$/, ''),
};

function statedLength(bytes: Uint8Array, at: number): number | null {
  let dataBytes = 0;
  for (let place = at + 2; place < at + headBytes; place += 1) {
    const digit = (bytes[place] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return null;
    dataBytes = dataBytes * 10 + digit;
  }
  return dataBytes > maxDataBytes ? null : minFrameBytes + dataBytes;
}

function inspect(bytes: Uint8Array): Inspection<Hj212Message> {
  const lengthDigits = bytes.subarray(2, headBytes);
  const notDigit = lengthDigits.findIndex((byte) => byte < 0x30 || byte > 0x39);
  if (notDigit !== -1) {
    const reason = 'The length is not four decimal digits.';
    return { state: 'broken', decidedAt: 3 + notDigit, code: 'invalidFormat', reason };
  }
  if (bytes.length < headBytes) return { state: 'incomplete' };
  const dataBytes = Number(text.decode(lengthDigits));
  if (dataBytes > maxDataBytes) {
    const reason = `The stated length ${dataBytes} is above ${maxDataBytes}.`;
    return { state: 'broken', decidedAt: headBytes, code: 'invalidFormat', reason };
  }
  const whole = minFrameBytes + dataBytes;
  const lineEnd = findLineEnd(bytes.subarray(headBytes, whole));
  if (lineEnd !== -1 && headBytes + lineEnd + 2 < whole) {
    const reason = `The frame ends ${whole - headBytes - lineEnd - 2} bytes before its stated length of ${dataBytes}.`;
    return { state: 'broken', decidedAt: headBytes + lineEnd + 2, code: 'truncated', reason };
  }
  if (bytes.length < whole) return { state: 'incomplete' };
  return inspectWhole(bytes.subarray(0, whole), headBytes + dataBytes);
}

function inspectWhole(frame: Uint8Array, dataEnd: number): Inspection<Hj212Message> {
  const length = frame.length;
  if (frame[length - 2] !== cr || frame[length - 1] !== lf) {
    return { state: 'broken', decidedAt: length, code: 'invalidFormat', reason: 'No CR LF where the length says.' };
  }
  const data = frame.subarray(headBytes, dataEnd);
  const stated = text.decode(frame.subarray(dataEnd, dataEnd + 4));
  if (!hexDigits.test(stated)) {
    return { state: 'refused', length, code: 'invalidFormat', reason: 'The CRC is not four hexadecimal digits.' };
  }
  const computed = crcText(data);
  if (stated.toUpperCase() !== computed) {
    return { state: 'refused', length, code: 'checksum', reason: `The CRC is ${stated}, computed ${computed}.` };
  }
  const read = readDataSegment(text.decode(data));
  if (!read.ok) return { state: 'refused', length, code: read.code, reason: read.reason };
  return { state: 'accepted', length, message: read.message };
}

/** Position of the first CR LF, or -1. */
function findLineEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(cr); at !== -1; at = bytes.indexOf(cr, at + 1)) {
    if (bytes[at + 1] === lf) return at;
  }
  return -1;
}

/**
 * Puts a data segment into a frame.
 * @throws RangeError when the text is not ASCII or longer than 1024 characters: the caller made it, so it is our fault.
 */
export function encodeFrame(dataSegment: string): Uint8Array {
  const data = new TextEncoder().encode(dataSegment);
  if (data.length !== dataSegment.length || data.length > maxDataBytes) {
    throw new RangeError(`A data segment is ASCII of at most ${maxDataBytes} bytes.`);
  }
  const head = `##${String(data.length).padStart(4, '0')}`;
  return new TextEncoder().encode(`${head}${dataSegment}${crcText(data)}\r\n`);
}
