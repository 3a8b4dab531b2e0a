import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { MadeDocument } from '#kernel/document/document.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';

// Official documents of one case, as pages ask for them.

export interface DocumentList {
  items: MadeDocument[];
  available: { document: string; isDue: boolean; missing: string[] }[];
  mayMake: boolean;
}

export function useDocuments(type: string, id: string): UseQueryResult<DocumentList> {
  return useQuery({
    queryKey: keys.documents(type, id),
    queryFn: ({ signal }) => api.get<DocumentList>(`/cases/${type}/${id}/documents`, { signal }),
  });
}

export function useMakeDocument(type: string, caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: { id: string; document: string; input: Record<string, unknown> }) =>
      api.post<MadeDocument>(`/cases/${type}/${caseId}/documents`, ask, { idempotencyKey: ask.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.documents(type, caseId) }),
  });
}

export function useVoidDocument(type: string, caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, why }: { id: string; why: string }) => api.post<MadeDocument>(`/documents/${id}/void`, { why }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.documents(type, caseId) }),
  });
}
