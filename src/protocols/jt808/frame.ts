// The frame of JT/T 808 between a vehicle terminal and the platform:
//
//   7E · id 2 · properties 2 · [version 1, 2019] · phone 6 or 10 · serial 2 · [total 2 · number 2] · body 0-1023 · XOR 1 · 7E
//
// Between the marks 7E is sent as 7D 02 and 7D as 7D 01, the check byte included. The check byte is the XOR of everything
// before it. It finds every change of a single byte, and so every single wrong bit; two equal changes in two bytes cancel each
// other out, and of random damage it misses 1 in 256. The stated length catches part of that.

import type { DamageCode } from '../protocol.ts';
import { readBody, writeBody } from './body.ts';
import type { Jt808Message } from './message.ts';

export const mark = 0x7e;
const escape = 0x7d;
const escapedMark = 0x02;
const escapedEscape = 0x01;

/** Longest body in bytes: the length has ten bits. */
export const maxBodyBytes = 0x3ff;
const longestHead = 2 + 2 + 1 + 10 + 2 + 4;
const shortestContent = 2 + 2 + 6 + 2 + 1;
/** Every byte between the marks may be escaped. */
export const maxFrameBytes = 2 * (longestHead + maxBodyBytes + 1) + 2;

const lengthMask = 0x3ff;
const packetBit = 13;
const editionBit = 14;

export type ContentRead = { ok: true; message: Jt808Message } | { ok: false; code: DamageCode; reason: string };

/** Reads what stands between two marks. */
export function readContent(escaped: Uint8Array): ContentRead {
  const content = unescaped(escaped);
  if (content === null) return invalid('7D is followed by neither 01 nor 02.');
  if (content.length < shortestContent) return damaged('truncated', `${content.length} bytes are too few for a frame.`);
  const head = readHead(content);
  if (head === null) return damaged('truncated', 'The frame ends inside its head.');
  const stated = head.headBytes + head.bodyBytes + 1;
  if (content.length !== stated) {
    const code = content.length < stated ? 'truncated' : 'invalidFormat';
    return damaged(code, `The frame has ${content.length} bytes, its head says ${stated}.`);
  }
  const computed = checksum(content.subarray(0, -1));
  const check = content.at(-1) ?? 0;
  if (computed !== check) return damaged('checksum', `The checksum is ${byteHex(check)}, computed ${byteHex(computed)}.`);
  return readSound(content.subarray(head.headBytes, -1), head.head);
}

type Head = Omit<Jt808Message, 'body' | 'rest' | 'exact'>;

function readSound(body: Uint8Array, head: Head): ContentRead {
  const plain = { rest: '', exact: null };
  const raw = body.toHex().toUpperCase();
  if (head.packet !== null) return { ok: true, message: { ...head, body: { kind: 'package', raw }, ...plain } };
  if (head.encryption !== 0) return { ok: true, message: { ...head, body: { kind: 'unknown', raw }, ...plain } };
  const read = readBody(head.id, body, head.edition === 2019);
  return 'reason' in read ? invalid(read.reason) : { ok: true, message: { ...head, ...read } };
}

function readHead(content: Uint8Array): { head: Head; headBytes: number; bodyBytes: number } | null {
  const word = (at: number): number => (content[at] ?? 0) * 256 + (content[at + 1] ?? 0);
  const properties = word(2);
  const is2019 = ((properties >> editionBit) & 1) === 1;
  const hasPackets = ((properties >> packetBit) & 1) === 1;
  const phoneAt = is2019 ? 5 : 4;
  const phoneEnd = phoneAt + (is2019 ? 10 : 6);
  const headBytes = phoneEnd + 2 + (hasPackets ? 4 : 0);
  if (content.length < headBytes + 1) return null;
  const head: Head = {
    id: word(0),
    edition: is2019 ? 2019 : 2013,
    version: is2019 ? (content[4] ?? 0) : null,
    encryption: (properties >> 10) & 7,
    reserved: properties >> 15 === 1 ? 1 : 0,
    phone: content.subarray(phoneAt, phoneEnd).toHex().toUpperCase(),
    serial: word(phoneEnd),
    packet: hasPackets ? { total: word(phoneEnd + 2), number: word(phoneEnd + 4) } : null,
  };
  return { head, headBytes, bodyBytes: properties & lengthMask };
}

/**
 * Puts a message into a frame.
 * @throws RangeError when the body is longer than 1023 bytes; such a message is sent in packages (`encodeMessage`).
 */
export function encodeFrame(message: Jt808Message): Uint8Array {
  const is2019 = message.edition === 2019;
  const body = writeBody(message, is2019);
  if (body.length > maxBodyBytes) throw new RangeError(`A body is at most ${maxBodyBytes} bytes.`);
  const { packet } = message;
  const properties =
    body.length |
    (message.encryption << 10) |
    ((packet === null ? 0 : 1) << packetBit) |
    ((is2019 ? 1 : 0) << editionBit) |
    (message.reserved << 15);
  const content = Uint8Array.of(
    ...twoBytes(message.id),
    ...twoBytes(properties),
    ...(message.version === null ? [] : [message.version]),
    ...Uint8Array.fromHex(message.phone),
    ...twoBytes(message.serial),
    ...(packet === null ? [] : [...twoBytes(packet.total), ...twoBytes(packet.number)]),
    ...body,
  );
  return Uint8Array.of(mark, ...escaped(content), ...escaped(Uint8Array.of(checksum(content))), mark);
}

/** XOR of all bytes. */
export function checksum(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value ^= byte;
  return value;
}

/** Null when an escape stands before anything but 01 and 02. */
function unescaped(bytes: Uint8Array): Uint8Array | null {
  let at = bytes.indexOf(escape);
  if (at === -1) return bytes;
  // Not slice(): that of Node's buffers shares the bytes.
  const plain = Uint8Array.from(bytes);
  let length = at;
  for (; at < bytes.length; at += 1) {
    let byte = bytes[at] ?? 0;
    if (byte === escape) {
      at += 1;
      if (bytes[at] !== escapedMark && bytes[at] !== escapedEscape) return null;
      byte = bytes[at] === escapedMark ? mark : escape;
    }
    plain[length] = byte;
    length += 1;
  }
  return plain.subarray(0, length);
}

function escaped(bytes: Uint8Array): number[] {
  const result: number[] = [];
  for (const byte of bytes) {
    if (byte === mark) result.push(escape, escapedMark);
    else if (byte === escape) result.push(escape, escapedEscape);
    else result.push(byte);
  }
  return result;
}

function twoBytes(value: number): [number, number] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function invalid(reason: string): ContentRead {
  return damaged('invalidFormat', reason);
}

function damaged(code: DamageCode, reason: string): ContentRead {
  return { ok: false, code, reason };
}

function byteHex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
