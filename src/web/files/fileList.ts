import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { FileLink } from '#kernel/file/fileLink.ts';
import { api, withQuery } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';

// Files of one record or case, as pages ask for them.

export interface FileList {
  items: FileLink[];
  mayChange: boolean;
  isSensitive: boolean;
}

export function useFiles(kind: string, id: string): UseQueryResult<FileList> {
  return useQuery({
    queryKey: keys.files(kind, id),
    queryFn: ({ signal }) => api.get<FileList>(withQuery('/files', { kind, record: id }), { signal }),
  });
}

export function useRemoveFile(kind: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ fileId, why }: { fileId: string; why: string }) => api.remove(withQuery(`/files/${fileId}`, { why })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.files(kind, id) }),
  });
}

export const fileAddress = (id: string) => `/api/v1/files/${id}`;
export const inlineAddress = (id: string) => `/api/v1/files/${id}?inline=1`;
export const thumbnailAddress = (id: string) => `/api/v1/files/${id}/thumbnail`;

/** `3.4 MB`, `812 KB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
