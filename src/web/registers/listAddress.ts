import type { Query } from '#web/api/client.ts';
import type { Fields, RegisterDeclaration } from '#kernel/register/register.ts';
import type { Search } from '#web/page/links.tsx';

// What a list shows, as it stands in the address: `?q=泵站&kind=water&sort=-updatedAt&columns=name,kind`. So a filtered
// list can be kept as a bookmark and sent to a colleague.

export interface ListState {
  q: string;
  /** Field name, `-` in front for descending. */
  sort: string;
  /** Field name (or areaCode) → value. */
  filters: Record<string, string>;
  /** Names of the fields shown as columns, in order. */
  columns: string[];
}

export const usualSort = '-updatedAt';
/** So many fields are columns when the declaration does not say. */
const usualColumns = 6;

/** Fields shown as columns when the address does not say: those declared `listed`, else the first six. */
export function listedFields(fields: Fields): string[] {
  return Object.entries(fields)
    .filter(([, field], at) => field.listed ?? (at < usualColumns && field.kind !== 'geometry'))
    .map(([name]) => name);
}

export function readListState(search: Search, declaration: RegisterDeclaration): ListState {
  const { fields } = declaration;
  const known = (name: string) => name in fields || name === 'areaCode';
  const columns = (search.columns ?? '').split(',').filter((name) => name in fields);
  return {
    q: search.q ?? '',
    sort: search.sort ?? usualSort,
    filters: Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string] => known(entry[0]) && entry[1] !== undefined && entry[1] !== ''),
    ),
    columns: columns.length > 0 ? columns : listedFields(fields),
  };
}

/** The query the server understands. */
export function listQuery({ q, sort, filters }: ListState): Query {
  return { ...filters, q, sort };
}

/** The next sort after a click on a column: ascending, descending, then as usual. */
export function nextSort(current: string, field: string): string | undefined {
  if (current === field) return `-${field}`;
  return current === `-${field}` ? undefined : field;
}
