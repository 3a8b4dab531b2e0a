import { lazy, Suspense } from 'react';
import { useOffline } from './offlineState.ts';

const OutboxNotice = lazy(() => import('./OutboxNotice.tsx'));

/** Stands above every page; the outbox is fetched only when something is, or was, in it. */
export function OfflineWatch() {
  const { accountId, pending, attention, sent, servedAtMs } = useOffline();
  if (accountId === null || (pending + attention + sent === 0 && servedAtMs === null)) return null;
  return (
    <Suspense fallback={null}>
      <OutboxNotice accountId={accountId} />
    </Suspense>
  );
}
