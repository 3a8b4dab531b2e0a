import { z } from 'zod';
import { hasRole, isInReach, roles, type Actor, type Role } from '#kernel/access/access.ts';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { dropView, keepView, viewsOf } from '../../storage/savedViews.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';
import { within } from './registers.ts';

const params = z.object({ id: z.string() });
const viewParams = z.object({ id: z.string(), viewId: z.uuid() });
const role = z.enum(Object.keys(roles) as [Role, ...Role[]]);
const state = z.object({
  q: z.string().max(200),
  sort: z.string().max(60),
  filters: z.record(z.string().max(60), z.string().max(500)),
  columns: z.array(z.string().max(60)).max(100),
  density: z.enum(['wide', 'tight']),
});
const body = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(60),
  sharedWith: z.object({ areaCode: z.string().regex(/^(\d{6}|\d{9}|\d{12})$/), role: role.nullable() }).nullable(),
  state,
});

/** Saved views of a register: one's own and those shared with one's area and role. */
export function savedViewEndpoints({ context }: Services): Endpoint[] {
  const isFor = (actor: Actor, shared: { role: Role | null } | null) => !shared?.role || hasRole(actor, [shared.role]);
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/registers/{id}/views',
      summary: 'Saved views: own and shared',
      params,
      handle: ({ actor, params: { id } }) =>
        within(id, async (declaration) => {
          const views = await context.database.transaction(actor, (tx) => viewsOf(tx, declaration.id));
          return accept({ items: views.filter((view) => view.mine || isFor(actor, view.sharedWith)) });
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/registers/{id}/views',
      summary: 'Keep a view under an id the client made; sent again with the same id it changes',
      params,
      body,
      status: 201,
      handle: ({ actor, params: { id }, body: view }) =>
        within(id, async (declaration) => {
          const { sharedWith } = view;
          if (sharedWith && !isInReach(actor, sharedWith.areaCode))
            return refuse('area-outside', 403, { zh: '只能在您的辖区内共享', en: 'A view is shared inside your own area only' });
          const kept = await context.database.transaction(actor, (tx) =>
            keepView(tx, { ...view, register: declaration.id }, context.clock.now()),
          );
          return kept ? accept(kept) : refuse('view-of-another', 409, { zh: '这个视图属于他人', en: 'The view is somebody else’s' });
        }),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/registers/{id}/views/{viewId}',
      summary: 'Delete one of your own views',
      params: viewParams,
      handle: ({ actor, params: { id, viewId } }) =>
        within(id, async (declaration) => {
          const isGone = await context.database.transaction(actor, (tx) => dropView(tx, declaration.id, viewId));
          return isGone ? accept(null) : refuse('view-missing', 404, { zh: '没有您自己的这个视图', en: 'You have no such view' });
        }),
    }),
  ];
}
