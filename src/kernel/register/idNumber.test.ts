import { expect, test } from 'vitest';
import { idNumberFault } from './idNumber.ts';

/** Invented: no division is called 000000, so it belongs to nobody. */
const invented = '000000199001010018';

test('the worked example of GB 11643 and an invented number are taken', () => {
  expect(idNumberFault('11010519491231002X')).toBeNull();
  expect(idNumberFault(invented)).toBeNull();
});

test('two digits that changed places are found', () => {
  expect(idNumberFault('000000199001010108')).toBe('checkDigit');
});

test.each([
  ['a birthday that no calendar has', '000000199002300018'],
  ['a number of the old fifteen digits', '000000900101001'],
  ['a small x', '11010519491231002x'],
  ['a mask', '110105********002X'],
])('%s is not the shape of an identity number', (_, number) => {
  expect(idNumberFault(number)).toBe('pattern');
});
