import { z } from 'zod';
import { writeKinds, writeStates } from '#kernel/offline/offlineWrite.ts';
import { accept } from '#kernel/problem/refusal.ts';
import { deliverWrites } from '../../offline/deliverWrites.ts';
import { resolveWrite } from '../../offline/resolveWrite.ts';
import { writesIn } from '../../storage/offlineWrites.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const values = z.record(z.string(), z.unknown());
const write = z.object({
  id: z.uuid(),
  sequence: z.int().positive(),
  madeAt: z.iso.datetime({ offset: true }),
  kind: z.enum(writeKinds),
  type: z.string().max(64),
  recordId: z.uuid(),
  baseVersion: z.int().positive().nullable().default(null),
  base: values.default({}),
  body: values,
});

/** Writes made without network: deliver, look at, decide. */
export function offlineEndpoints({ context }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      path: '/api/v1/offline/writes',
      summary: 'Deliver writes of one device; each is applied once and in order, a repeated one answered with its first outcome',
      body: z.object({ deviceId: z.uuid(), writes: z.array(write).min(1).max(100) }),
      handle: ({ actor, body: { deviceId, writes } }) => deliverWrites(context, actor, deviceId, writes),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/offline/writes',
      summary: "The account's own offline writes, newest first; ?state=conflict,refused,blocked,waiting",
      query: z.object({ state: z.string().default('conflict,refused,blocked,waiting') }),
      handle: async ({ actor, query }) => {
        const states = z.array(z.enum(writeStates)).safeParse(query.state.split(','));
        const kept = await context.database.transaction(actor, (tx) => writesIn(tx, states.success ? states.data : []));
        return accept({
          items: kept.map(({ write: { ...made }, outcome, receivedAt, settledAt }) => ({ ...made, ...outcome, receivedAt, settledAt })),
        });
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/offline/writes/{id}/resolve',
      summary: 'Decide about a write in conflict or refused: mine, theirs, or own values; `version` is what was looked at',
      params: z.object({ id: z.uuid() }),
      body: z.object({
        choice: z.enum(['mine', 'theirs', 'fields']),
        fields: values.optional(),
        version: z.int().positive().nullable().default(null),
      }),
      handle: async ({ actor, params: { id }, body }) => {
        const resolved = await resolveWrite(context, actor, id, body);
        return resolved.ok ? accept({ outcomes: resolved.value }) : resolved;
      },
    }),
  ];
}
