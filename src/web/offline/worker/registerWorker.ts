import { setOfflineState } from '../offlineState.ts';

/** Lets the browser keep the program itself, so that pages open without network. Browsers allow it over https and on localhost. */
export function registerWorker(): void {
  if (!window.isSecureContext) return setOfflineState({ worker: 'insecure' });
  if (!('serviceWorker' in navigator)) return setOfflineState({ worker: 'unsupported' });
  // The development server hands out single modules: there is nothing to keep.
  if (!import.meta.env.PROD) return setOfflineState({ worker: 'unsupported' });
  navigator.serviceWorker
    .register('/sw.js')
    .then(() => navigator.serviceWorker.ready)
    .then(
      () => setOfflineState({ worker: 'ready' }),
      (error: unknown) => {
        setOfflineState({ worker: 'failed' });
        console.warn('no service worker', error);
      },
    );
}
