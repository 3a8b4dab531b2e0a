import { NetworkFailure } from '#web/api/problem.ts';
import { canKeep, offlineState } from './offlineState.ts';
import type { Draft } from './keepDraft.ts';

// A write goes to the server; where the server is away it is kept on the device. Behind writes that already wait here it
// waits too, or it would arrive before them.

/** Longer than this a save does not keep a person waiting on a weak signal; the server recognises a repeated send. */
export const patienceMs = 15_000;

/**
 * Sends a write, or keeps it.
 * @param online sends it; its signal ends the attempt when the network is too weak
 * @param kept what the page goes on with when the write is kept
 */
export async function writeOrKeep<T>(draft: Draft, online: (signal: AbortSignal) => Promise<T>, kept: () => T): Promise<T> {
  if (canKeep()) {
    const isBehind = offlineState().pending + offlineState().attention > 0 && (await hasEarlier(draft));
    if (navigator.onLine === false || isBehind) return keep(draft, kept);
  }
  try {
    return await online(AbortSignal.timeout(patienceMs));
  } catch (error) {
    const isAway = error instanceof NetworkFailure || (error instanceof DOMException && error.name === 'TimeoutError');
    if (!isAway || !canKeep()) throw error;
    return keep(draft, kept, error);
  }
}

async function hasEarlier({ type, recordId }: Draft): Promise<boolean> {
  const [{ Outbox }, accountId] = [await import('./outbox.ts'), offlineState().accountId];
  return accountId !== null && (await new Outbox(accountId).about(type, recordId)).length > 0;
}

async function keep<T>(draft: Draft, kept: () => T, failure?: Error): Promise<T> {
  const { accountId } = offlineState();
  const { keepDraft } = await import('./keepDraft.ts');
  const isKept = accountId !== null && (await keepDraft(accountId, draft));
  if (!isKept) throw failure ?? new NetworkFailure('offline');
  return kept();
}
