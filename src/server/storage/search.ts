import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { quoted, snakeCase } from './naming.ts';

// Keyword search over the text fields of a register that are not sensitive. A keyword is split as sql/searchTerms.sql splits
// a text; the index names candidates, and the precise condition, which needs no index, keeps those that really hold it.

const chineseRun = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;

/** SQL of the text that is searched: what the index is built on. */
export function searchedText(declaration: Pick<RegisterDeclaration, 'fields'>): string {
  const columns = Object.entries(declaration.fields)
    .filter(([, field]) => (field.kind === 'text' || field.kind === 'longText') && !field.sensitive)
    .map(([name]) => `coalesce(${quoted(snakeCase(name))}, '')`);
  return columns.length === 0 ? "''" : columns.join(" || ' ' || ");
}

/** SQL of the indexed words. */
export function searchTermsOf(declaration: Pick<RegisterDeclaration, 'fields'>): string {
  return `anlan_terms(${searchedText(declaration)})`;
}

export interface Keyword {
  /** For the index: every term must occur. Empty when the keyword has no letter, digit or Chinese character. */
  tsquery: string;
  /** Patterns for `ilike` over the searched text: Chinese runs. */
  runs: string[];
  /** Patterns for `~*`: beginnings of words of letters and digits. */
  words: string[];
}

/** What a keyword asks for: Chinese runs anywhere, words of letters and digits from their beginning. */
export function readKeyword(q: string): Keyword {
  const runs = q.match(chineseRun) ?? [];
  const words = (
    q
      .toLowerCase()
      .replaceAll(chineseRun, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, 20);
  const terms = runs.flatMap((run) => {
    const characters = Array.from(run);
    if (characters.length === 1) return [`'${run}'`];
    return characters.slice(1).map((character, at) => `'${characters[at]}${character}'`);
  });
  return {
    tsquery: [...terms.slice(0, 60), ...words.map((word) => `'${word}':*`)].join(' & '),
    runs: runs.map((run) => `%${run}%`),
    words: words.map((word) => `(^|[^[:alnum:]]|[\u3400-\u9fff])${word}`),
  };
}
