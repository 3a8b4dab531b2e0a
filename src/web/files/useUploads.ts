import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '#web/api/newId.ts';
import { keys } from '#web/api/keys.ts';
import { sendFile, type SendingCall } from './sendFile.ts';
import { shrinkPhoto } from './shrink.ts';

// Files on their way to one record: one after the other, so that a weak line carries at least one of them home.

export interface Upload {
  /** Also the id of the file on the server: sending again makes no second one. */
  id: string;
  file: File;
  shrink: boolean;
  state: 'waiting' | 'sending' | 'failed';
  share: number;
  error: Error | null;
}

export function useUploads(kind: string, record: string) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const current = useRef<{ id: string; call: SendingCall | null } | null>(null);
  const change = useCallback(
    (id: string, to: Partial<Upload>) => setUploads((before) => before.map((each) => (each.id === id ? { ...each, ...to } : each))),
    [],
  );

  useEffect(() => {
    const next = uploads.find(({ state }) => state === 'waiting');
    if (current.current || !next) return;
    const holder: { id: string; call: SendingCall | null } = { id: next.id, call: null };
    current.current = holder;
    change(next.id, { state: 'sending', share: 0, error: null });
    void (async () => {
      try {
        const shrunk = next.shrink ? await shrinkPhoto(next.file) : null;
        if (current.current !== holder) return;
        const file = shrunk?.photo ?? next.file;
        holder.call = sendFile({ id: next.id, kind, record, file, shrunkFrom: shrunk?.originalHash ?? null }, (share) =>
          change(next.id, { share }),
        );
        await holder.call.done;
        setUploads((before) => before.filter(({ id }) => id !== next.id));
        await client.invalidateQueries({ queryKey: keys.files(kind, record) });
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'AbortError')) change(next.id, { state: 'failed', error: error as Error });
      } finally {
        if (current.current === holder) current.current = null;
        // Wakes this effect for the next one in the line.
        setUploads((before) => [...before]);
      }
    })();
  }, [uploads, kind, record, client, change]);

  const add = (files: readonly File[], shrink: boolean) =>
    setUploads((before) => [
      ...before,
      ...files.map((file): Upload => ({ id: newId(), file, shrink, state: 'waiting', share: 0, error: null })),
    ]);
  const drop = (id: string) => {
    if (current.current?.id === id) {
      current.current.call?.cancel();
      current.current = null;
    }
    setUploads((before) => before.filter((each) => each.id !== id));
  };
  return { uploads, add, drop, retry: (id: string) => change(id, { state: 'waiting', error: null }) };
}
