import { expect, test } from 'vitest';
import { breakLines, partsOf } from './lineBreaking.ts';

const lines = (text: string, signs: number, first = signs) =>
  breakLines(
    partsOf(text).map((part) => ({ text: part, widthPt: Array.from(part).reduce((sum, sign) => sum + (sign > '\u00ff' ? 10 : 5), 0) })),
    first * 10,
    signs * 10,
  ).map((line) => line.map(({ text: part }) => part).join(''));

test('Chinese text is broken between any two signs', () => {
  expect(lines('一二三四五六七', 3)).toEqual(['一二三', '四五六', '七']);
  expect(lines('一二三四五', 3, 1)).toEqual(['一', '二三四', '五']);
});

test('no line begins with a closing mark or ends with an opening one', () => {
  expect(lines('一二三，四五六', 3)).toEqual(['一二', '三，四', '五六']);
  expect(lines('一二《三四》五', 3)).toEqual(['一二', '《三', '四》五']);
});

test('numbers and words stay whole', () => {
  expect(lines('位号GT-107故障', 3)).toEqual(['位号', 'GT-107', '故障']);
  expect(lines('在2026年', 2)).toEqual(['在', '2026', '年']);
});

test('a word wider than the line stands alone, and an empty text is one empty line', () => {
  expect(lines('甲ABCDEFGHIJKLM乙', 3)).toEqual(['甲', 'ABCDEFGHIJKLM', '乙']);
  expect(lines('', 3)).toEqual(['']);
});
