import { useQueries } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Text } from '#kernel/language/text.ts';
import type { Field } from '#kernel/register/field.ts';
import { registerById } from '#rooms/rooms.ts';
import { useAreas } from '#web/api/queries.ts';
import { dictionaryQuery } from '#web/api/registerQueries.ts';
import { candidatesQuery, toCandidate } from '#web/registers/titles.ts';

// Names that cells of a table look up: divisions, entries of code lists, records referred to. Asked for once by the table;
// a cell that asks by itself costs a listener on the cache, and a list draws hundreds of cells while one scrolls.

interface KnownNames {
  /** Division code → name. */
  areas: Readonly<Record<string, Text>>;
  /** Code list → code → word. */
  dictionaries: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  /** Register → record id → name; the first 500 records of each. */
  titles: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const Names = createContext<KnownNames | null>(null);

/** What the table around knows; null outside of a table. A cell asks by itself for what is not there. */
export function useKnownNames(): KnownNames | null {
  return useContext(Names);
}

/** Asks for every name that these fields may need. */
export function NamesFor({ fields, children }: { fields: readonly Field[]; children: ReactNode }) {
  const { data: areas } = useAreas();
  const lists = useMemo(
    () => unique(fields.flatMap((field) => (field.kind === 'choice' && field.dictionary ? [field.dictionary] : []))),
    [fields],
  );
  const registers = useMemo(
    () => unique(fields.flatMap((field) => (field.kind === 'reference' && registerById(field.register) ? [field.register] : []))),
    [fields],
  );
  const entries = useQueries({ queries: lists.map(dictionaryQuery), combine: dataOf });
  const pages = useQueries({ queries: registers.map((register) => candidatesQuery(register, '')), combine: dataOf });
  const known = useMemo<KnownNames>(
    () => ({
      areas: Object.fromEntries((areas ?? []).map(({ code, name }) => [code, name])),
      dictionaries: Object.fromEntries(
        lists.flatMap((list, at) => (entries[at] ? [[list, Object.fromEntries(entries[at].map(({ code, name }) => [code, name]))]] : [])),
      ),
      titles: Object.fromEntries(
        registers.map((register, at) => [
          register,
          Object.fromEntries((pages[at]?.items ?? []).map((record) => [record.id, toCandidate(register, record).title])),
        ]),
      ),
    }),
    [areas, entries, pages, lists, registers],
  );
  return <Names value={known}>{children}</Names>;
}

const unique = (names: readonly string[]) => [...new Set(names)];

function dataOf<D>(results: readonly { data: D | undefined }[]): (D | undefined)[] {
  return results.map(({ data }) => data);
}
