import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf } from './imports.ts';
import { filesUnder, isTest } from './sources.ts';

// A list is the table of contents: what lies in a folder but not in its list is found here.

interface Shelf {
  list: string;
  /** Files that must be in the list; a folder counts as listed when one of its files is. */
  belongs: RegExp;
  folderOf: (path: string) => string;
}

const itself = (path: string) => path;
const folderIn = (depth: number) => (path: string) => path.split('/').slice(0, depth).join('/');

const shelves: readonly Shelf[] = [
  { list: 'src/rooms/rooms.ts', belongs: /^src\/rooms\/.+\.(register|case)\.ts$/, folderOf: itself },
  { list: 'src/rooms/documents.ts', belongs: /^src\/rooms\/.+\.document\.ts$/, folderOf: itself },
  { list: 'src/rooms/pages.ts', belongs: /^src\/rooms\/.+Page\.tsx$/, folderOf: itself },
  { list: 'src/protocols/protocols.ts', belongs: /^src\/protocols\/(?!xml\/)[^/]+\/[^/]+\.ts$/, folderOf: folderIn(3) },
  { list: 'src/models/models.ts', belongs: /^src\/models\/(?!shared\/)[^/]+\/[^/]+\.ts$/, folderOf: folderIn(3) },
  { list: 'src/statutes/statutes.ts', belongs: /^src\/statutes\/.+\.clock\.ts$/, folderOf: itself },
];

/** Folders and declarations that their list does not name. */
export function unlisted(root: string): string[] {
  return shelves.flatMap(({ list, belongs, folderOf }) => {
    const things = new Set(
      filesUnder(root, ['src'], belongs)
        .filter((path) => !isTest(path))
        .map(folderOf),
    );
    const listed = new Set(
      existsSync(join(root, list)) ? importsOf(root, list).flatMap(({ to }) => (to === null ? [] : [folderOf(to)])) : [],
    );
    return [...things].filter((thing) => !listed.has(thing)).map((thing) => `${thing} is not in ${list}`);
  });
}
