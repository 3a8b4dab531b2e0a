import { randomUUIDv7 } from 'node:crypto';
import { meet, withGrants, type Actor } from '#kernel/access/access.ts';
import { accept, refuse, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import type { Context } from '../operations/context.ts';
import type { Account } from '../storage/accounts.ts';
import { apiTokenByHash, noteTokenUse } from '../storage/apiTokens.ts';
import type { Transaction } from '../storage/database.ts';
import { writeJournal } from '../storage/journal.ts';
import { addSession, endSession, noteSeen, sessionByToken } from '../storage/sessions.ts';
import { actorWith, gate, holdingsOf } from './holdings.ts';
import { apiTokenStart, digest, newToken } from './token.ts';

// Staying signed in. A session lives 12 hours (one shift and its hand-over). Known tokens are remembered for a while, so an
// open desk goes on while PostgreSQL is away. How one signs in is in signIn.ts.

const sessionMs = 12 * 3_600_000;
const freshMs = 15_000;
/** How long a known session waits for a database that does not answer. */
const patienceMs = 1_000;
/** How exactly "last seen" is kept. */
const seenMs = 5 * 60_000;
const mostRemembered = 10_000;

export interface SignedIn {
  token: string;
  actor: Actor;
  account: string;
  expiresAt: Date;
}

/** Whose token it is; without a session id it is an API token. */
export interface Known {
  actor: Actor;
  account: string;
  sessionId: string | null;
}

interface Remembered extends Known {
  expiresMs: number;
  checkedMs: number;
}

export interface SignInAbout {
  from: string;
  agent: string;
  /** How: password, password+totp, passkey, sso … */
  method: string;
}

export class Sessions {
  readonly #context: Context;
  readonly #remembered = new Map<string, Remembered>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Begins a session of somebody who has proved who they are. */
  async begin(tx: Transaction, account: Account, { from, agent, method }: SignInAbout): Promise<SignedIn> {
    const now = this.#context.clock.now();
    const token = newToken();
    const expiresAt = new Date(now.getTime() + sessionMs);
    await addSession(tx, {
      tokenHash: digest(token),
      id: randomUUIDv7(),
      accountId: account.id,
      createdAt: now,
      expiresAt,
      method,
      from,
      agent: agent.slice(0, 200),
    });
    const actor = actorWith(account, await holdingsOf(tx, account.id, now), from);
    await writeJournal(tx, this.#context.clock, [
      {
        act: 'signIn',
        subjectKind: 'account',
        subjectId: account.id,
        areaCode: account.areaCode,
        detail: { account: account.account, method },
      },
    ]);
    return { token, actor, account: account.account, expiresAt };
  }

  /** Whose token this is: of a session or of a program (API token). */
  async actorOf(token: string, from: string): Promise<Outcome<Known>> {
    const { clock, database } = this.#context;
    const key = digest(token);
    const nowMs = clock.nowMs();
    const known = this.#remembered.get(key);
    const still = known && known.expiresMs > nowMs ? accept({ ...known, actor: { ...known.actor, from } }) : null;
    if (still && nowMs - (known?.checkedMs ?? 0) < freshMs) return still;
    const check = database
      .transaction(gate(from), (tx) =>
        token.startsWith(apiTokenStart) ? this.#tokenKnown(tx, key, from) : this.#sessionKnown(tx, key, from),
      )
      .then((found) => this.#remember(key, found));
    if (!still) return check;
    // The database is away or hangs: a session we have seen goes on until it expires; any other must wait. A late answer
    // is heeded by the next request.
    const late = Promise.withResolvers<typeof still>();
    const timer = clock.after(patienceMs, () => late.resolve(still));
    return Promise.race([check.catch(() => still), late.promise]).finally(() => timer.cancel());
  }

  #remember(key: string, found: Outcome<Remembered>): Outcome<Remembered> {
    if (!found.ok) {
      this.#remembered.delete(key);
      return found;
    }
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    this.#remembered.set(key, found.value);
    return found;
  }

  async #sessionKnown(tx: Transaction, key: string, from: string): Promise<Outcome<Remembered>> {
    const now = this.#context.clock.now();
    const found = await sessionByToken(tx, key);
    if (!found?.account.active) return missing;
    if (found.expiresAt.getTime() <= now.getTime()) return expired;
    if (now.getTime() - found.seenAt.getTime() > seenMs) await noteSeen(tx, key, now, from);
    return accept({
      actor: actorWith(found.account, await holdingsOf(tx, found.account.id, now), from),
      account: found.account.account,
      sessionId: found.id,
      expiresMs: found.expiresAt.getTime(),
      checkedMs: now.getTime(),
    });
  }

  async #tokenKnown(tx: Transaction, key: string, from: string): Promise<Outcome<Remembered>> {
    const now = this.#context.clock.now();
    const found = await apiTokenByHash(tx, key);
    if (!found?.account.active || found.revoked) return missing;
    const { token, account } = found;
    if (Date.parse(token.expiresAt) <= now.getTime())
      return refuse('token-expired', 401, { zh: `令牌“${token.name}”已过期`, en: `The token "${token.name}" has expired` });
    if (token.usedAt === null || now.getTime() - Date.parse(token.usedAt) > seenMs) await noteTokenUse(tx, token.id, now);
    const owner = actorWith(account, await holdingsOf(tx, account.id, now), from);
    // Never more than its owner may now, and only inside the token's own division.
    const grants = (owner.grants ?? []).flatMap((grant) => meet(grant, { role: grant.role, areaCode: token.areaCode }) ?? []);
    return accept({
      actor: { ...withGrants(owner, grants), name: `${account.name} · ${token.name}`, posts: [], scopes: token.scopes },
      account: account.account,
      sessionId: null,
      expiresMs: Date.parse(token.expiresAt),
      checkedMs: now.getTime(),
    });
  }

  async signOut(token: string, from: string): Promise<void> {
    const key = digest(token);
    this.#remembered.delete(key);
    await this.#context.database.transaction(gate(from), (tx) => endSession(tx, key));
  }

  /** Forgets what is remembered of accounts whose rights, sessions or tokens changed; without names, of everybody. */
  forget(...accountIds: string[]): void {
    if (accountIds.length === 0) this.#remembered.clear();
    for (const [key, known] of this.#remembered) if (accountIds.includes(known.actor.accountId ?? '')) this.#remembered.delete(key);
  }
}

const missing: Refusal = refuse('session-missing', 401, { zh: '请先登录', en: 'Sign in first' });
const expired: Refusal = refuse('session-expired', 401, {
  zh: '登录已过期，请重新登录；未保存的内容仍在页面上',
  en: 'The session has expired: sign in again; what you typed is still on the page',
});
