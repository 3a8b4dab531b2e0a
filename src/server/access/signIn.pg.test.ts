import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anActor } from '../storage/testDatabase.ts';
import { historyOf } from '../storage/journal.ts';
import { invite, takeUp } from './invitations.ts';
import { openAccess } from './access.ts';
import { sealWith } from './sealing.ts';
import { setAccessPolicy } from './secondFactors.ts';
import { Sessions } from './sessions.ts';
import { accessBench, countyOfficer, must, password, visitor, type AccessBench } from './testAccess.ts';
import { stepOf, totpAt } from './totp.ts';
import type { Context } from '../operations/context.ts';

let bench: AccessBench;

beforeAll(async () => {
  bench = await accessBench();
});
afterAll(() => bench.database.drop());

const say = (account: string, typed = password) => bench.access.signIn.withPassword(account, typed, visitor);
const county = countyOfficer;

/** The code the person's app shows now, from the secret that was shown once (Base32). */
function codeOf(secret: string, shift = 0): string {
  const bits = secret
    .split('')
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  return totpAt(bytes, stepOf(bench.clock.nowMs()) + shift);
}

async function withApp(account: string): Promise<{ id: string; secret: string; recoveryCodes: string[] }> {
  const id = await bench.aPerson(account);
  const { actor } = await bench.signIn(account);
  const { secret } = must(await bench.access.own.proposeTotp(actor, password));
  const { recoveryCodes } = must(await bench.access.own.confirmTotp(actor, codeOf(secret)));
  bench.clock.advance(30_000);
  return { id, secret, recoveryCodes };
}

async function halfway(account: string): Promise<{ step: string; factors: string[]; enrol: boolean }> {
  const answer = must(await say(account));
  if (!('halfway' in answer)) throw new Error('no second factor was asked');
  return answer.halfway;
}

describe('signing in', () => {
  test('works with the password set through the invitation, and the invitation only once', async () => {
    const { context, access } = bench;
    const invited = must(await invite(context, anActor(), { account: 'li', name: '演示李', grants: county, areaCode: '341322' }));
    expect(await takeUp(context, invited.token, 'short', '')).toMatchObject({ ok: false, code: 'password-weak' });
    expect(await takeUp(context, invited.token, password, '')).toMatchObject({ ok: true });
    expect(await takeUp(context, invited.token, password, '')).toMatchObject({ ok: false, code: 'invitation-invalid' });
    const { token } = await bench.signIn('li');
    expect(await access.sessions.actorOf(token, '10.0.0.1')).toMatchObject({
      ok: true,
      value: { actor: { name: '演示李', roles: ['dutyOfficer'], grants: county, posts: [] } },
    });
  });

  test('gives the same refusal for a wrong password and an unknown account', async () => {
    await bench.aPerson('wang');
    const wrong = await say('wang', 'nope');
    expect(wrong).toMatchObject({ ok: false, code: 'sign-in-wrong' });
    expect(await say('nobody', 'nope')).toEqual(wrong);
  });

  test('locks after five wrong passwords and opens again after a quarter of an hour', async () => {
    await bench.aPerson('zhao');
    for (let i = 0; i < 5; i += 1) await say('zhao', 'nope');
    expect(await say('zhao')).toMatchObject({ ok: false, code: 'account-locked' });
    bench.clock.advance(15 * 60_000 + 1);
    expect(await say('zhao')).toMatchObject({ ok: true });
  });

  test('locks as well when the wrong passwords come at the same time', async () => {
    await bench.aPerson('rush');
    await Promise.all(Array.from({ length: 5 }, () => say('rush', 'nope')));
    expect(await say('rush')).toMatchObject({ ok: false, code: 'account-locked' });
  });

  test('an account name is given once, and no rights outside the own area are given', async () => {
    await bench.aPerson('sun');
    const again = { account: 'sun', name: 'x', grants: county, areaCode: '341322' };
    expect(await invite(bench.context, anActor(), again)).toMatchObject({ ok: false, code: 'account-taken' });
    const township = anActor({ areaCode: '341322101' });
    expect(await invite(bench.context, township, { ...again, account: 'new' })).toMatchObject({ ok: false, code: 'area-outside' });
    const many = Array.from({ length: 9 }, (_, at) => ({ role: 'viewer' as const, areaCode: `34132210${at}` }));
    expect(await invite(bench.context, anActor(), { ...again, account: 'new', grants: many })).toMatchObject({
      ok: false,
      code: 'areas-too-many',
    });
  });
});

