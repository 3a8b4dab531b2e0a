import { z } from 'zod';
import { localDate } from '#kernel/clock/localDate.ts';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { dictionary, isValidOn } from '../../storage/dictionaries.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

/** Code lists as dated data. */
export function dictionaryEndpoints({ context }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/dictionaries/{id}',
      summary: 'Entries of a code list; valid says whether it is offered on the day (?on=YYYY-MM-DD, default today)',
      params: z.object({ id: z.string().max(60) }),
      query: z.object({ on: z.iso.date().optional() }),
      handle: async ({ actor, params: { id }, query }) => {
        const day = query.on ?? localDate(context.clock.now());
        const entries = await context.database.transaction(actor, (tx) => dictionary(tx, id));
        if (!entries) return refuse('dictionary-unknown', 404, { zh: `没有字典“${id}”`, en: `There is no dictionary "${id}"` });
        return accept({ items: entries.map((entry) => ({ ...entry, valid: isValidOn(entry, day) })) });
      },
    }),
  ];
}
