import type { FieldConflict, OfflineWrite } from './offlineWrite.ts';
import { sameValue } from './sameValue.ts';

// A late change meets a record that others may have changed: field by field, three values decide (what the person saw, what
// they want, what stands now). A change is written whole or not at all: half a form is a record that nobody wrote.

export type Meeting =
  | { kind: 'write'; values: Record<string, unknown> }
  /** The record already says so. */
  | { kind: 'agreed' }
  | { kind: 'conflict'; fields: readonly FieldConflict[] };

/**
 * What to write of a change, or which fields a person must decide. A write without a base version was made on the device's
 * own earlier one, which may have merged with what its person never saw: then only the values count.
 * @param current the record as the person is allowed to see it
 */
export function meet(
  { base, baseVersion, body }: Pick<OfflineWrite, 'base' | 'baseVersion' | 'body'>,
  current: { version: number; values: Readonly<Record<string, unknown>> },
): Meeting {
  const wanted = Object.entries(body).filter(([field, value]) => !sameValue(current.values[field], value));
  if (wanted.length === 0) return { kind: 'agreed' };
  if (baseVersion === current.version) return { kind: 'write', values: Object.fromEntries(wanted) };
  const fields = wanted
    // A value that stands as the person saw it was changed by nobody else, or changed back.
    .filter(([field]) => !Object.hasOwn(base, field) || !sameValue(base[field], current.values[field]))
    .map(([field, mine]): FieldConflict => ({ field, mine, theirs: current.values[field] ?? null }));
  return fields.length > 0 ? { kind: 'conflict', fields } : { kind: 'write', values: Object.fromEntries(wanted) };
}
