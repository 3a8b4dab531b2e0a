import { expect, test } from 'vitest';
import { isPhoneNumber } from './phoneNumber.ts';

test.each([
  '13800000000',
  '138 0000 0000',
  '0557-5000000',
  '(0557) 5000000',
  '0557-5000000转801',
  '5000000',
  '400-000-0000',
  '119',
  '12379',
  '95598',
  '+86 138 0000 0000',
  '000-0000-1001',
])('%s can be dialled', (text) => {
  expect(isPhoneNumber(text)).toBe(true);
});

test.each(['1380000000', '138000000000', '138****1234', '0557-500000', '张三', '13800000000/13900000000', '+', ''])(
  '"%s" cannot be dialled',
  (text) => {
    expect(isPhoneNumber(text)).toBe(false);
  },
);
