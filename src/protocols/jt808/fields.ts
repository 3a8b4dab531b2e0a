// The kinds of field in bodies of JT/T 808, each able to read and write itself, so that a layout is stated once
// (bodies.table.ts). Numbers are sent high byte first, text in GBK, times as packed decimal digits.

import { readBcdTime, writeBcdTime, type BcdTime } from '../bcdTime.ts';
import { readText, writeText } from '../gb18030.ts';

/** What a field reads from. Nothing throws: bytes beyond the end are zero and set `isShort`. */
export class Reader {
  readonly bytes: Uint8Array;
  readonly is2019: boolean;
  at = 0;
  isShort = false;
  /** True once a value was read that would be written with other bytes, such as text with odd padding. */
  isInexact = false;

  constructor(bytes: Uint8Array, is2019: boolean) {
    this.bytes = bytes;
    this.is2019 = is2019;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(count: number): Uint8Array {
    if (count > this.left) this.isShort = true;
    const taken = this.bytes.subarray(this.at, this.at + count);
    this.at = Math.min(this.bytes.length, this.at + count);
    return taken;
  }
}

/** Fields of the same record that stand before this one. */
export type Before = Readonly<Record<string, unknown>>;

export interface Field<T> {
  read(from: Reader, before: Before): T;
  write(value: T, is2019: boolean, before: Before): number[];
  /** For the page in the docs. */
  readonly form: string;
}

type ValueOf<F> = F extends Field<infer T> ? T : never;

function unsigned(size: number): Field<number> {
  return {
    read: (from) => from.take(size).reduce((value, byte) => value * 256 + byte, 0),
    write: (value) => Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** (size - 1 - at)) % 256),
    form: `u${size * 8}`,
  };
}

export const u8 = unsigned(1);
export const u16 = unsigned(2);
export const u32 = unsigned(4);

/** A time of six bytes, to the second. */
export const time: Field<BcdTime> = {
  read: (from) => readBcdTime(from.take(6)),
  write: (value) => [...writeBcdTime(value)],
  form: 'time',
};

/** Bytes in hexadecimal: packed digits, or what the standard leaves to others. */
export function raw(size: number): Field<string> {
  return { read: (from) => hex(from.take(size)), write: (value) => [...Uint8Array.fromHex(value)], form: `raw${size}` };
}

/** Everything up to the end, in hexadecimal. */
export const rawRest: Field<string> = {
  read: (from) => hex(from.take(from.left)),
  write: (value) => [...Uint8Array.fromHex(value)],
  form: 'raw…',
};

/** Text in a field of fixed size, filled up with zero bytes. */
export function text(size: number): Field<string> {
  return {
    read: (from) => readPadded(from, from.take(size)),
    write: (value) => padded(writeText(value), size),
    form: `text${size}`,
  };
}

/** Text up to the end. */
export const textRest: Field<string> = {
  read: (from) => readPadded(from, from.take(from.left), false),
  write: (value) => [...writeText(value)],
  form: 'text…',
};

/** Text behind its length. */
export function textBehind(length: Field<number>): Field<string> {
  return {
    read: (from, before) => readPadded(from, from.take(length.read(from, before)), false),
    write: (value, is2019, before) => {
      const bytes = writeText(value);
      return [...length.write(bytes.length, is2019, before), ...bytes];
    },
    form: `${length.form}+text`,
  };
}

/** Bytes behind their length, in hexadecimal. */
export function rawBehind(length: Field<number>): Field<string> {
  return {
    read: (from, before) => hex(from.take(length.read(from, before))),
    write: (value, is2019, before) => [...length.write(value.length / 2, is2019, before), ...Uint8Array.fromHex(value)],
    form: `${length.form}+raw`,
  };
}

export function record<F extends Readonly<Record<string, Field<unknown>>>>(fields: F): Field<{ -readonly [K in keyof F]: ValueOf<F[K]> }> {
  const entries = Object.entries(fields);
  return {
    read(from) {
      const values: Record<string, unknown> = {};
      for (const [name, field] of entries) values[name] = field.read(from, values);
      // The fields decide the names and the kinds of value; the compiler cannot follow that through a loop.
      return values as { -readonly [K in keyof F]: ValueOf<F[K]> };
    },
    write: (value, is2019) => entries.flatMap(([name, field]) => field.write(value[name], is2019, value)),
    form: entries.map(([name, field]) => `${name}:${field.form}`).join(' '),
  };
}

/** Items behind their count. */
export function list<T>(count: Field<number>, item: Field<T>): Field<T[]> {
  return {
    read(from, before) {
      const expected = count.read(from, before);
      const items: T[] = [];
      for (let at = 0; at < expected && !from.isShort; at += 1) items.push(item.read(from, before));
      return items;
    },
    write: (value, is2019, before) => [
      ...count.write(value.length, is2019, before),
      ...value.flatMap((one) => item.write(one, is2019, before)),
    ],
    form: `${count.form}×{${item.form}}`,
  };
}

/** Something behind its own length in two bytes, read within that length. */
export function within<T>(field: Field<T>): Field<T> {
  return {
    read(from, before) {
      const inner = new Reader(from.take(u16.read(from, before)), from.is2019);
      const value = field.read(inner, before);
      if (inner.isShort) from.isShort = true;
      if (inner.isInexact || inner.left > 0) from.isInexact = true;
      return value;
    },
    write(value, is2019, before) {
      const bytes = field.write(value, is2019, before);
      return [...u16.write(bytes.length, is2019, before), ...bytes];
    },
    form: `u16+{${field.form}}`,
  };
}

/** One form in 2013, another in 2019. */
export function byEdition<T>(in2013: Field<T>, in2019: Field<T>): Field<T> {
  return {
    read: (from, before) => (from.is2019 ? in2019 : in2013).read(from, before),
    write: (value, is2019, before) => (is2019 ? in2019 : in2013).write(value, is2019, before),
    form: in2013.form === in2019.form ? in2019.form : `${in2013.form}|${in2019.form}`,
  };
}

/** There only in the edition of 2019; null in that of 2013. */
export function since2019<T>(field: Field<T>): Field<T | null> {
  return when(() => true, field, true);
}

/** There only when the fields before it say so, else null. */
export function when<T>(isThere: (before: Before) => boolean, field: Field<T>, only2019 = false): Field<T | null> {
  return {
    read: (from, before) => (isThere(before) && (from.is2019 || !only2019) ? field.read(from, before) : null),
    write: (value, is2019, before) => (value === null || (only2019 && !is2019) ? [] : field.write(value, is2019, before)),
    form: `[${field.form}${only2019 ? ' 2019' : ''}]`,
  };
}

/** There when bytes are left, else null. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return {
    read: (from, before) => (from.left === 0 ? null : field.read(from, before)),
    write: (value, is2019, before) => (value === null ? [] : field.write(value, is2019, before)),
    form: `[${field.form}]`,
  };
}

/** Text up to the first zero byte; marks the reader when the same text would not give the same bytes. */
function readPadded(from: Reader, bytes: Uint8Array, isPadded = true): string {
  const end = bytes.indexOf(0);
  const value = readText(bytes);
  const written = isPadded ? padded(writeText(value), bytes.length) : [...writeText(value)];
  const isSame = written.length === bytes.length && written.every((byte, at) => byte === bytes[at]);
  if (!isSame || (end !== -1 && !isPadded)) from.isInexact = true;
  return value;
}

function padded(bytes: Uint8Array, size: number): number[] {
  return Array.from({ length: size }, (_, at) => bytes[at] ?? 0);
}

function hex(bytes: Uint8Array): string {
  return bytes.toHex().toUpperCase();
}
