import { Navigate } from '@tanstack/react-router';
import { pages } from '#rooms/pages.ts';
import { useSession } from '#web/api/queries.ts';
import { startFor } from './menu.ts';

/** The bare address: leads to the page where this person's day begins. */
export function Start() {
  const { data: me } = useSession();
  return me ? <Navigate to={startFor(pages, me.roles)} replace /> : null;
}
