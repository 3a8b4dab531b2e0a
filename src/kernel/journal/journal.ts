// Append-only record of every change and every read of sensitive data. Each entry carries the SM3 hash (GB/T 32905) of the
// entry before it, so a changed, removed or inserted entry is found. The hash function is handed in: this file runs anywhere.

export interface JournalEntry {
  /** 1, 2, 3 … without gaps. */
  position: number;
  /** ISO instant, milliseconds. */
  at: string;
  actorId: string | null;
  actorName: string;
  /** Network address the act came from. */
  from: string;
  areaCode: string;
  /** create, update, remove, read, act:<action>, login, … */
  act: string;
  subjectKind: string;
  subjectId: string;
  /** Reason given, or empty. */
  why: string;
  /** Before/after of the fields that changed, or what was read. */
  detail: Record<string, unknown>;
  previousHash: string;
  hash: string;
}

export const firstHash = '0'.repeat(64);

/** The bytes that are hashed: every field but the hash itself, keys sorted at every depth. */
export function canonical(entry: Omit<JournalEntry, 'hash'>): string {
  return JSON.stringify(sortKeys(entry));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const source = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(source)
      .sort()
      .map((key) => [key, sortKeys(source[key])]),
  );
}
