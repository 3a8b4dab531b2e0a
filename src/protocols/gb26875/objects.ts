// Application data of GB/T 26875.3: type, number of objects, objects. Fields follow objects.table.ts both ways.
//
// Left lenient on purpose: objects without their closing time tag (some devices save it), bytes behind the last object
// (kept as `trailing`), and types outside the standard (kept raw as `unknown`, because vendor dialects carry alarms too).

import { readText, writeText } from '../gb18030.ts';
import { objectRows, unknownKind, type FieldKind } from './objects.table.ts';
import { readTimeTag, timeTagBytes, writeTimeTag, type TimeTag } from './timeTag.ts';

type Row = (typeof objectRows)[number];
type ValueOf<K extends FieldKind> = K extends 'time' ? TimeTag : K extends 'text31' | 'lengthText' | 'rest' ? string : number;
type FieldsOf<R extends Row> = {
  [F in R['fields'][number] as F[0]]: F[0] extends 'occurredAt' ? TimeTag | null : ValueOf<F[1]>;
};
type ContentOf<R extends Row> = R extends Row ? { kind: R['kind']; type: R['type']; objects: FieldsOf<R>[]; trailing: string } : never;

/** Bytes that the table does not explain, in hexadecimal. */
export interface UnknownContent {
  kind: typeof unknownKind;
  type: number;
  /** Null when the data end after the type. */
  count: number | null;
  raw: string;
}

/** One message's objects; `kind` tells their fields. `trailing` is hexadecimal, mostly empty. */
export type Content = ContentOf<Row> | UnknownContent;

type Value = number | string | TimeTag | null;
type Fields = Record<string, Value>;

const rowByType: ReadonlyMap<number, Row> = new Map(objectRows.map((row) => [row.type, row]));
const textBytes = 31;

export type ContentResult = { ok: true; content: Content | null } | { ok: false; reason: string };

/** Reads application data; none at all (a confirmation) gives null. */
export function readContent(data: Uint8Array): ContentResult {
  if (data.length === 0) return { ok: true, content: null };
  const [type, count] = data;
  if (type === undefined || count === undefined) return { ok: false, reason: 'The application data end after the type.' };
  const body = data.subarray(2);
  const row = rowByType.get(type);
  if (row === undefined) return { ok: true, content: keepUnknown(data) };
  const read = readObjects(row, count, body, true) ?? readObjects(row, count, body, false);
  if (read === null) {
    return { ok: false, reason: `${body.length} bytes cannot hold ${count} objects of type ${type}.` };
  }
  // The row decides the fields, so kind, type and objects belong together; the compiler cannot follow that through a table.
  return { ok: true, content: { kind: row.kind, type, ...read } as unknown as Content };
}

/** Keeps application data that the standard does not explain: vendor types and user-defined commands. */
export function keepUnknown(data: Uint8Array): UnknownContent | null {
  const [type, count = null] = data;
  if (type === undefined) return null;
  return { kind: unknownKind, type, count, raw: data.subarray(2).toHex().toUpperCase() };
}

/** Null when the bytes do not suffice. Without time tags the bytes must be used up exactly. */
function readObjects(row: Row, count: number, body: Uint8Array, timed: boolean): { objects: Fields[]; trailing: string } | null {
  const objects: Fields[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const fields: Fields = {};
    for (const [name, kind] of row.fields) {
      if (name === 'occurredAt' && !timed) {
        fields[name] = null;
        continue;
      }
      const bytes = body.subarray(at, at + sizeOf(kind, body, at));
      if (bytes.length < sizeOf(kind, body, at)) return null;
      fields[name] = readField(kind, bytes);
      at += bytes.length;
    }
    objects.push(fields);
  }
  if (!timed && at !== body.length) return null;
  return { objects, trailing: body.subarray(at).toHex().toUpperCase() };
}

function sizeOf(kind: FieldKind, body: Uint8Array, at: number): number {
  const sizes = { u8: 1, u16: 2, i16: 2, u32: 4, text31: textBytes, time: timeTagBytes };
  if (kind === 'lengthText') return 1 + (body[at] ?? 0);
  return kind === 'rest' ? body.length - at : sizes[kind];
}

function readField(kind: FieldKind, bytes: Uint8Array): Value {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (kind) {
    case 'u8':
      return view.getUint8(0);
    case 'u16':
      return view.getUint16(0, true);
    case 'i16':
      return view.getInt16(0, true);
    case 'u32':
      return view.getUint32(0, true);
    case 'text31':
      return readText(bytes);
    case 'lengthText':
      return readText(bytes.subarray(1));
    case 'time':
      return readTimeTag(bytes);
    case 'rest':
      return bytes.toHex().toUpperCase();
  }
}

/** Writes application data; exact for everything `readContent` gives, except text outside GBK. */
export function writeContent(content: Content | null): Uint8Array {
  if (content === null) return new Uint8Array(0);
  if (content.kind === unknownKind) {
    const count = content.count === null ? [] : [content.count];
    return Uint8Array.of(content.type, ...count, ...Uint8Array.fromHex(content.raw));
  }
  const row = rowByType.get(content.type);
  const bytes: number[] = [content.type, content.objects.length];
  for (const fields of content.objects as readonly Fields[]) {
    for (const [name, kind] of row?.fields ?? []) bytes.push(...writeField(kind, fields[name] ?? null));
  }
  return Uint8Array.of(...bytes, ...Uint8Array.fromHex(content.trailing));
}

function writeField(kind: FieldKind, value: Value): Uint8Array {
  if (value === null) return new Uint8Array(0);
  if (typeof value === 'object') return writeTimeTag(value);
  if (typeof value === 'number') return writeNumber(kind, value);
  if (kind === 'rest') return Uint8Array.fromHex(value);
  const text = writeText(value);
  if (kind === 'lengthText') return Uint8Array.of(text.length, ...text);
  const padded = new Uint8Array(textBytes);
  padded.set(text.subarray(0, textBytes));
  return padded;
}

function writeNumber(kind: FieldKind, value: number): Uint8Array {
  const bytes = new Uint8Array(kind === 'u8' ? 1 : kind === 'u32' ? 4 : 2);
  const view = new DataView(bytes.buffer);
  if (kind === 'u8') view.setUint8(0, value);
  else if (kind === 'u32') view.setUint32(0, value, true);
  else view.setUint16(0, value, true);
  return bytes;
}
