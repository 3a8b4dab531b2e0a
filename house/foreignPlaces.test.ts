import { expect, test } from 'vitest';
import { filesUnder, inScratch, lineOf, readSource, repository } from './sources.ts';

// The repository stands on its own: no path of the machine it was written on, no registry of one network.

const places = [
  ['', 'work', ''].join('/'),
  ['..', 'shared'].join('/'),
  ['npm', 'mirror.com'].join(''),
  ['/root', ''].join('/'),
  ['"resolved": ', 'http'].join('"'),
];

function foreign(root: string): string[] {
  return filesUnder(root, ['.'], /\.(tsx?|mjs|js|json|md|html|css|sql|ya?ml|sh)$|^\.npmrc$|^\.ci\//).flatMap((path) => {
    const text = readSource(root, path);
    return places.flatMap((place) => {
      const index = text.indexOf(place);
      return index < 0 ? [] : [`${path}:${lineOf(text, index)} ${place}`];
    });
  });
}

test('no file names a path or a registry of one machine', () => {
  expect(foreign(repository)).toEqual([]);
});

test('it bites on a path of the machine in a comment and on a registry in the lock file', () => {
  const files = { 'src/a.ts': `// see ${places[0]}x\n`, 'package-lock.json': `{${places[4]}://r/a.tgz"}\n` };
  expect(inScratch(files, foreign)).toHaveLength(2);
});
