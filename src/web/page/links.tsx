import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type MouseEvent, type ReactNode, useCallback } from 'react';

// Ways between pages. Room pages use these and not the router itself: their paths come from a list, so the router cannot
// know them at compile time.

export type Search = Record<string, string | undefined>;

/** A link to a page of Anlan: `<PageLink to={`/incidents/${id}`}>`. */
export function PageLink({ to, search, className, children }: { to: string; search?: Search; className?: string; children: ReactNode }) {
  return (
    <Link to={to} search={search ?? {}} className={className}>
      {children}
    </Link>
  );
}

/**
 * A link that takes no part in following the address, for rows of long lists: hundreds of `PageLink`s, each listening to the
 * router, are what makes scrolling heavy. New tab, new window and copying the address work as with any link.
 */
export function PlainLink({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  const navigate = useNavigate();
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({ to, search: {} });
  };
  return (
    <a href={to} className={className} onClick={go}>
      {children}
    </a>
  );
}

/** Goes to a page: `go('/incidents/123')`, `go('/map', { at: '116.9,34.2' })`. */
export function useGo(): (to: string, search?: Search) => void {
  const navigate = useNavigate();
  return (to, search) => void navigate({ to, search: search ?? {} });
}

/** A part of the path: `useParam('id')` on a page declared as `/incidents/$id`. Empty when the path has no such part. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? '';
}

/**
 * What stands behind the `?` of the address, and the way to change it in place: `change({ q: 'x', cursor: undefined })`.
 * Filters live there, so a list can be shared by its address.
 */
export function useAddress(): [Search, (change: Search) => void] {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  // Always the same function, so what is handed it is not drawn again for its sake.
  const change = useCallback(
    (next: Search) => void navigate({ to: '.', search: (before: Search) => withoutEmpty({ ...before, ...next }), replace: true }),
    [navigate],
  );
  return [search, change];
}

/** Search values without those that are empty. */
export function withoutEmpty(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
}
