import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OfflineWrite, WriteOutcome } from '#kernel/offline/offlineWrite.ts';
import { api, NetworkFailure } from '#web/api/client.ts';
import type { LocalWrite } from './offlineDatabase.ts';
import { offlineState, setOfflineState, useOffline } from './offlineState.ts';
import { byMaking, Outbox } from './outbox.ts';

/** A write on the page: from this device, or one the server holds of another device of the same person. */
export interface ShownWrite extends OfflineWrite {
  title: string;
  outcome: WriteOutcome | null;
  isHere: boolean;
}

type ServerWrite = OfflineWrite & WriteOutcome;

/** What is here and what the server still holds of this person, in the order it was made. */
export function useOutbox(accountId: string) {
  const { pending, attention } = useOffline();
  return useQuery({
    queryKey: ['outbox', accountId, pending, attention],
    staleTime: 0,
    placeholderData: (before) => before,
    queryFn: async (): Promise<ShownWrite[]> => {
      const here = (await new Outbox(accountId).all()).filter(({ kind }) => kind !== 'withdrawn');
      const known = new Set(here.map(({ id }) => id));
      const there = (await heldByServer()).filter(({ id }) => !known.has(id));
      return [...here.map((write) => ({ ...write, isHere: true })), ...there.map(fromServer)].sort(byMaking);
    },
  });
}

async function heldByServer(): Promise<ServerWrite[]> {
  try {
    return (await api.get<{ items: ServerWrite[] }>('/offline/writes')).items;
  } catch (error) {
    // Without network the page shows what is on this device.
    if (error instanceof NetworkFailure) return [];
    throw error;
  }
}

function fromServer({ state, version, problem, conflict, ...write }: ServerWrite): ShownWrite {
  return { ...write, title: '', outcome: { state, version, problem, conflict }, isHere: false };
}

export interface Decision {
  choice: 'mine' | 'theirs' | 'fields';
  fields?: Record<string, unknown>;
  version: number | null;
}

/** What a person can do about a write. */
export function useWriteActions(accountId: string) {
  const client = useQueryClient();
  const outbox = new Outbox(accountId);
  const settle = async (outcomes: (WriteOutcome & { id: string })[]) => {
    const left: LocalWrite[] = await outbox.note(outcomes);
    setOfflineState({ sent: offlineState().sent + left.filter(({ outcome }) => outcome?.version !== null).length });
    await client.invalidateQueries();
  };
  return {
    decide: async (id: string, decision: Decision) => {
      await settle((await api.post<{ outcomes: (WriteOutcome & { id: string })[] }>(`/offline/writes/${id}/resolve`, decision)).outcomes);
    },
    /** Gives up a write that is not known to have arrived. */
    withdraw: async (id: string) => {
      await outbox.withdraw(id);
      await client.invalidateQueries();
    },
  };
}
