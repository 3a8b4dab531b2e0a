import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import type { Me } from '#web/api/answers.ts';
import { api, ApiProblem } from '#web/api/client.ts';

// Calls of signing in. The password may be followed by a second factor; a passkey may do alone.

export type FactorKind = 'totp' | 'passkey' | 'recovery';

/** What is still asked after the first proof. */
export interface Halfway {
  step: string;
  factors: FactorKind[];
  /** A second factor must be set up now. */
  enrol: boolean;
}

export interface Entered {
  me: Me;
  /** Shown once, after enrolling. */
  recoveryCodes?: string[];
}

export type SignInAnswer = Entered | { secondFactor: Halfway };

export interface TotpProposal {
  secret: string;
  uri: string;
  /** SVG of the address as a QR code. */
  qr: string;
}

export const isHalfway = (answer: SignInAnswer): answer is { secondFactor: Halfway } => 'secondFactor' in answer;

export function signIn(account: string, password: string): Promise<SignInAnswer> {
  return api.post('/session', { account, password });
}

export function answerCode({ step, enrol }: Halfway, code: string): Promise<SignInAnswer> {
  return api.post(enrol ? '/session/second-factor/enrolment' : '/session/second-factor', { step, code });
}

export function proposeApp({ step }: Halfway): Promise<TotpProposal> {
  return api.post('/session/second-factor/enrolment', { step });
}

/** Signs with a passkey: the second factor of a step, or alone when there is none. */
export async function signInWithPasskey(halfway: Halfway | null): Promise<SignInAnswer> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const asked = await api.post<{ step: string; options: PublicKeyCredentialRequestOptionsJSON }>(
    '/session/passkey-options',
    halfway ? { step: halfway.step } : {},
  );
  const passkey = await finished(startAuthentication({ optionsJSON: asked.options }));
  return api.post(halfway ? '/session/second-factor' : '/session/passkey', { step: asked.step, passkey });
}

/** Makes a passkey on this device. */
export async function makePasskey(name: string, password: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const offered = await api.post<{ step: string; options: PublicKeyCredentialCreationOptionsJSON }>('/me/factors/passkeys/options', {
    password,
  });
  const passkey = await finished(startRegistration({ optionsJSON: offered.options }));
  await api.post('/me/factors/passkeys', { step: offered.step, name, passkey });
}

/** Whether this page can use passkeys at all: the browser knows them, and it was opened under a name, not an IP address. */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && globalThis.isSecureContext && !/^[\d.]+$|^\[/.test(location.hostname);
}

/** The browser gives one error for cancelled, timed out and no key here; none of them is a fault of the page. */
async function finished<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidStateError')
      throw new ApiProblem(409, 'passkey-here', { zh: '这台设备上已有您的通行密钥', en: 'This device holds a passkey of yours already' });
    throw new ApiProblem(400, 'passkey-unfinished', {
      zh: '没有完成通行密钥验证：已取消、超时，或本设备上没有可用的密钥',
      en: 'The passkey was not used: cancelled, timed out, or none on this device',
    });
  }
}
