// What differs between two states of a record: sent as a change, and shown when two people changed the same record.

export type Values = Readonly<Record<string, unknown>>;

/** Equal as the API sees it: absent, null and empty text mean the same. */
export function isSame(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => (value === undefined || value === '' ? null : value);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

/** The named values of `after` that differ from `before`. */
export function changedValues(before: Values, after: Values, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name] ?? null]));
}

export interface Conflict {
  /** Fields that both changed, to different values: a person must choose. */
  both: string[];
  /** Fields only the other changed. */
  theirs: string[];
  /** Fields only this person changed. */
  mine: string[];
}

/**
 * Compares two changes of the same record.
 * @param start what this person began with
 * @param mine what this person wants to save
 * @param theirs what is saved now
 */
export function compareChanges(start: Values, mine: Values, theirs: Values, names: readonly string[]): Conflict {
  const conflict: Conflict = { both: [], theirs: [], mine: [] };
  for (const name of names) {
    const iChanged = !isSame(start[name], mine[name]);
    const theyChanged = !isSame(start[name], theirs[name]);
    if (iChanged && theyChanged && !isSame(mine[name], theirs[name])) conflict.both.push(name);
    else if (theyChanged) conflict.theirs.push(name);
    else if (iChanged) conflict.mine.push(name);
  }
  return conflict;
}
