import { type InfiniteData, type QueryKey, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AnyCase } from '#kernel/casework/case.ts';
import type { Page } from '#web/api/answers.ts';
import { api, type Query, withQuery } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';

const pageSize = 50;

/** Cases of one type page by page, following the server's cursor. `query`: open, sort, q and field values. */
export function useCasePages(type: string, query: Query, enabled = true) {
  return useInfiniteQuery<Page<AnyCase>, Error, InfiniteData<Page<AnyCase>>, QueryKey, string>({
    // Beside the single pages of the same type, so the same event refreshes it.
    queryKey: [...keys.allCases(type), 'pages', query],
    enabled,
    initialPageParam: '',
    placeholderData: (before) => before,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<AnyCase>>(withQuery(`/cases/${type}`, { ...query, limit: pageSize, cursor: pageParam }), { signal }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Cases in each state among those that fit the filter, whatever state it asks for; null until known. */
export function useStateCounts(type: string, { sort: _sort, open: _open, state: _state, ...filter }: Query): Record<string, number> | null {
  const { data } = useQuery<Record<string, number>>({
    queryKey: [...keys.allCases(type), 'counts', filter],
    placeholderData: (before) => before,
    queryFn: async ({ signal }) => {
      const { items } = await api.get<{ items: { state: string; count: number }[] }>(withQuery(`/cases/${type}/counts`, filter), {
        signal,
      });
      return Object.fromEntries(items.map(({ state, count }) => [state, count]));
    },
  });
  return data ?? null;
}