describe('a session', () => {
  test('ends after twelve hours, at signing out, and for a made-up token', async () => {
    const { sessions } = bench.access;
    await bench.aPerson('qian');
    const signed = await bench.signIn('qian');
    const other = await bench.signIn('qian');
    await sessions.signOut(other.token, '');
    expect(await sessions.actorOf(other.token, '')).toMatchObject({ ok: false, code: 'session-missing' });
    expect(await sessions.actorOf('made-up', '')).toMatchObject({ ok: false, code: 'session-missing' });
    bench.clock.advance(12 * 3_600_000 + 1);
    expect(await sessions.actorOf(signed.token, '')).toMatchObject({ ok: false, code: 'session-expired' });
  });

  test('goes on while the database is away, for a desk that was open before', async () => {
    await bench.aPerson('wu');
    const signed = await bench.signIn('wu');
    let up = false;
    const { database } = bench;
    const flaky: Context = {
      ...bench.context,
      database: {
        ...database,
        transaction: (actor, work) => (up ? database.transaction(actor, work) : Promise.reject(new Error('connection refused'))),
      },
    };
    const sessions = new Sessions(flaky);
    await expect(sessions.actorOf(signed.token, '')).rejects.toThrow('connection refused');
    up = true;
    expect(await sessions.actorOf(signed.token, '')).toMatchObject({ ok: true });
    up = false;
    bench.clock.advance(60_000);
    expect(await sessions.actorOf(signed.token, '')).toMatchObject({ ok: true });
  });

  test('is listed with where and when, and ends from the list', async () => {
    const { own, sessions } = bench.access;
    await bench.aPerson('lists');
    const here = await bench.signIn('lists');
    const there = must(await bench.access.signIn.withPassword('lists', password, { from: '10.9.9.9', agent: 'Phone' }));
    const away = 'signedIn' in there ? there.signedIn.token : '';
    const known = must(await sessions.actorOf(here.token, ''));
    const view = must(await own.view(known.actor, known.sessionId));
    expect(view.sessions.map(({ from, agent, method, current }) => [from, agent, method, current])).toEqual(
      expect.arrayContaining([
        ['10.0.0.1', 'test', 'password', true],
        ['10.9.9.9', 'Phone', 'password', false],
      ]),
    );
    const other = view.sessions.find(({ current }) => !current);
    expect(must(await own.endSessions(known.actor, other?.id ?? ''))).toEqual({ ended: 1 });
    sessions.forget(known.actor.accountId ?? '');
    expect(await sessions.actorOf(away, '')).toMatchObject({ ok: false, code: 'session-missing' });
    expect(await sessions.actorOf(here.token, '')).toMatchObject({ ok: true });
  });

  test('of others end when the password is changed', async () => {
    const { own, sessions } = bench.access;
    await bench.aPerson('changes');
    const here = await bench.signIn('changes');
    const there = await bench.signIn('changes');
    const known = must(await sessions.actorOf(here.token, ''));
    const next = 'Mei-Hua-2027';
    expect(await own.changePassword(known.actor, known.sessionId, 'nope', next)).toMatchObject({ ok: false, code: 'password-wrong' });
    expect(await own.changePassword(known.actor, known.sessionId, password, 'short')).toMatchObject({ ok: false, code: 'password-weak' });
    must(await own.changePassword(known.actor, known.sessionId, password, next));
    sessions.forget();
    expect(await sessions.actorOf(there.token, '')).toMatchObject({ ok: false, code: 'session-missing' });
    expect(await sessions.actorOf(here.token, '')).toMatchObject({ ok: true });
    expect(await say('changes', next)).toMatchObject({ ok: true });
  });
});

