import { randomBytes } from 'node:crypto';
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { accept, refuse, RefusalError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import type { Context } from '../operations/context.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import { accountById, accountByName, noteSignIn, type Account } from '../storage/accounts.ts';
import type { Transaction } from '../storage/database.ts';
import { writeJournal } from '../storage/journal.ts';
import type { Step } from '../storage/sessions.ts';
import { gate, holdingsOf } from './holdings.ts';
import type { Origin, Passkeys } from './passkeys.ts';
import { hashPassword, passwordFits } from './password.ts';
import { accessPolicy, type FactorKind, type SecondFactors, type TotpProposal } from './secondFactors.ts';
import type { Sessions, SignedIn } from './sessions.ts';
import { closeStep, countFailure, keepInStep, mustFind, openStep, stepGone } from './steps.ts';

// Signing in: password, then a second factor where there is one or a role demands one; or a passkey alone. Five wrong
// answers lock an account for 15 minutes, whichever of its proofs was wrong.

const mostFailures = 5;
const lockMs = 15 * 60_000;

/** Where the request comes from, for the list of sessions. */
export interface Visitor {
  from: string;
  agent: string;
}

/** The password was right; this is still asked. */
export interface Halfway {
  step: string;
  /** Ways to prove it; empty when a role demands a second factor and there is none yet. */
  factors: FactorKind[];
  /** A second factor must be set up now. */
  enrol: boolean;
}

export type SignInAnswer = { signedIn: SignedIn; recoveryCodes?: string[] } | { halfway: Halfway };

export class SignIn {
  readonly #context: Context;
  readonly #sessions: Sessions;
  readonly #factors: SecondFactors;
  readonly #passkeys: Passkeys;

  constructor(context: Context, sessions: Sessions, factors: SecondFactors, passkeys: Passkeys) {
    this.#context = context;
    this.#sessions = sessions;
    this.#factors = factors;
    this.#passkeys = passkeys;
  }

  async withPassword(account: string, password: string, visitor: Visitor): Promise<Outcome<SignInAnswer>> {
    const { database } = this.#context;
    const found = await database.transaction(gate(visitor.from), (tx) => accountByName(tx, account));
    if (!found?.active || !found.password) {
      // The same work as for a real account, so that time does not tell which names exist.
      await passwordFits(password, await decoyHash());
      return wrong;
    }
    const bar = this.#locked(found);
    if (bar) return bar;
    const fits = await passwordFits(password, found.password);
    if (!fits) {
      await database.transaction(gate(visitor.from), (tx) => this.#failed(tx, found.id, 'password'));
      return wrong;
    }
    return this.#work(visitor, (tx) => this.proven(tx, found, 'password', visitor));
  }

  /** Somebody proved who they are once: a session begins, or a step for the second factor. */
  async proven(tx: Transaction, account: Account, method: string, visitor: Visitor): Promise<SignInAnswer> {
    const { clock } = this.#context;
    const kinds = await this.#factors.kinds(tx, account.id);
    if (kinds.length > 0)
      return { halfway: { step: await openStep(tx, clock, 'secondFactor', account.id, { method }), factors: kinds, enrol: false } };
    const { secondFactorRoles } = await accessPolicy(tx);
    const { grants } = await holdingsOf(tx, account.id, clock.now());
    if (grants.some(({ role }) => secondFactorRoles.includes(role)))
      return { halfway: { step: await openStep(tx, clock, 'enrol', account.id, { method }), factors: [], enrol: true } };
    return { signedIn: await this.#begin(tx, account, method, visitor) };
  }

  /** Somebody proved who they are with two factors elsewhere (single sign-on). */
  async trusted(tx: Transaction, account: Account, method: string, visitor: Visitor): Promise<SignInAnswer> {
    return { signedIn: await this.#begin(tx, account, method, visitor) };
  }

  /** A code of the app or a recovery code, for a step `secondFactor`. */
  async withCode(token: string, code: string, visitor: Visitor): Promise<Outcome<SignInAnswer>> {
    return this.#answer(token, visitor, async (tx, step, account) => {
      const kind = await this.#factors.takeCode(tx, account.id, code);
      return kind && `${methodOf(step)}+${kind}`;
    });
  }

  /** What the browser is asked to sign for a step `secondFactor`. */
  async passkeyOptions(token: string, origin: Origin, visitor: Visitor): Promise<Outcome<PublicKeyCredentialRequestOptionsJSON>> {
    return this.#work(visitor, async (tx) => {
      const step = await mustFind(tx, this.#context.clock, 'secondFactor', token);
      const { options, keep } = await this.#passkeys.ask(tx, step.accountId, origin);
      await keepInStep(tx, token, step, { ...keep });
      return options;
    });
  }

  async withPasskeySecond(token: string, response: AuthenticationResponseJSON, visitor: Visitor): Promise<Outcome<SignInAnswer>> {
    return this.#answer(token, visitor, async (tx, step) => {
      await this.#passkeys.signedBy(tx, step, response);
      return `${methodOf(step)}+passkey`;
    });
  }

  /** What the browser is asked to sign when nobody has said who they are. */
  async passkeyAloneOptions(
    origin: Origin,
    visitor: Visitor,
  ): Promise<Outcome<{ step: string; options: PublicKeyCredentialRequestOptionsJSON }>> {
    return this.#work(visitor, async (tx) => {
      const { options, keep } = await this.#passkeys.ask(tx, null, origin);
      return { step: await openStep(tx, this.#context.clock, 'passkey', null, { ...keep }), options };
    });
  }

  /** A passkey opened by finger, face or PIN is two factors in one. */
  async withPasskeyAlone(token: string, response: AuthenticationResponseJSON, visitor: Visitor): Promise<Outcome<SignInAnswer>> {
    return this.#work(visitor, async (tx) => {
      const step = await mustFind(tx, this.#context.clock, 'passkey', token);
      const account = await accountById(tx, await this.#passkeys.signedBy(tx, step, response));
      if (!account?.active) throw new RefusalError(wrong);
      const bar = this.#locked(account);
      if (bar) throw new RefusalError(bar);
      await closeStep(tx, token);
      return { signedIn: await this.#begin(tx, account, 'passkey', visitor) };
    });
  }

  /** A secret for an app, for a step `enrol`. */
  async enrol(token: string, visitor: Visitor): Promise<Outcome<TotpProposal>> {
    return this.#work(visitor, async (tx) => {
      const { account } = await this.#ofStep(tx, 'enrol', token);
      return this.#factors.proposeTotp(tx, account);
    });
  }

  /** The first code of that app: it is tied, and the session begins. */
  async withFirstCode(token: string, code: string, visitor: Visitor): Promise<Outcome<SignInAnswer>> {
    const outcome = await this.#work(visitor, async (tx) => {
      const { step, account } = await this.#ofStep(tx, 'enrol', token);
      const codes = await this.#factors.confirmTotp(tx, account, code.replaceAll(/\s/g, ''));
      if (!codes) {
        await countFailure(tx, token, step);
        return null;
      }
      await closeStep(tx, token);
      return { signedIn: await this.#begin(tx, account, `${methodOf(step)}+totp`, visitor), recoveryCodes: codes };
    });
    return !outcome.ok ? outcome : outcome.value ? accept(outcome.value) : wrongCode;
  }

  /** Answers a step `secondFactor`; `prove` gives the method, or null when the proof is wrong. */
  async #answer(
    token: string,
    visitor: Visitor,
    prove: (tx: Transaction, step: Step, account: Account) => Promise<string | null>,
  ): Promise<Outcome<SignInAnswer>> {
    const outcome = await this.#work(visitor, async (tx): Promise<SignInAnswer | null> => {
      const { step, account } = await this.#ofStep(tx, 'secondFactor', token);
      const method = await prove(tx, step, account);
      if (method === null) {
        await this.#failed(tx, account.id, 'secondFactor');
        await countFailure(tx, token, step);
        return null;
      }
      await closeStep(tx, token);
      return { signedIn: await this.#begin(tx, account, method, visitor) };
    });
    return !outcome.ok ? outcome : outcome.value ? accept(outcome.value) : wrongCode;
  }

  async #ofStep(tx: Transaction, kind: 'enrol' | 'secondFactor', token: string): Promise<{ step: Step; account: Account }> {
    const step = await mustFind(tx, this.#context.clock, kind, token);
    const account = step.accountId === null ? null : await accountById(tx, step.accountId);
    if (!account?.active) throw new RefusalError(stepGone);
    const bar = this.#locked(account);
    if (bar) throw new RefusalError(bar);
    return { step, account };
  }

  async #begin(tx: Transaction, account: Account, method: string, visitor: Visitor): Promise<SignedIn> {
    await noteSignIn(tx, account.id, 0, null);
    return this.#sessions.begin(tx, account, { ...visitor, method });
  }

  #locked({ lockedUntil }: Account): Refusal | null {
    if (!lockedUntil || lockedUntil.getTime() <= this.#context.clock.nowMs()) return null;
    return refuse('account-locked', 423, {
      zh: `验证错误次数过多，账号锁定至 ${lockedUntil.toISOString()}`,
      en: `Too many wrong answers: locked until ${lockedUntil.toISOString()}`,
    });
  }

  /** Counts a wrong answer against the account as it stands now, not as it was read before. */
  async #failed(tx: Transaction, accountId: string, proof: 'password' | 'secondFactor'): Promise<void> {
    const account = await accountById(tx, accountId);
    if (!account) return;
    const { clock } = this.#context;
    const failures = account.failures + 1;
    const until = failures >= mostFailures ? new Date(clock.nowMs() + lockMs) : null;
    await noteSignIn(tx, account.id, failures % mostFailures, until);
    await writeJournal(tx, clock, [
      {
        act: 'signInFailed',
        subjectKind: 'account',
        subjectId: account.id,
        areaCode: account.areaCode,
        detail: { account: account.account, proof },
      },
    ]);
  }

  #work<T>({ from }: Visitor, work: (tx: Transaction) => Promise<T>): Promise<Outcome<T>> {
    return inTransaction(this.#context, gate(from), work);
  }
}

const wrong: Refusal = refuse('sign-in-wrong', 401, { zh: '账号或密码不正确', en: 'Account or password is not right' });
const wrongCode: Refusal = refuse('code-wrong', 401, {
  zh: '验证码不正确，请核对手机时间后输入当前的六位数字',
  en: 'The code is not right: check the time of the phone and type the six digits it shows now',
});

function methodOf(step: Step): string {
  return typeof step.data['method'] === 'string' ? step.data['method'] : 'password';
}

let decoy: Promise<string> | undefined;
function decoyHash(): Promise<string> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  return decoy;
}
