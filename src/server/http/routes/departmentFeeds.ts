import { z } from 'zod';
import { clearFeedSecret, feedQuality, setFeedSecret } from '../../operations/departmentFeedOperations.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const readers = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'] as const;
const writers = ['administrator', 'dutyOfficer'] as const;
const params = z.object({ id: z.uuid() });

/** Platforms of departments: how reading goes, and the secrets they want. */
export function departmentFeedEndpoints({ context, ingest, seal }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/department-feeds',
      summary: 'Platforms of departments with their last success, latency, gaps, errors and readings a day',
      access: readers,
      handle: ({ actor }) => feedQuality(context, actor),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/department-feeds/{id}/secret',
      summary: 'Set the content of the header a platform wants; it cannot be read again',
      access: writers,
      params,
      body: z.strictObject({ secret: z.string().regex(/^[\x20-\x7e]{1,2000}$/) }),
      handle: async ({ actor, params: { id }, body }) => {
        const set = await setFeedSecret(context, seal, actor, id, body.secret);
        if (set.ok) ingest.feeds.reload();
        return set;
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/department-feeds/{id}/secret',
      summary: 'Take the content of the header away',
      access: writers,
      params,
      handle: async ({ actor, params: { id } }) => {
        const cleared = await clearFeedSecret(context, actor, id);
        if (cleared.ok) ingest.feeds.reload();
        return cleared;
      },
    }),
  ];
}
