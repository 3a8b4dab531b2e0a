import { setOfflineState } from '../offlineState.ts';

/** Lets the browser keep the program itself, so that pages open without network. Browsers allow it over https and on localhost. */
export function registerWorker(): void {
  if (!window.isSecureContext) return setOfflineState({ worker: 'insecure' });
  if (!('serviceWorker' in navigator)) return setOfflineState({ worker: 'unsupported' });
  // The development server hands out single modules: there is nothing to keep.
  if (!import.meta.env.PROD) return setOfflineState({ worker: 'unsupported' });
  // Kept by an earlier visit: also when the network is too weak to look for a newer program.
  const isKept = navigator.serviceWorker.controller !== null;
  if (isKept) setOfflineState({ worker: 'ready' });
  navigator.serviceWorker
    .register('/sw.js')
    .then(() => navigator.serviceWorker.ready)
    .then(
      () => setOfflineState({ worker: 'ready' }),
      (error: unknown) => {
        if (!isKept) setOfflineState({ worker: 'failed', workerFault: String(error) });
      },
    );
}
