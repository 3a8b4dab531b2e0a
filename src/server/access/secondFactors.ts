import { randomBytes } from 'node:crypto';
import { toString as drawQr } from 'qrcode';
import type { Role } from '#kernel/access/access.ts';
import { refuse, RefusalError, type Refusal } from '#kernel/problem/refusal.ts';
import type { Context } from '../operations/context.ts';
import type { Account } from '../storage/accounts.ts';
import type { Transaction } from '../storage/database.ts';
import {
  countRecoveryCodes,
  noteTotp,
  passkeysOf,
  proposeTotp,
  removeFactors,
  removeTotp,
  replaceRecoveryCodes,
  totpOf,
  takeRecoveryCode,
  type Passkey,
} from '../storage/factors.ts';
import { writeJournal, type Act } from '../storage/journal.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';
import type { Seal } from './sealing.ts';
import { digest } from './token.ts';
import { acceptedStep, base32, newTotpSecret, otpauthUri } from './totp.ts';

// Second factors (GB/T 22239-2019 8.1.4.1 d: two factors, one of them cryptographic): codes of an authenticator app with
// recovery codes for the day it is lost; passkeys are in passkeys.ts. Which roles must have one is a setting.

const recoveryCodes = 10;

export type FactorKind = 'totp' | 'passkey' | 'recovery';

export interface Factors {
  totp: { confirmedAt: string } | null;
  recoveryCodes: number;
  passkeys: Pick<Passkey, 'id' | 'name' | 'host' | 'createdAt' | 'usedAt'>[];
}

/** What is shown once when an authenticator app is tied: the secret as text, as address and as a picture (SVG). */
export interface TotpProposal {
  secret: string;
  uri: string;
  qr: string;
}

export interface AccessPolicy {
  /** Whoever holds one of these must have a second factor before a session begins. */
  secondFactorRoles: Role[];
}

export async function accessPolicy(tx: Transaction): Promise<AccessPolicy> {
  return (await readSetting<AccessPolicy>(tx, 'accessPolicy')) ?? { secondFactorRoles: [] };
}

export async function setAccessPolicy(context: Context, tx: Transaction, policy: AccessPolicy): Promise<void> {
  const before = await accessPolicy(tx);
  await writeSetting(tx, 'accessPolicy', policy);
  await writeJournal(tx, context.clock, [
    {
      act: 'accessPolicy',
      subjectKind: 'setting',
      subjectId: 'accessPolicy',
      areaCode: tx.actor.areaCode,
      detail: { before, after: policy },
    },
  ]);
}

export class SecondFactors {
  readonly #context: Context;
  readonly #seal: Seal;

  constructor(context: Context, seal: Seal) {
    this.#context = context;
    this.#seal = seal;
  }

  async of(tx: Transaction, accountId: string): Promise<Factors> {
    const totp = await totpOf(tx, accountId);
    const keys = await passkeysOf(tx, accountId);
    return {
      totp: totp?.confirmedAt ? { confirmedAt: totp.confirmedAt.toISOString() } : null,
      recoveryCodes: await countRecoveryCodes(tx, accountId),
      passkeys: keys.map(({ id, name, host, createdAt, usedAt }) => ({ id, name, host, createdAt, usedAt })),
    };
  }

  /** What can be asked at signing in, best first. */
  async kinds(tx: Transaction, accountId: string): Promise<FactorKind[]> {
    const { totp, passkeys, recoveryCodes: left } = await this.of(tx, accountId);
    if (!totp && passkeys.length === 0) return [];
    return [
      ...(passkeys.length > 0 ? (['passkey'] as const) : []),
      ...(totp ? (['totp'] as const) : []),
      ...(left > 0 ? (['recovery'] as const) : []),
    ];
  }

