import { describe, expect, test } from 'vitest';
import { areas, choice, count, date, flag, geometry, instant, list, longText, measure, point, reference, text } from './field.ts';
import { checkFields, checkValue } from './check.ts';

const label = { zh: '项', en: 'Item' };
const options = { a: { zh: '甲', en: 'A' } };
const square = {
  type: 'Polygon',
  coordinates: [
    [
      [116, 34],
      [117, 34],
      [117, 35],
      [116, 34],
    ],
  ],
};

describe('what a field takes', () => {
  test.each([
    [text({ label, maxLength: 3 }), 'abc', 'abcd'],
    [text({ label, pattern: { source: '^\\d+$', rule: label } }), '12', 'x'],
    [longText({ label }), 'a\nb', 'a\u0000b'],
    [count({ label, unit: label, min: 0 }), 3, -1],
    [count({ label, unit: label }), 3, 3.5],
    [measure({ label, unit: 'm', decimals: 2, max: 10 }), 9.5, 10.5],
    [measure({ label, unit: 'm', decimals: 2 }), 0, Number.NaN],
    [flag({ label }), true, 'yes'],
    [choice({ label, options }), 'a', 'toString'],
    [list({ label, options }), ['a'], ['b']],
    [date({ label }), '2026-02-28', '2026-02-31x'],
    [date({ label }), '2028-02-29', '2026-02-31'],
    [count({ label, unit: label }), 2_147_483_647, 2_147_483_648],
    [text({ label, check: 'creditCode' }), '91000000000000001N', '91000000000000001M'],
    [text({ label, check: 'idNumber' }), '000000199001010018', '000000199001010019'],
    [text({ label, check: 'phone' }), '0557-5000000', '0557-500000'],
    [instant({ label }), '2026-07-01T08:00:00+08:00', '2026-07-01T08:00:00'],
    [instant({ label }), '2026-07-01T00:00:00Z', '2999-07-01T00:00:00Z'],
    [point({ label }), [116.9, 34.2], [34.2, 116.9]],
    [
      geometry({ label, allow: ['Polygon'] }),
      square,
      {
        type: 'Polygon',
        coordinates: [
          [
            [116, 34],
            [117, 34],
            [117, 35],
            [116, 35],
          ],
        ],
      },
    ],
    [areas({ label }), ['341322101'], ['34132']],
    [reference({ label, register: 'x' }), '01890000-0000-7000-8000-000000000001', 'x'],
  ])('%j takes %j and not %j', (field, good, bad) => {
    expect(checkValue(field, good)).toBeNull();
    expect(checkValue(field, bad)?.text.zh).toBeTruthy();
  });
});

test('a refusal names field, value and rule in both languages', () => {
  const fields = { name: text({ label, required: true }), size: count({ label, unit: label, max: 5 }) };
  const checked = checkFields(fields, { name: '  ', size: 9 }, { partial: false });
  expect(checked).toMatchObject({
    ok: false,
    code: 'fields-invalid',
    fields: [
      { field: 'name', rule: 'required' },
      { field: 'size', value: 9, rule: 'max' },
    ],
  });
});

test('a change leaves fields alone that were not sent', () => {
  expect(checkFields({ name: text({ label, required: true }), more: text({ label }) }, { more: '' }, { partial: true })).toEqual({
    ok: true,
    value: { more: null },
  });
});

test('a wrong check digit is told apart from a wrong shape and never gives the right digit away', () => {
  const code = text({ label, check: 'creditCode' });
  expect(checkValue(code, '9100')?.rule).toBe('pattern');
  const told = checkValue(code, '91000000000000001M');
  expect(told?.rule).toBe('checkDigit');
  expect(told?.text.en).not.toContain('N');
});
