import { expect, test } from 'vitest';
import { choice, count, date, measure, text } from './field.ts';
import { applies, applying, derived } from './conditions.ts';

const label = { zh: '项', en: 'Item' };
const unit = { zh: '人', en: 'people' };
const fields = {
  kind: choice({ label, options: { rented: label, owned: label } }),
  rentedUntil: date({ label, when: { field: 'kind', is: ['rented'] } }),
  areaM2: measure({ label, unit: 'm²', decimals: 1 }),
  perPersonM2: measure({ label, unit: 'm²', decimals: 1 }),
  capacity: count({
    label,
    unit,
    computed: ({ areaM2, perPersonM2 }) =>
      typeof areaM2 === 'number' && typeof perPersonM2 === 'number' ? Math.floor(areaM2 / perPersonM2) : null,
  }),
  note: text({ label }),
};

test('a field is asked only while its condition holds', () => {
  expect(applies(fields.rentedUntil, { kind: 'rented' })).toBe(true);
  expect(applies(fields.rentedUntil, { kind: ['owned', 'rented'] })).toBe(true);
  expect(applies(fields.rentedUntil, {})).toBe(false);
  expect(Object.keys(applying(fields, { kind: 'owned' }))).not.toContain('rentedUntil');
});

test('what no longer applies is emptied, what is computed follows its sources', () => {
  expect(derived(fields, { kind: 'owned', rentedUntil: '2026-01-01', areaM2: 100, perPersonM2: 3, capacity: 1 })).toEqual({
    rentedUntil: null,
    capacity: 33,
  });
  expect(derived(fields, { kind: 'rented', rentedUntil: '2026-01-01', areaM2: 100, perPersonM2: 3, capacity: 33 })).toEqual({});
  expect(derived(fields, { areaM2: null, capacity: 33 })).toEqual({ capacity: null });
});