  /** Proposes a secret for an authenticator app; it counts once a code of it was given. */
  async proposeTotp(tx: Transaction, account: Account): Promise<TotpProposal> {
    const secret = newTotpSecret();
    if (!(await proposeTotp(tx, account.id, this.#seal.close(secret, purpose(account.id))))) throw new RefusalError(totpThere);
    const uri = otpauthUri(secret, '安澜', account.account);
    return { secret: base32(secret), uri, qr: await drawQr(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }) };
  }

  /** Ties the app that gave this code; answers fresh recovery codes, shown once. Null when the code is wrong. */
  async confirmTotp(tx: Transaction, account: Account, code: string): Promise<string[] | null> {
    const totp = await totpOf(tx, account.id);
    if (!totp) return null;
    if (totp.confirmedAt) throw new RefusalError(totpThere);
    if (!(await this.#takeTotp(tx, account.id, code))) return null;
    const codes = await this.renewRecoveryCodes(tx, account);
    await this.#note(tx, account, { act: 'secondFactorAdded', detail: { kind: 'totp' } });
    return codes;
  }

  async renewRecoveryCodes(tx: Transaction, account: Account): Promise<string[]> {
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
    await replaceRecoveryCodes(tx, account.id, codes.map(hashOf));
    await this.#note(tx, account, { act: 'recoveryCodesMade', detail: { n: codes.length } });
    return codes;
  }

  /** Whether a code proves the second factor: six digits of the app, or a recovery code (used up by that). */
  async takeCode(tx: Transaction, accountId: string, code: string): Promise<'totp' | 'recovery' | null> {
    const typed = code.replaceAll(/[\s-]/g, '');
    if (/^\d{6}$/.test(typed)) return (await this.#takeTotp(tx, accountId, typed)) ? 'totp' : null;
    return (await takeRecoveryCode(tx, accountId, hashOf(typed))) ? 'recovery' : null;
  }

  async #takeTotp(tx: Transaction, accountId: string, code: string): Promise<boolean> {
    const totp = await totpOf(tx, accountId);
    if (!totp) return false;
    const at = this.#context.clock.now();
    const step = acceptedStep(this.#seal.open(totp.secret, purpose(accountId)), code, at.getTime(), totp.lastStep);
    if (step === null) return false;
    await noteTotp(tx, accountId, step, at);
    return true;
  }

  /** Unties the app and drops its recovery codes. */
  async removeTotp(tx: Transaction, account: Account): Promise<void> {
    if (!(await removeTotp(tx, account.id))) return;
    await replaceRecoveryCodes(tx, account.id, []);
    await this.#note(tx, account, { act: 'secondFactorRemoved', detail: { kind: 'totp' } });
  }

  /** Takes everything, for somebody who lost the phone; the next sign-in enrols anew where a role demands it. */
  async reset(tx: Transaction, account: Account): Promise<void> {
    await removeFactors(tx, account.id);
    await this.#note(tx, account, { act: 'secondFactorReset' });
  }

  async #note(tx: Transaction, account: Account, { act, detail }: Pick<Act, 'act' | 'detail'>): Promise<void> {
    await writeJournal(tx, this.#context.clock, [
      { act, subjectKind: 'account', subjectId: account.id, areaCode: account.areaCode, ...(detail && { detail }) },
    ]);
  }
}

const purpose = (accountId: string) => `totp:${accountId}`;

const totpThere: Refusal = refuse('totp-there', 409, {
  zh: '已绑定动态口令；如需更换，请先解除',
  en: 'An authenticator app is tied already: untie it first',
});

/** 80 bits in groups that can be read out: `k3m9-x7pq-…`, without letters that look alike. */
function newRecoveryCode(): string {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  // 31 letters: a byte above 247 would favour some, so it is thrown away.
  const fair: string[] = [];
  while (fair.length < 16) for (const byte of randomBytes(24)) if (byte < 248 && fair.length < 16) fair.push(letters[byte % 31] as string);
  return fair.join('').replaceAll(/.{4}(?=.)/g, '$&-');
}

function hashOf(code: string): string {
  return digest(code.toLowerCase().replaceAll(/[\s-]/g, ''));
}
