import { filesUnder, isTest, lineOf, readSource, withoutComments } from './sources.ts';

const reading = /\bDate\.now\s*\(|\bnew Date\(\s*\)|\bDate\(\s*\)/g;

/** Places outside kernel/clock that read the machine's time; pages run in the browser and may. */
export function clocksRead(root: string): string[] {
  return filesUnder(root, ['src', 'counties'], /\.ts$/)
    .filter((path) => !path.startsWith('src/kernel/clock/') && !path.startsWith('src/web/') && !isTest(path))
    .flatMap((path) => {
      const text = withoutComments(readSource(root, path));
      return [...text.matchAll(reading)].map((match) => `${path}:${lineOf(text, match.index)} ${match[0]}`);
    });
}
