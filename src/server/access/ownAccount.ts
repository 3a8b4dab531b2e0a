import { randomUUIDv7 } from 'node:crypto';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { mayTouch, reachOf, type Actor, type Grant } from '#kernel/access/access.ts';
import { beyond } from '#kernel/access/delegation.ts';
import { isScope } from '#kernel/access/scope.ts';
import { isWithin } from '#kernel/area/area.ts';
import { refuse, RefusalError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import type { Context } from '../operations/context.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import { accountById, setPassword, type Account } from '../storage/accounts.ts';
import { addApiToken, apiTokensOf, revokeApiTokens, type ApiToken } from '../storage/apiTokens.ts';
import type { Transaction } from '../storage/database.ts';
import { addDelegation, delegationById, delegationsAbout, revokeDelegation, type NamedDelegation } from '../storage/delegations.ts';
import { writeJournal } from '../storage/journal.ts';
import { mostRanges } from '../storage/policies.ts';
import { endSessions, sessionsOf, type SessionLine } from '../storage/sessions.ts';
import { gate, holdingsOf } from './holdings.ts';
import { weakPassword } from './invitations.ts';
import type { Passkeys } from './passkeys.ts';
import { hashPassword, passwordFits } from './password.ts';
import type { Factors, SecondFactors, TotpProposal } from './secondFactors.ts';
import { closeStep, mustFind, openStep } from './steps.ts';
import { apiTokenStart, digest, newToken } from './token.ts';

// What people do with their own account: password, second factors, sessions, API tokens, delegations. Everything runs as the
// program, bound to the actor's own account, because these rows belong to one account and to nobody's area.

const dayMs = 86_400_000;
const longestTokenMs = 366 * dayMs;
const longestDelegationMs = 184 * dayMs;
const mostTokens = 50;

export interface OwnAccount {
  account: string;
  name: string;
  areaCode: string;
  hasPassword: boolean;
  grants: Grant[];
  posts: string[];
  factors: Factors;
  sessions: (SessionLine & { current: boolean })[];
  tokens: ApiToken[];
  delegations: NamedDelegation[];
}

export class OwnAccounts {
  readonly #context: Context;
  readonly #factors: SecondFactors;
  readonly #passkeys: Passkeys;

  constructor(context: Context, factors: SecondFactors, passkeys: Passkeys) {
    this.#context = context;
    this.#factors = factors;
    this.#passkeys = passkeys;
  }

  view(actor: Actor, sessionId: string | null): Promise<Outcome<OwnAccount>> {
    return this.#work(actor, async (tx, account) => {
      const at = this.#context.clock.now();
      const sessions = await sessionsOf(tx, account.id, at);
      return {
        account: account.account,
        name: account.name,
        areaCode: account.areaCode,
        hasPassword: account.password !== null,
        ...(await holdingsOf(tx, account.id, at)),
        factors: await this.#factors.of(tx, account.id),
        sessions: sessions.map((session) => ({ ...session, current: session.id === sessionId })),
        tokens: await apiTokensOf(tx, account.id),
        delegations: await delegationsAbout(tx, account.id, at),
      };
    });
  }

  /** Sets a new password; every other session ends. */
  async changePassword(actor: Actor, sessionId: string | null, current: string, next: string): Promise<Outcome<null>> {
    const weak = weakPassword('next', next);
    if (weak) return weak;
    const hash = await hashPassword(next);
    return this.#checked(actor, current, async (tx, account) => {
      await setPassword(tx, account.id, hash);
      const ended = await endSessions(tx, account.id, sessionId === null ? {} : { but: sessionId });
      await this.#note(tx, account, 'passwordChanged', { sessionsEnded: ended });
      return null;
    });
  }

  /** Ends one session, or every one of them. */
  endSessions(actor: Actor, only: string | null): Promise<Outcome<{ ended: number }>> {
    return this.#work(actor, async (tx, account) => {
      const ended = await endSessions(tx, account.id, only === null ? {} : { only });
      if (only !== null && ended === 0) throw new RefusalError(gone);
      await this.#note(tx, account, 'sessionsEnded', { ended });
      return { ended };
    });
  }

  /** A secret for an authenticator app; shown once. */
  proposeTotp(actor: Actor, password: string): Promise<Outcome<TotpProposal>> {
    return this.#checked(actor, password, (tx, account) => this.#factors.proposeTotp(tx, account));
  }

  confirmTotp(actor: Actor, code: string): Promise<Outcome<{ recoveryCodes: string[] }>> {
    return this.#work(actor, async (tx, account) => {
      const recoveryCodes = await this.#factors.confirmTotp(tx, account, code.replaceAll(/\s/g, ''));
      if (!recoveryCodes) throw new RefusalError(wrongCode);
      return { recoveryCodes };
    });
  }

  renewRecoveryCodes(actor: Actor, password: string): Promise<Outcome<{ recoveryCodes: string[] }>> {
    return this.#checked(actor, password, async (tx, account) => {
      const { totp, passkeys } = await this.#factors.of(tx, account.id);
      if (!totp && passkeys.length === 0)
        throw new RefusalError(refuse('factor-missing', 409, { zh: '请先设置第二验证方式', en: 'Set up a second factor first' }));
      return { recoveryCodes: await this.#factors.renewRecoveryCodes(tx, account) };
    });
  }

  removeTotp(actor: Actor, password: string): Promise<Outcome<null>> {
    return this.#checked(actor, password, async (tx, account) => {
      await this.#factors.removeTotp(tx, account);
      return null;
    });
  }

  offerPasskey(actor: Actor, password: string, origin: string): Promise<Outcome<{ step: string; options: object }>> {
    return this.#checked(actor, password, async (tx, account) => {
      const { options, keep } = await this.#passkeys.offer(tx, account, origin);
      return { step: await openStep(tx, this.#context.clock, 'passkeyNew', account.id, { ...keep }), options };
    });
  }

  addPasskey(actor: Actor, step: string, name: string, response: RegistrationResponseJSON): Promise<Outcome<null>> {
    return this.#work(actor, async (tx, account) => {
      const found = await mustFind(tx, this.#context.clock, 'passkeyNew', step);
      if (found.accountId !== account.id) throw new RefusalError(gone);
      await this.#passkeys.add(tx, account, found, name, response);
      await closeStep(tx, step);
      return null;
    });
  }

  removePasskey(actor: Actor, password: string, id: string): Promise<Outcome<null>> {
    return this.#checked(actor, password, async (tx, account) => {
      if (!(await this.#passkeys.remove(tx, account, id))) throw new RefusalError(gone);
      return null;
    });
  }

  /** Makes an API token; the answer is the only time it is seen. */
  async addToken(
    actor: Actor,
    ask: { name: string; scopes: readonly string[]; areaCode: string; expiresAt: string },
  ): Promise<Outcome<ApiToken & { token: string }>> {
    const { clock } = this.#context;
    const createdAt = clock.now();
    const expiresAt = new Date(ask.expiresAt);
    const lifeMs = expiresAt.getTime() - createdAt.getTime();
    const foreign = ask.scopes.find((scope) => !isScope(scope));
    if (foreign !== undefined)
      return invalid('scopes', foreign, 'scope', { zh: `没有权限范围“${foreign}”`, en: `There is no scope "${foreign}"` });
    if (!(lifeMs > 0 && lifeMs <= longestTokenMs))
      return invalid('expiresAt', ask.expiresAt, 'max', { zh: '有效期须在今后一年以内', en: 'It must expire within a year from now' });
    if (!reachOf(actor.grants ?? []).some((code) => isWithin(ask.areaCode, code)))
      return invalid('areaCode', ask.areaCode, 'area', { zh: '行政区须在您的辖区内', en: 'The division must be inside your own' });
    return this.#work(actor, async (tx, account) => {
      if ((await apiTokensOf(tx, account.id)).length >= mostTokens)
        throw new RefusalError(
          refuse('tokens-too-many', 409, {
            zh: `最多 ${mostTokens} 个令牌，请先撤销不用的`,
            en: `At most ${mostTokens} tokens: revoke some first`,
          }),
        );
      const secret = `${apiTokenStart}${newToken()}`;
      const token = {
        id: randomUUIDv7(),
        name: ask.name,
        start: secret.slice(0, apiTokenStart.length + 4),
        scopes: [...new Set(ask.scopes)].sort(),
        areaCode: ask.areaCode,
      };
      await addApiToken(tx, { ...token, accountId: account.id, tokenHash: digest(secret), createdAt, expiresAt });
      await this.#note(tx, account, 'tokenMade', { ...token, expiresAt: expiresAt.toISOString() });
      return { ...token, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), usedAt: null, token: secret };
    });
  }

  revokeToken(actor: Actor, id: string): Promise<Outcome<null>> {
    return this.#work(actor, async (tx, account) => {
      if ((await revokeApiTokens(tx, account.id, id, this.#context.clock.now())) === 0) throw new RefusalError(gone);
      await this.#note(tx, account, 'tokenRevoked', { id });
      return null;
    });
  }

  /** Hands part of what the actor holds to another account until an instant. */
  async delegate(
    actor: Actor,
    ask: { toAccountId: string; grants: readonly Grant[]; startsAt: string | null; endsAt: string; why: string },
  ): Promise<Outcome<{ id: string }>> {
    const { clock } = this.#context;
    const at = clock.now();
    const startsAt = ask.startsAt === null ? at : new Date(ask.startsAt);
    const endsAt = new Date(ask.endsAt);
    const lastsMs = endsAt.getTime() - Math.max(startsAt.getTime(), at.getTime());
    if (!(lastsMs > 0 && lastsMs <= longestDelegationMs))
      return invalid('endsAt', ask.endsAt, 'max', { zh: '授权须在今后半年内结束', en: 'A delegation ends within half a year' });
    if (ask.toAccountId === actor.accountId)
      return invalid('toAccountId', ask.toAccountId, 'self', { zh: '不能授权给自己', en: 'Not to yourself' });
    return this.#work(actor, async (tx, account) => {
      const receiver = await accountById(tx, ask.toAccountId);
      if (!receiver?.active) throw new RefusalError(gone);
      const { grants: held } = await holdingsOf(tx, account.id, at);
      const more = beyond(ask.grants, held);
      if (more.length > 0) throw new RefusalError(tooMuch(more));
      const { grants: theirs } = await holdingsOf(tx, receiver.id, at);
      if (reachOf([...theirs, ...ask.grants]).length > mostRanges)
        throw new RefusalError(
          refuse('areas-too-many', 422, {
            zh: `对方将有超过 ${mostRanges} 个互不包含的行政区`,
            en: `They would reach more than ${mostRanges} separate divisions`,
          }),
        );
      const id = randomUUIDv7();
      const given = { id, fromAccountId: account.id, toAccountId: receiver.id, grants: ask.grants, why: ask.why };
      await addDelegation(tx, { ...given, areaCode: account.areaCode, startsAt, endsAt, at });
      await this.#note(
        tx,
        account,
        'delegated',
        { to: receiver.account, grants: ask.grants, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
        ask.why,
      );
      return { id };
    });
  }

  /** Ends a delegation: the giver, the receiver, or an administrator. Answers whose rights changed. */
  revokeDelegation(actor: Actor, id: string): Promise<Outcome<string>> {
    return this.#work(actor, async (tx, account) => {
      const found = await delegationById(tx, id);
      const isParty = found?.fromAccountId === account.id || found?.toAccountId === account.id;
      const isOver = found?.grants.every(({ areaCode }) => mayTouch(actor, ['administrator'], areaCode)) ?? false;
      if (!found || (!isParty && !isOver)) throw new RefusalError(gone);
      await revokeDelegation(tx, id, this.#context.clock.now());
      await this.#note(tx, account, 'delegationRevoked', { id, from: found.fromName, to: found.toName, grants: found.grants });
      return found.toAccountId;
    });
  }

  async #note(tx: Transaction, account: Account, act: string, detail: Record<string, unknown>, why = ''): Promise<void> {
    const entry = { act, subjectKind: 'account', subjectId: account.id, areaCode: account.areaCode, detail, why };
    await writeJournal(tx, this.#context.clock, [entry]);
  }

  /** Works on the actor's own account. The journal names the person, though the rows are the program's. */
  #work<T>(actor: Actor, work: (tx: Transaction, account: Account) => Promise<T>): Promise<Outcome<T>> {
    const asProgram: Actor = { ...gate(actor.from), accountId: actor.accountId, name: actor.name };
    return inTransaction(this.#context, asProgram, async (tx) => {
      const account = actor.accountId === null ? null : await accountById(tx, actor.accountId);
      if (!account?.active) throw new RefusalError(gone);
      return work(tx, account);
    });
  }

  /** The same after the password was given again: what outlives a session must not come from a desk left open. */
  async #checked<T>(actor: Actor, password: string, work: (tx: Transaction, account: Account) => Promise<T>): Promise<Outcome<T>> {
    const held = await this.#work(actor, async (_, account) => account.password);
    if (!held.ok) return held;
    // An account of the single sign-on has no password here.
    if (held.value !== null && !(await passwordFits(password, held.value)))
      return refuse('password-wrong', 403, { zh: '当前密码不正确', en: 'The present password is not right' });
    return this.#work(actor, work);
  }
}

const gone: Refusal = refuse('not-found', 404, { zh: '没有这一项，或已不属于您', en: 'There is no such thing of yours' });
const wrongCode: Refusal = refuse('code-wrong', 422, {
  zh: '验证码不正确，请核对手机时间后输入当前的六位数字',
  en: 'The code is not right: check the time of the phone and type the six digits it shows now',
});

function tooMuch(more: readonly Grant[]): Refusal {
  const list = more.map(({ role, areaCode }) => `${role} ${areaCode}`).join(', ');
  return refuse('delegation-beyond', 403, {
    zh: `不能授出：${list}。只能授出自己有的权限，系统管理员不能授权代行`,
    en: `Cannot be handed on: ${list}. Only what you hold yourself, and never the administrator role`,
  });
}

function invalid(field: string, value: unknown, rule: string, text: { zh: string; en: string }): Refusal {
  return refuse('fields-invalid', 422, text, { fields: [{ field, value, rule, text }] });
}
