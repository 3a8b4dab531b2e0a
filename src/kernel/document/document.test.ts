import { describe, expect, test } from 'vitest';
import { capitalYuan, dateWords, momentWords, unended } from './chineseWords.ts';
import { documentNumber } from './document.ts';

describe('a sum in capitals', () => {
  test.each([
    [0, '零元整'],
    [0.05, '伍分'],
    [0.5, '伍角'],
    [7, '柒元整'],
    [10, '壹拾元整'],
    [105, '壹佰零伍元整'],
    [1010, '壹仟零壹拾元整'],
    [10_000, '壹万元整'],
    [50_000, '伍万元整'],
    [100_500, '壹拾万零伍佰元整'],
    [10_203.5, '壹万零贰佰零叁元伍角'],
    [20_030.07, '贰万零叁拾元零柒分'],
    [1_000_001, '壹佰万零壹元整'],
    [12_345_678.9, '壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角'],
    [100_000_000, '壹亿元整'],
    [1_000_050_000, '壹拾亿零伍万元整'],
  ])('%d is %s', (yuan, words) => expect(capitalYuan(yuan)).toBe(words));

  test('beyond what a fine can be it does not guess', () => {
    expect(() => capitalYuan(-1)).toThrow(RangeError);
    expect(() => capitalYuan(1e13)).toThrow(RangeError);
    expect(() => capitalYuan(Number.NaN)).toThrow(RangeError);
  });
});

test('dates and times stand as the county reads them', () => {
  expect(dateWords('2026-07-01')).toBe('2026年7月1日');
  expect(momentWords('2026-06-30T17:05:00.000Z')).toBe('2026年7月1日1时05分');
  expect(unended('从轻处罚。 ')).toBe('从轻处罚');
});

test('a number carries county, word, year and serial; the demo story counts apart', () => {
  const parts = { mark: '皖萧', word: '罚', year: 2026, serial: 12 };
  expect(documentNumber({ ...parts, demo: false })).toBe('（皖萧）应急罚〔2026〕12号');
  expect(documentNumber({ ...parts, demo: true })).toBe('（皖萧）应急罚〔2026〕演示12号');
});
