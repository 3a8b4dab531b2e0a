import { expect, test } from 'vitest';
import { kindsMissing } from './fieldKinds.ts';
import { inScratch, repository } from './sources.ts';

test('every field kind has a column, an input and a cell', () => {
  expect(kindsMissing(repository)).toEqual([]);
});

test('it bites on a kind without a cell', () => {
  const files = {
    'src/kernel/register/field.ts': "export type Field = { kind: 'text' } | { kind: 'flag' };\nexport type FieldKind = Field['kind'];\n",
    'src/server/storage/columns.ts': 'const columns = { text: 1, flag: 2 };\n',
    'src/web/forms/inputs.tsx': "switch (kind) { case 'text': case 'flag': }\n",
    'src/web/tables/cells.tsx': 'const cells = { text: 1 };\n',
  };
  expect(inScratch(files, kindsMissing)).toEqual(['flag is missing in src/web/tables/cells.tsx']);
});
