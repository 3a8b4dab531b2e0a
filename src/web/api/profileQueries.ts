import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { WatchedPoint } from '#rooms/monitoring/profiles/watched.ts';
import type { Observations } from './answers.ts';
import { api, withQuery } from './client.ts';
import { keys } from './keys.ts';

/** Points of a monitoring profile. No event tells of a reading, so it asks every 10 s. */
export function useWatchedPoints(profile: string): UseQueryResult<WatchedPoint[]> {
  return useQuery({
    queryKey: keys.watchedPoints(profile),
    refetchInterval: 10_000,
    queryFn: async ({ signal }) => (await api.get<{ items: WatchedPoint[] }>(`/monitoring/${profile}`, { signal })).items,
  });
}

/** Readings of several points in one window, each thinned by the server to the extremes of what a screen can show. */
export function useCompared(pointIds: readonly string[], from: string, to: string): (Observations | undefined)[] {
  const asked = useQueries({
    queries: pointIds.map((id) => ({
      queryKey: keys.observations(id, from, to),
      placeholderData: (before: Observations | undefined) => before,
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<Observations>(withQuery(`/points/${id}/observations`, { from, to }), { signal }),
    })),
  });
  return asked.map(({ data }) => data);
}
