import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import type { Page } from '#web/api/answers.ts';
import { api, withQuery } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useRecord } from '#web/api/queries.ts';

// Names of records that other records refer to. One page of a register is asked for at once, because a list shows the
// same few names again and again; a record beyond that page is asked for by itself.

const pageSize = 500;

export interface Candidate {
  id: string;
  title: string;
}

/** Where the records of a register or case type are listed. */
export function collectionPath(register: string): string {
  return caseById(register) ? `/${register}s` : `/registers/${register}`;
}

function titleField(register: string): string {
  return (registerById(register) ?? caseById(register))?.title ?? 'id';
}

/** The name of a record; empty when nobody has given it one. */
export function titleOf(declaration: Pick<RegisterDeclaration, 'title'>, record: Record<string, unknown>): string {
  const title = record[declaration.title];
  return typeof title === 'string' ? title : '';
}

/** A record as one chooses it; its id where it has no name. */
export function toCandidate(register: string, record: AnyRecord): Candidate {
  return { id: record.id, title: titleOf({ title: titleField(register) }, record) || record.id };
}

/** The question for up to 500 records whose text fields hold the keyword. */
export function candidatesQuery(register: string, keyword: string) {
  const filter = { limit: pageSize, q: keyword, sort: titleField(register) };
  return queryOptions<Page<AnyRecord>>({
    queryKey: keys.records(register, filter),
    placeholderData: (before: Page<AnyRecord> | undefined) => before,
    queryFn: ({ signal }) => api.get<Page<AnyRecord>>(withQuery(collectionPath(register), filter), { signal }),
  });
}

/** Up to 500 records whose text fields hold the keyword. */
export function useCandidates(register: string, keyword: string): { candidates: Candidate[]; isPending: boolean } {
  const { data, isPending } = useQuery(candidatesQuery(register, keyword));
  return { candidates: (data?.items ?? []).map((record) => toCandidate(register, record)), isPending };
}

/** Records to choose from as their register describes them; nothing is asked where it does not. */
export function useChoices(register: string, keyword: string, chosen: string | null): (Candidate & { detail: string })[] | null {
  const path = registerById(register)?.choices;
  const { data } = useQuery<{ items: (Candidate & { detail: string })[] }>({
    queryKey: keys.records(register, { choices: true, q: keyword, id: chosen }),
    enabled: path !== undefined,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get(withQuery(path ?? '', { q: keyword, ...(chosen !== null && { id: chosen }) }), { signal }),
  });
  return path === undefined ? null : (data?.items ?? []);
}

/** The name of one record; null while unknown. */
export function useRecordTitle(register: string, id: string | null): string | null {
  const { candidates, isPending } = useCandidates(register, '');
  const found = candidates.find((each) => each.id === id)?.title ?? null;
  const mustAsk = id !== null && found === null && !isPending;
  const asked = useRecord(register, mustAsk && registerById(register) ? id : null);
  return found ?? (asked.data ? toCandidate(register, asked.data).title : null);
}
