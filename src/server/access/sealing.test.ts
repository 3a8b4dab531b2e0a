import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSeal, sealWith } from './sealing.ts';

test('a sealed secret opens with its key for its purpose only', () => {
  const seal = sealWith(Buffer.alloc(32, 7));
  const sealed = seal.close(Buffer.from('secret'), 'totp:li');
  expect(Buffer.from(seal.open(sealed, 'totp:li')).toString()).toBe('secret');
  expect(() => seal.open(sealed, 'totp:wang')).toThrow(/authenticate data/);
  expect(() => sealWith(Buffer.alloc(32, 8)).open(sealed, 'totp:li')).toThrow(/authenticate data/);
  expect(seal.close(Buffer.from('secret'), 'totp:li')).not.toBe(sealed);
});

test('the key is made once, for its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-seal-'));
  try {
    const sealed = openSeal(folder).close(Buffer.from('x'), 'p');
    expect(Buffer.from(openSeal(folder).open(sealed, 'p')).toString()).toBe('x');
    // Windows keeps no such bits: there the folder's own rights count.
    const mode = process.platform === 'win32' ? 0o600 : statSync(join(folder, 'keys', 'secrets.key')).mode & 0o777;
    expect(mode).toBe(0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
