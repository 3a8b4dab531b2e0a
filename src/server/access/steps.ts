import { refuse, RefusalError, type Refusal } from '#kernel/problem/refusal.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Transaction } from '../storage/database.ts';
import { addStep, changeStep, endStep, findStep, type Step } from '../storage/sessions.ts';
import { digest, newToken } from './token.ts';

// Steps: what stands between the first proof of who somebody is and a session (second factor, enrolment, passkey, single
// sign-on). Each has a one-time token and lives ten minutes.

export type StepKind = 'secondFactor' | 'enrol' | 'passkey' | 'passkeyNew' | 'sso';

const stepMs = 10 * 60_000;
const mostFailures = 5;

export const stepGone: Refusal = refuse('step-expired', 410, {
  zh: '登录步骤已过期或已用过，请从头登录',
  en: 'This step has expired or was used: sign in from the beginning',
});

export async function openStep(
  tx: Transaction,
  clock: Clock,
  kind: StepKind,
  accountId: string | null,
  data: Record<string, unknown> = {},
): Promise<string> {
  const token = newToken();
  const at = clock.now();
  await addStep(tx, { tokenHash: digest(token), kind, accountId, data, at, expiresAt: new Date(at.getTime() + stepMs) });
  return token;
}

/** The step of a token, locked; throws the refusal when it is gone. */
export async function mustFind(tx: Transaction, clock: Clock, kind: StepKind, token: string): Promise<Step> {
  const step = await findStep(tx, digest(token), kind, clock.now());
  if (!step) throw new RefusalError(stepGone);
  return step;
}

export function keepInStep(tx: Transaction, token: string, step: Step, data: Record<string, unknown>): Promise<void> {
  return changeStep(tx, digest(token), { data: { ...step.data, ...data }, failures: step.failures });
}

/** Counts a wrong answer; after five the step is gone. */
export async function countFailure(tx: Transaction, token: string, step: Step): Promise<void> {
  if (step.failures + 1 >= mostFailures) await endStep(tx, digest(token));
  else await changeStep(tx, digest(token), { data: step.data, failures: step.failures + 1 });
}

export function closeStep(tx: Transaction, token: string): Promise<void> {
  return endStep(tx, digest(token));
}
