import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

// The files a house test reads, and scratch copies in which a fault is planted to prove that the test bites.

/** Root of the repository. */
export const repository = join(import.meta.dirname, '..');

const skipped = new Set(['node_modules', 'dist', 'data', '.git', '.cache', '.tmp', 'coverage', 'results', 'screenshots']);

/** Files under some folders of a root, as paths with forward slashes from the root, sorted; a missing folder has none. */
export function filesUnder(root: string, folders: readonly string[], endings: RegExp): string[] {
  return folders
    .flatMap((folder) => walk(root, join(root, folder)))
    .filter((path) => endings.test(path))
    .sort();
}

function walk(root: string, folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? walk(root, path) : [relative(root, path).split(sep).join('/')];
    });
}

export function readSource(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** The text with comments blanked out, line numbers kept; strings stay. */
export function withoutComments(text: string): string {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  return text.replace(token, (found) => (found.startsWith('/*') || found.startsWith('//') ? found.replaceAll(/[^\n]/g, ' ') : found));
}

export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Runs a check on a scratch root that holds just these files. */
export function inScratch<T>(files: Record<string, string>, check: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'anlan-house-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return check(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
