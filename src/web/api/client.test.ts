import { expect, test } from 'vitest';
import { withQuery } from './client.ts';

test('empty values leave the address, others are written safely', () => {
  expect(withQuery('/alarms', { state: 'open', before: undefined, q: '' })).toBe('/alarms?state=open');
  expect(withQuery('/alarms', {})).toBe('/alarms');
  expect(withQuery('/r', { q: '泵站&x' })).toBe('/r?q=%E6%B3%B5%E7%AB%99%26x');
});
