import { z } from 'zod';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { apply, mostChanged, preview, undo, type BulkAsk } from '../../operations/bulkOperations.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { readListQuery } from '../listQuery.ts';
import type { Services } from '../services.ts';
import { within } from './registers.ts';

const params = z.object({ id: z.string() });
const body = z.object({
  /** Made by the client: the same change sent twice is made once. */
  batchId: z.uuid(),
  ids: z.array(z.uuid()).min(1).max(mostChanged).optional(),
  /** Instead of ids: the query of a list. */
  filter: z.record(z.string(), z.string().max(500)).optional(),
  change: z.record(z.string(), z.unknown()).refine((change) => Object.keys(change).length > 0),
  versions: z.record(z.uuid(), z.int()).optional(),
  why: z.string().trim().max(500).default(''),
  preview: z.boolean().default(false),
});

/** One change to many records of a register, looked at first and taken back for 15 minutes. */
export function bulkEndpoints({ context }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'PATCH',
      path: '/api/v1/registers/{id}',
      summary: 'Change many records at once (ids or filter, at most 1,000); preview: true only says what would change',
      params,
      body,
      handle: ({ actor, params: { id }, body: { batchId, ids, filter, change, versions, why, preview: isPreview } }) =>
        within<unknown>(id, async (declaration) => {
          if ((ids === undefined) === (filter === undefined))
            return refuse('bulk-choice', 422, { zh: '须给出 ids 或 filter 之一', en: 'Give either ids or filter' });
          const query = readListQuery(filter ?? {});
          if (!query.ok) return query;
          const ask: BulkAsk = { choice: ids ? { ids } : { query: query.value }, change, why, ...(versions && { versions }) };
          return isPreview ? preview(context, actor, declaration, ask) : apply(context, actor, declaration, batchId, ask);
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/registers/{id}/undo',
      summary: 'Take a change of many back, within 15 minutes, by who made it',
      params,
      body: z.object({ batchId: z.uuid() }),
      handle: async ({ actor, params: { id }, body: { batchId } }) =>
        within(id, async (declaration) => {
          const done = await undo(context, actor, declaration, batchId);
          return done.ok ? accept(done.value) : done;
        }),
    }),
  ];
}
