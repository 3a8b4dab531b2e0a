import { afterAll, beforeAll, expect, test } from 'vitest';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { listAccounts } from '../storage/accounts.ts';
import { takeUp } from '../access/invitations.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import { runCommand } from './commands.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function call(...argv: string[]) {
  const out: string[] = [];
  const environment = { DATABASE_URL: database.url, ANLAN_LANG: 'en', ANLAN_PUBLIC_URL: 'https://anlan.example' };
  const exitCode = await runCommand(
    ['user', ...argv],
    environment,
    (line) => out.push(line),
    (line) => out.push(line),
  );
  return { exitCode, out: out.join('\n') };
}

test('a user is added from the command line and sets the password through the printed link', async () => {
  const made = await call('add', 'chief', '--name', '局长', '--role', 'commander', '--role', 'viewer', '--area', '341322101');
  expect(made.exitCode).toBe(0);
  const token = /https:\/\/anlan\.example\/invite\?token=([\w-]{32})$/.exec(made.out)?.[1] ?? '';
  const context = { clock: new TestClock(new Date()), database, county: '341322', publicUrl: '' };
  expect(await takeUp(context, token, 'Ding-Xiang-2026', '')).toMatchObject({ ok: true, value: { account: 'chief' } });
  const accounts = await database.transaction(anActor(), listAccounts);
  expect(accounts.map(({ account, name, grants }) => [account, name, grants])).toEqual([
    [
      'chief',
      '局长',
      [
        { role: 'commander', areaCode: '341322101' },
        { role: 'viewer', areaCode: '341322101' },
      ],
    ],
  ]);
  expect(await call('add', 'chief', '--role', 'viewer')).toMatchObject({
    exitCode: 1,
    out: expect.stringContaining('exists already') as string,
  });
});

test('a forgotten password gets a new link', async () => {
  expect(await call('reset', 'chief', '--second-factor')).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining('/invite?token=') as string,
  });
  expect(await call('reset', 'nobody')).toMatchObject({ exitCode: 1, out: expect.stringContaining('no account') as string });
});

test.each([
  [['add']],
  [['add', 'x y', '--role', 'viewer']],
  [['add', 'li']],
  [['add', 'li', '--role', 'king']],
  [['remove', 'li']],
  [['add', 'li', '--role', 'viewer', '--area', '12']],
])('a call that is none (%j) prints how it goes', async (argv) => {
  expect(await call(...argv)).toMatchObject({ exitCode: 2, out: expect.stringContaining('anlan user add') as string });
});
