import { z } from 'zod';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { insideDivisions } from '../../warnings/insideWarning.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const watchers = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'] as const;
const keepers = ['administrator', 'dutyLeader', 'dutyOfficer'] as const;
const params = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) });
const missing = refuse('warning-missing', 404, { zh: '没有这份预警文件', en: 'There is no such alert' });

/** Warnings of observatories and other agencies: what holds now, the documents, and what lies inside. */
export function warningInForceEndpoints({ context, warningBook }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/warnings-in-force',
      summary: 'Warnings of other agencies that hold now, those to come and those that ended lately',
      access: watchers,
      handle: async ({ actor }) => accept(await warningBook.now(actor)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/warnings-in-force',
      summary: 'Hand over one alert (CAP 1.2 or the 12379 dialect); the same document again changes nothing',
      access: keepers,
      body: z.strictObject({ xml: z.string().min(1).max(1_900_000) }),
      handle: ({ actor, body }) => warningBook.take(Buffer.from(body.xml, 'utf8'), actor.name),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/warnings-in-force/{id}',
      summary: 'One warning with the document it came as',
      access: watchers,
      params,
      handle: async ({ actor, params: { id } }) => {
        const found = await warningBook.find(actor, id);
        return found ? accept(found) : missing;
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/warnings-in-force/{id}/inside',
      summary: 'What lies inside the divisions of the warning, by register',
      access: watchers,
      params,
      handle: async ({ actor, params: { id } }) => {
        const found = await warningBook.find(actor, id);
        return found ? accept({ items: await insideDivisions(context.database, actor, found.warning.places) }) : missing;
      },
    }),
  ];
}
