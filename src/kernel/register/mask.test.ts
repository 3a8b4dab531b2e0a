import { expect, test } from 'vitest';
import { idNumber, personalPhone, household } from './contact.ts';
import { count } from './field.ts';
import { isMask, masked, maskOf, mayOpenField } from './mask.ts';

const label = { zh: '电话', en: 'Phone' };
const phone = personalPhone({ label });

test.each([
  [phone, '13812345678', '138••••5678'],
  [phone, '119', '••••'],
  [idNumber({ label }), '342222199001011234', '342••••34'],
  [household({ label }), '龙城镇民治街12号', '龙••••'],
  [count({ label, unit: label, sensitive: ['viewer'] }), 12, '••••'],
  [phone, null, null],
  [phone, '', null],
])('of a sensitive value only what helps to recognise it is shown', (field, value, mask) => {
  expect(maskOf(field, value)).toBe(mask);
});

test('a mask and a mask partly written over are no values', () => {
  expect(isMask('138••••5678')).toBe(true);
  expect(isMask('138••••9999')).toBe(true);
  expect(isMask('13812345678')).toBe(false);
  expect(isMask(null)).toBe(false);
});

test('a record leaves with its sensitive fields masked and the others as they are', () => {
  const fields = { name: household({ label }), phone, staff: count({ label, unit: label }) };
  expect(masked({ fields: { phone, staff: fields.staff } }, { phone: '13812345678', staff: 3, other: 1 })).toEqual({
    phone: '138••••5678',
    staff: 3,
    other: 1,
  });
});

test('a field opens for its roles: in their own area, in a shared list everywhere', () => {
  const actor = {
    kind: 'person' as const,
    accountId: null,
    name: '',
    roles: ['dutyOfficer'] as const,
    posts: [],
    areaCode: '341322101',
    from: '',
  };
  expect(mayOpenField(actor, {}, phone, { areaCode: '341322101001' })).toBe(true);
  expect(mayOpenField(actor, {}, phone, { areaCode: '341322' })).toBe(false);
  expect(mayOpenField(actor, { shared: true }, phone, { areaCode: '341322' })).toBe(true);
  expect(mayOpenField({ ...actor, roles: ['viewer'] }, { shared: true }, phone, { areaCode: '341322' })).toBe(false);
});
