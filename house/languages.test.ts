import { expect, test } from 'vitest';
import { looseChinese } from './languages.ts';
import { inScratch, repository } from './sources.ts';

test('every Chinese word on a page has its English beside it', () => {
  expect(looseChinese(repository)).toEqual([]);
});

test('it bites on Chinese in an element and in an attribute', () => {
  const page = "export const P = () => <button title='确认'>报警</button>;\n";
  expect(inScratch({ 'src/web/P.tsx': page }, looseChinese)).toEqual(['src/web/P.tsx:1 确认', 'src/web/P.tsx:1 报警']);
});

test('texts and comments pass', () => {
  const page =
    "// 值班台\nconst words = { a: { zh: '报警', en: 'Alarm' }, b: { zh: (n: number) => `${n} 条`, en: (n: number) => `${n}` } };\n";
  expect(inScratch({ 'src/rooms/command/x/P.tsx': page }, looseChinese)).toEqual([]);
});
