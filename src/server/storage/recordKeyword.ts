import type { RegisterDeclaration } from '#kernel/register/register.ts';
import type { Transaction } from './database.ts';
import { snakeCase } from './naming.ts';
import type { Bind } from './recordFilters.ts';
import { tableName } from './recordRows.ts';
import { readKeyword, searchedText, type Keyword } from './search.ts';

// A keyword as conditions of a list. The index names candidates, the exact test keeps those that really hold it; a keyword
// that a good part of the register holds is left to the exact test alone.

/** Up to so many candidates are named one by one; a list counts as far, too. */
export const mostListed = 10_000;
/** About so many records are looked at to tell a common keyword from a rare one. */
const sampleSize = 2_000;
/** From fewer records nothing is concluded. */
const fewestSeen = 30;
/** A keyword is common when a sample promises so many times what can be listed: beyond its error. */
const commonFrom = 2;

/** SQL conditions of a keyword, their values bound. */
export async function keywordConditions(tx: Transaction, declaration: RegisterDeclaration, q: string, bind: Bind): Promise<string[]> {
  const keyword = readKeyword(q);
  if (keyword.tsquery === '') return ['false'];
  const exact = exactConditions(declaration, keyword, bind);
  if (await isCommon(tx, declaration, keyword)) return exact;
  const found = await tx.query<{ ids: string[] | null }>('select array_agg(id) as ids from anlan_matches($1, $2::tsquery, $3) as id', [
    snakeCase(declaration.id),
    keyword.tsquery,
    mostListed + 1,
  ]);
  const ids = found.rows[0]?.ids ?? [];
  return ids.length > mostListed ? exact : [`id = any(${bind(ids)}::uuid[])`, ...exact];
}

function exactConditions(declaration: RegisterDeclaration, { runs, words }: Keyword, bind: Bind): string[] {
  const text = `(${searchedText(declaration)})`;
  return [...runs.map((run) => `${text} like ${bind(run)}`), ...words.map((word) => `${text} ~* ${bind(word)}`)];
}

/** Whether far more records hold the keyword than can be listed: then asking the index first is time lost. */
async function isCommon(tx: Transaction, declaration: RegisterDeclaration, keyword: Keyword): Promise<boolean> {
  const table = tableName(declaration);
  const size = await tx.query<{ rows: number }>(`select reltuples::float8 as rows from pg_class where oid = '${table}'::regclass`);
  const rows = size.rows[0]?.rows ?? 0;
  if (rows < commonFrom * mostListed) return false;
  const values: unknown[] = [];
  const exact = exactConditions(declaration, keyword, (value) => `$${values.push(value)}`);
  const percent = (100 * sampleSize) / rows;
  const sample = await tx.query<{ seen: number; held: number }>(
    `select count(*) as seen, count(*) filter (where ${exact.join(' and ')}) as held
     from ${table} tablesample system (${percent.toFixed(4)}) repeatable (1)`,
    values,
  );
  const { seen = 0, held = 0 } = sample.rows[0] ?? {};
  // The index names records of every division: what share of one's own holds the keyword stands for the share of all.
  return seen >= fewestSeen && (held / seen) * rows > commonFrom * mostListed;
}
