import { expect, test } from 'vitest';
import { checkCharacterOf, creditCodeFault } from './creditCode.ts';

/** Invented: no division is called 000000, so it belongs to nobody. */
const invented = '91000000000000001N';

test('the worked example of GB 32100 gives its check character', () => {
  expect(checkCharacterOf('91350100M000100Y4')).toBe('3');
  expect(creditCodeFault('91350100M000100Y43')).toBeNull();
});

test('a sum that divides by 31 gives the character 0', () => {
  expect(checkCharacterOf('91341322000000000')).toBe('0');
});

test('an invented code with the right check character is taken', () => {
  expect(creditCodeFault(invented)).toBeNull();
});

test('every single wrong character in the first 17 is found', () => {
  for (let at = 8; at < 17; at += 1) {
    for (const wrong of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
      if (wrong === invented.charAt(at)) continue;
      expect(creditCodeFault(invented.slice(0, at) + wrong + invented.slice(at + 1))).toBe('checkDigit');
    }
  }
});

test.each([
  '',
  '9100000000000000',
  `${invented}0`,
  invented.toLowerCase(),
  '91000000000000001O',
  '91A00000000000001N',
  '91350100M000100Y4Z',
])('"%s" has not the shape of a credit code', (code) => {
  expect(creditCodeFault(code)).toBe('pattern');
});
