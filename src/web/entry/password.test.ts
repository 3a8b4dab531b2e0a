import { expect, test } from 'vitest';
import { accountPattern, isStrong } from './password.ts';

test('a password has ten characters of three kinds', () => {
  expect(isStrong('Abcdefg12')).toBe(false);
  expect(isStrong('abcdefghij1')).toBe(false);
  expect(isStrong('Abcdefgh12')).toBe(true);
  expect(isStrong('萧县汛期值守abc123')).toBe(true);
});

test('an account is made of plain letters, digits, dot and dash', () => {
  expect(accountPattern.test('wang.fang-2')).toBe(true);
  expect(accountPattern.test('王芳')).toBe(false);
  expect(accountPattern.test('a')).toBe(false);
});
