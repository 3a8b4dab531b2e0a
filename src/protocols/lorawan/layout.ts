// What a payload looks like, declared as data: a list of entries behind channel and type bytes (`tlv`, as Cayenne LPP and
// Milesight have it), or fields at fixed places (`fixed`). Nothing is executed, so a county may add a device without code.

import type { Label } from '../protocol.ts';

export interface PayloadField {
  /** Code of the quantity, as in readings. */
  quantity: string;
  unit: string | null;
  /** First byte, counted from the beginning of the entry's data. */
  at: number;
  /** 1 to 6 for whole numbers, 4 or 8 for `float`, any for `hex`. */
  bytes: number;
  /** `seconds` is the time of the entry (Unix seconds); `hex` is kept as text. */
  form: 'uint' | 'int' | 'float' | 'hex' | 'seconds';
  endian: 'big' | 'little';
  /** Only these bits of a whole number, 0 the lowest. */
  bits?: { from: number; count: number };
  /** Value = raw × scale + offset. */
  scale?: number;
  offset?: number;
  /** Raw values that mean "none". */
  invalid?: readonly number[];
  /** What single values mean. */
  meanings?: Readonly<Record<number, Label>>;
}

export interface PayloadEntry {
  /** Null where any channel may carry the type. */
  channel: number | null;
  type: number;
  bytes: number;
  fields: readonly PayloadField[];
}

interface PayloadCodecHead {
  id: string;
  label: Label;
  /** Document of the maker the layout comes from. */
  source: string;
  /** LoRaWAN ports it is used on; null for any. */
  fPorts: readonly number[] | null;
}

export interface TlvCodec extends PayloadCodecHead {
  kind: 'tlv';
  entries: readonly PayloadEntry[];
}

export interface FixedCodec extends PayloadCodecHead {
  kind: 'fixed';
  bytes: number;
  fields: readonly PayloadField[];
}

export type PayloadCodec = TlvCodec | FixedCodec;

/** What is wrong with a declaration, in the words of its fields; empty when it can be used. */
export function checkCodec(codec: PayloadCodec): string[] {
  const problems: string[] = [];
  const entries = codec.kind === 'tlv' ? codec.entries : [{ channel: null, type: 0, bytes: codec.bytes, fields: codec.fields }];
  const seen = new Set<string>();
  entries.forEach(({ channel, type, bytes, fields }, entryAt) => {
    const place = codec.kind === 'tlv' ? `entries[${entryAt}]` : 'payload';
    const key = `${channel}/${type}`;
    if (seen.has(key)) problems.push(`${place}: channel and type stand twice`);
    seen.add(key);
    for (const byte of [channel ?? 0, type]) if (!isWhole(byte, 0, 255)) problems.push(`${place}: ${byte} is not a byte`);
    if (!isWhole(bytes, 0, 255)) problems.push(`${place}.bytes: ${bytes} is not from 0 to 255`);
    fields.forEach((field, at) => problems.push(...checkField(field, bytes).map((problem) => `${place}.fields[${at}].${problem}`)));
  });
  return problems;
}

function checkField({ at, bytes, form, bits, scale }: PayloadField, room: number): string[] {
  const problems: string[] = [];
  if (!isWhole(at, 0, room)) problems.push(`at: ${at} is not from 0 to ${room}`);
  if (at + bytes > room) problems.push(`bytes: the field ends behind the entry (${at} + ${bytes} > ${room})`);
  if (form === 'float' && bytes !== 4 && bytes !== 8) problems.push(`bytes: a float has 4 or 8, not ${bytes}`);
  if (form !== 'float' && form !== 'hex' && !isWhole(bytes, 1, 6)) problems.push(`bytes: a whole number has 1 to 6, not ${bytes}`);
  if (bits !== undefined && (form === 'float' || form === 'hex')) problems.push('bits: only whole numbers have bits');
  if (bits !== undefined && !(isWhole(bits.from, 0, bytes * 8 - 1) && isWhole(bits.count, 1, bytes * 8 - bits.from)))
    problems.push(`bits: ${bits.count} from ${bits.from} do not lie within ${bytes} bytes`);
  if (scale === 0) problems.push('scale: is 0');
  return problems;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
