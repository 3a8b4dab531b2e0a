import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';

/** Sends something to keep and asks for the organisations again. */
export function useKeep<T, Answer = T>(path: string, onSaved: (answer: Answer) => void): UseMutationResult<Answer, Error, T> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: T) => api.post<Answer>(path, body),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: keys.organisations() });
      onSaved(answer);
    },
  });
}
