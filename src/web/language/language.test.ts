import { expect, test } from 'vitest';
import { fillIn, firstLanguage } from './language.tsx';

test('the language chosen last time comes before that of the browser', () => {
  expect(firstLanguage('en', 'zh-CN')).toBe('en');
  expect(firstLanguage(null, 'en-GB')).toBe('en');
});

test('a browser in any other language starts in Chinese', () => {
  expect(firstLanguage(null, 'fr')).toBe('zh');
  expect(firstLanguage('klingon', 'zh-CN')).toBe('zh');
});

test('values take the place of their names, and an unknown name stays visible', () => {
  expect(fillIn('共 {n} 条，{what}', { n: 3 })).toBe('共 3 条，{what}');
});
