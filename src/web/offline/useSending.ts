import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, ApiProblem, NetworkFailure } from '#web/api/client.ts';
import { useConnection } from '#web/live/live.tsx';
import { offlineState, setOfflineState, useOffline } from './offlineState.ts';
import { Outbox } from './outbox.ts';
import { sendAll, type Deliver } from './sender.ts';

// When the outbox is sent: at the start, when the network or the server is back, when somebody returns to the page, and
// every half minute as long as something waits.

const againMs = 30_000;
const lockName = 'anlan.outbox';

const deliver: Deliver = (deviceId, writes) => api.post('/offline/writes', { deviceId, writes });

/** Sends by itself; `send` does it at once. `problem`: why the server takes nothing at all. */
export function useSending(accountId: string): { send: () => void; isSending: boolean; problem: ApiProblem | null } {
  const client = useQueryClient();
  const { state } = useConnection();
  const { pending, servedAtMs } = useOffline();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const isBusy = useRef(false);

  const send = useCallback(() => {
    if (isBusy.current || navigator.onLine === false) return;
    isBusy.current = true;
    setSending(true);
    void oneTabOnly(() => sendAll(new Outbox(accountId), deliver))
      .then((left) => {
        setProblem(null);
        if (left.length === 0) return;
        setOfflineState({ sent: offlineState().sent + left.length });
        void client.invalidateQueries();
      })
      .catch((error: unknown) => {
        // Still away: what is here stays here until the next attempt.
        if (error instanceof ApiProblem) setProblem(error);
        else if (!(error instanceof NetworkFailure)) throw error;
      })
      .finally(() => {
        isBusy.current = false;
        setSending(false);
      });
  }, [accountId, client]);

  useEffect(() => {
    if (pending === 0) return;
    const look = () => document.visibilityState === 'visible' && send();
    const timer = setInterval(send, againMs);
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', look);
    };
  }, [pending, send]);

  const isLive = state === 'live';
  const isShownFromHere = servedAtMs !== null;
  useEffect(() => {
    if (pending > 0) send();
    // The server is back: what was shown from this device is asked again.
    if (isLive && isShownFromHere) void client.invalidateQueries();
  }, [isLive, pending, isShownFromHere, send, client]);

  return { send, isSending, problem };
}

/** Two tabs need not send the same; over plain http there are no locks, and the server recognises what comes twice. */
async function oneTabOnly<T>(work: () => Promise<T[]>): Promise<T[]> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(lockName, { ifAvailable: true }, (lock) => (lock ? work() : []));
}
