import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { Scenario, ScenarioFrame } from '#kernel/scenario/scenario.ts';
import { api, withQuery } from './client.ts';

// Scenarios. Progress of a running one is told by no event, so it is asked for while it runs.

const pollMs = 700;
const isUnderWay = ({ state }: Pick<Scenario, 'state'>) => state === 'queued' || state === 'running';

/** Latest scenarios, without inputs and answers; asked again while one of them runs. */
export function useScenarios(filter: { subjectKind?: string; subjectId?: string } = {}): UseQueryResult<Scenario[]> {
  return useQuery({
    queryKey: ['scenarios', filter],
    queryFn: async ({ signal }) => (await api.get<{ items: Scenario[] }>(withQuery('/scenarios', filter), { signal })).items,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? pollMs : false),
  });
}

/** One scenario with inputs and answer. */
export function useScenario(id: string | null): UseQueryResult<Scenario> {
  return useQuery({
    queryKey: ['scenarios', 'one', id],
    enabled: id !== null,
    queryFn: ({ signal }) => api.get<Scenario>(`/scenarios/${id ?? ''}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? pollMs : false),
  });
}

/** Intermediate pictures; asked again while it runs. */
export function useFrames(scenario: Scenario | undefined): UseQueryResult<ScenarioFrame[]> {
  return useQuery({
    queryKey: ['scenarios', 'frames', scenario?.id, scenario?.state],
    enabled: scenario !== undefined,
    queryFn: async ({ signal }) => (await api.get<{ items: ScenarioFrame[] }>(`/scenarios/${scenario?.id ?? ''}/frames`, { signal })).items,
    refetchInterval: scenario && isUnderWay(scenario) ? pollMs * 2 : false,
  });
}

export type ScenarioDraft = Pick<Scenario, 'id' | 'title' | 'model' | 'areaCode' | 'inputs' | 'origins' | 'subject' | 'exercise'>;

/** Keeps a scenario and starts its run. */
export function useMakeScenario(): UseMutationResult<Scenario, Error, ScenarioDraft> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: ScenarioDraft) => api.post<Scenario>('/scenarios', draft, { idempotencyKey: draft.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });
}

/** Stops or removes a scenario. */
export function useScenarioAct(): UseMutationResult<unknown, Error, { id: string; act: 'cancel' | 'remove' }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }) => (act === 'cancel' ? api.post(`/scenarios/${id}/cancel`) : api.remove(`/scenarios/${id}`)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });
}
