import { expect, test } from 'vitest';
import { sizeWords } from './fileList.ts';

test('sizes are rounded to what a person compares', () => {
  expect([12, 812_400, 999_600, 3_412_000, 120_000_000].map(sizeWords)).toEqual(['12 B', '812 KB', '1.0 MB', '3.4 MB', '120.0 MB']);
});
