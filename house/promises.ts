import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesUnder, isTest, readSource, repository } from './sources.ts';

// A scratch copy of the program in which things are added the way CONTRIBUTING.md says, and nothing else is touched.

export interface ScratchCopy {
  root: string;
  /** Copies a file or folder of house/promises to a place in the copy. */
  add(example: string, to: string): void;
  /** Puts lines into a file, each before the first line that matches. */
  insert(path: string, lines: readonly { before: RegExp; line: string }[]): void;
  /** Runs a program of the copy with the pinned runtime. */
  run(args: readonly string[], environment?: Record<string, string>, input?: string): { code: number; output: string };
  /** Files that were added or changed so far, outside migrations. */
  changed(): string[];
  remove(): void;
}

const copied = [
  'src',
  'counties',
  'migrations',
  'docs/accessMatrix.ts',
  'docs/architecture.md',
  'docs/drawCases.ts',
  'package.json',
  'tsconfig.json',
];
const sources = ['src', 'counties'];

export function scratchCopy(): ScratchCopy {
  const root = mkdtempSync(join(tmpdir(), 'anlan-promises-'));
  for (const path of copied) cpSync(join(repository, path), join(root, path), { recursive: true, filter: (from) => !isTest(from) });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'dir');
  const original = contents(root);
  return {
    root,
    add: (example, to) => cpSync(join(import.meta.dirname, 'promises', example), join(root, to), { recursive: true }),
    insert(path, lines) {
      const text = readSource(root, path).split('\n');
      for (const { before, line } of lines) {
        const at = text.findIndex((candidate) => before.test(candidate));
        if (at === -1) throw new Error(`${path} has no line ${String(before)}`);
        text.splice(at, 0, line);
      }
      writeFileSync(join(root, path), text.join('\n'));
    },
    run(args, environment = {}, input = '') {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: root,
        encoding: 'utf8',
        input,
        env: { ...process.env, ...environment },
      });
      return { code: status ?? 1, output: status === 0 ? stdout : `${stdout}${stderr}` };
    },
    changed: () => [...contents(root)].filter(([path, text]) => original.get(path) !== text).map(([path]) => path),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function contents(root: string): Map<string, string> {
  return new Map(filesUnder(root, sources, /\.(tsx?|json)$/).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const rooms = 'src/rooms/rooms.ts';
const law = 'src/statutes/incidentReporting.clock.ts';

/** A register: its file, and its name in the list. */
export function addRegister(scratch: ScratchCopy): void {
  scratch.add('caveShelters.register.ts', 'src/rooms/command/shelters/caveShelters.register.ts');
  scratch.insert(rooms, [
    { before: /^import \{ shelters \}/, line: "import { caveShelters } from './command/shelters/caveShelters.register.ts';" },
    { before: /^ {2}devices,$/, line: '  caveShelters,' },
  ]);
}

/** A case type: its file, and its name in the list. */
export function addCaseType(scratch: ScratchCopy): void {
  scratch.add('caveOpening.case.ts', 'src/rooms/command/shelters/caveOpening.case.ts');
  scratch.insert(rooms, [
    { before: /^import \{ shelters \}/, line: "import { caveOpening } from './command/shelters/caveOpening.case.ts';" },
  ]);
  replaceIn(scratch, rooms, 'cases = [hiddenHazard', 'cases = [caveOpening, hiddenHazard');
}

/** A protocol: its folder, and its name in the list. */
export function addProtocol(scratch: ScratchCopy): void {
  scratch.add('beacon', 'src/protocols/beacon');
  scratch.insert('src/protocols/protocols.ts', [{ before: /^import \{ cap \}/, line: "import { beacon } from './beacon/beacon.ts';" }]);
  const list = 'src/protocols/protocols.ts';
  const [opening] = /\bprotocols: [^=]*= \[\s*/.exec(readSource(scratch.root, list)) ?? ['protocols = ['];
  replaceIn(scratch, list, opening, `${opening}beacon, `);
}

/** A model: its folder, and its name in the list. */
export function addModel(scratch: ScratchCopy): void {
  scratch.add('windPressure', 'src/models/windPressure');
  scratch.insert('src/models/models.ts', [
    { before: /^import \{ weatherRisk \}/, line: "import { windPressure } from './windPressure/windPressure.ts';" },
    { before: /^ {2}weatherRisk,$/, line: '  windPressure,' },
  ]);
}

/** A law that shortens a deadline from 2030 on: one row, behind the one it follows. */
export function changeLaw(scratch: ScratchCopy): void {
  const row = "    { from: '2030-01-01', within: { minutes: 20 }, clause: '电话 20 分钟', ...practice },";
  replaceIn(scratch, law, "clause: '电话 30 分钟', ...practice }],", `clause: '电话 30 分钟', ...practice },\n${row}\n  ],`);
}

function replaceIn(scratch: ScratchCopy, path: string, old: string, text: string): void {
  const before = readSource(scratch.root, path);
  if (!before.includes(old)) throw new Error(`${path} does not contain ${old}`);
  writeFileSync(join(scratch.root, path), before.replace(old, text));
}
