import { expect, test } from 'vitest';
import { checkServer, judge } from './checkServer.ts';
import { ask } from './clusterProcesses.fixture.ts';

const url = process.env.ANLAN_TEST_DATABASE_URL ?? '';

function urlWith(change: (address: URL) => void): string {
  const address = new URL(url);
  change(address);
  return address.href;
}

test('a server that fits is accepted', async () => {
  expect(await checkServer(url)).toMatchObject({ encoding: 'UTF8', mayCreateRoles: true, mayCreateTables: true });
});

test('each way a connection fails has its own code, and none shows the password', async () => {
  const codeOf = async (address: string) =>
    checkServer(address).then(
      () => 'accepted',
      (error: { code: string; text: object }) => (JSON.stringify(error.text).includes('geheim') ? 'password shown' : error.code),
    );
  expect(await codeOf(urlWith((address) => (address.password = 'geheim')))).toBe('server-wrong-password');
  expect(await codeOf(urlWith((address) => (address.pathname = '/nowhere')))).toBe('server-no-database');
  expect(await codeOf('postgres://a:geheim@127.0.0.1:1/x')).toBe('server-refused');
  expect(await codeOf('postgres://a:geheim@name.invalid/x')).toBe('server-unknown-host');
  expect(await codeOf('geheim')).toBe('url-invalid');
});

test('a database in another encoding and a user without rights are refused with the remedy', async () => {
  await ask(url, "create database latin encoding 'LATIN1' locale 'C' template template0");
  await expect(checkServer(urlWith((address) => (address.pathname = '/latin')))).rejects.toMatchObject({ code: 'server-encoding' });
  await ask(url, 'drop database latin');
  await ask(url, "create role check_guest login password 'geheim'");
  const guest = urlWith((address) => Object.assign(address, { username: 'check_guest', password: 'geheim' }));
  await expect(checkServer(guest)).rejects.toMatchObject({ code: 'server-no-role' });
  await ask(url, 'drop role check_guest');
});

test('PostgreSQL 14 is too old, 15 is not', () => {
  const facts = {
    encoding: 'UTF8',
    database: 'd',
    user: 'u',
    mayCreateRoles: true,
    roleExists: false,
    mayActAsRole: false,
    mayCreateTables: true,
  };
  expect(judge({ ...facts, versionNumber: 140_023 }, { where: 'db:5432' })).toMatchObject({ code: 'server-too-old' });
  expect(judge({ ...facts, versionNumber: 150_000 }, { where: 'db:5432' })).toBeNull();
});
