import { filesUnder, readSource } from './sources.ts';

// Where a file must be split by meaning. Long data (tables) is read, not understood, and has no limit.

const limits: readonly { what: RegExp; lines: number }[] = [
  { what: /\.table\.ts$/, lines: Number.POSITIVE_INFINITY },
  { what: /\.test\.tsx?$/, lines: 600 },
  { what: /\.(register|case|rule|clock)\.ts$/, lines: 300 },
  { what: /\.tsx$/, lines: 350 },
  { what: /\.(ts|mjs)$/, lines: 400 },
];

/** Files longer than their kind may be, with their length. */
export function tooLong(root: string): string[] {
  return filesUnder(root, ['src', 'bin', 'house', 'bench', 'journeys', 'counties'], /\.(tsx?|mjs)$/).flatMap((path) => {
    const limit = limits.find(({ what }) => what.test(path))?.lines ?? 0;
    const lines = readSource(root, path).trimEnd().split('\n').length;
    return lines > limit ? [`${path} has ${lines} lines, ${limit} at most`] : [];
  });
}
