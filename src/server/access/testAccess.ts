import { TestClock } from '#kernel/clock/clock.ts';
import type { Grant } from '#kernel/access/access.ts';
import type { Outcome } from '#kernel/problem/refusal.ts';
import type { Context } from '../operations/context.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { openAccess, type Access } from './access.ts';
import { invite, takeUp } from './invitations.ts';
import { sealWith } from './sealing.ts';
import type { SignedIn } from './sessions.ts';

// For tests only: everything about access on a database of its own.

export const password = 'Ding-Xiang-2026';
export const visitor = { from: '10.0.0.1', agent: 'test' };
export const countyOfficer: readonly Grant[] = [{ role: 'dutyOfficer', areaCode: '341322' }];

export interface AccessBench {
  clock: TestClock;
  database: TestDatabase;
  context: Context;
  access: Access;
  /** Makes an account that has set its password; answers its id. */
  aPerson(account: string, grants?: readonly Grant[], areaCode?: string): Promise<string>;
  /** Signs in somebody without a second factor. */
  signIn(account: string): Promise<SignedIn>;
}

export async function accessBench(): Promise<AccessBench> {
  const clock = new TestClock();
  const database = await testDatabase();
  const context: Context = { clock, database, county: '341322', publicUrl: 'http://localhost' };
  const access = openAccess(context, sealWith(Buffer.alloc(32, 1)), null);
  return {
    clock,
    database,
    context,
    access,
    async aPerson(account, grants = countyOfficer, areaCode = '341322') {
      const invited = must(await invite(context, anActor(), { account, name: account, grants, areaCode }));
      must(await takeUp(context, invited.token, password, '127.0.0.1'));
      return invited.id;
    },
    async signIn(account) {
      const answer = must(await access.signIn.withPassword(account, password, visitor));
      if (!('signedIn' in answer)) throw new Error(`${account} was asked for a second factor`);
      return answer.signedIn;
    },
  };
}

/** The value, or an error with the words of the refusal. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text.en}`);
  return outcome.value;
}
