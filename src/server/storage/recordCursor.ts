import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { Bind } from './recordFilters.ts';

// Where a page of a list ends: the sort value and id of its last record, so the next page begins behind that record
// however many were added or removed meanwhile. The total of the first page travels with it and is counted once.

export interface Cursor {
  /** Sort it belongs to; another sort refuses it. */
  sort: string;
  /** Sort value of the last record, as text that PostgreSQL reads back exactly; null stands for an empty field. */
  value: string | null;
  id: string;
  total: number;
  isEstimate: boolean;
}

export function writeCursor({ sort, value, id, total, isEstimate }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id, total, isEstimate])).toString('base64url');
}

/** Reads a cursor for a sort; anything else than one written for it is refused. */
export function readCursor(text: string, sort: string): Outcome<Cursor> {
  const invalid = refuse('cursor-invalid', 400, {
    zh: '翻页位置无效：它不属于这个排序。请从第一页重新载入',
    en: 'The cursor is not valid: it was not made for this sort. Load again from the first page',
  });
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return invalid;
  }
  if (!Array.isArray(parts) || parts.length !== 5) return invalid;
  const [ofSort, value, id, total, isEstimate] = parts as unknown[];
  if (ofSort !== sort || (value !== null && typeof value !== 'string')) return invalid;
  if (typeof id !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return invalid;
  if (typeof total !== 'number' || typeof isEstimate !== 'boolean') return invalid;
  return accept({ sort, value, id, total, isEstimate });
}

/**
 * SQL condition of the records behind a cursor; empty fields come last in both directions.
 * @param type PostgreSQL type of the sort column
 */
export function behind(cursor: Cursor, column: string, type: string, isDescending: boolean, mayBeNull: boolean, bind: Bind): string {
  const sign = isDescending ? '<' : '>';
  const id = `${bind(cursor.id)}::uuid`;
  if (cursor.value === null) return `(${column} is null and id ${sign} ${id})`;
  const value = `${bind(cursor.value)}::${type}`;
  // One comparison of pairs lets an index begin at the place; only a column that is never empty may use it alone.
  const pair = `(${column}, id) ${sign} (${value}, ${id})`;
  return mayBeNull ? `(${pair} or ${column} is null)` : pair;
}
