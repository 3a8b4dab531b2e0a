import { type InfiniteData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { AnyRecord } from '#kernel/register/register.ts';
import type { Page } from '#web/api/answers.ts';
import { api, type Query, withQuery } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';

const pageSize = 200;

/** A register page by page, following the server's cursor. */
export function useRecordPages(register: string, query: Query) {
  return useInfiniteQuery<Page<AnyRecord>, Error, InfiniteData<Page<AnyRecord>>, QueryKey, string>({
    // Beside the single pages of the same register, so the same event refreshes it.
    queryKey: [...keys.allRecords(register), 'pages', query],
    initialPageParam: '',
    placeholderData: (before) => before,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<AnyRecord>>(withQuery(`/registers/${register}`, { ...query, limit: pageSize, cursor: pageParam }), { signal }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}
