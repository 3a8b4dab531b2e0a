import type { ReactNode } from 'react';
import type { PageDeclaration } from '#rooms/pages.ts';
import { useSession } from '#web/api/queries.ts';
import { NoPermission } from '#web/page/states.tsx';
import { maySee } from './menu.ts';

/** A room's page, if the person's roles allow it. */
export function PageSlot({ page, children }: { page: PageDeclaration; children: ReactNode }) {
  const { data: me } = useSession();
  if (!me) return null;
  return maySee(page, me.roles) ? children : <NoPermission roles={page.roles ?? []} />;
}
