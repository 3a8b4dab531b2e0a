import { z } from 'zod';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { roles, type Actor, type Role } from '#kernel/access/access.ts';
import { accept, type Outcome } from '#kernel/problem/refusal.ts';
import { listAccounts } from '../../storage/accounts.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { originOf } from '../origin.ts';
import type { Services } from '../services.ts';
import { tokenOf } from '../token.ts';

const roleNames = Object.keys(roles) as [Role, ...Role[]];
export const areaCode = z.string().regex(/^(\d{6}|\d{9}|\d{12})$/);
export const grant = z.strictObject({ role: z.enum(roleNames), areaCode });
export const instant = z.iso.datetime({ offset: true });
const password = z.string().max(256);
const why = z.string().trim().max(500);
const byId = z.object({ id: z.string().max(1400) });
const confirmed = z.strictObject({ password });

/** One's own account: `/api/v1/me`. No API token reaches it. */
export function ownAccountEndpoints({ access: { own, sessions }, context }: Services): Endpoint[] {
  const sessionOf = async (actor: Actor, token: string | null) => {
    const known = token ? await sessions.actorOf(token, actor.from) : null;
    return known?.ok ? known.value.sessionId : null;
  };
  /** After a change of what the account may or holds, what is remembered of it is old. */
  const renewed = <T>(outcome: Outcome<T>, ...accounts: (string | null)[]): Outcome<T> => {
    if (outcome.ok) sessions.forget(...accounts.filter((id) => id !== null));
    return outcome;
  };

  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/me',
      summary: 'My account: rights, posts, second factors, sessions, API tokens, delegations',
      handle: async ({ actor, request }) => own.view(actor, await sessionOf(actor, tokenOf(request))),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/me/password',
      summary: 'Change my password; every other session ends',
      body: z.strictObject({ current: password, next: password }),
      handle: async ({ actor, body, request }) =>
        renewed(await own.changePassword(actor, await sessionOf(actor, tokenOf(request)), body.current, body.next), actor.accountId),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/me/sessions',
      summary: 'Sign out everywhere, here too',
      handle: async ({ actor }) => renewed(await own.endSessions(actor, null), actor.accountId),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/me/sessions/{id}',
      summary: 'End one session',
      params: z.object({ id: z.uuid() }),
      handle: async ({ actor, params: { id } }) => renewed(await own.endSessions(actor, id), actor.accountId),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/me/factors/totp',
      summary: 'A secret for an authenticator app, shown once',
      body: confirmed,
      status: 201,
      handle: ({ actor, body }) => own.proposeTotp(actor, body.password),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/me/factors/totp/confirmation',
      summary: 'The first code of the app ties it; answers recovery codes, shown once',
      body: z.strictObject({ code: z.string().max(20) }),
      handle: ({ actor, body }) => own.confirmTotp(actor, body.code),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/me/factors/totp/removal',
      summary: 'Untie the authenticator app',
      body: confirmed,
      handle: ({ actor, body }) => own.removeTotp(actor, body.password),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/me/factors/recovery-codes',
      summary: 'New recovery codes in the place of the old ones, shown once',
      body: confirmed,
      status: 201,
      handle: ({ actor, body }) => own.renewRecoveryCodes(actor, body.password),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/me/factors/passkeys/options',
      summary: 'What the browser needs to make a passkey',
      body: confirmed,
      handle: ({ actor, body, request }) => own.offerPasskey(actor, body.password, originOf(request)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/me/factors/passkeys',
      summary: 'Keep the passkey the browser made',
      body: z.strictObject({
        step: z.string().max(100),
        name: z.string().trim().min(1).max(40),
        passkey: z.looseObject({ id: z.string().max(1400), response: z.looseObject({}) }),
      }),
      status: 201,
      handle: ({ actor, body }) => own.addPasskey(actor, body.step, body.name, body.passkey as unknown as RegistrationResponseJSON),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/me/factors/passkeys/{id}/removal',
      summary: 'Remove a passkey',
      params: byId,
      body: confirmed,
      handle: ({ actor, params: { id }, body }) => own.removePasskey(actor, body.password, id),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/me/tokens',
      summary: 'Make an API token; the answer is the only time it is seen',
      body: z.strictObject({
        name: z.string().trim().min(1).max(60),
        scopes: z.array(z.string().max(80)).min(1).max(100),
        areaCode,
        expiresAt: instant,
      }),
      status: 201,
      handle: ({ actor, body }) => own.addToken(actor, body),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/me/tokens/{id}',
      summary: 'Revoke an API token',
      params: z.object({ id: z.uuid() }),
      handle: async ({ actor, params: { id } }) => renewed(await own.revokeToken(actor, id), actor.accountId),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/me/delegations',
      summary: 'Hand part of what I hold to another account until an instant',
      body: z.strictObject({
        toAccountId: z.uuid(),
        grants: z.array(grant).min(1).max(50),
        startsAt: instant.nullable().default(null),
        endsAt: instant,
        why: why.min(1),
      }),
      status: 201,
      handle: async ({ actor, body }) => renewed(await own.delegate(actor, body), body.toAccountId),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/me/delegations/{id}',
      summary: 'End a delegation',
      params: z.object({ id: z.uuid() }),
      handle: async ({ actor, params: { id } }) => {
        const revoked = await own.revokeDelegation(actor, id);
        // Whoever it was handed on to loses it too, so everybody is looked at anew.
        if (revoked.ok) sessions.forget();
        return revoked.ok ? accept(null) : revoked;
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/me/colleagues',
      summary: 'Names of the accounts in my area, to hand something to',
      handle: async ({ actor }) => {
        const accounts = await context.database.transaction(actor, listAccounts);
        return accept({
          items: accounts
            .filter(({ active, id }) => active && id !== actor.accountId)
            .map(({ id, account, name }) => ({ id, account, name })),
        });
      },
    }),
  ];
}
