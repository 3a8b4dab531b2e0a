import { z } from 'zod';
import { mayTouch, roles, type Actor, type Role } from '#kernel/access/access.ts';
import { accept, refuse, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import { gate, holdingsOf } from '../../access/holdings.ts';
import { grantFault, invite, inviteAgain } from '../../access/invitations.ts';
import { accessPolicy, setAccessPolicy } from '../../access/secondFactors.ts';
import { accountById, listAccounts, setActive, setGrants, type Account } from '../../storage/accounts.ts';
import { revokeApiTokens } from '../../storage/apiTokens.ts';
import type { Transaction } from '../../storage/database.ts';
import { writeJournal } from '../../storage/journal.ts';
import { endSessions } from '../../storage/sessions.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';
import { areaCode, grant } from './ownAccount.ts';

const administrators = ['administrator'] as const;
const roleNames = Object.keys(roles) as [Role, ...Role[]];
const byId = z.object({ id: z.uuid() });
const grants = z.array(grant).min(1).max(50);
const beyondReach = refuse('account-above', 403, {
  zh: '此人在您的辖区以外也有权限，请上级系统管理员办理',
  en: 'This person holds rights outside your area: ask an administrator above',
});
const missing = refuse('account-missing', 404, { zh: '没有这个账号', en: 'There is no such account' });

/** Accounts: list, invite, invite again, change rights, switch off and on, help somebody who lost the second factor. */
export function accountEndpoints({ context, access: { sessions, factors } }: Services): Endpoint[] {
  const { clock, database } = context;
  const link = (token: string) => `${context.publicUrl}/invite?token=${token}`;
  /** Work on an account of the own area. It runs as the program, because keys and sessions belong to their owner only. */
  const onAccount = async <T>(actor: Actor, id: string, work: (tx: Transaction, account: Account) => Promise<T>): Promise<Outcome<T>> => {
    const seen = (await database.transaction(actor, listAccounts)).some((account) => account.id === id);
    if (!seen) return missing;
    const done = await database.transaction({ ...gate(actor.from), accountId: actor.accountId, name: actor.name }, async (tx) => {
      const account = await accountById(tx, id);
      return account && { value: await work(tx, account) };
    });
    sessions.forget(id);
    return done ? accept(done.value) : missing;
  };

  /** Whoever gets a person's link or takes the second factor away could act as that person: only over equals and below. */
  const above = async (actor: Actor, id: string): Promise<Refusal | null> => {
    const held = await database.transaction(gate(actor.from), (tx) => holdingsOf(tx, id, clock.now()));
    return held.grants.every(({ areaCode: where }) => mayTouch(actor, administrators, where)) ? null : beyondReach;
  };

  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/accounts',
      summary: 'Accounts in the own area',
      access: administrators,
      handle: async ({ actor }) => accept({ items: (await database.transaction(actor, listAccounts)).map(present) }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/accounts',
      summary: 'Add a person with roles in one area, or with grants; answers the one-time link to hand over',
      access: administrators,
      body: z
        .strictObject({
          account: z.string().regex(/^[A-Za-z0-9._-]{2,40}$/),
          name: z.string().trim().min(1).max(40),
          roles: z.array(z.enum(roleNames)).optional(),
          grants: grants.optional(),
          areaCode,
        })
        .refine(({ roles: named, grants: given }) => (named?.length ?? 0) + (given?.length ?? 0) > 0),
      status: 201,
      handle: async ({ actor, body: { roles: named = [], grants: given = [], ...account } }) => {
        const all = [...named.map((role) => ({ role, areaCode: account.areaCode })), ...given];
        const invited = await invite(context, actor, { ...account, grants: all });
        return invited.ok ? accept({ id: invited.value.id, invitation: link(invited.value.token) }) : invited;
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/accounts/{id}/invitation',
      summary: 'A new one-time link, for a forgotten password',
      access: administrators,
      params: byId,
      handle: async ({ actor, params: { id } }) => {
        const account = (await database.transaction(actor, listAccounts)).find((each) => each.id === id);
        if (!account) return missing;
        const bar = await above(actor, id);
        if (bar) return bar;
        const invited = await inviteAgain(context, actor, id, account.areaCode);
        return invited.ok ? accept({ id, invitation: link(invited.value.token) }) : invited;
      },
    }),
    endpoint({
      method: 'PATCH',
      path: '/api/v1/accounts/{id}',
      summary: 'Change rights; switch an account off (ends its sessions and tokens) or on',
      access: administrators,
      params: byId,
      body: z.strictObject({ active: z.boolean().optional(), grants: grants.optional() }),
      handle: async ({ actor, params: { id }, body }) => {
        if (id === actor.accountId && body.active === false)
          return refuse('account-own', 409, { zh: '不能停用自己的账号', en: 'You cannot switch off your own account' });
        if (id === actor.accountId && body.grants && !body.grants.some(({ role }) => role === 'administrator'))
          return refuse('account-own', 409, { zh: '不能取消自己的系统管理员角色', en: 'You cannot take your own administrator role away' });
        const fault = body.grants ? grantFault(actor, body.grants) : null;
        if (fault) return fault;
        return onAccount(actor, id, async (tx, account) => {
          const entry = { subjectKind: 'account', subjectId: id, areaCode: account.areaCode };
          // Rights outside the administrator's own area are another administrator's to change.
          const kept = account.grants.filter((each) => !mayTouch(actor, administrators, each.areaCode));
          const next = body.grants ? [...kept, ...body.grants] : account.grants;
          if (body.grants) {
            await setGrants(tx, id, next);
            await writeJournal(tx, clock, [{ ...entry, act: 'grants', detail: { before: account.grants, after: next } }]);
          }
          const active = body.active ?? account.active;
          if (active !== account.active) {
            await setActive(tx, id, active);
            if (!active) await endSessions(tx, id, {});
            if (!active) await revokeApiTokens(tx, id, null, clock.now());
            await writeJournal(tx, clock, [{ ...entry, act: active ? 'activate' : 'deactivate' }]);
          }
          return present({ ...account, active, grants: next });
        });
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/accounts/{id}/sessions',
      summary: 'Sign somebody out everywhere',
      access: administrators,
      params: byId,
      handle: ({ actor, params: { id } }) =>
        onAccount(actor, id, async (tx, account) => {
          const ended = await endSessions(tx, id, {});
          await writeJournal(tx, clock, [
            { act: 'sessionsEnded', subjectKind: 'account', subjectId: id, areaCode: account.areaCode, detail: { ended } },
          ]);
          return { ended };
        }),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/accounts/{id}/factors',
      summary: 'Take the second factors from somebody who lost them',
      access: administrators,
      params: byId,
      handle: async ({ actor, params: { id } }) =>
        (await above(actor, id)) ??
        onAccount(actor, id, async (tx, account) => {
          await factors.reset(tx, account);
          await endSessions(tx, id, {});
          return null;
        }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/access-policy',
      summary: 'Which roles must have a second factor',
      access: administrators,
      handle: async ({ actor }) => accept(await database.transaction(actor, accessPolicy)),
    }),
    endpoint({
      method: 'PATCH',
      path: '/api/v1/access-policy',
      summary: 'Which roles must have a second factor; counts at the next sign-in',
      access: administrators,
      body: z.strictObject({ secondFactorRoles: z.array(z.enum(roleNames)) }),
      handle: async ({ actor, body }) => {
        // It binds the whole installation, so it is for whoever administers the whole county.
        if (!mayTouch(actor, administrators, context.county))
          return refuse('area-outside', 403, {
            zh: '只有县级系统管理员可以修改',
            en: 'Only an administrator of the county may change this',
          });
        await database.transaction(actor, (tx) => setAccessPolicy(context, tx, body));
        return accept(body);
      },
    }),
  ];
}

function present({ id, account, name, grants: held, areaCode: home, active, password }: Account) {
  return {
    id,
    account,
    name,
    roles: [...new Set(held.map(({ role }) => role))],
    grants: held,
    areaCode: home,
    active,
    state: active ? (password ? 'active' : 'invited') : 'deactivated',
  };
}
