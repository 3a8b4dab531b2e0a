import { mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreSymlinks } from './symlinks.ts';

test('missing and wrong library links are made, right ones and copied libraries are left alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-links-'));
  const lib = join(folder, 'native', 'lib');
  mkdirSync(lib, { recursive: true });
  for (const name of ['libpq.so.5.18', 'libz.so']) writeFileSync(join(lib, name), '');
  symlinkSync('gone', join(lib, 'libpq.so'));
  const links = ['libpq.so.5', 'libpq.so', 'libz.so'].map((name) => ({ source: 'native/lib/libpq.so.5.18', target: `native/lib/${name}` }));
  writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  expect(restoreSymlinks(folder)).toBe(2);
  expect(readlinkSync(join(lib, 'libpq.so'))).toBe('libpq.so.5.18');
  expect(restoreSymlinks(folder)).toBe(0);
  rmSync(folder, { recursive: true });
});
