// The frame of SL 651-2014 in HEX/BCD coding:
//
//   up:   7E 7E · centre 1 · station 5 · password 2 · function 1 · direction and length 2 · STX · body · ETX or ETB · CRC 2
//   down: 7E 7E · station 5 · centre 1 · password 2 · function 1 · direction and length 2 · STX · body · ENQ, ACK … · CRC 2
//
// The first digit of direction and length is 0 up and 8 down, the other three are the length of the body, 0 to 4095 bytes. A
// package of several has SYN in the place of STX, and its body begins with total and number, 12 bits each. Numbers are sent
// high byte first. ASCII coding (frames that begin with SOH) is not read: such bytes are reported as outside any frame.
//
// The only end mark is a control character that also occurs in data, so a wrong CRC does not prove that the length was right:
// the search goes on inside the frame.

import type { FrameRule, Inspection } from '../frameStream.ts';
import { bodyRule, readBody, writeBody } from './body.ts';
import { endCodes, type End } from './codes.table.ts';
import { crc } from './crc.ts';
import { functionOf, type FunctionRow } from './functions.table.ts';
import type { Sl651Message } from './message.ts';

const startByte = 0x7e;
const stx = 0x02;
const syn = 0x16;
const headBytes = 14;
const tailBytes = 3;
const packetBytes = 3;
/** Longest body in bytes: the length has twelve bits. */
export const maxBodyBytes = 0xfff;
const minFrameBytes = headBytes + tailBytes;
export const maxFrameBytes = minFrameBytes + maxBodyBytes;

const ends: ReadonlyMap<number, End> = new Map(Object.entries(endCodes).map(([end, code]) => [code, end as End]));

export const frameRule: FrameRule<Sl651Message> = {
  startMark: [startByte, startByte],
  endMark: null,
  minFrameBytes,
  maxFrameBytes,
  filler: [],
  statedLength,
  inspect,
  print: (bytes) => bytes.toHex().toUpperCase(),
};

function statedLength(bytes: Uint8Array, at: number): number | null {
  if (at + headBytes > bytes.length) return null;
  const direction = (bytes[at + 11] ?? 0) >> 4;
  const start = bytes[at + 13];
  if ((direction !== 0 && direction !== 8) || (start !== stx && start !== syn)) return null;
  return minFrameBytes + bodyBytes(bytes, at);
}

function bodyBytes(bytes: Uint8Array, at: number): number {
  return (((bytes[at + 11] ?? 0) & 15) << 8) | (bytes[at + 12] ?? 0);
}

function inspect(bytes: Uint8Array): Inspection<Sl651Message> {
  if (bytes.length < 12) return { state: 'incomplete' };
  const direction = (bytes[11] ?? 0) >> 4;
  if (direction !== 0 && direction !== 8) return broken(12, `The direction is ${direction}, neither 0 (up) nor 8 (down).`);
  if (bytes.length < headBytes) return { state: 'incomplete' };
  if (bytes[13] !== stx && bytes[13] !== syn) return broken(headBytes, 'The body begins with neither STX nor SYN.');
  const length = minFrameBytes + bodyBytes(bytes, 0);
  if (bytes.length < length) return { state: 'incomplete' };
  const end = ends.get(bytes[length - tailBytes] ?? 0);
  if (end === undefined) return broken(length, 'No end character where the length says.');
  const stated = (bytes[length - 2] ?? 0) * 256 + (bytes[length - 1] ?? 0);
  const computed = crc(bytes.subarray(0, length - 2));
  if (stated !== computed) {
    const reason = `The CRC is ${word(stated)}, computed ${word(computed)}.`;
    return { state: 'broken', decidedAt: length, code: 'checksum', reason };
  }
  return inspectSound(bytes.subarray(0, length), end);
}

function inspectSound(frame: Uint8Array, end: End): Inspection<Sl651Message> {
  const length = frame.length;
  const functionCode = frame[10] ?? 0;
  const row = functionOf(functionCode);
  if (row === null) {
    return { state: 'refused', length, code: 'unknownCommand', reason: `Function ${functionCode.toString(16).toUpperCase()} is reserved.` };
  }
  const direction = (frame[11] ?? 0) >> 4 === 0 ? 'up' : 'down';
  const body = frame.subarray(headBytes, length - tailBytes);
  const head = { ...readHead(frame, direction), functionCode, end };
  if (frame[13] === stx) {
    return {
      state: 'accepted',
      length,
      message: { ...head, packet: null, ...readBody(body, bodyRule(functionCode, row.body, direction)) },
    };
  }
  if (body.length < packetBytes) {
    return { state: 'refused', length, code: 'invalidFormat', reason: 'A package has no room for its number.' };
  }
  const [first = 0, second = 0, third = 0] = body;
  const packet = { total: (first << 4) | (second >> 4), number: ((second & 15) << 8) | third };
  const raw = body.subarray(packetBytes).toHex().toUpperCase();
  return { state: 'accepted', length, message: { ...head, packet, serial: null, sentAt: null, parts: [{ kind: 'package', raw }] } };
}

function readHead(frame: Uint8Array, direction: 'up' | 'down'): Pick<Sl651Message, 'direction' | 'centre' | 'station' | 'password'> {
  const hex = (from: number, to: number): string => frame.subarray(from, to).toHex().toUpperCase();
  const isUp = direction === 'up';
  return { direction, centre: frame[isUp ? 2 : 7] ?? 0, station: isUp ? hex(3, 8) : hex(2, 7), password: hex(8, 10) };
}

/**
 * The parts of a message whose packages have been put together.
 * @param body everything the packages carried, in order.
 */
export function readJoinedBody(
  body: Uint8Array,
  head: Pick<Sl651Message, 'functionCode' | 'direction'>,
): Pick<Sl651Message, 'serial' | 'sentAt' | 'parts'> {
  const form: FunctionRow['body'] = functionOf(head.functionCode)?.body ?? 'raw';
  return readBody(body, bodyRule(head.functionCode, form, head.direction));
}

/**
 * Puts a message into a frame.
 * @throws RangeError when the body is longer than 4095 bytes: the caller made it, so it is our fault.
 */
export function encodeFrame(message: Sl651Message): Uint8Array {
  const { packet } = message;
  const number = packet === null ? [] : [packet.total >> 4, ((packet.total & 15) << 4) | (packet.number >> 8), packet.number & 0xff];
  const body = Uint8Array.of(...number, ...writeBody(message));
  if (body.length > maxBodyBytes) throw new RangeError(`A body is at most ${maxBodyBytes} bytes.`);
  const station = Uint8Array.fromHex(message.station);
  const isUp = message.direction === 'up';
  const frame = Uint8Array.of(
    startByte,
    startByte,
    ...(isUp ? [message.centre, ...station] : [...station, message.centre]),
    ...Uint8Array.fromHex(message.password),
    message.functionCode,
    (isUp ? 0 : 0x80) | (body.length >> 8),
    body.length & 0xff,
    packet === null ? stx : syn,
    ...body,
    endCodes[message.end],
  );
  const check = crc(frame);
  return Uint8Array.of(...frame, check >> 8, check & 0xff);
}

function broken(decidedAt: number, reason: string): Inspection<Sl651Message> {
  return { state: 'broken', decidedAt, code: 'invalidFormat', reason };
}

function word(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}
