import { useSyncExternalStore } from 'react';

// What the browser says about screen and person; it may change while a page is open.

const narrow = '(max-width: 760px)';
const lessMotion = '(prefers-reduced-motion: reduce)';

function useMedia(media: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const query = matchMedia(media);
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    () => matchMedia(media).matches,
  );
}

/** Whether the page is as narrow as a phone; the same limit as in the style sheets. */
export function useIsPhone(): boolean {
  return useMedia(narrow);
}

/** Whether the person asked their system for less motion. */
export function useIsCalm(): boolean {
  return useMedia(lessMotion);
}
