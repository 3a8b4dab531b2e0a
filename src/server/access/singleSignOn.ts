import { randomUUIDv7 } from 'node:crypto';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { Role } from '#kernel/access/access.ts';
import { refuse, RefusalError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import type { Context } from '../operations/context.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import { accountByName, accountBySubject, addAccount, tieSubject, type Account } from '../storage/accounts.ts';
import type { Transaction } from '../storage/database.ts';
import { writeJournal } from '../storage/journal.ts';
import { gate } from './holdings.ts';
import type { SignIn, SignInAnswer, Visitor } from './signIn.ts';
import { closeStep, mustFind, openStep } from './steps.ts';

// Single sign-on (OpenID Connect, authorization code with PKCE). Whoever the provider names is an account of the same name
// the first time, of the same issuer and subject ever after. Nobody gets an account that was not made for them, unless the
// configuration names the role of newcomers.

export interface SsoConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Role of people the provider knows and Anlan does not; null: they are refused. */
  newcomers: Role | null;
}

export const ssoCallback = '/api/v1/session/sso/callback';
/** Provider methods (RFC 8176) that are a second factor already. */
const strongMethods = new Set(['fpt', 'hwk', 'mfa', 'otp', 'sc', 'swk']);

interface Identity {
  subject: string;
  account: string;
  name: string;
  strong: boolean;
}

export class SingleSignOn {
  readonly #context: Context;
  readonly #config: SsoConfig;
  readonly #signIn: SignIn;
  #provider: Promise<Configuration> | null = null;

  constructor(context: Context, config: SsoConfig, signIn: SignIn) {
    this.#context = context;
    this.#config = config;
    this.#signIn = signIn;
  }

  /** Where to send the browser, and the step its cookie must carry back. */
  async begin(visitor: Visitor): Promise<Outcome<{ url: string; step: string }>> {
    const provider = await this.#reach();
    if (!provider) return providerAway;
    const verifier = randomPKCECodeVerifier();
    const kept = { verifier, state: randomState(), nonce: randomNonce() };
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: `${this.#context.publicUrl}${ssoCallback}`,
      scope: 'openid profile',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: kept.state,
      nonce: kept.nonce,
    });
    return inTransaction(this.#context, gate(visitor.from), async (tx) => ({
      url: url.href,
      step: await openStep(tx, this.#context.clock, 'sso', null, kept),
    }));
  }

  /** @param query of the callback, as the provider sent it */
  async finish(step: string, query: string, visitor: Visitor): Promise<Outcome<SignInAnswer>> {
    const provider = await this.#reach();
    if (!provider) return providerAway;
    const opened = await inTransaction(this.#context, gate(visitor.from), async (tx) => {
      const { data } = await mustFind(tx, this.#context.clock, 'sso', step);
      // Used up whatever comes of it: a code is exchanged once.
      await closeStep(tx, step);
      return data as { verifier: string; state: string; nonce: string };
    });
    if (!opened.ok) return opened;
    const identity = await this.#exchange(provider, opened.value, query);
    if (!identity.ok) return identity;
    return inTransaction(this.#context, gate(visitor.from), async (tx) => {
      const account = await this.#accountOf(tx, identity.value);
      const method = identity.value.strong ? 'sso+mfa' : 'sso';
      return identity.value.strong ? this.#signIn.trusted(tx, account, method, visitor) : this.#signIn.proven(tx, account, method, visitor);
    });
  }

  async #exchange(
    provider: Configuration,
    kept: { verifier: string; state: string; nonce: string },
    query: string,
  ): Promise<Outcome<Identity>> {
    const url = new URL(`${this.#context.publicUrl}${ssoCallback}?${query}`);
    try {
      const tokens = await authorizationCodeGrant(provider, url, {
        pkceCodeVerifier: kept.verifier,
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return refused();
      const more = claims['preferred_username'] ? {} : await fetchUserInfo(provider, tokens.access_token, claims.sub);
      const all: Record<string, unknown> = { ...more, ...claims };
      const account = typeof all['preferred_username'] === 'string' ? all['preferred_username'] : '';
      return {
        ok: true,
        value: {
          subject: `${claims.iss} ${claims.sub}`,
          account,
          name: typeof all['name'] === 'string' && all['name'] !== '' ? all['name'] : account,
          strong: Array.isArray(claims['amr']) && claims['amr'].some((method) => typeof method === 'string' && strongMethods.has(method)),
        },
      };
    } catch (error) {
      return refused(error as Error);
    }
  }

  async #accountOf(tx: Transaction, { subject, account: name, name: person }: Identity): Promise<Account> {
    const tied = await accountBySubject(tx, subject);
    if (tied) return mustBeActive(tied);
    const named = name === '' ? null : await accountByName(tx, name);
    if (named) {
      mustBeActive(named);
      // Tied to somebody else already: the same name is not the same person.
      if (!(await tieSubject(tx, named.id, subject))) throw new RefusalError(unknown);
      await this.#note(tx, named, 'ssoTied', subject);
      return named;
    }
    if (this.#config.newcomers === null || !/^[A-Za-z0-9._-]{2,40}$/.test(name)) throw new RefusalError(unknown);
    const areaCode = this.#context.county;
    const made = {
      id: randomUUIDv7(),
      account: name,
      name: person,
      grants: [{ role: this.#config.newcomers, areaCode }],
      areaCode,
      password: null,
    };
    await addAccount(tx, made, this.#context.clock.now());
    await tieSubject(tx, made.id, subject);
    const account: Account = { ...made, active: true, failures: 0, lockedUntil: null };
    await this.#note(tx, account, 'ssoAccountMade', subject);
    return account;
  }

  async #note(tx: Transaction, account: Account, act: string, subject: string): Promise<void> {
    await writeJournal(tx, this.#context.clock, [
      { act, subjectKind: 'account', subjectId: account.id, areaCode: account.areaCode, detail: { account: account.account, subject } },
    ]);
  }

  /** The provider's addresses, read once; null while it cannot be reached. */
  async #reach(): Promise<Configuration | null> {
    const { issuer, clientId, clientSecret } = this.#config;
    // Plain http is only taken from this very machine (config.ts).
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    this.#provider ??= discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
    try {
      return await this.#provider;
    } catch {
      // Not a fault of ours: the caller says so in words, and the next attempt asks again.
      this.#provider = null;
      return null;
    }
  }
}

function mustBeActive(account: Account): Account {
  if (!account.active) throw new RefusalError(unknown);
  return account;
}

const providerAway: Refusal = refuse('sso-away', 503, {
  zh: '统一身份认证暂时连不上，请用账号密码登录',
  en: 'The single sign-on cannot be reached: sign in with account and password',
});
const unknown: Refusal = refuse('sso-unknown', 403, {
  zh: '统一身份认证中的这个人在本系统没有账号，请联系系统管理员',
  en: 'This person of the single sign-on has no account here: ask the administrator',
});

function refused(error?: Error): Refusal {
  const why = error ? ` (${error.message})` : '';
  return refuse('sso-refused', 401, { zh: `统一身份认证没有通过${why}`, en: `The single sign-on did not succeed${why}` });
}
