import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSource, withoutComments } from './sources.ts';

const declaration = 'src/kernel/register/field.ts';
const places = ['src/server/storage/columns.ts', 'src/web/forms/inputs.tsx', 'src/web/tables/cells.tsx'];

/** Field kinds that lack a column, an input or a cell. A place that does not exist yet lacks all of them. */
export function kindsMissing(root: string): string[] {
  if (!existsSync(join(root, declaration))) return [];
  const source = withoutComments(readSource(root, declaration));
  const union = source.slice(source.indexOf('export type Field '), source.indexOf('export type FieldKind'));
  const kinds = [...union.matchAll(/\bkind: '(\w+)'/g)].map((match) => match[1] ?? '');
  return places.flatMap((place) => {
    const text = existsSync(join(root, place)) ? withoutComments(readSource(root, place)) : '';
    return kinds
      .filter((kind) => !new RegExp(`(?:^|[\\s{,])['"]?${kind}['"]?\\s*[:(,]|case '${kind}'`, 'm').test(text))
      .map((kind) => `${kind} is missing in ${place}`);
  });
}
