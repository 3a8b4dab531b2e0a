import { z } from 'zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#kernel/access/access.ts';
import { accept, type Outcome } from '#kernel/problem/refusal.ts';
import { readSetting } from '../../storage/settings.ts';
import { counties } from '../../../../counties/counties.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';
import { tokenOf } from '../token.ts';
import { afterDemoChange } from './demo.ts';

const credentials = z.strictObject({ account: z.string().min(1).max(60), password: z.string().min(1).max(256) });
const setupBody = z.strictObject({
  token: z.string().max(100),
  account: z.string().regex(/^[A-Za-z0-9._-]{2,40}$/),
  password: z.string().max(256),
  name: z.string().trim().min(1).max(40),
  county: z.string(),
  demo: z.boolean(),
});

/** Set-up, signing in and out, taking up an invitation. */
export function sessionEndpoints(services: Services): Endpoint[] {
  const { sessions, setup, context } = services;

  const me = async (actor: Actor, account: string) => {
    const demo = await context.database.transaction({ ...actor, kind: 'system' }, (tx) => readSetting(tx, 'demo'));
    return {
      accountId: actor.accountId,
      account,
      name: actor.name,
      roles: actor.roles,
      areaCode: actor.areaCode,
      county: setup.county,
      demo: demo !== null,
    };
  };
  const signIn = async (
    account: string,
    password: string,
    ask: { request: FastifyRequest; reply: FastifyReply },
  ): Promise<Outcome<unknown>> => {
    const signed = await sessions.signIn(account, password, ask.request.ip, ask.request.headers['user-agent'] ?? '');
    if (!signed.ok) return signed;
    const { token, actor, expiresAt } = signed.value;
    void ask.reply.setCookie('anlan_session', token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: ask.request.protocol === 'https',
      expires: expiresAt,
    });
    return accept({ token, me: await me(actor, account) });
  };

  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/setup',
      summary: 'Whether set-up is still to be done, and which county packs are shipped',
      access: 'public',
      handle: async () => accept({ needed: setup.needed, counties: counties.map(({ code, name }) => ({ code, name })) }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/setup',
      summary: 'Create the administrator and load the county, with the one-time link',
      access: 'public',
      body: setupBody,
      handle: async ({ body, request, reply }) => {
        const done = await setup.run(body, request.ip);
        if (!done.ok) return done;
        if (body.demo) await afterDemoChange(services);
        return signIn(body.account, body.password, { request, reply });
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/session',
      summary: 'Sign in: cookie and bearer token',
      access: 'public',
      body: credentials,
      handle: ({ body, request, reply }) => signIn(body.account, body.password, { request, reply }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/session',
      summary: 'Who I am',
      access: 'public',
      handle: async ({ request }) => {
        const token = tokenOf(request);
        const known = token ? await sessions.actorOf(token, request.ip) : null;
        if (!known) return accept({ me: null });
        return known.ok ? accept({ me: await me(known.value.actor, known.value.account) }) : known;
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/session',
      summary: 'Sign out',
      access: 'public',
      handle: async ({ request, reply }) => {
        const token = tokenOf(request);
        if (token) await sessions.signOut(token, request.ip);
        void reply.clearCookie('anlan_session', { path: '/' });
        return accept(null);
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/invitation',
      summary: 'Take up an invitation: set the password and sign in',
      access: 'public',
      body: z.strictObject({ token: z.string().max(100), password: z.string().max(256) }),
      handle: async ({ body, request, reply }) => {
        const taken = await sessions.takeUp(body.token, body.password, request.ip);
        return taken.ok ? signIn(taken.value.account, body.password, { request, reply }) : taken;
      },
    }),
  ];
}
