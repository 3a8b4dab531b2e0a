import { filesUnder, isTest, lineOf, readSource, withoutComments } from './sources.ts';

const driver = /\b(?:from|import)\s*\(?\s*['"](?:pg|drizzle-orm|drizzle-kit)(?:\/[^'"]*)?['"]/g;
const statement =
  /['"`]\s*(?:select\s(?!an?\s|the\s|one\s)[^'"`]*\sfrom\s|insert\s+into\s|update\s+[\w"]+\s+set\s|delete\s+from\s|create\s+(?:table|index|role)\s|alter\s+table\s)/gi;

/** SQL outside server/storage and server/database: the driver, the query builder or a statement in a string. */
export function sqlElsewhere(root: string): string[] {
  return filesUnder(root, ['src', 'counties'], /\.tsx?$/)
    .filter((path) => !/^src\/server\/(storage|database)\//.test(path) && !isTest(path))
    .flatMap((path) => {
      const text = withoutComments(readSource(root, path));
      return [...text.matchAll(driver), ...text.matchAll(statement)].map(
        (match) => `${path}:${lineOf(text, match.index)} ${match[0].trim()}`,
      );
    });
}
