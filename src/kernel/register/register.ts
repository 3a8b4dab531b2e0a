import type { Role } from '#kernel/access/access.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Field, FieldValue } from './field.ts';

// A register (台账): a kind of thing kept on file, declared once. Table, API, form, list, map layer and permissions follow.

export type Fields = Record<string, Field>;

/** The five rooms of the bureau's work, as folders of src/rooms. */
export type RoomName = 'administration' | 'command' | 'decision' | 'monitoring' | 'supervision';

export interface RegisterDeclaration<F extends Fields = Fields> {
  /** Plural camelCase noun; the URL and, in snake case, the table. */
  id: string;
  /** Room (室) whose folder holds the declaration: groups the registers on their page. */
  room?: RoomName;
  label: Text;
  /** One record. */
  singular: Text;
  fields: F;
  /** Name of the field that names a record. */
  title: keyof F & string;
  /** Field of kind point or geometry drawn on the map. */
  located?: keyof F & string;
  access: { read: readonly Role[]; write: readonly Role[] };
  /** A list of the whole county that every area reads (supply items, experts, laws); writing stays bound to one's area. */
  shared?: boolean;
  /** API path that lists records to choose from with more than their title: `{ items: { id, title, detail }[] }` for `?q=&id=`. */
  choices?: string;
  /** What to do next when there is no record yet. */
  empty: Text;
}

export function defineRegister<const F extends Fields>(declaration: RegisterDeclaration<F>): RegisterDeclaration<F> {
  return declaration;
}

/** What every record has besides its own fields. */
export interface RecordBase {
  /** UUIDv7, made by the client: also the idempotency key of its creation. */
  id: string;
  areaCode: string;
  /** Grows by one with each change; sent back as If-Match. */
  version: number;
  demo: boolean;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  /** Set while a record is archived: kept, found when asked for, out of the daily lists. */
  archivedAt?: string | null;
}

export type RecordOf<R> = R extends RegisterDeclaration<infer F> ? RecordBase & { [K in keyof F]: FieldValue<F[K]> | null } : never;
/** A record whose register is not known at compile time. */
export type AnyRecord = RecordBase & Record<string, unknown>;
