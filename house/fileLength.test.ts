import { expect, test } from 'vitest';
import { tooLong } from './fileLength.ts';
import { inScratch, repository } from './sources.ts';

test('no file is longer than its kind may be', () => {
  expect(tooLong(repository)).toEqual([]);
});

test('it bites on a long file of functions, a long page and a long test, not on a table', () => {
  const long = 'const a = 1;\n'.repeat(601);
  const files = {
    'src/kernel/a.ts': long,
    'src/web/A.tsx': long.slice(0, 13 * 351),
    'src/kernel/a.test.ts': long,
    'src/kernel/a.table.ts': long,
    'src/web/B.tsx': long.slice(0, 13 * 350),
  };
  expect(inScratch(files, tooLong)).toHaveLength(3);
});
