import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongDirections } from './directions.ts';
import { unlisted } from './lists.ts';
import { addCaseType, addProtocol, addRegister, changeLaw, scratchCopy, type ScratchCopy } from './promises.ts';
import { caveShelters } from './promises/caveShelters.register.ts';

// What the structure promises (docs/architecture.md), done once in a scratch copy. What PostgreSQL and the running server
// make of it is in src/server/storage/promises.pg.test.ts.

let scratch: ScratchCopy;

beforeAll(() => {
  scratch = scratchCopy();
  addRegister(scratch);
  addCaseType(scratch);
  addProtocol(scratch);
  changeLaw(scratch);
}, 60_000);
afterAll(() => scratch.remove());

describe('a new register, case type and protocol and a changed deadline', () => {
  test('are three new files, three list entries and one dated row, nothing else', () => {
    expect(scratch.changed()).toEqual([
      'src/protocols/beacon/beacon.ts',
      'src/protocols/protocols.ts',
      'src/rooms/command/shelters/caveOpening.case.ts',
      'src/rooms/command/shelters/caveShelters.register.ts',
      'src/rooms/rooms.ts',
      'src/statutes/incidentReporting.clock.ts',
    ]);
  });

  test('pass the types, the import directions and the lists', { timeout: 120_000 }, () => {
    expect(unlisted(scratch.root)).toEqual([]);
    expect(wrongDirections(scratch.root)).toEqual([]);
    const added = scratch.changed();
    expect(scratch.run(['node_modules/typescript/bin/tsc', ...compilerOptions(scratch), ...added])).toEqual({ code: 0, output: '' });
  });

  test('become a migration with table, index, unique name and row level security', { timeout: 60_000 }, () => {
    const { output } = scratch.run(['src/server/storage/migrations.ts', 'cave_shelters']);
    expect(output).toMatch(/^wrote migrations\/\d{4}_cave_shelters\.sql with \d+ statements\n$/);
    const file = readdirSync(join(scratch.root, 'migrations')).find((name) => name.endsWith('_cave_shelters.sql')) ?? '';
    const sql = readFileSync(join(scratch.root, 'migrations', file), 'utf8');
    for (const table of ['cave_shelters', 'cave_opening']) {
      expect(sql).toContain(`CREATE TABLE "${table}"`);
      expect(sql).toContain(`ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY`);
      expect(sql).toContain(`CREATE POLICY "${table}_by_area" ON "${table}"`);
    }
    expect(sql).toContain('CREATE UNIQUE INDEX "cave_shelters_name_unique"');
    expect(sql.match(/CREATE TABLE/g)).toHaveLength(2);
    expect(sql).not.toMatch(/\bDROP\b|ALTER TABLE "(?!cave_)/);
    expect(Object.keys(caveShelters.fields).filter((name) => name !== 'site' && !sql.includes(`"${name}"`))).toEqual([]);
    expect(scratch.run(['src/server/storage/migrations.ts', 'again']).output).toContain('nothing to write');
  });

  test('`anlan decode` knows the protocol and its damage', () => {
    writeInput(scratch, '2424087375623D31322E352E0D0A\n');
    const sound = scratch.run(['src/server/cli/main.ts', 'decode', 'beacon', 'frames.txt']);
    expect(sound.code).toBe(0);
    expect(sound.output.trim().split('\n').map((line) => JSON.parse(line) as { ok: boolean })).toHaveLength(1);
  });

  test('the drawing of the case type is written by one command', () => {
    expect(scratch.run(['docs/drawCases.ts'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(scratch.root, 'docs/cases/caveOpening.md'), 'utf8')).toContain('open --> closed');
  });
});
