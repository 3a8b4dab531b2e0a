import { randomUUIDv7 } from 'node:crypto';
import { mayTouch, reachOf, type Actor, type Grant } from '#kernel/access/access.ts';
import { refuse, RefusalError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import type { Context } from '../operations/context.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import { accountByName, addAccount, addInvitation, setPassword, takeInvitation } from '../storage/accounts.ts';
import { writeJournal } from '../storage/journal.ts';
import { mostRanges } from '../storage/policies.ts';
import { endSessions } from '../storage/sessions.ts';
import { gate } from './holdings.ts';
import { hashPassword, passwordFault } from './password.ts';
import { digest, newToken } from './token.ts';

// New accounts, and the one-time links with which their owners set a password. Links live three days.

const invitationMs = 72 * 3_600_000;

export interface NewAccount {
  account: string;
  name: string;
  grants: readonly Grant[];
  /** Home division. */
  areaCode: string;
}

/** What is wrong with grants that an administrator wants to give, or null. */
export function grantFault(actor: Actor, grants: readonly Grant[]): Refusal | null {
  const outside = grants.find(({ areaCode }) => !mayTouch(actor, ['administrator'], areaCode));
  if (outside)
    return refuse('area-outside', 403, {
      zh: `不能授予辖区以外（${outside.areaCode}）的权限`,
      en: `Rights outside your own area (${outside.areaCode}) cannot be given`,
    });
  return reachOf(grants).length > mostRanges
    ? refuse('areas-too-many', 422, {
        zh: `一个账号最多 ${mostRanges} 个互不包含的行政区，请改授上级行政区`,
        en: `An account reaches at most ${mostRanges} separate divisions: give a division above them`,
      })
    : null;
}

/** Makes an account and the one-time token with which its owner sets a password. */
export async function invite(context: Context, actor: Actor, account: NewAccount): Promise<Outcome<{ id: string; token: string }>> {
  const { clock } = context;
  const fault = grantFault(actor, account.grants) ?? grantFault(actor, [{ role: 'viewer', areaCode: account.areaCode }]);
  if (fault) return fault;
  return inTransaction(context, actor, async (tx) => {
    const id = randomUUIDv7();
    if (!(await addAccount(tx, { id, ...account, grants: [...account.grants], password: null }, clock.now()))) {
      throw new RefusalError(
        refuse('account-taken', 409, { zh: `账号“${account.account}”已存在`, en: `The account "${account.account}" exists already` }),
      );
    }
    const token = newToken(24);
    await addInvitation(tx, digest(token), id, new Date(clock.nowMs() + invitationMs));
    await writeJournal(tx, clock, [
      { act: 'invite', subjectKind: 'account', subjectId: id, areaCode: account.areaCode, detail: { ...account } },
    ]);
    return { id, token };
  });
}

/** Makes the link with which an existing person sets a new password. */
export async function inviteAgain(
  context: Context,
  actor: Actor,
  accountId: string,
  areaCode: string,
): Promise<Outcome<{ id: string; token: string }>> {
  const { clock } = context;
  return inTransaction(context, actor, async (tx) => {
    const token = newToken(24);
    await addInvitation(tx, digest(token), accountId, new Date(clock.nowMs() + invitationMs));
    await writeJournal(tx, clock, [{ act: 'inviteAgain', subjectKind: 'account', subjectId: accountId, areaCode }]);
    return { id: accountId, token };
  });
}

/** A new link by the name of an account, for whoever runs the server. */
export async function inviteByName(context: Context, actor: Actor, account: string): Promise<Outcome<{ id: string; token: string }>> {
  const found = await context.database.transaction(actor, (tx) => accountByName(tx, account));
  return found
    ? inviteAgain(context, actor, found.id, found.areaCode)
    : refuse('account-missing', 404, { zh: `没有账号“${account}”`, en: `There is no account "${account}"` });
}

/** Sets the password of whoever holds the link; every session begun with the old password ends. */
export async function takeUp(
  context: Context,
  token: string,
  password: string,
  from: string,
): Promise<Outcome<{ id: string; account: string }>> {
  const fault = weakPassword('password', password);
  if (fault) return fault;
  const hash = await hashPassword(password);
  return inTransaction(context, gate(from), async (tx) => {
    const account = await takeInvitation(tx, digest(token), context.clock.now());
    if (!account)
      throw new RefusalError(
        refuse('invitation-invalid', 410, {
          zh: '邀请链接无效或已用过，请管理员重新发送',
          en: 'The link is not valid or has been used: ask the administrator for a new one',
        }),
      );
    await setPassword(tx, account.id, hash);
    await endSessions(tx, account.id, {});
    await writeJournal(tx, context.clock, [
      { act: 'passwordSet', subjectKind: 'account', subjectId: account.id, areaCode: account.areaCode },
    ]);
    return { id: account.id, account: account.account };
  });
}

/** The refusal of a password that is too weak, naming the field, or null. */
export function weakPassword(field: string, password: string): Refusal | null {
  const text = passwordFault(password);
  return text && refuse('password-weak', 422, text, { fields: [{ field, value: null, rule: 'password', text }] });
}
