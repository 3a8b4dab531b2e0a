import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 760px)';

function subscribe(tell: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

/** Whether the page is as narrow as a phone; the same limit as in the style sheets. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
}
