import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongDirections } from './directions.ts';
import { unlisted } from './lists.ts';
import { addCaseType, addModel, addProtocol, addRegister, changeLaw, scratchCopy, type ScratchCopy } from './promises.ts';
import { caveOpening } from './promises/caveOpening.case.ts';
import { caveShelters } from './promises/caveShelters.register.ts';
import { repository } from './sources.ts';

// What the structure promises (docs/architecture.md), done once in a scratch copy. What PostgreSQL and the running server
// make of it is in src/server/storage/promises.pg.test.ts.

let scratch: ScratchCopy;

beforeAll(() => {
  scratch = scratchCopy();
  addRegister(scratch);
  addCaseType(scratch);
  addProtocol(scratch);
  addModel(scratch);
  changeLaw(scratch);
}, 60_000);
afterAll(() => scratch.remove());

describe('a new register, case type, protocol and model and a changed deadline', () => {
  test('are four new files, four list entries and one dated row, nothing else', () => {
    expect(scratch.changed()).toEqual([
      'src/models/models.ts',
      'src/models/windPressure/windPressure.ts',
      'src/protocols/beacon/beacon.ts',
      'src/protocols/protocols.ts',
      'src/rooms/command/shelters/caveOpening.case.ts',
      'src/rooms/command/shelters/caveShelters.register.ts',
      'src/rooms/rooms.ts',
      'src/statutes/incidentReporting.clock.ts',
    ]);
  });

  test('pass the types, the import directions and the lists', { timeout: 180_000 }, () => {
    // What is wrong with the program itself is found by its own tests; here only what was added counts.
    expect(unlisted(scratch.root)).toEqual(unlisted(repository));
    expect(wrongDirections(scratch.root)).toEqual(wrongDirections(repository));
    const project = { extends: './tsconfig.json', include: ['src/**/*.d.ts', ...scratch.changed()] };
    writeFileSync(join(scratch.root, 'tsconfig.added.json'), JSON.stringify(project));
    expect(scratch.run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.added.json'])).toEqual({ code: 0, output: '' });
  });

  test('become a migration with table, index, unique name and row level security', { timeout: 180_000 }, () => {
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

  test('a renamed field keeps its values, without a terminal to answer in', { timeout: 180_000 }, () => {
    const path = join(scratch.root, 'src/rooms/command/shelters/caveShelters.register.ts');
    writeFileSync(path, readFileSync(path, 'utf8').replace('capacity: count(', 'places: count('));
    const { output } = scratch.run(['src/server/storage/migrations.ts', 'cave_places', 'rename=cave_shelters.capacity=places']);
    expect(output).toMatch(/^wrote migrations\/\d{4}_cave_places\.sql with 1 statements\n$/);
    const file = readdirSync(join(scratch.root, 'migrations')).find((name) => name.endsWith('_cave_places.sql')) ?? '';
    expect(readFileSync(join(scratch.root, 'migrations', file), 'utf8')).toBe(
      'ALTER TABLE "cave_shelters" RENAME COLUMN "capacity" TO "places";\n',
    );
    expect(scratch.run(['src/server/storage/migrations.ts', 'again']).output).toContain('nothing to write');
  });

  test('the access matrix, whose every cell is tested, gains a line of each', () => {
    expect(scratch.run(['docs/accessMatrix.ts'])).toMatchObject({ code: 0 });
    const page = readFileSync(join(scratch.root, 'docs/access-matrix.md'), 'utf8');
    expect(page).toMatch(/^\| 岩洞避难所 Cave shelters .*列看建改删/m);
    expect(page).toContain(caveOpening.label.zh);
  });

  test('`anlan decode` knows the protocol and its damage', () => {
    const frame = frameOf('buoy7=12.5');
    const wrongSum = frame.replace(/..0D0A$/, '000D0A');
    writeFileSync(join(scratch.root, 'frames.txt'), `${frame}\n${wrongSum}\n`);
    const { code, output } = scratch.run(['src/server/cli/main.ts', 'decode', 'beacon', 'frames.txt']);
    const lines = output
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect([code, ...lines]).toMatchObject([
      0,
      { ok: true, protocol: 'beacon', message: { deviceId: 'buoy7', volts: 12.5, unit: 'V' } },
      { ok: false, protocol: 'beacon', error: { code: 'checksum' } },
    ]);
  });

  test('`anlan model` shows the model with units, runs it, and refuses what it cannot compute', () => {
    const shown = scratch.run(['src/server/cli/main.ts', 'model', 'show', 'windPressure']);
    expect(JSON.parse(shown.output)).toMatchObject({ inputs: { properties: { speedMps: { 'x-unit': 'm/s', maximum: 100 } } } });
    const run = (input: string) => scratch.run(['src/server/cli/main.ts', 'model', 'run', 'windPressure'], {}, input);
    expect(JSON.parse(run('{"speedMps":20}').output)).toMatchObject({
      ok: true,
      outputs: { pressurePa: 250 },
      origins: { densityKgM3: 'standard' },
    });
    expect(run('{"speedMps":-1}').code).toBe(2);
  });

  test('the drawing of the case type is written by one command', () => {
    expect(scratch.run(['docs/drawCases.ts'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(scratch.root, 'docs/cases/caveOpening.md'), 'utf8')).toContain('open --> closed');
  });
});

/** A frame of the example protocol in hexadecimal. */
function frameOf(data: string): string {
  const bytes = new TextEncoder().encode(data);
  const sum = bytes.reduce((total, byte) => (total + byte) & 0xff, 0);
  return Uint8Array.of(0x24, 0x24, bytes.length, ...bytes, sum, 0x0d, 0x0a)
    .toHex()
    .toUpperCase();
}
