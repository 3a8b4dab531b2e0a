import { pages } from '#rooms/pages.ts';

/** Where a case is looked at: the page of its room when it has one, else the page all cases share. */
export function caseAddress(type: string, id: string): string {
  const own = `/${type}s/$id`;
  return pages.some(({ path }) => path === own) ? `/${type}s/${id}` : `/cases/${type}/${id}`;
}
