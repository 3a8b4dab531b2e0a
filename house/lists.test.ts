import { expect, test } from 'vitest';
import { unlisted } from './lists.ts';
import { inScratch, repository } from './sources.ts';

test('every register, case type, page, protocol, model and clock file stands in its list', () => {
  expect(unlisted(repository)).toEqual([]);
});

const one = 'export const a = 1;\n';

test('it bites on a register, a page, a protocol folder, a model folder and a clock file that no list names', () => {
  const files = {
    'src/rooms/rooms.ts': "import { a } from './command/x/x.register.ts';\n",
    'src/rooms/command/x/x.register.ts': one,
    'src/rooms/command/y/y.register.ts': one,
    'src/rooms/command/y/YPage.tsx': one,
    'src/protocols/jt808/frame.ts': one,
    'src/protocols/xml/read.ts': one,
    'src/models/plume/plume.ts': one,
    'src/statutes/work.clock.ts': one,
  };
  expect(inScratch(files, unlisted)).toEqual([
    'src/rooms/command/y/y.register.ts is not in src/rooms/rooms.ts',
    'src/rooms/command/y/YPage.tsx is not in src/rooms/pages.ts',
    'src/protocols/jt808 is not in src/protocols/protocols.ts',
    'src/models/plume is not in src/models/models.ts',
    'src/statutes/work.clock.ts is not in src/statutes/statutes.ts',
  ]);
});
