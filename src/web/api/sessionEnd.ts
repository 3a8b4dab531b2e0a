import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { Me } from './answers.ts';
import { keys } from './keys.ts';

// A session that runs out must not take the page with it: what was typed stays, and the password is asked over it.

/** Notes that the server no longer knows the session; without anybody logged in there is nothing to note. */
export function endSession(client: QueryClient): void {
  if (client.getQueryData<Me | null>(keys.session())) client.setQueryData(keys.sessionEnded(), true);
}

/** Notes who is logged in now. */
export function beginSession(client: QueryClient, me: Me): void {
  client.setQueryData(keys.sessionEnded(), false);
  client.setQueryData(keys.session(), me);
}

/** Forgets the person and everything that was read for them. */
export function leaveSession(client: QueryClient): void {
  client.clear();
  client.setQueryData(keys.session(), null);
}

/** Whether the session ran out while its person was at work. */
export function useSessionEnded(): boolean {
  return useQuery({ queryKey: keys.sessionEnded(), queryFn: () => false, initialData: false, enabled: false }).data;
}
