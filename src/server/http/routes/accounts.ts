import { z } from 'zod';
import { roles, type Role } from '#kernel/access/access.ts';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { listAccounts, setActive, type Account } from '../../storage/accounts.ts';
import { writeJournal } from '../../storage/journal.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const administrators = ['administrator'] as const;
const roleNames = Object.keys(roles) as [Role, ...Role[]];

/** Accounts: list, invite, invite again, switch off and on. */
export function accountEndpoints({ context, sessions }: Services): Endpoint[] {
  const find = async (actor: Parameters<typeof sessions.invite>[0], id: string) =>
    (await context.database.transaction(actor, listAccounts)).find((account) => account.id === id);
  const missing = refuse('account-missing', 404, { zh: '没有这个账号', en: 'There is no such account' });
  const link = (token: string) => `${context.publicUrl}/invite?token=${token}`;

  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/accounts',
      summary: 'Accounts in the own area',
      access: administrators,
      handle: async ({ actor }) => accept({ items: (await context.database.transaction(actor, listAccounts)).map(present) }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/accounts',
      summary: 'Add a person; answers the one-time link to hand over',
      access: administrators,
      body: z.strictObject({
        account: z.string().regex(/^[A-Za-z0-9._-]{2,40}$/),
        name: z.string().trim().min(1).max(40),
        roles: z.array(z.enum(roleNames)).min(1),
        areaCode: z.string().regex(/^(\d{6}|\d{9}|\d{12})$/),
      }),
      status: 201,
      handle: async ({ actor, body }) => {
        const invited = await sessions.invite(actor, body);
        return invited.ok ? accept({ id: invited.value.id, invitation: link(invited.value.token) }) : invited;
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/accounts/{id}/invitation',
      summary: 'A new one-time link, for a forgotten password',
      access: administrators,
      params: z.object({ id: z.uuid() }),
      handle: async ({ actor, params: { id } }) => {
        const account = await find(actor, id);
        if (!account) return missing;
        const invited = await sessions.inviteAgain(actor, id, account.areaCode);
        return invited.ok ? accept({ id, invitation: link(invited.value.token) }) : invited;
      },
    }),
    endpoint({
      method: 'PATCH',
      path: '/api/v1/accounts/{id}',
      summary: 'Switch an account off (ends its sessions) or on',
      access: administrators,
      params: z.object({ id: z.uuid() }),
      body: z.strictObject({ active: z.boolean() }),
      handle: async ({ actor, params: { id }, body: { active } }) => {
        if (id === actor.accountId)
          return refuse('account-own', 409, { zh: '不能停用自己的账号', en: 'You cannot switch off your own account' });
        const account = await find(actor, id);
        if (!account) return missing;
        await context.database.transaction(actor, async (tx) => {
          await setActive(tx, id, active);
          await writeJournal(tx, context.clock, [
            { act: active ? 'activate' : 'deactivate', subjectKind: 'account', subjectId: id, areaCode: account.areaCode },
          ]);
        });
        sessions.forget(id);
        return accept(present({ ...account, active }));
      },
    }),
  ];
}

function present({ id, account, name, roles: held, areaCode, active, password }: Account) {
  return { id, account, name, roles: held, areaCode, active, state: active ? (password ? 'active' : 'invited') : 'deactivated' };
}
