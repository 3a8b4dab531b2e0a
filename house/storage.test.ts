import { expect, test } from 'vitest';
import { inScratch, repository } from './sources.ts';
import { sqlElsewhere } from './storage.ts';

test('SQL stands only in server/storage and server/database', () => {
  expect(sqlElsewhere(repository)).toEqual([]);
});

test.each([
  ['an import of the driver', "import pg from 'pg';\n"],
  ['an import of the query builder', "import { eq } from 'drizzle-orm';\n"],
  ['a query in a template', 'await tx.query(`\n  select id from alarms where id = $1`);\n'],
  ['a statement in a string', "await tx.query('delete from alarms');\n"],
])('it bites on %s in a room', (_, text) => {
  expect(inScratch({ 'src/rooms/command/x/a.ts': text }, sqlElsewhere)).toHaveLength(1);
});

test('words that only look like SQL pass', () => {
  expect(inScratch({ 'src/web/a.ts': "const hint = 'Select a place from the map';\n// select a from b\n" }, sqlElsewhere)).toEqual([]);
});
