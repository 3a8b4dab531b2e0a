// Reads and writes bodies by the table of layouts.

import { bodyRows } from './bodies.table.ts';
import { Reader, type Field } from './fields.ts';
import type { Body, Jt808Message } from './message.ts';

const rowById: ReadonlyMap<number, (typeof bodyRows)[number]> = new Map(bodyRows.map((row) => [row.id, row]));
const rowByKind: ReadonlyMap<string, (typeof bodyRows)[number]> = new Map(bodyRows.map((row) => [row.kind, row]));

export type BodyRead = Pick<Jt808Message, 'body' | 'rest' | 'exact'>;

/** Reads the body of a message; a reason when the bytes end before the fields that every edition has. */
export function readBody(id: number, bytes: Uint8Array, is2019: boolean): BodyRead | { reason: string } {
  const row = rowById.get(id);
  if (row === undefined) return { body: { kind: 'unknown', raw: hex(bytes) }, rest: '', exact: null };
  const reader = new Reader(bytes, is2019);
  const fields = row.field.read(reader, {});
  if (reader.isShort) return { reason: `${bytes.length} bytes are too few for a body of ${hexId(id)}.` };
  // Row, kind and fields belong together; the compiler cannot follow that through a table.
  const body = { kind: row.kind, fields } as unknown as Body;
  return { body, rest: hex(bytes.subarray(reader.at)), exact: reader.isInexact ? hex(bytes) : null };
}

/** Writes a body; exact for everything `readBody` gives. */
export function writeBody({ body, rest, exact }: BodyRead, is2019: boolean): Uint8Array {
  if (exact !== null) return Uint8Array.fromHex(exact);
  if (body.kind === 'unknown' || body.kind === 'package') return Uint8Array.fromHex(body.raw + rest);
  const field = rowByKind.get(body.kind)?.field as Field<unknown> | undefined;
  return Uint8Array.of(...(field?.write(body.fields, is2019, {}) ?? []), ...Uint8Array.fromHex(rest));
}

/** Id of the message that carries a kind of body. */
export function idOf(kind: (typeof bodyRows)[number]['kind']): number {
  return rowByKind.get(kind)?.id ?? 0;
}

/** The row of a message id, or null. */
export function rowOf(id: number): (typeof bodyRows)[number] | null {
  return rowById.get(id) ?? null;
}

/** An id as people write it: `0x0200`. */
export function hexId(id: number): string {
  return `0x${id.toString(16).toUpperCase().padStart(4, '0')}`;
}

function hex(bytes: Uint8Array): string {
  return bytes.toHex().toUpperCase();
}
