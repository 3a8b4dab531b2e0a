// Reads and writes payloads by their declared layout. Whole numbers of up to six bytes are exact.

import type { Label } from '../protocol.ts';
import type { PayloadCodec, PayloadEntry, PayloadField } from './layout.ts';

export interface PayloadValue {
  quantity: string;
  /** In `unit`; null when the device says it has none or the bytes are NaN; text for `hex`. */
  value: number | string | null;
  unit: string | null;
  meaning?: Label;
}

export interface PayloadItem {
  /** Null in a fixed layout. */
  channel: number | null;
  type: number | null;
  /** Own time of the item, epoch milliseconds; null when it has none. */
  atMs: number | null;
  values: PayloadValue[];
  /** Its data as upper-case hexadecimal, so that bits without a name survive. */
  raw: string;
}

export type PayloadResult =
  /** `rest`: from the first unknown type on, as hexadecimal: its length is unknown, so nothing behind can be read. */
  | { ok: true; items: PayloadItem[]; rest: string }
  | { ok: false; code: 'truncated' | 'invalidFormat' | 'unknownCommand'; offset: number; reason: string };

/** Reads a payload. Never throws. Refused when it is cut inside an entry, of the wrong length, or nothing in it is known. */
export function decodePayload(codec: PayloadCodec, bytes: Uint8Array): PayloadResult {
  if (codec.kind === 'fixed') {
    if (bytes.length < codec.bytes) return refuse('truncated', bytes.length, `${bytes.length} bytes instead of ${codec.bytes}.`);
    const item = readItem({ channel: null, type: null }, bytes.subarray(0, codec.bytes), codec.fields);
    return { ok: true, items: [item], rest: hex(bytes.subarray(codec.bytes)) };
  }
  const items: PayloadItem[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [channel, type] = [bytes[at], bytes[at + 1]];
    if (channel === undefined || type === undefined) return refuse('truncated', at, 'The payload ends behind a channel.');
    const entry = entryOf(codec.entries, channel, type);
    if (entry === null) {
      if (items.length > 0) return { ok: true, items, rest: hex(bytes.subarray(at)) };
      return refuse('unknownCommand', at, `Channel ${channel} with type ${type} is not declared.`);
    }
    const end = at + 2 + entry.bytes;
    if (end > bytes.length)
      return refuse('truncated', at, `Channel ${channel} with type ${type} has ${entry.bytes} bytes; fewer are left.`);
    items.push(readItem({ channel, type }, bytes.subarray(at + 2, end), entry.fields));
    at = end;
  }
  return items.length > 0 ? { ok: true, items, rest: '' } : refuse('truncated', 0, 'The payload is empty.');
}

/**
 * Writes items back. Values replace what `raw` says; null values and quantities without a field leave it as it is.
 * @throws RangeError when a value does not fit its field or an item is not declared: the caller made it.
 */
export function encodePayload(codec: PayloadCodec, items: readonly PayloadItem[], rest = ''): Uint8Array {
  const parts = items.map((item) => {
    const entry = codec.kind === 'fixed' ? codec : entryOf(codec.entries, item.channel ?? 0, item.type ?? 0);
    if (entry === null) throw new RangeError(`Channel ${item.channel} with type ${item.type} is not declared.`);
    const data = new Uint8Array(entry.bytes);
    data.set(Uint8Array.fromHex(item.raw).subarray(0, entry.bytes));
    for (const field of entry.fields) writeField(field, data, item);
    return codec.kind === 'fixed' ? data : Uint8Array.of(item.channel ?? 0, item.type ?? 0, ...data);
  });
  return Uint8Array.from([...parts.flatMap((part) => [...part]), ...Uint8Array.fromHex(rest)]);
}

function entryOf(entries: readonly PayloadEntry[], channel: number, type: number): PayloadEntry | null {
  const ofType = entries.filter((entry) => entry.type === type);
  return ofType.find((entry) => entry.channel === channel) ?? ofType.find((entry) => entry.channel === null) ?? null;
}

function readItem(head: Pick<PayloadItem, 'channel' | 'type'>, data: Uint8Array, fields: readonly PayloadField[]): PayloadItem {
  const time = fields.find(({ form }) => form === 'seconds');
  const values = fields.filter(({ form }) => form !== 'seconds').map((field) => readField(field, data));
  return { ...head, atMs: time === undefined ? null : readWhole(time, data) * 1000, values, raw: hex(data) };
}

