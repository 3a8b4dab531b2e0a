import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Model } from '#models/model.ts';
import { runModel, type ModelAnswer, type Origin } from '#models/runModel.ts';
import { api } from '#web/api/client.ts';
import { useRested } from './useRested.ts';

export interface Answered {
  answer: ModelAnswer | null;
  /** How long it took, ms, and where. */
  tookMs: number;
  where: 'browser' | 'server';
  error: Error | null;
}

/** The server is asked when the hand rests. */
const restMs = 150;

/** Whether an input names data that only the server holds. */
export function needsServer(inputs: Readonly<Record<string, unknown>>): boolean {
  return Object.values(inputs).some((value) => typeof value === 'object' && value !== null && '$data' in value);
}

/**
 * The answer to the inputs as they stand. Small models run here, in the frame in which the source was dragged; those that
 * need roads, terrain or registers run on the server.
 */
export function useAnswer(
  model: Model | null,
  inputs: Readonly<Record<string, unknown>>,
  origins: Readonly<Record<string, Origin>>,
): Answered {
  const isLocal = !needsServer(inputs);
  const here = useMemo(() => (model !== null && isLocal ? runHere(model, inputs, origins) : null), [model, inputs, origins, isLocal]);
  const rested = useRested(inputs, restMs);
  const there = useQuery({
    queryKey: ['models', model?.id, 'compute', rested],
    enabled: model !== null && !isLocal && rested === inputs,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
    queryFn: ({ signal }) => runThere(model?.id ?? '', rested, signal),
  });
  if (here) return here;
  return there.data ?? { answer: null, tookMs: 0, where: 'server', error: there.error };
}

function runHere(model: Model, inputs: Readonly<Record<string, unknown>>, origins: Readonly<Record<string, Origin>>): Answered {
  const begun = performance.now();
  try {
    const answer = runModel(model, inputs, origins);
    return { answer, tookMs: performance.now() - begun, where: 'browser', error: null };
  } catch (error) {
    return { answer: null, tookMs: 0, where: 'browser', error: error as Error };
  }
}

async function runThere(model: string, inputs: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Answered> {
  const begun = performance.now();
  const answer = await api.post<ModelAnswer>(`/models/${model}/compute`, { inputs }, { signal });
  return { answer, tookMs: performance.now() - begun, where: 'server', error: null };
}
