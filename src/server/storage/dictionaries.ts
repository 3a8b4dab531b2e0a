import type { Text } from '#kernel/language/text.ts';
import { eventCodes } from '#statutes/eventCodes.table.ts';
import type { Transaction } from './database.ts';

// Code lists (字典) as dated data: those of a law from src/statutes, those of the county from the register dictionaryEntries.
// An entry of the county with a code of the law replaces it while it is valid, so a county can rename or end one.

export interface DictionaryEntry {
  code: string;
  name: Text;
  parent: string | null;
  /** First day; null: always. */
  validFrom: string | null;
  /** First day on which it is no longer offered; null: open. */
  validTo: string | null;
  source: string;
}

/** Lists that a law gives. Each is named by its table in src/statutes. */
const ofLaw: Record<string, readonly DictionaryEntry[]> = {
  eventCodes: eventCodes.map(({ code, name }) => ({ code, name, parent: null, validFrom: null, validTo: null, source: '突发事件代码' })),
};

interface EntryRow {
  code: string;
  zh: string;
  en: string;
  parent: string | null;
  valid_from: string | null;
  valid_to: string | null;
  source: string | null;
}

/** Every entry of a dictionary, ended ones included, in order of their codes; null when nobody knows the dictionary. */
export async function dictionary(tx: Transaction, id: string): Promise<DictionaryEntry[] | null> {
  const found = await tx.query<EntryRow>(
    `select code, zh, en, parent, valid_from, valid_to, source from dictionary_entries
     where dictionary = $1 and removed_at is null and archived_at is null order by code, valid_from nulls first`,
    [id],
  );
  const own = found.rows.map((row): DictionaryEntry => ({
    code: row.code,
    name: { zh: row.zh, en: row.en },
    parent: row.parent,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source ?? '',
  }));
  if (own.length === 0 && !Object.hasOwn(ofLaw, id)) return null;
  const replaced = new Set(own.map(({ code }) => code));
  return [...(ofLaw[id] ?? []).filter(({ code }) => !replaced.has(code)), ...own].sort((a, b) =>
    a.code < b.code ? -1 : a.code > b.code ? 1 : 0,
  );
}

/** Whether an entry is offered on a day (YYYY-MM-DD). */
export function isValidOn({ validFrom, validTo }: Pick<DictionaryEntry, 'validFrom' | 'validTo'>, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
}

/** Whether a dictionary offers a code on a day. */
export async function hasEntry(tx: Transaction, id: string, code: string, day: string): Promise<boolean> {
  const entries = (await dictionary(tx, id)) ?? [];
  return entries.some((entry) => entry.code === code && isValidOn(entry, day));
}
