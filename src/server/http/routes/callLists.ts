import { z } from 'zod';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { reachedByMinute } from '#kernel/message/callList.ts';
import { endCallList, makeCallList, tickCallEntry } from '../../operations/callListOperations.ts';
import { callListById, callLists } from '../../storage/callLists.ts';
import { deliveriesAboutAll } from '../../storage/deliveries.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const callers = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'] as const;
const makers = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'] as const;
const params = z.object({ id: z.uuid() });
const mostLists = 200;

/** Call lists: who must be told one by one, and what came of each call. */
export function callListEndpoints({ context, listCaller }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/call-lists',
      summary: 'Call lists, newest first, with how many were reached',
      access: callers,
      handle: async ({ actor }) => accept({ items: await context.database.transaction(actor, (tx) => callLists(tx, mostLists)) }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/call-lists',
      summary: 'Make a call list of those responsible in divisions; the client makes the id',
      access: makers,
      body: z.strictObject({
        id: z.uuid(),
        title: z.string().trim().min(1).max(200),
        message: z.string().trim().min(1).max(2_000),
        about: z.strictObject({ kind: z.string().max(60), id: z.string().max(100) }),
        divisions: z
          .array(z.string().regex(/^(\d{6}|\d{9}|\d{12})$/))
          .min(1)
          .max(1_000),
        minutes: z.int().min(1).max(240),
        tries: z.int().min(1).max(10),
        channels: z
          .array(z.enum(['sms', 'voice']))
          .max(2)
          .default([]),
        demo: z.boolean().default(false),
      }),
      status: 201,
      handle: async ({ actor, body }) => {
        const made = await makeCallList(context, actor, body);
        if (made.ok) listCaller.wake();
        return made;
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/call-lists/{id}',
      summary: 'A call list with its entries, receipts, and how many were reached by which minute',
      access: callers,
      params,
      handle: async ({ actor, params: { id } }) =>
        context.database.transaction(actor, async (tx) => {
          const found = await callListById(tx, id);
          if (!found)
            return refuse('call-list-missing', 404, {
              zh: '没有这份名单，或不在您的辖区',
              en: 'There is no such list, or it is outside your area',
            });
          const deliveries = await deliveriesAboutAll(
            tx,
            'callEntry',
            found.entries.map((entry) => entry.id),
          );
          return accept({ ...found, deliveries, byMinute: reachedByMinute(found.list, found.entries) });
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/call-lists/{id}/close',
      summary: 'End a call list',
      access: makers,
      params,
      handle: ({ actor, params: { id } }) => endCallList(context, actor, id),
    }),
    ...(['reached', 'confirmed', 'noAnswer'] as const).map((act) =>
      endpoint({
        method: 'POST',
        path: `/api/v1/call-entries/{id}/actions/${act}`,
        summary: { reached: 'Somebody was reached', confirmed: 'Somebody read the message back', noAnswer: 'Nobody answered' }[act],
        access: callers,
        params,
        body: z.strictObject({
          version: z.int().positive(),
          channel: z.enum(['phone', 'sms', 'voice']).default('phone'),
          text: z.string().max(500).default(''),
        }),
        handle: async ({ actor, body, params: { id } }) => {
          const ticked = await tickCallEntry(context, actor, id, act, body);
          if (ticked.ok) listCaller.wake();
          return ticked;
        },
      }),
    ),
  ];
}
