import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { sendForm, type SendingCall } from '#web/files/sendFile.ts';
import type { BaseUpload, ImportWish } from './baseImport.ts';

export interface UploadProcess {
  upload: BaseUpload | null;
  /** Share sent while the file goes out; null otherwise. */
  sending: number | null;
  error: Error | null;
  send: (form: FormData) => void;
  store: (wish: ImportWish) => void;
  /** Stops whatever is under way and forgets the file. */
  stop: () => void;
}

const isBusy = (state: BaseUpload['state']) => state === 'reading' || state === 'importing';

/** A file on its way: sent with progress, read and stored by the server, which is asked how far it is. */
export function useBaseUpload(): UploadProcess {
  const client = useQueryClient();
  const [begun, setBegun] = useState<BaseUpload | null>(null);
  const [sending, setSending] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const call = useRef<SendingCall<BaseUpload> | null>(null);
  const id = begun?.uploadId ?? null;
  const state = useQuery({
    queryKey: ['base', 'upload', id],
    enabled: id !== null,
    queryFn: ({ signal }) => api.get<BaseUpload>(`/base/uploads/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data && !isBusy(data.state) ? false : 400),
    retry: false,
  });
  const upload = id === null ? null : (state.data ?? begun);
  const isDone = upload?.state === 'done';
  useEffect(() => {
    if (!isDone) return;
    for (const queryKey of [keys.layers(), keys.areas(), keys.areaShapes(), ['layer'], ['base', 'rasters']])
      void client.invalidateQueries({ queryKey });
  }, [isDone, client]);

  const send = useCallback((form: FormData) => {
    setError(null);
    setSending(0);
    const now = sendForm<BaseUpload>('/base/uploads', form, setSending);
    call.current = now;
    now.done
      .then(setBegun, (failure: Error) => (failure.name === 'AbortError' ? undefined : setError(failure)))
      .finally(() => setSending(null));
  }, []);
  const store = useCallback(
    (wish: ImportWish) => {
      setError(null);
      api.post<BaseUpload>(`/base/uploads/${id}/import`, wish).then((next) => client.setQueryData(['base', 'upload', id], next), setError);
    },
    [id, client],
  );
  const stop = useCallback(() => {
    call.current?.cancel();
    setBegun(null);
    setError(null);
    if (id !== null) api.remove(`/base/uploads/${id}`).catch(setError);
  }, [id]);
  return { upload, sending, error: error ?? state.error, send, store, stop };
}