function readField(field: PayloadField, data: Uint8Array): PayloadValue {
  const { quantity, unit, at, bytes, form, bits, invalid = [], meanings } = field;
  if (form === 'hex') return { quantity, unit, value: hex(data.subarray(at, at + bytes)) };
  const whole = form === 'float' ? readFloat(field, data) : readWhole(field, data);
  const cut = bits === undefined ? whole : Math.floor(whole / 2 ** bits.from) % 2 ** bits.count;
  const width = bits?.count ?? bytes * 8;
  const raw = form === 'int' && cut >= 2 ** (width - 1) ? cut - 2 ** width : cut;
  const isNone = !Number.isFinite(raw) || invalid.includes(raw);
  const meaning = meanings?.[raw];
  const value = isNone ? null : tidy(raw * (field.scale ?? 1) + (field.offset ?? 0));
  return { quantity, unit, value, ...(meaning === undefined ? {} : { meaning }) };
}

function writeField(field: PayloadField, data: Uint8Array, item: PayloadItem): void {
  const { quantity, at, bytes, form, bits } = field;
  if (form === 'seconds') {
    if (item.atMs !== null) writeWhole(field, data, Math.round(item.atMs / 1000));
    return;
  }
  const value = item.values.find((each) => each.quantity === quantity)?.value ?? null;
  if (value === null) return;
  if (typeof value === 'string') {
    const own = Uint8Array.fromHex(value);
    if (own.length !== bytes) throw new RangeError(`${quantity}: ${bytes} bytes are needed, not ${own.length}.`);
    data.set(own, at);
    return;
  }
  const raw = (value - (field.offset ?? 0)) / (field.scale ?? 1);
  if (form === 'float') return writeFloat(field, data, raw);
  const width = bits?.count ?? bytes * 8;
  const [least, most] = form === 'int' ? [-(2 ** (width - 1)), 2 ** (width - 1) - 1] : [0, 2 ** width - 1];
  const whole = Math.round(raw);
  if (!(whole >= least && whole <= most)) throw new RangeError(`${quantity}: ${value} does not fit (raw ${least} to ${most}).`);
  const part = whole < 0 ? whole + 2 ** width : whole;
  if (bits === undefined) return writeWhole(field, data, part);
  const all = readWhole(field, data);
  const old = Math.floor(all / 2 ** bits.from) % 2 ** bits.count;
  writeWhole(field, data, all + (part - old) * 2 ** bits.from);
}

/** Up to six bytes, without sign: exact in a double. */
function readWhole({ at, bytes, endian }: PayloadField, data: Uint8Array): number {
  let value = 0;
  for (let step = 0; step < bytes; step += 1) value = value * 256 + (data[endian === 'big' ? at + step : at + bytes - 1 - step] ?? 0);
  return value;
}

function writeWhole({ at, bytes, endian }: PayloadField, data: Uint8Array, value: number): void {
  let left = value;
  for (let step = 0; step < bytes; step += 1) {
    data[endian === 'little' ? at + step : at + bytes - 1 - step] = left % 256;
    left = Math.floor(left / 256);
  }
}

function readFloat({ at, bytes, endian }: PayloadField, data: Uint8Array): number {
  const view = new DataView(data.buffer, data.byteOffset + at, bytes);
  return bytes === 4 ? view.getFloat32(0, endian === 'little') : view.getFloat64(0, endian === 'little');
}

function writeFloat({ at, bytes, endian }: PayloadField, data: Uint8Array, value: number): void {
  const view = new DataView(data.buffer, data.byteOffset + at, bytes);
  if (bytes === 4) view.setFloat32(0, value, endian === 'little');
  else view.setFloat64(0, value, endian === 'little');
}

/** Takes away what binary fractions add: 271 × 0.1 is 27.1. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

function hex(bytes: Uint8Array): string {
  return bytes.toHex().toUpperCase();
}

function refuse(code: 'truncated' | 'invalidFormat' | 'unknownCommand', offset: number, reason: string): PayloadResult {
  return { ok: false, code, offset, reason };
}
