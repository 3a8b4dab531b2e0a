import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('Excel reads the Chinese: the file begins with a byte order mark and ends every row with CR LF', () => {
  expect(csvOf([['时限', 3]])).toBe('\uFEFF时限,3\r\n');
});

test('a comma, a quote or a line break stays inside its cell', () => {
  expect(csvOf([['a,b', 'say "x"', 'one\ntwo']])).toBe('\uFEFF"a,b","say ""x""","one\ntwo"\r\n');
});

test('a title that looks like a formula is shown, not run', () => {
  expect(csvOf([['=1+1', '-2', '@x', '正常']])).toBe("\uFEFF'=1+1,'-2,'@x,正常\r\n");
});

test('a number stays a number', () => {
  expect(csvOf([[-5, 0]])).toBe('\uFEFF-5,0\r\n');
});
