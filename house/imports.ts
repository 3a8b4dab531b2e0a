import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { lineOf, readSource, withoutComments } from './sources.ts';

export interface Import {
  from: string;
  line: number;
  /** As written. */
  specifier: string;
  /** Path from the root for a file of ours; null for a package. */
  to: string | null;
  /** False when `to` does not exist. */
  exists: boolean;
}

const patterns = [
  /\bfrom\s*(['"])([^'"\n]+)\1/g,
  /\bimport\s*\(?\s*(['"])([^'"\n]+)\1/g,
  /\bnew URL\(\s*(['"])(\.[^'"\n]+)\1\s*,\s*import\.meta\.url/g,
];

/** Every import of a file: static, dynamic, re-export, worker address. */
export function importsOf(root: string, path: string): Import[] {
  const text = withoutComments(readSource(root, path));
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const specifier = match[2] ?? '';
      const to = resolveSpecifier(path, specifier);
      return { from: path, line: lineOf(text, match.index), specifier, to, exists: to === null || existsSync(join(root, to)) };
    }),
  );
}

function resolveSpecifier(from: string, specifier: string): string | null {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('#')) return `src/${plain.slice(1)}`;
  return plain.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), plain)) : null;
}
