import { expect, test } from 'vitest';
import { significant } from './significant.ts';

test('numbers keep their digits and lose their noise', () => {
  expect([0, 74.4, 0.000_103_471_2, 5819, 1.2e-9, -0.05, 123_456_789].map((value) => significant(value))).toEqual([
    '0',
    '74.4',
    '0.000103471',
    '5819',
    '1.2e-9',
    '-0.05',
    '1.23457e+8',
  ]);
  expect(significant(0.123_456, 2)).toBe('0.12');
  expect(significant(1234.5, 2)).toBe('1200');
});
