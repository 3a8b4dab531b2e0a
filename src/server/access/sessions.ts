import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Actor, Role } from '#kernel/access/access.ts';
import { isWithin } from '#kernel/area/area.ts';
import { accept, refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import type { Context } from '../operations/context.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import {
  accountByName,
  addAccount,
  addInvitation,
  addSession,
  endSession,
  noteSignIn,
  sessionAccount,
  setPassword,
  takeInvitation,
  type Account,
} from '../storage/accounts.ts';
import { writeJournal } from '../storage/journal.ts';
import { hashPassword, passwordFault, passwordFits } from './password.ts';

// Signing in and staying signed in. A session lives 12 hours (one shift and its hand-over). Five wrong passwords lock an
// account for 15 minutes. Known sessions are remembered for a while, so an open desk goes on while PostgreSQL is away.

const sessionMs = 12 * 3_600_000;
const invitationMs = 72 * 3_600_000;
const freshMs = 15_000;
const mostFailures = 5;
const lockMs = 15 * 60_000;
const mostRemembered = 10_000;

const gate = (from: string): Actor => ({ kind: 'system', accountId: null, name: '登录', roles: [], areaCode: '', from });

export interface SignedIn {
  token: string;
  actor: Actor;
  account: string;
  expiresAt: Date;
}

interface Remembered {
  actor: Actor;
  account: string;
  expiresMs: number;
  checkedMs: number;
}

export class Sessions {
  readonly #context: Context;
  readonly #remembered = new Map<string, Remembered>();

  constructor(context: Context) {
    this.#context = context;
  }

