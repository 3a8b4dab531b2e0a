import { useSyncExternalStore } from 'react';

// What every page may say about being without network, small enough for the first load. The outbox itself, with its
// database, is fetched when there is something to keep or to send (outbox.ts).

/** Whether pages can be opened without network. `insecure`: plain http, where browsers allow no service worker. */
export type WorkerState = 'starting' | 'ready' | 'insecure' | 'unsupported' | 'failed';

export interface OfflineState {
  accountId: string | null;
  /** Name of the person, for what they write on the device. */
  name: string;
  /** Writes kept on this device that the server does not have yet. */
  pending: number;
  /** Writes that arrived and need a decision of their person. */
  attention: number;
  /** Kept age of the oldest answer on screen, epoch milliseconds; null while all came from the server. */
  servedAtMs: number | null;
  worker: WorkerState;
  /** Why it failed, in the browser's words. */
  workerFault: string;
  /** Writes that reached the server since the page was opened. */
  sent: number;
}

const start: OfflineState = {
  accountId: null,
  name: '',
  pending: 0,
  attention: 0,
  servedAtMs: null,
  worker: 'starting',
  workerFault: '',
  sent: 0,
};
let state = start;
const listeners = new Set<() => void>();
const countKey = (accountId: string) => `anlan.outbox.${accountId}`;

export function offlineState(): OfflineState {
  return state;
}

export function setOfflineState(change: Partial<OfflineState>): void {
  if (Object.entries(change).every(([name, value]) => state[name as keyof OfflineState] === value)) return;
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export function useOffline(): OfflineState {
  return useSyncExternalStore(subscribe, offlineState);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Notes who is at this browser, and how much they have waiting here. */
export function enterAccount(accountId: string | null, name: string): void {
  setOfflineState({ accountId, name, ...(accountId === null ? { pending: 0, attention: 0 } : keptCounts(accountId)) });
}

/** Numbers of the outbox; kept beside it, so the header knows them without opening it, in every tab. */
export function setCounts(accountId: string, pending: number, attention: number): void {
  localStorage.setItem(countKey(accountId), `${pending},${attention}`);
  if (accountId === state.accountId) setOfflineState({ pending, attention });
}

function keptCounts(accountId: string): { pending: number; attention: number } {
  const [pending = 0, attention = 0] = (localStorage.getItem(countKey(accountId)) ?? '').split(',').map(Number);
  return { pending: pending || 0, attention: attention || 0 };
}

/** Follows what other tabs keep and send; returns the way to stop. */
export function followOtherTabs(): () => void {
  const follow = ({ key }: StorageEvent) => {
    if (state.accountId !== null && key === countKey(state.accountId)) setOfflineState(keptCounts(state.accountId));
  };
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}

/** Whether this browser can keep a write at all. */
export function canKeep(): boolean {
  return state.accountId !== null && typeof indexedDB !== 'undefined';
}
