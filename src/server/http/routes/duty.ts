import { accept, refuse } from '#kernel/problem/refusal.ts';
import { dutyShifts } from '#rooms/command/duty/dutyShifts.register.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { shiftsAt } from '../../storage/duty.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

/** Who is on duty now. */
export function dutyEndpoints({ context }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/duty/now',
      summary: 'The shift that answers now, or null',
      handle: async ({ actor }) => {
        if (!actor.roles.some((role) => dutyShifts.access.read.includes(role)))
          return refuse('role-missing', 403, { zh: '您的角色不能查看值班表', en: 'Your role may not see the roster' });
        const shifts = await context.database.transaction(actor, (tx) =>
          shiftsAt(tx, dutyShifts as unknown as RegisterDeclaration, context.clock.now()),
        );
        const first = shifts[0];
        if (!first) return accept({ shift: null });
        return accept({
          shift: {
            leader: { name: first['leaderName'], phone: first['leaderPhone'] ?? '' },
            officers: shifts.map((shift) => ({ name: shift['officerName'], phone: shift['officerPhone'] ?? '' })),
            from: first['startsAt'],
            to: first['endsAt'],
          },
        });
      },
    }),
  ];
}
