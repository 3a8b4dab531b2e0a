import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Text } from '#kernel/language/text.ts';
import type { FieldError } from '#kernel/problem/refusal.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import type { SavedView } from '#kernel/register/savedView.ts';
import { api, type Query } from './client.ts';
import { keys } from './keys.ts';

// What only the pages of the registers ask and do: counts, saved views, dictionaries, opening, archiving, changing many.

/** Number of records of every register the person may read; 10,001 stands for more than 10,000. */
export function useRegisterCounts(): UseQueryResult<Record<string, number>> {
  return useQuery({
    queryKey: keys.registerCounts(),
    queryFn: async ({ signal }) => {
      const { items } = await api.get<{ items: { id: string; count: number }[] }>('/registers?counts=true', { signal });
      return Object.fromEntries(items.map(({ id, count }) => [id, count]));
    },
  });
}

export interface DictionaryEntry {
  code: string;
  name: Text;
  parent: string | null;
  /** Offered today. */
  valid: boolean;
}

/** The question for the entries of a code list. */
export function dictionaryQuery(id: string) {
  return queryOptions<DictionaryEntry[]>({
    queryKey: keys.dictionary(id),
    staleTime: 600_000,
    queryFn: async ({ signal }) => (await api.get<{ items: DictionaryEntry[] }>(`/dictionaries/${id}`, { signal })).items,
  });
}

/** Entries of a code list; nothing is asked for null. */
export function useDictionary(id: string | null): DictionaryEntry[] {
  const { data } = useQuery({ ...dictionaryQuery(id ?? ''), enabled: id !== null });
  return data ?? [];
}

export function useViews(register: string): UseQueryResult<SavedView[]> {
  return useQuery({
    queryKey: keys.views(register),
    queryFn: async ({ signal }) => (await api.get<{ items: SavedView[] }>(`/registers/${register}/views`, { signal })).items,
  });
}

export type ViewSave = Pick<SavedView, 'id' | 'name' | 'sharedWith' | 'state'>;

export function useSaveView(register: string): UseMutationResult<SavedView, Error, ViewSave> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (view) => api.post<SavedView>(`/registers/${register}/views`, view),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.views(register) }),
  });
}

export function useDropView(register: string): UseMutationResult<void, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id) => api.remove(`/registers/${register}/views/${id}`),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.views(register) }),
  });
}

/** Opens sensitive fields of one record. The values are handed to the caller and not kept. */
export function useOpenFields(
  register: string,
  id: string,
): UseMutationResult<Record<string, unknown>, Error, { fields: string[]; why: string }> {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: async (ask) => (await api.post<{ values: Record<string, unknown> }>(`/registers/${register}/${id}/open`, ask)).values,
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.history(register, id) }),
  });
}

function renew(client: QueryClient, register: string): void {
  for (const queryKey of [keys.allRecords(register), ['record', register], ['history', register], keys.registerCounts()])
    void client.invalidateQueries({ queryKey });
}

export function useArchive(register: string, id: string): UseMutationResult<AnyRecord, Error, { archived: boolean; why: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask) => api.post<AnyRecord>(`/registers/${register}/${id}/archive`, ask),
    onSuccess: () => renew(client, register),
  });
}

export interface BulkChange {
  batchId: string;
  ids?: readonly string[];
  filter?: Query;
  change: Record<string, unknown>;
  versions?: Record<string, number>;
  why: string;
}

export interface BulkPreview {
  chosen: number;
  changing: number;
  versions: Record<string, number>;
  problems: FieldError[];
}

/** What a change of many would do; nothing is changed. */
export function useBulkPreview(register: string): UseMutationResult<BulkPreview, Error, BulkChange> {
  return useMutation({ mutationFn: (ask) => api.patch<BulkPreview>(`/registers/${register}`, { ...ask, preview: true }) });
}

export function useBulkChange(
  register: string,
): UseMutationResult<{ batchId: string; changed: number; undoUntil: string }, Error, BulkChange> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask) => api.patch<{ batchId: string; changed: number; undoUntil: string }>(`/registers/${register}`, ask),
    onSuccess: () => renew(client, register),
  });
}

export function useBulkUndo(register: string): UseMutationResult<{ restored: number; kept: string[] }, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (batchId) => api.post<{ restored: number; kept: string[] }>(`/registers/${register}/undo`, { batchId }),
    onSuccess: () => renew(client, register),
  });
}
