// The body of SL 651-2014 in HEX/BCD coding: serial and time, guides, then elements of identifier, definition and data. The
// definition byte holds the number of data bytes in its upper five bits and the number of decimals in its lower three.

import { readBcdTime, writeBcdTime, type BcdTime } from '../bcdTime.ts';
import { readText } from '../gb18030.ts';
import { elementIds, elements, series } from './elements.table.ts';
import type { BodyForm } from './functions.table.ts';
import type { Part, Sl651Message } from './message.ts';

type Body = Pick<Sl651Message, 'serial' | 'sentAt' | 'parts'>;
type Element = Extract<Part, { kind: 'element' }>;

const serialBytes = 2;
const sentAtBytes = 6;
const headBytes = serialBytes + sentAtBytes;
const guides = { observedAt: 0xf0, station: 0xf1, manual: 0xf2, picture: 0xf3 } as const;
const addressBytes = 5;
const observedAtBytes = 5;
const counterCount = 32;
/** Values in a series of an hour. */
const seriesCount = 12;

/** What a body needs to be read. `evenlySpaced`: values of one element go on to the end behind a time step. */
export interface BodyRule {
  form: BodyForm;
  hasClass: boolean;
  evenlySpaced: boolean;
}

/** How the bodies of a function and direction are read. */
export function bodyRule(functionCode: number, form: BodyForm, direction: 'up' | 'down'): BodyRule {
  return {
    form,
    hasClass: form === 'elements' && direction === 'up',
    evenlySpaced: direction === 'up' && (functionCode === 0x31 || functionCode === 0x38),
  };
}

/** Reads a body. Nothing is refused: what does not fit stays as bytes. */
export function readBody(bytes: Uint8Array, rule: BodyRule): Body {
  if (bytes.length < headBytes) return { serial: null, sentAt: null, parts: bytes.length === 0 ? [] : [rest(bytes)] };
  const serial = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const sentAt = readBcdTime(bytes.subarray(serialBytes, headBytes));
  return { serial, sentAt, parts: readParts(bytes.subarray(headBytes), rule) };
}

function readParts(bytes: Uint8Array, rule: BodyRule): Part[] {
  if (bytes.length === 0) return [];
  if (rule.form === 'raw') return [rest(bytes)];
  const parts: Part[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [part, length] = readPart(bytes.subarray(at), rule, parts) ?? [rest(bytes.subarray(at)), bytes.length - at];
    parts.push(part);
    at += length;
  }
  return parts;
}

type Read = readonly [part: Part, length: number] | null;

/** The part these bytes begin with and its length; null when they are none. */
function readPart(bytes: Uint8Array, rule: BodyRule, before: readonly Part[]): Read {
  const [first = 0, second] = bytes;
  if (first === second) {
    if (first === guides.station) return readStation(bytes, rule.hasClass);
    if (first === guides.observedAt) return readObservedAt(bytes);
    if (first === guides.manual) return [{ kind: 'manual', text: readText(bytes.subarray(2)), raw: hex(bytes.subarray(2)) }, bytes.length];
    if (first === guides.picture) return [{ kind: 'picture', raw: hex(bytes.subarray(2)) }, bytes.length];
  }
  if (rule.form === 'version') return readVersion(bytes);
  if (rule.form === 'counters') return readCounters(bytes);
  return readElement(bytes, rule, before);
}

function readStation(bytes: Uint8Array, hasClass: boolean): Read {
  const length = 2 + addressBytes + (hasClass ? 1 : 0);
  if (bytes.length < length) return null;
  const classCode = hasClass ? (bytes[length - 1] ?? 0) : null;
  return [{ kind: 'station', address: hex(bytes.subarray(2, 2 + addressBytes)), classCode }, length];
}

function readObservedAt(bytes: Uint8Array): Read {
  const length = 2 + observedAtBytes;
  return bytes.length < length ? null : [{ kind: 'observedAt', time: readBcdTime(bytes.subarray(2, length)) }, length];
}

function readVersion(bytes: Uint8Array): Read {
  const length = 1 + (bytes[0] ?? 0);
  if (bytes.length < length) return null;
  const text = bytes.subarray(1, length);
  return [{ kind: 'version', text: readText(text), raw: hex(text) }, length];
}

function readCounters(bytes: Uint8Array): Read {
  const length = counterCount * 2;
  if (bytes.length < length) return null;
  return [{ kind: 'counters', values: Array.from({ length: counterCount }, (_, at) => wordAt(bytes, at * 2)) }, length];
}

function readElement(bytes: Uint8Array, rule: BodyRule, before: readonly Part[]): Read {
  const isExtended = bytes[0] === elementIds.extended;
  const head = isExtended ? 3 : 2;
  if (bytes.length < head) return null;
  const id = isExtended ? wordAt(bytes, 0) : (bytes[0] ?? 0);
  const definition = bytes[head - 1] ?? 0;
  const size = sizeOf(id, definition, bytes.length - head);
  if (bytes.length < head + size) return null;
  const last = before.at(-1);
  const isSeries = rule.evenlySpaced && last?.kind === 'element' && last.id === elementIds.timeStep && elements.has(id);
  const count = isSeries && size > 0 ? Math.floor((bytes.length - head) / size) : 1;
  const data = bytes.subarray(head, head + size * count);
  const raw = hex(data);
  const values = rule.form === 'settings' && id !== elementIds.status ? [] : valuesOf(id, definition, data);
  return [{ kind: 'element', id, definition, raw, values }, head + data.length];
}

