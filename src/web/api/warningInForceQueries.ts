import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { InsideSum } from '#rooms/monitoring/warningsInForce/inside.ts';
import type { ReceivedWarning, WarningsInForceAnswer } from '#rooms/monitoring/warningsInForce/receivedWarning.ts';
import { api } from './client.ts';
import { keys } from './keys.ts';

const minute = 60_000;

/** Warnings of other agencies. They begin and end by the clock, of which no event tells, so it asks every minute as well. */
export function useWarningsInForce(): UseQueryResult<WarningsInForceAnswer> {
  return useQuery({
    queryKey: keys.warningsInForce(),
    refetchInterval: minute,
    queryFn: ({ signal }) => api.get<WarningsInForceAnswer>('/warnings-in-force', { signal }),
  });
}

export function useReceivedWarning(id: string): UseQueryResult<{ warning: ReceivedWarning; xml: string }> {
  return useQuery({
    queryKey: keys.receivedWarning(id),
    queryFn: ({ signal }) => api.get<{ warning: ReceivedWarning; xml: string }>(`/warnings-in-force/${id}`, { signal }),
  });
}

/** What lies inside the divisions of a warning. */
export function useInside(id: string): UseQueryResult<InsideSum[]> {
  return useQuery({
    queryKey: keys.insideWarning(id),
    queryFn: async ({ signal }) => (await api.get<{ items: InsideSum[] }>(`/warnings-in-force/${id}/inside`, { signal })).items,
  });
}
