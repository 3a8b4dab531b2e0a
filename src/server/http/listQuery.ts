import { z } from 'zod';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { ListQuery } from '../storage/recordList.ts';

/**
 * Query of every list: `limit`, `cursor`, `sort`, `q`, `archived` (only, all), `<field>=<value>` (several with commas),
 * `<field>.min`, `<field>.max`, `<field>.from`, `<field>.to`.
 */
export const listQuery = z.record(z.string(), z.string().max(500));

const own = new Set(['limit', 'cursor', 'sort', 'q', 'archived']);

export function readListQuery(query: Record<string, string>): Outcome<ListQuery> {
  const limit = Number(query['limit'] ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    const text = {
      zh: `limit 须为 1 至 1000 的整数，收到“${query['limit']}”`,
      en: `limit must be a whole number from 1 to 1000, got "${query['limit']}"`,
    };
    return refuse('limit-invalid', 400, text, { fields: [{ field: 'limit', value: query['limit'], rule: 'max', text }] });
  }
  const archived = query['archived'] ?? 'no';
  if (archived !== 'no' && archived !== 'only' && archived !== 'all') {
    const text = { zh: 'archived 须为 no、only 或 all', en: 'archived must be no, only or all' };
    return refuse('filter-invalid', 400, text, { fields: [{ field: 'archived', value: archived, rule: 'choice', text }] });
  }
  return accept({
    limit,
    archived,
    cursor: query['cursor'],
    sort: query['sort'] ?? '-updatedAt',
    q: query['q'] || undefined,
    filters: Object.fromEntries(Object.entries(query).filter(([name]) => !own.has(name))),
  });
}
