import { z } from 'zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Actor } from '#kernel/access/access.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import { takeUp } from '../../access/invitations.ts';
import type { SignInAnswer } from '../../access/signIn.ts';
import { ssoCallback } from '../../access/singleSignOn.ts';
import { readSetting } from '../../storage/settings.ts';
import { counties } from '../../../../counties/counties.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { originOf } from '../origin.ts';
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
const step = z.string().max(100);
const code = z.string().max(40);
/** What a browser's authenticator answers; its inside is checked by the WebAuthn library. */
const passkeyAnswer = z.looseObject({ id: z.string().max(1400), response: z.looseObject({}) });
const ssoCookie = 'anlan_sso';

type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** Set-up, signing in (password, second factor, passkey, single sign-on) and out, taking up an invitation. */
export function sessionEndpoints(services: Services): Endpoint[] {
  const { access, setup, context } = services;
  const { sessions, signIn, sso } = access;
  const visitorOf = (request: FastifyRequest) => ({ from: request.ip, agent: request.headers['user-agent'] ?? '' });

  const me = async (actor: Actor, account: string) => {
    const demo = await context.database.transaction({ ...actor, kind: 'system' }, (tx) => readSetting(tx, 'demo'));
    return {
      accountId: actor.accountId,
      account,
      name: actor.name,
      roles: actor.roles,
      areaCode: actor.areaCode,
      grants: actor.grants ?? [],
      posts: actor.posts,
      county: setup.county,
      demo: demo !== null,
    };
  };
  /** Either a session with its cookie, or what is still asked. */
  const answer = async (outcome: Outcome<SignInAnswer>, { request, reply }: Exchange): Promise<Outcome<unknown>> => {
    if (!outcome.ok) return outcome;
    if ('halfway' in outcome.value) return accept({ secondFactor: outcome.value.halfway });
    const { signedIn, recoveryCodes } = outcome.value;
    void reply.setCookie('anlan_session', signedIn.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: request.protocol === 'https',
      expires: signedIn.expiresAt,
    });
    return accept({ token: signedIn.token, me: await me(signedIn.actor, signedIn.account), ...(recoveryCodes && { recoveryCodes }) });
  };
  const byPassword = async (account: string, password: string, exchange: Exchange) =>
    answer(await signIn.withPassword(account, password, visitorOf(exchange.request)), exchange);

  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/setup',
      summary: 'Whether set-up is still to be done, which county packs are shipped, how people sign in',
      access: 'public',
      handle: async () =>
        accept({ needed: setup.needed, counties: counties.map(({ code: county, name }) => ({ code: county, name })), sso: sso !== null }),
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
        return byPassword(body.account, body.password, { request, reply });
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/session',
      summary: 'Sign in: cookie and bearer token, or `secondFactor` with what is still asked',
      access: 'public',
      body: credentials,
      handle: ({ body, request, reply }) => byPassword(body.account, body.password, { request, reply }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/session/second-factor',
      summary: 'Answer the second factor with a code of the app, a recovery code or a passkey',
      access: 'public',
      body: z.union([z.strictObject({ step, code }), z.strictObject({ step, passkey: passkeyAnswer })]),
      handle: async ({ body, request, reply }) => {
        const visitor = visitorOf(request);
        const outcome =
          'code' in body
            ? await signIn.withCode(body.step, body.code, visitor)
            : await signIn.withPasskeySecond(body.step, body.passkey as unknown as AuthenticationResponseJSON, visitor);
        return answer(outcome, { request, reply });
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/session/second-factor/enrolment',
      summary: 'A role demands a second factor and there is none: a secret for an app, then its first code',
      access: 'public',
      body: z.strictObject({ step, code: code.optional() }),
      handle: async ({ body, request, reply }) =>
        body.code === undefined
          ? signIn.enrol(body.step, visitorOf(request))
          : answer(await signIn.withFirstCode(body.step, body.code, visitorOf(request)), { request, reply }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/session/passkey-options',
      summary: 'What the browser signs with a passkey: for a step, or without one to sign in by passkey alone',
      access: 'public',
      body: z.strictObject({ step: step.optional() }),
      handle: async ({ body, request }) => {
        if (body.step === undefined) return signIn.passkeyAloneOptions(originOf(request), visitorOf(request));
        const options = await signIn.passkeyOptions(body.step, originOf(request), visitorOf(request));
        return options.ok ? accept({ step: body.step, options: options.value }) : options;
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/session/passkey',
      summary: 'Sign in by passkey alone',
      access: 'public',
      body: z.strictObject({ step, passkey: passkeyAnswer }),
      handle: async ({ body, request, reply }) =>
        answer(await signIn.withPasskeyAlone(body.step, body.passkey as unknown as AuthenticationResponseJSON, visitorOf(request)), {
          request,
          reply,
        }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/session/sso',
      summary: 'Go to the single sign-on',
      access: 'public',
      status: 302,
      handle: async ({ request, reply }) => {
        if (!sso) return refuse('sso-missing', 404, { zh: '没有配置统一身份认证', en: 'No single sign-on is configured' });
        const begun = await sso.begin(visitorOf(request));
        if (!begun.ok) return goTo(reply, `/login?problem=${begun.code}`);
        // Lax: the way back comes from the provider's site, and only this browser may take it.
        void reply.setCookie(ssoCookie, begun.value.step, {
          path: '/api/v1/session/sso',
          httpOnly: true,
          sameSite: 'lax',
          secure: request.protocol === 'https',
          maxAge: 600,
        });
        return goTo(reply, begun.value.url);
      },
    }),
    endpoint({
      method: 'GET',
      path: ssoCallback,
      summary: 'Back from the single sign-on',
      access: 'public',
      status: 302,
      handle: async ({ request, reply }) => {
        const kept = request.cookies[ssoCookie];
        void reply.clearCookie(ssoCookie, { path: '/api/v1/session/sso' });
        const outcome = sso && kept ? await sso.finish(kept, request.url.split('?')[1] ?? '', visitorOf(request)) : null;
        const to = new URLSearchParams();
        if (!outcome?.ok) to.set('problem', outcome?.code ?? 'step-expired');
        else if ('halfway' in outcome.value) {
          to.set('step', outcome.value.halfway.step);
          to.set('factors', outcome.value.halfway.factors.join(','));
        } else {
          await answer(outcome, { request, reply });
          return goTo(reply, '/');
        }
        return goTo(reply, `/login?${to}`);
      },
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
        const taken = await takeUp(context, body.token, body.password, request.ip);
        if (!taken.ok) return taken;
        sessions.forget(taken.value.id);
        return byPassword(taken.value.account, body.password, { request, reply });
      },
    }),
  ];
}

/** Sends the browser on; the endpoint's status is 302. */
function goTo(reply: FastifyReply, address: string): Outcome<unknown> {
  void reply.header('location', address);
  return accept('');
}
