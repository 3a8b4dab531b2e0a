import type { Query } from '#web/api/client.ts';
import type { Field } from '#kernel/register/field.ts';
import type { Fields, RegisterDeclaration } from '#kernel/register/register.ts';
import type { ViewState } from '#kernel/register/savedView.ts';
import type { Search } from '#web/page/links.tsx';

// What a list shows, as it stands in the address: `?q=泵站&kind=water&sort=-updatedAt&columns=name,kind`. So a filtered
// list can be kept as a bookmark and sent to a colleague.

export interface ListState {
  q: string;
  /** Field name, `-` in front for descending. */
  sort: string;
  /** Field name (or areaCode), or an end of its range (`staff.min`, `dueOn.to`) → value. */
  filters: Record<string, string>;
  /** Archived records: left out, alone, or together with the others. */
  archived: 'no' | 'only' | 'all';
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
  const known = (name: string) => {
    const [base = '', end] = name.split('.');
    const field = fields[base];
    if (!field) return name === 'areaCode';
    return !field.sensitive && (end === undefined || (rangeEnds(field) as readonly string[]).includes(end));
  };
  const columns = (search.columns ?? '').split(',').filter((name) => name in fields);
  return {
    q: search.q ?? '',
    sort: search.sort ?? usualSort,
    filters: Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string] => known(entry[0]) && entry[1] !== undefined && entry[1] !== ''),
    ),
    archived: search.archived === 'only' || search.archived === 'all' ? search.archived : 'no',
    columns: columns.length > 0 ? columns : listedFields(fields),
  };
}

/** The two ends by which a field may be bounded; empty when it has no range. */
export function rangeEnds(field: Pick<Field, 'kind'>): readonly ['min', 'max'] | readonly ['from', 'to'] | readonly [] {
  if (field.kind === 'count' || field.kind === 'measure') return ['min', 'max'];
  return field.kind === 'date' || field.kind === 'instant' ? ['from', 'to'] : [];
}

/** The query the server understands. */
export function listQuery({ q, sort, filters, archived }: ListState): Query {
  return { ...filters, q, sort, ...(archived !== 'no' && { archived }) };
}

/** The address of a saved view; what the address holds now and the view does not is taken away. */
export function viewSearch(view: ViewState, now: ListState): Search {
  const cleared = Object.fromEntries(Object.keys(now.filters).map((name) => [name, undefined]));
  return { ...cleared, archived: undefined, q: view.q, sort: view.sort, columns: view.columns.join(','), ...view.filters };
}

/** The next sort after a click on a column: ascending, descending, then as usual. */
export function nextSort(current: string, field: string): string | undefined {
  if (current === field) return `-${field}`;
  return current === `-${field}` ? undefined : field;
}
