import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { systemClock } from '#kernel/clock/clock.ts';
import { api } from './client.ts';
import { NetworkFailure } from './problem.ts';

// How the installation is: asked outside /api/v1, where a load balancer asks too.

export interface Readiness {
  isReady: boolean;
  /** What the server says about itself. */
  status: string;
  detail: string;
  /** Milliseconds the answer took. */
  tookMs: number;
}

/** /readyz: whether the server takes writes now. Asked again every 15 s. */
export function useReadiness(): UseQueryResult<Readiness> {
  return useQuery({
    queryKey: ['readiness'],
    refetchInterval: 15_000,
    queryFn: async ({ signal }) => {
      const startedMs = systemClock.nowMs();
      let answer: Response;
      let body: { status?: string; detail?: string };
      try {
        answer = await fetch('/readyz', { signal });
        body = (await answer.json()) as typeof body;
      } catch (cause) {
        throw new NetworkFailure(cause);
      }
      return {
        isReady: answer.ok,
        status: body.status ?? String(answer.status),
        detail: body.detail ?? '',
        tookMs: systemClock.nowMs() - startedMs,
      };
    },
  });
}

/** Version of the program, as its own API document states it. */
export function useVersion(): UseQueryResult<string> {
  return useQuery({
    queryKey: ['version'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => (await api.get<{ info: { version: string } }>('/openapi.json', { signal })).info.version,
  });
}
