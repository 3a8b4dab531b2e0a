import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findPostgres, program, thisMachine } from './platform.ts';

test.each([
  { platform: 'linux', arch: 'x64', musl: true },
  { platform: 'win32', arch: 'arm64', musl: false },
  { platform: 'linux', arch: 'riscv64', musl: false },
])('a machine without binaries is told to use DATABASE_URL: $platform $arch musl=$musl', (machine) => {
  expect(() => findPostgres(machine)).toThrow(/DATABASE_URL/);
});

test('this machine has the programs of PostgreSQL 18', () => {
  const found = findPostgres(thisMachine());
  expect(found.major).toBe(18);
  expect(existsSync(program(found.native, 'postgres'))).toBe(true);
});
