import { accept } from '#kernel/problem/refusal.ts';
import { openDeadlines } from '../../storage/deadlines.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const most = 500;

/** Everything that is due, over all rooms. */
export function deadlineEndpoints({ context }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/deadlines',
      summary: 'Clocks nobody has answered yet, due first',
      handle: async ({ actor }) => accept({ items: await context.database.transaction(actor, (tx) => openDeadlines(tx, most)) }),
    }),
  ];
}