  async signIn(account: string, password: string, from: string, agent: string): Promise<Outcome<SignedIn>> {
    const { clock, database } = this.#context;
    const wrong = refuse('sign-in-wrong', 401, { zh: '账号或密码不正确', en: 'Account or password is not right' });
    const found = await database.transaction(gate(from), (tx) => accountByName(tx, account));
    if (!found?.active || !found.password) {
      // The same work as for a real account, so that time does not tell which names exist.
      await passwordFits(password, await decoyHash());
      return wrong;
    }
    if (found.lockedUntil && found.lockedUntil.getTime() > clock.nowMs()) {
      return refuse('account-locked', 423, {
        zh: `密码错误次数过多，账号锁定至 ${found.lockedUntil.toISOString()}`,
        en: `Too many wrong passwords: locked until ${found.lockedUntil.toISOString()}`,
      });
    }
    const fits = await passwordFits(password, found.password);
    return inTransaction(this.#context, gate(from), async (tx) => {
      const now = clock.now();
      if (!fits) {
        const failures = found.failures + 1;
        await noteSignIn(tx, found.id, failures % mostFailures, failures >= mostFailures ? new Date(now.getTime() + lockMs) : null);
        await writeJournal(tx, clock, [
          { act: 'signInFailed', subjectKind: 'account', subjectId: found.id, areaCode: found.areaCode, detail: { account } },
        ]);
        return null;
      }
      await noteSignIn(tx, found.id, 0, null);
      const token = randomBytes(32).toString('base64url');
      const expiresAt = new Date(now.getTime() + sessionMs);
      await addSession(tx, { tokenHash: digest(token), accountId: found.id, createdAt: now, expiresAt, from, agent: agent.slice(0, 200) });
      await writeJournal(tx, clock, [
        { act: 'signIn', subjectKind: 'account', subjectId: found.id, areaCode: found.areaCode, detail: { account } },
      ]);
      return { token, actor: actorOf(found, from), account: found.account, expiresAt };
    }).then((outcome) => (outcome.ok ? (outcome.value ? accept(outcome.value) : wrong) : outcome));
  }

  /** Whose token this is. */
  async actorOf(token: string, from: string): Promise<Outcome<{ actor: Actor; account: string }>> {
    const { clock, database } = this.#context;
    const key = digest(token);
    const nowMs = clock.nowMs();
    const known = this.#remembered.get(key);
    if (known && known.expiresMs > nowMs && nowMs - known.checkedMs < freshMs)
      return accept({ actor: { ...known.actor, from }, account: known.account });
    let found: Awaited<ReturnType<typeof sessionAccount>>;
    try {
      found = await database.transaction(gate(from), (tx) => sessionAccount(tx, key));
    } catch (error) {
      // The database is away: a session we have seen goes on until it expires; any other must wait.
      if (known && known.expiresMs > nowMs) return accept({ actor: { ...known.actor, from }, account: known.account });
      throw error;
    }
    if (!found?.account.active) {
      this.#remembered.delete(key);
      return refuse('session-missing', 401, { zh: '请先登录', en: 'Sign in first' });
    }
    if (found.expiresAt.getTime() <= nowMs) {
      this.#remembered.delete(key);
      return refuse('session-expired', 401, {
        zh: '登录已过期，请重新登录；未保存的内容仍在页面上',
        en: 'The session has expired: sign in again; what you typed is still on the page',
      });
    }
    const actor = actorOf(found.account, from);
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    this.#remembered.set(key, { actor, account: found.account.account, expiresMs: found.expiresAt.getTime(), checkedMs: nowMs });
    return accept({ actor, account: found.account.account });
  }

  async signOut(token: string, from: string): Promise<void> {
    const key = digest(token);
    this.#remembered.delete(key);
    await this.#context.database.transaction(gate(from), (tx) => endSession(tx, key));
  }

  /** Forgets what is remembered of an account that was switched off. */
  forget(accountId: string): void {
    for (const [key, known] of this.#remembered) if (known.actor.accountId === accountId) this.#remembered.delete(key);
  }

  /** Makes an account and the one-time token with which its owner sets a password. */
  async invite(
    actor: Actor,
    account: { account: string; name: string; roles: Role[]; areaCode: string },
  ): Promise<Outcome<{ id: string; token: string }>> {
    const { clock } = this.#context;
    if (!isWithin(account.areaCode, actor.areaCode))
      return refuse('area-outside', 403, { zh: '不能授予辖区以外的权限', en: 'An area outside your own cannot be given' });
    return inTransaction(this.#context, actor, async (tx) => {
      const id = randomUUIDv7();
      if (!(await addAccount(tx, { id, ...account, password: null }, clock.now()))) {
        throw new RefusalError(
          refuse('account-taken', 409, { zh: `账号“${account.account}”已存在`, en: `The account "${account.account}" exists already` }),
        );
      }
      const token = randomBytes(24).toString('base64url');
      await addInvitation(tx, digest(token), id, new Date(clock.nowMs() + invitationMs));
      await writeJournal(tx, clock, [
        { act: 'invite', subjectKind: 'account', subjectId: id, areaCode: account.areaCode, detail: { ...account } },
      ]);
      return { id, token };
    });
  }

  /** Makes the link with which an existing person sets a new password. */
  async inviteAgain(actor: Actor, accountId: string, areaCode: string): Promise<Outcome<{ id: string; token: string }>> {
    const { clock } = this.#context;
    return inTransaction(this.#context, actor, async (tx) => {
      const token = randomBytes(24).toString('base64url');
      await addInvitation(tx, digest(token), accountId, new Date(clock.nowMs() + invitationMs));
      await writeJournal(tx, clock, [{ act: 'inviteAgain', subjectKind: 'account', subjectId: accountId, areaCode }]);
      return { id: accountId, token };
    });
  }

  async takeUp(token: string, password: string, from: string): Promise<Outcome<{ account: string }>> {
    const fault = passwordFault(password);
    if (fault) return refuse('password-weak', 422, fault, { fields: [{ field: 'password', value: null, rule: 'password', text: fault }] });
    const hash = await hashPassword(password);
    const { clock } = this.#context;
    return inTransaction(this.#context, gate(from), async (tx) => {
      const account = await takeInvitation(tx, digest(token), clock.now());
      if (!account)
        throw new RefusalError(
          refuse('invitation-invalid', 410, {
            zh: '邀请链接无效或已用过，请管理员重新发送',
            en: 'The link is not valid or has been used: ask the administrator for a new one',
          }),
        );
      await setPassword(tx, account.id, hash);
      await writeJournal(tx, clock, [{ act: 'passwordSet', subjectKind: 'account', subjectId: account.id, areaCode: account.areaCode }]);
      return { account: account.account };
    });
  }
}

function actorOf(account: Account, from: string): Actor {
  return { kind: 'person', accountId: account.id, name: account.name, roles: account.roles, areaCode: account.areaCode, from };
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

let decoy: Promise<string> | undefined;
function decoyHash(): Promise<string> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  return decoy;
}
