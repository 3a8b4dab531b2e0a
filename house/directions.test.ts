import { expect, test } from 'vitest';
import { rows, wrongDirections } from './directions.ts';
import { inScratch, readSource, repository } from './sources.ts';

test('every import goes where the table of docs/architecture.md allows', () => {
  expect(wrongDirections(repository)).toEqual([]);
});

test('every row of the check stands in docs/architecture.md', () => {
  const document = readSource(repository, 'docs/architecture.md');
  expect(rows.filter((row) => !document.includes(`\`${row}\``))).toEqual([]);
});

const empty = 'export const a = 1;\n';

test.each([
  ['the kernel knows a room', { 'src/kernel/a.ts': "import { a } from '#rooms/command/map/b.ts';\n", 'src/rooms/command/map/b.ts': empty }],
  ['geo reaches the kernel by a relative path', { 'src/geo/a.ts': "export * from '../kernel/b.ts';\n", 'src/kernel/b.ts': empty }],
  ['one protocol uses another', { 'src/protocols/x/a.ts': "import { a } from '../y/b.ts';\n", 'src/protocols/y/b.ts': empty }],
  [
    'a room opens another room by dynamic import',
    { 'src/rooms/command/x/a.ts': "void import('#rooms/command/y/b.ts');\n", 'src/rooms/command/y/b.ts': empty },
  ],
  ['a rule of a room uses the web shell', { 'src/rooms/command/x/a.rule.ts': "import { a } from '#web/b.ts';\n", 'src/web/b.ts': empty }],
  ['a page uses Node', { 'src/web/a.ts': "import { readFileSync } from 'node:fs';\n" }],
  [
    'the server loads a page through a list',
    {
      'src/server/a.ts': "import '#rooms/b.ts';\n",
      'src/rooms/b.ts': "void import('./command/x/P.tsx');\n",
      'src/rooms/command/x/P.tsx': empty,
    },
  ],
  [
    'the server loads the web shell through a room',
    { 'src/server/a.ts': "import '#rooms/command/x/b.ts';\n", 'src/rooms/command/x/b.ts': "import '#web/c.ts';\n", 'src/web/c.ts': empty },
  ],
  ['the web asks the server', { 'src/web/a.ts': "import type { A } from '#server/b.ts';\n", 'src/server/b.ts': empty }],
  ['an import leads nowhere', { 'src/kernel/a.ts': "import { a } from './gone.ts';\n" }],
])('it bites when %s', (_, files) => {
  expect(inScratch(files as Record<string, string>, wrongDirections)).toHaveLength(1);
});

test('it lets pass what the table allows', () => {
  const files = {
    'src/protocols/x/a.ts':
      "import { a } from '../xml/b.ts';\nimport { a as c } from '../protocol.ts';\n// import { a } from '#server/none.ts'\n",
    'src/protocols/xml/b.ts': empty,
    'src/protocols/protocol.ts': empty,
    'src/rooms/command/x/a.ts': "import { a } from '../y/b.register.ts';\n",
    'src/rooms/command/y/b.register.ts': empty,
    'src/rooms/command/x/P.tsx': "import { a } from '#web/b.ts';\n",
    'src/web/b.ts': empty,
    'src/server/a.ts': "import { a } from '#rooms/command/y/b.register.ts';\nimport { b } from 'node:fs';\n",
  };
  expect(inScratch(files, wrongDirections)).toEqual([]);
});