/**
 * Data bytes of an element. The series of an hour have a length of their own: real stations send F5 with the definition 5C, which
 * would be 11 bytes, and 24 bytes of data.
 */
function sizeOf(id: number, definition: number, available: number): number {
  const stated = definition >> 3;
  const fixed = id === elementIds.rainSeries ? seriesCount : isLevelSeries(id) ? seriesCount * 2 : stated;
  return fixed > available ? stated : fixed;
}

function isLevelSeries(id: number): boolean {
  return id >= elementIds.levelSeries && id <= elementIds.lastLevelSeries;
}

/** The numbers in the data of an element; none for identifiers whose data are not decimal numbers. */
function valuesOf(id: number, definition: number, data: Uint8Array): (number | null)[] {
  const size = definition >> 3;
  if (id === elementIds.rainSeries) return seriesValues(data, series.rain);
  if (isLevelSeries(id)) return seriesValues(data, series.level);
  if (id === elementIds.status) return data.length === 4 ? [wordAt(data, 0) * 65_536 + wordAt(data, 2)] : [];
  if (!elements.has(id) || size === 0) return [];
  return Array.from({ length: data.length / size }, (_, at) => readDecimal(hex(data.subarray(at * size, (at + 1) * size)), definition & 7));
}

function seriesValues(data: Uint8Array, { bytes, divisor }: { bytes: number; divisor: number }): (number | null)[] {
  const none = 256 ** bytes - 1;
  return Array.from({ length: Math.floor(data.length / bytes) }, (_, at) => {
    const value = bytes === 1 ? (data[at] ?? 0) : wordAt(data, at * 2);
    return value === none ? null : value / divisor;
  });
}

/** A decimal number of packed digits; a first byte FF is the minus sign. Null for anything else, such as FFFF or AAAA. */
function readDecimal(digits: string, decimals: number): number | null {
  const isNegative = digits.length > 2 && digits.startsWith('FF');
  const magnitude = isNegative ? digits.slice(2) : digits;
  if (!/^\d+$/.test(magnitude)) return null;
  const value = Number(magnitude) / 10 ** decimals;
  return isNegative && value !== 0 ? -value : value;
}

/**
 * An element ready to be sent, with the digits and decimals of the standard; a negative value has one byte more, FF, in front.
 * @throws RangeError for an identifier outside the list and for a value with more digits than its field.
 */
export function elementOf(id: number, value: number | null): Element {
  const row = elements.get(id);
  if (row === undefined) throw new RangeError(`Element ${id.toString(16)} has no decimal form.`);
  const size = Math.ceil(row.digits / 2) + (value !== null && value < 0 ? 1 : 0);
  const definition = (size << 3) | row.decimals;
  if (value === null) return { kind: 'element', id, definition, raw: 'FF'.repeat(size), values: [null] };
  const digits = String(Math.round(Math.abs(value) * 10 ** row.decimals)).padStart(size * 2 - (value < 0 ? 2 : 0), '0');
  const raw = value < 0 ? `FF${digits}` : digits;
  if (raw.length > size * 2 || !Number.isFinite(value)) throw new RangeError(`${value} does not fit element ${id.toString(16)}.`);
  return { kind: 'element', id, definition, raw, values: [readDecimal(raw, row.decimals)] };
}

/** Writes a body; exact for everything `readBody` gives. */
export function writeBody({ serial, sentAt, parts }: Body): Uint8Array {
  const bytes: number[] = [];
  if (serial !== null && sentAt !== null) bytes.push(serial >> 8, serial & 0xff, ...writeBcdTime(sentAt));
  for (const part of parts) bytes.push(...writePart(part));
  return Uint8Array.from(bytes);
}

function writePart(part: Part): number[] {
  switch (part.kind) {
    case 'station':
      return [...twice(guides.station), ...bytesOf(part.address), ...(part.classCode === null ? [] : [part.classCode])];
    case 'observedAt':
      return [...twice(guides.observedAt), ...writeTime(part.time)];
    case 'element':
      return [...(part.id > 0xff ? [part.id >> 8, part.id & 0xff] : [part.id]), part.definition, ...bytesOf(part.raw)];
    case 'manual':
      return [...twice(guides.manual), ...bytesOf(part.raw)];
    case 'picture':
      return [...twice(guides.picture), ...bytesOf(part.raw)];
    case 'version':
      return [part.raw.length / 2, ...bytesOf(part.raw)];
    case 'counters':
      return part.values.flatMap((value) => [value >> 8, value & 0xff]);
    case 'package':
    case 'rest':
      return bytesOf(part.raw);
  }
}

const writeTime = (time: BcdTime): number[] => [...writeBcdTime(time)];
const twice = (byte: number): number[] => [byte, byte];
const bytesOf = (raw: string): number[] => [...Uint8Array.fromHex(raw)];

function rest(bytes: Uint8Array): Part {
  return { kind: 'rest', raw: hex(bytes) };
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

function hex(bytes: Uint8Array): string {
  return bytes.toHex().toUpperCase();
}
