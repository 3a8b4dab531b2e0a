import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Text } from '#kernel/language/text.ts';
import type { Clause } from '#models/model.ts';
import type { VerifiedCase } from '#models/verifyModel.ts';
import { api } from './client.ts';

export interface ModelSummary {
  id: string;
  version: string;
  label: Text;
  question: Text;
  clauses: Clause[];
}

/** Every model with what it rests on. */
export function useModels(): UseQueryResult<ModelSummary[]> {
  return useQuery({
    queryKey: ['models'],
    queryFn: async ({ signal }) => (await api.get<{ items: ModelSummary[] }>('/models', { signal })).items,
  });
}

/** Reference cases of a model, computed by the server when asked; asked anew each time the page is opened. */
export function useVerification(model: string): UseQueryResult<VerifiedCase[]> {
  return useQuery({
    queryKey: ['models', model, 'verification'],
    staleTime: 0,
    gcTime: 0,
    queryFn: async ({ signal }) => (await api.get<{ items: VerifiedCase[] }>(`/models/${model}/verification`, { signal })).items,
  });
}