describe('a second factor', () => {
  test('is asked after the password, and each code counts once', async () => {
    const { secret } = await withApp('totp');
    const { step, factors } = await halfway('totp');
    expect(factors).toEqual(['totp', 'recovery']);
    const code = codeOf(secret);
    expect(await bench.access.signIn.withCode(step, code, visitor)).toMatchObject({ ok: true, value: { signedIn: { account: 'totp' } } });
    expect(await bench.access.signIn.withCode(step, code, visitor)).toMatchObject({ ok: false, code: 'step-expired' });
    const again = await halfway('totp');
    expect(await bench.access.signIn.withCode(again.step, code, visitor)).toMatchObject({ ok: false, code: 'code-wrong' });
    expect(await bench.access.signIn.withCode(again.step, codeOf(secret, 1), visitor)).toMatchObject({ ok: true });
  });

  test('lost is replaced by a recovery code, each once', async () => {
    const { recoveryCodes } = await withApp('lost');
    expect(recoveryCodes).toHaveLength(10);
    const first = recoveryCodes[0] as string;
    expect(await bench.access.signIn.withCode((await halfway('lost')).step, first.toUpperCase(), visitor)).toMatchObject({ ok: true });
    expect(await bench.access.signIn.withCode((await halfway('lost')).step, first, visitor)).toMatchObject({
      ok: false,
      code: 'code-wrong',
    });
  });

  test('wrong five times ends the step and locks the account', async () => {
    const { secret } = await withApp('guessed');
    const { step } = await halfway('guessed');
    for (let i = 0; i < 5; i += 1)
      expect(await bench.access.signIn.withCode(step, 'aaaa-bbbb-cccc-dddd', visitor)).toMatchObject({ ok: false, code: 'code-wrong' });
    expect(await bench.access.signIn.withCode(step, codeOf(secret), visitor)).toMatchObject({ ok: false, code: 'step-expired' });
    expect(await say('guessed')).toMatchObject({ ok: false, code: 'account-locked' });
  });

  test('must be set up before a session begins where a role demands it', async () => {
    const { context, database } = bench;
    await bench.aPerson('boss', [{ role: 'commander', areaCode: '341322' }]);
    await database.transaction(anActor(), (tx) => setAccessPolicy(context, tx, { secondFactorRoles: ['commander'] }));
    const { step, enrol } = await halfway('boss');
    expect(enrol).toBe(true);
    expect(await bench.access.signIn.withCode(step, '000000', visitor)).toMatchObject({ ok: false, code: 'step-expired' });
    const { secret, uri, qr } = must(await bench.access.signIn.enrol(step, visitor));
    expect(uri).toContain(`secret=${secret}`);
    expect(qr).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
    expect(await bench.access.signIn.withFirstCode(step, '000000', visitor)).toMatchObject({ ok: false, code: 'code-wrong' });
    const entered = must(await bench.access.signIn.withFirstCode(step, codeOf(secret), visitor));
    expect(entered).toMatchObject({
      signedIn: { account: 'boss' },
      recoveryCodes: expect.arrayContaining([expect.any(String)]) as unknown,
    });
    expect((await halfway('boss')).enrol).toBe(false);
    await database.transaction(anActor(), (tx) => setAccessPolicy(context, tx, { secondFactorRoles: [] }));
  });

  test('is untied and renewed only with the password', async () => {
    const { secret, id } = await withApp('careful');
    const answer = must(await bench.access.signIn.withCode((await halfway('careful')).step, codeOf(secret), visitor));
    const { actor } = 'signedIn' in answer ? answer.signedIn : { actor: anActor() };
    expect(await bench.access.own.removeTotp(actor, 'nope')).toMatchObject({ ok: false, code: 'password-wrong' });
    expect(must(await bench.access.own.renewRecoveryCodes(actor, password)).recoveryCodes).toHaveLength(10);
    expect(await bench.access.own.proposeTotp(actor, password)).toMatchObject({ ok: false, code: 'totp-there' });
    must(await bench.access.own.removeTotp(actor, password));
    expect(must(await say('careful'))).toHaveProperty('signedIn');
    const acts = (await bench.database.transaction(anActor(), (tx) => historyOf(tx, 'account', id))).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['secondFactorAdded', 'recoveryCodesMade', 'secondFactorRemoved']));
  });

  test('cannot be read from the database alone', async () => {
    const { id } = await withApp('sealed');
    const stranger = openAccess(bench.context, sealWith(Buffer.alloc(32, 2)), null);
    const { step } = await halfway('sealed');
    await expect(stranger.signIn.withCode(step, '000000', visitor)).rejects.toThrow(/authenticate data/);
    expect(
      await bench.database.transaction(anActor({ accountId: id }), async (tx) => (await tx.query('select 1 from totp_factor')).rowCount),
    ).toBe(1);
    // Not even an administrator reads what belongs to somebody else.
    expect(await bench.database.transaction(anActor(), async (tx) => (await tx.query('select 1 from totp_factor')).rowCount)).toBe(0);
  });
});
