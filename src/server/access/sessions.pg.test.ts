import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { Context } from '../operations/context.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { Sessions } from './sessions.ts';

let database: TestDatabase;
let context: Context;
let sessions: Sessions;
const clock = new TestClock();
const password = 'Ding-Xiang-2026';

async function aPerson(account: string): Promise<void> {
  const invited = await sessions.invite(anActor(), { account, name: account, roles: ['dutyOfficer'], areaCode: '341322' });
  if (!invited.ok) throw new Error(invited.text.en);
  expect(await sessions.takeUp(invited.value.token, password, '127.0.0.1')).toMatchObject({ ok: true });
}

beforeAll(async () => {
  database = await testDatabase();
  context = { clock, database, county: '341322', publicUrl: '' };
  sessions = new Sessions(context);
});
afterAll(() => database.drop());

describe('signing in', () => {
  test('works with the password set through the invitation, and the invitation only once', async () => {
    const invited = await sessions.invite(anActor(), { account: 'li', name: '演示李', roles: ['dutyOfficer'], areaCode: '341322' });
    if (!invited.ok) throw new Error(invited.text.en);
    expect(await sessions.takeUp(invited.value.token, 'short', '')).toMatchObject({ ok: false, code: 'password-weak' });
    expect(await sessions.takeUp(invited.value.token, password, '')).toMatchObject({ ok: true });
    expect(await sessions.takeUp(invited.value.token, password, '')).toMatchObject({ ok: false, code: 'invitation-invalid' });
    const signed = await sessions.signIn('li', password, '10.0.0.1', 'test');
    if (!signed.ok) throw new Error(signed.text.en);
    expect(await sessions.actorOf(signed.value.token, '10.0.0.1')).toMatchObject({
      ok: true,
      value: { actor: { name: '演示李', roles: ['dutyOfficer'] } },
    });
  });

  test('gives the same refusal for a wrong password and an unknown account', async () => {
    await aPerson('wang');
    const wrong = await sessions.signIn('wang', 'nope', '', '');
    expect(wrong).toMatchObject({ ok: false, code: 'sign-in-wrong' });
    expect(await sessions.signIn('nobody', 'nope', '', '')).toEqual(wrong);
  });

  test('locks after five wrong passwords and opens again after a quarter of an hour', async () => {
    await aPerson('zhao');
    for (let i = 0; i < 5; i += 1) await sessions.signIn('zhao', 'nope', '', '');
    expect(await sessions.signIn('zhao', password, '', '')).toMatchObject({ ok: false, code: 'account-locked' });
    clock.advance(15 * 60_000 + 1);
    expect(await sessions.signIn('zhao', password, '', '')).toMatchObject({ ok: true });
  });

  test('an account name is given once', async () => {
    await aPerson('sun');
    expect(await sessions.invite(anActor(), { account: 'sun', name: 'x', roles: [], areaCode: '341322' })).toMatchObject({
      ok: false,
      code: 'account-taken',
    });
    expect(
      await sessions.invite(anActor({ areaCode: '341322101' }), { account: 'new', name: 'x', roles: [], areaCode: '341322' }),
    ).toMatchObject({ ok: false, code: 'area-outside' });
  });
});

describe('a session', () => {
  test('ends after twelve hours, at signing out, and for a made-up token', async () => {
    await aPerson('qian');
    const signed = await sessions.signIn('qian', password, '', '');
    const other = await sessions.signIn('qian', password, '', '');
    if (!signed.ok || !other.ok) throw new Error('sign-in failed');
    await sessions.signOut(other.value.token, '');
    expect(await sessions.actorOf(other.value.token, '')).toMatchObject({ ok: false, code: 'session-missing' });
    expect(await sessions.actorOf('made-up', '')).toMatchObject({ ok: false, code: 'session-missing' });
    clock.advance(12 * 3_600_000 + 1);
    expect(await sessions.actorOf(signed.value.token, '')).toMatchObject({ ok: false, code: 'session-expired' });
  });

  test('goes on while the database is away, for a desk that was open before', async () => {
    await aPerson('wu');
    const signed = await sessions.signIn('wu', password, '', '');
    if (!signed.ok) throw new Error('sign-in failed');
    const away: Context = { ...context, database: { ...database, transaction: () => Promise.reject(new Error('connection refused')) } };
    const elsewhere = new Sessions(away);
    await expect(elsewhere.actorOf(signed.value.token, '')).rejects.toThrow('connection refused');
    let up = true;
    const flaky = new Sessions({
      ...context,
      database: {
        ...database,
        transaction: (actor, work) => (up ? database.transaction(actor, work) : Promise.reject(new Error('connection refused'))),
      },
    });
    expect(await flaky.actorOf(signed.value.token, '')).toMatchObject({ ok: true });
    up = false;
    clock.advance(60_000);
    expect(await flaky.actorOf(signed.value.token, '')).toMatchObject({ ok: true });
  });
});
