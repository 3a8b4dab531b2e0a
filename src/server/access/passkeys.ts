import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { refuse, RefusalError, type Refusal } from '#kernel/problem/refusal.ts';
import type { Context } from '../operations/context.ts';
import type { Account } from '../storage/accounts.ts';
import type { Transaction } from '../storage/database.ts';
import { addPasskey, notePasskey, passkeyById, passkeysOf, removePasskey } from '../storage/factors.ts';
import { writeJournal } from '../storage/journal.ts';
import type { Step } from '../storage/sessions.ts';

// Passkeys (WebAuthn): a key pair in a phone, a computer or a security key, opened by finger, face or PIN. Bound to the host
// name of the page, which must be a name (localhost counts, an IP address does not: WebAuthn §5.1.2).

/** Where the page runs that asks: `https://anlan.xiaoxian.example`. */
export type Origin = string;

interface Challenge {
  challenge: string;
  origin: Origin;
}

export class Passkeys {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** What the browser is asked to make, and what to keep until it answers. */
  async offer(
    tx: Transaction,
    account: Account,
    origin: Origin,
  ): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; keep: Challenge }> {
    const host = hostOf(origin);
    const known = await passkeysOf(tx, account.id);
    const options = await generateRegistrationOptions({
      rpName: '安澜',
      rpID: host,
      userName: account.account,
      userDisplayName: account.name,
      userID: Uint8Array.from(Buffer.from(account.id)),
      excludeCredentials: known.filter((key) => key.host === host).map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
    return { options, keep: { challenge: options.challenge, origin } };
  }

  /** Keeps the key the browser made. */
  async add(tx: Transaction, account: Account, step: Step, name: string, response: RegistrationResponseJSON): Promise<void> {
    const { challenge, origin } = challengeOf(step);
    const checked = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      requireUserVerification: false,
    }).catch((error: Error) => {
      throw new RefusalError(notValid(error));
    });
    if (!checked.verified) throw new RefusalError(notValid());
    const { credential } = checked.registrationInfo;
    const added = await addPasskey(
      tx,
      {
        id: credential.id,
        accountId: account.id,
        name,
        host: hostOf(origin),
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
      },
      this.#context.clock.now(),
    );
    if (!added) throw new RefusalError(refuse('passkey-known', 409, { zh: '这个通行密钥已登记', en: 'This passkey is known already' }));
    await this.#note(tx, account, 'secondFactorAdded', name);
  }

  /**
   * What the browser is asked to sign.
   * @param account whose password was right; null when the passkey alone signs in, which needs finger, face or PIN
   */
  async ask(
    tx: Transaction,
    accountId: string | null,
    origin: Origin,
  ): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; keep: Challenge }> {
    const host = hostOf(origin);
    const known = accountId === null ? [] : (await passkeysOf(tx, accountId)).filter((key) => key.host === host);
    if (accountId !== null && known.length === 0)
      throw new RefusalError(
        refuse('passkey-elsewhere', 409, {
          zh: `您的通行密钥不是在 ${host} 登记的，请改用其他方式`,
          en: `Your passkeys were not made at ${host}: use another way`,
        }),
      );
    const options = await generateAuthenticationOptions({
      rpID: host,
      allowCredentials: known.map(({ id, transports }) => ({ id, transports: transports as never })),
      userVerification: accountId === null ? 'required' : 'preferred',
    });
    return { options, keep: { challenge: options.challenge, origin } };
  }

  /** The account whose key signed the challenge of a step; throws the refusal when none did. */
  async signedBy(tx: Transaction, step: Step, response: AuthenticationResponseJSON): Promise<string> {
    const { challenge, origin } = challengeOf(step);
    const key = await passkeyById(tx, response.id);
    if (!key || (step.accountId !== null && key.accountId !== step.accountId)) throw new RefusalError(notValid());
    const checked = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: key.host,
      credential: { id: key.id, publicKey: key.publicKey, counter: key.counter },
      requireUserVerification: step.accountId === null,
    }).catch((error: Error) => {
      throw new RefusalError(notValid(error));
    });
    if (!checked.verified) throw new RefusalError(notValid());
    await notePasskey(tx, key.id, checked.authenticationInfo.newCounter, this.#context.clock.now());
    return key.accountId;
  }

  async remove(tx: Transaction, account: Account, id: string): Promise<boolean> {
    const removed = await removePasskey(tx, account.id, id);
    if (removed) await this.#note(tx, account, 'secondFactorRemoved', id);
    return removed;
  }

  async #note(tx: Transaction, account: Account, act: string, name: string): Promise<void> {
    await writeJournal(tx, this.#context.clock, [
      { act, subjectKind: 'account', subjectId: account.id, areaCode: account.areaCode, detail: { kind: 'passkey', name } },
    ]);
  }
}

function hostOf(origin: Origin): string {
  const { hostname, protocol } = new URL(origin);
  const isAddress = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  if (isAddress || (protocol !== 'https:' && hostname !== 'localhost' && !hostname.endsWith('.localhost')))
    throw new RefusalError(
      refuse('passkey-needs-name', 409, {
        zh: '通行密钥须通过 https 和域名（或 localhost）访问时使用，IP 地址不行',
        en: 'Passkeys work only over https under a host name (or localhost), not under an IP address',
      }),
    );
  return hostname;
}

function challengeOf(step: Step): Challenge {
  const { challenge, origin } = step.data;
  if (typeof challenge !== 'string' || typeof origin !== 'string') throw new RefusalError(notValid());
  return { challenge, origin };
}

function notValid(error?: Error): Refusal {
  const why = error ? `: ${error.message}` : '';
  return refuse('passkey-invalid', 401, { zh: `通行密钥验证失败${why}`, en: `The passkey was not accepted${why}` });
}
