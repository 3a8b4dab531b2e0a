import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { crsList, crsOf, type Crs } from './crs.ts';

// Parameters of /collections/{id}/items (OGC 17-069r4 clause 7.15, OGC 18-058 clause 6). Unknown ones and values out of
// range are refused with 400, as the standard demands.

export interface ItemsQuery {
  limit: number;
  offset: number;
  crs: Crs;
  /** West, south, east, north in CRS84. */
  bbox: [number, number, number, number] | undefined;
  /** Open ends are null; instants in ISO. */
  datetime: { from: string | null; to: string | null } | undefined;
  filters: Record<string, string>;
}

export const defaultLimit = 100;
export const mostLimit = 1_000;
const known = new Set(['limit', 'offset', 'crs', 'bbox', 'bbox-crs', 'datetime', 'f']);

export function readItemsQuery(declaration: RegisterDeclaration, query: Record<string, string | string[]>): Outcome<ItemsQuery> {
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'string') return bad(name, value, '只能出现一次', 'may stand once only');
    if (!known.has(name) && !isQueryable(declaration, name)) return bad(name, value, '不认识的参数', 'is not a known parameter');
    single[name] = value;
  }
  if (single['f'] !== undefined && single['f'] !== 'json') return bad('f', single['f'], '只提供 json', 'only json is offered');
  const limit = whole(single['limit'], defaultLimit, 1);
  if (limit === null) return bad('limit', single['limit'], '须为正整数', 'must be a positive whole number');
  const offset = whole(single['offset'], 0, 0);
  if (offset === null) return bad('offset', single['offset'], '须为非负整数', 'must be a whole number');
  const crs = single['crs'] === undefined ? crsList[0] : crsOf(single['crs']);
  if (!crs) return bad('crs', single['crs'], '不支持的坐标系', 'is not an offered CRS');
  const boxCrs = single['bbox-crs'] === undefined ? crsList[0] : crsOf(single['bbox-crs']);
  if (!boxCrs) return bad('bbox-crs', single['bbox-crs'], '不支持的坐标系', 'is not an offered CRS');
  const bbox = readBox(single['bbox'], boxCrs);
  if (bbox === null)
    return bad('bbox', single['bbox'], '须为四个数：最小 x、最小 y、最大 x、最大 y', 'must be four numbers: min x, min y, max x, max y');
  const datetime = readInterval(single['datetime']);
  if (datetime === null) return bad('datetime', single['datetime'], '须为 RFC 3339 时间或区间', 'must be an RFC 3339 instant or interval');
  const filters = Object.fromEntries(Object.entries(single).filter(([name]) => !known.has(name)));
  return accept({ limit: Math.min(limit, mostLimit), offset, crs, bbox, datetime, filters });
}

/** Simple properties may be filtered by their value. */
export function isQueryable(declaration: RegisterDeclaration, name: string): boolean {
  const field = declaration.fields[name];
  return field !== undefined && !field.sensitive && field.kind !== 'point' && field.kind !== 'geometry' && !known.has(name);
}

function whole(text: string | undefined, otherwise: number, least: number): number | null {
  if (text === undefined) return otherwise;
  return /^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : null;
}

function readBox(text: string | undefined, crs: Crs): ItemsQuery['bbox'] | null {
  if (text === undefined) return undefined;
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (numbers.some((number) => !Number.isFinite(number))) return null;
  // With heights the box has six numbers; places here have none, so the heights say nothing.
  const [minX, minY, maxX, maxY] =
    numbers.length === 6 ? [numbers[0], numbers[1], numbers[3], numbers[4]] : numbers.length === 4 ? numbers : [];
  if (minX === undefined || minY === undefined || maxX === undefined || maxY === undefined) return null;
  const [west, south] = crs.toCrs84([minX, minY]);
  const [east, north] = crs.toCrs84([maxX, maxY]);
  return west > east || south > north ? null : [west, south, east, north];
}

function readInterval(text: string | undefined): ItemsQuery['datetime'] | null {
  if (text === undefined) return undefined;
  const parts = text.split('/');
  if (parts.length > 2) return null;
  const [from, to] = parts.map((part) => (part === '' || part === '..' ? null : part));
  if (parts.length === 1) return from && isInstant(from) ? { from, to: from } : null;
  if ((from && !isInstant(from)) || (to && !isInstant(to)) || (!from && !to)) return null;
  return { from: from ?? null, to: to ?? null };
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text));
}

function bad(field: string, value: unknown, zh: string, en: string): Outcome<never> {
  const text = { zh: `参数 ${field}：${zh}`, en: `Parameter ${field} ${en}` };
  return refuse('parameter-invalid', 400, text, { fields: [{ field, value: value ?? null, rule: 'parameter', text }] });
}
