import { type InfiniteData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
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
