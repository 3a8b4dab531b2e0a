import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { PageDeclaration } from '#rooms/pages.ts';
import { useSession } from '#web/api/queries.ts';
import { NoPermission } from '#web/page/states.tsx';
import { maySee } from './menu.ts';

const loaded = new Map<string, LazyExoticComponent<ComponentType>>();

/** A room's page, loaded when it is first opened, if the person's roles allow it. */
export function PageSlot({ page }: { page: PageDeclaration }) {
  const { data: me } = useSession();
  if (!me) return null;
  if (!maySee(page, me.roles)) return <NoPermission roles={page.roles ?? []} />;
  let Page = loaded.get(page.path);
  if (!Page) {
    Page = lazy(page.load);
    loaded.set(page.path, Page);
  }
  return <Page />;
}
