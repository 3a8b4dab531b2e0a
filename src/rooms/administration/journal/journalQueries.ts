import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type QueryKey } from '@tanstack/react-query';
import type { Anchor } from '#kernel/journal/anchor.ts';
import type { JournalEntry } from '#kernel/journal/journal.ts';
import type { Verification } from '#kernel/journal/verification.ts';
import { api, type Query, withQuery } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';

export interface JournalPage {
  items: JournalEntry[];
  next: string | null;
}

/** Entries page by page, newest first. */
export function useJournal(filter: Query) {
  return useInfiniteQuery<JournalPage, Error, InfiniteData<JournalPage>, QueryKey, string>({
    queryKey: keys.journal(filter),
    initialPageParam: '',
    placeholderData: (before) => before,
    queryFn: ({ pageParam, signal }) => api.get<JournalPage>(withQuery('/journal', { ...filter, before: pageParam }), { signal }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function useAnchors() {
  return useQuery({
    queryKey: keys.anchors(),
    queryFn: ({ signal }) => api.get<{ items: Anchor[]; publicKey: string }>('/journal/anchors', { signal }),
  });
}

export function useAnchor(number: string) {
  return useQuery({
    queryKey: keys.anchor(number),
    queryFn: ({ signal }) => api.get<{ anchor: Anchor; publicKey: string }>(`/journal/anchors/${number}`, { signal }),
  });
}

export function useAnchorNow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Anchor>('/journal/anchors'),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.anchors() }),
  });
}

export type VerificationStateName = 'none' | 'running' | 'done' | 'stopped' | 'failed';

export interface VerificationState {
  state: VerificationStateName;
  startedAt: string | null;
  finishedAt: string | null;
  checked: number;
  of: number;
  result: Verification | null;
}

/** How the verification stands; asked every second while one runs. */
export function useVerification() {
  return useQuery({
    queryKey: keys.verification(),
    queryFn: ({ signal }) => api.get<VerificationState>('/journal/verification', { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
  });
}

export function useVerify() {
  const client = useQueryClient();
  const keep = (state: VerificationState) => client.setQueryData(keys.verification(), state);
  const start = useMutation({ mutationFn: () => api.post<VerificationState>('/journal/verification'), onSuccess: keep });
  const stop = useMutation({ mutationFn: () => api.remove<VerificationState>('/journal/verification'), onSuccess: keep });
  return { start, stop };
}
