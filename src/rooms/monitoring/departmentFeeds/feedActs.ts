import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';

export interface FeedDay {
  day: string;
  attempts: number;
  failed: number;
  unchanged: number;
  readings: number;
  repeated: number;
  faults: number;
  gaps: number;
  gapSeconds: number;
  slowestMs: number;
}

export interface FeedQuality {
  id: string;
  name: string;
  host: string;
  everySeconds: number;
  active: boolean;
  headerName: string | null;
  isSecretSet: boolean;
  succeededAt: string | null;
  changedAt: string | null;
  triedAt: string | null;
  failures: number;
  latencyMs: number | null;
  /** Clock of the platform minus ours. */
  skewMs: number | null;
  problem: string | null;
  /** Newest first. */
  days: FeedDay[];
}

const refreshMs = 10_000;

export function useFeedQuality(): UseQueryResult<FeedQuality[]> {
  return useQuery({
    queryKey: keys.departmentFeeds(),
    refetchInterval: refreshMs,
    queryFn: async ({ signal }) => (await api.get<{ items: FeedQuality[] }>('/department-feeds', { signal })).items,
  });
}

/** Sets what the header holds; null takes it away. */
export function useFeedSecret(id: string): UseMutationResult<unknown, Error, string | null> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (secret) =>
      secret === null ? api.remove(`/department-feeds/${id}/secret`) : api.post(`/department-feeds/${id}/secret`, { secret }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.departmentFeeds() }),
  });
}
