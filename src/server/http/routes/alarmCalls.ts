import { z } from 'zod';
import { accept } from '#kernel/problem/refusal.ts';
import { alarmCall } from '../../storage/alarmCalls.ts';
import { deadlinesOf } from '../../storage/deadlines.ts';
import { deliveriesAbout } from '../../storage/deliveries.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const watchers = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'] as const;

/** Who was called for an alarm, how each call went, and who is called next. */
export function alarmCallEndpoints({ context }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/alarms/{id}/calls',
      summary: 'Calls made for an alarm with their receipts, the next one, and the supervision of an unanswered one',
      access: watchers,
      params: z.object({ id: z.uuid() }),
      handle: async ({ actor, params: { id } }) =>
        accept(
          await context.database.transaction(actor, async (tx) => {
            const call = await alarmCall(tx, id);
            const planned = call?.state === 'calling' ? call.plan[call.next] : undefined;
            return {
              state: call?.state ?? null,
              stoppedAt: call?.stoppedAt?.toISOString() ?? null,
              stoppedBy: call?.stoppedBy ?? null,
              next: planned && call ? { at: call.nextAt?.toISOString() ?? null, whom: planned.whom, channel: planned.channel } : null,
              deliveries: await deliveriesAbout(tx, { kind: 'alarm', id }),
              deadlines: await deadlinesOf(tx, { kind: 'alarm', id }),
            };
          }),
        ),
    }),
  ];
}
