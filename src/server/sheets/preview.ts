import { setImmediate as nextTurn } from 'node:timers/promises';
import { mayTouch, type Actor } from '#kernel/access/access.ts';
import { checkFields } from '#kernel/register/check.ts';
import { derived } from '#kernel/register/conditions.ts';
import type { AnyRecord, Fields, RegisterDeclaration } from '#kernel/register/register.ts';
import { overwrittenMasks } from '../operations/recordChecks.ts';
import type { CellProblem, SheetRow } from './readSheet.ts';
import { sheetColumns } from './sheetColumns.ts';

// What an import would do: each row new, changed, the same or faulty, field by field; and which records the file lacks.

export interface PreviewRow {
  row: number;
  status: 'new' | 'changed' | 'same' | 'faulty';
  /** Record it would change; null for a new one. */
  id: string | null;
  version: number | null;
  title: string;
  areaCode: string | null;
  values: Record<string, unknown>;
  changes: { field: string; before: unknown; after: unknown }[];
  problems: CellProblem[];
}

const rowsPerTurn = 100;

export interface ImportPreview {
  rows: PreviewRow[];
  gone: { id: string; version: number; title: string }[];
}

/** Looks at every row; after each hundred of them other requests get their turn. */
export async function previewImport(
  declaration: RegisterDeclaration,
  actor: Actor,
  read: readonly SheetRow[],
  stored: ReadonlyMap<string, AnyRecord>,
): Promise<ImportPreview> {
  const fields = writable(declaration);
  const headings = new Map(sheetColumns(declaration).flatMap(({ field, heading }) => (field ? [[field, heading] as const] : [])));
  const byUnique = uniqueIndex(declaration, stored);
  const byTitle = new Map([...stored.values()].map((record) => [`${record.areaCode}|${wordOf(record[declaration.title])}`, record]));
  const seen = new Map<string, number>();

  const look = (row: SheetRow): PreviewRow => {
    const problems = [...row.problems];
    const fault = (column: string, value: unknown, rule: string, zh: string, en: string) =>
      problems.push({ row: row.row, column, value: wordOf(value), rule, text: { zh, en } });
    const existing = (row.id ? stored.get(row.id) : undefined) ?? match(declaration, row, byUnique, byTitle, actor);
    if (row.id && !existing)
      fault('系统编号', row.id, 'reference', '没有这条记录，或不在您的辖区', 'there is no such record, or it is outside your area');
    const areaCode = row.areaCode ?? existing?.areaCode ?? null;
    if (areaCode && !mayTouch(actor, declaration.access.write, areaCode))
      fault('行政区', areaCode, 'area', '不在您的辖区内', 'is outside your area');
    for (const key of keysOf(declaration, row, existing)) {
      const earlier = seen.get(key);
      if (earlier !== undefined) fault('', '', 'unique', `与第 ${earlier} 行重复`, `repeats row ${earlier}`);
      else seen.set(key, row.row);
    }
    const checked = checkFields(fields, row.values, { partial: existing !== undefined, ...(existing && { stored: existing }) });
    const broken = [...overwrittenMasks(declaration, row.values, existing ?? null), ...(checked.ok ? [] : (checked.fields ?? []))];
    for (const { field, value, rule, text } of broken)
      problems.push({ row: row.row, column: headings.get(field) ?? field, value: wordOf(value), rule, text });
    const values = checked.ok ? { ...checked.value, ...derived(declaration.fields, { ...existing, ...checked.value }) } : row.values;
    const changes = existing ? differences(values, existing, areaCode) : [];
    const title = wordOf(values[declaration.title] ?? existing?.[declaration.title]);
    const status = problems.length > 0 ? 'faulty' : !existing ? 'new' : changes.length > 0 ? 'changed' : 'same';
    return {
      row: row.row,
      status,
      id: existing?.id ?? null,
      version: existing?.version ?? null,
      title,
      areaCode,
      values,
      changes,
      problems,
    };
  };
  const rows: PreviewRow[] = [];
  for (const row of read) {
    rows.push(look(row));
    if (rows.length % rowsPerTurn === 0) await nextTurn();
  }
  const kept = new Set(rows.map(({ id }) => id));
  const gone = [...stored.values()]
    .filter(({ id }) => !kept.has(id))
    .map((record) => ({ id: record.id, version: record.version, title: wordOf(record[declaration.title]) }));
  return { rows, gone };
}

export function writable(declaration: RegisterDeclaration): Fields {
  return Object.fromEntries(Object.entries(declaration.fields).filter(([, field]) => !field.computed && field.kind !== 'geometry'));
}

function uniqueIndex(declaration: RegisterDeclaration, stored: ReadonlyMap<string, AnyRecord>): Map<string, AnyRecord> {
  const index = new Map<string, AnyRecord>();
  for (const [name, field] of Object.entries(declaration.fields)) {
    if (!field.unique) continue;
    for (const record of stored.values()) if (record[name] !== null) index.set(`${name}|${wordOf(record[name])}`, record);
  }
  return index;
}

function match(
  declaration: RegisterDeclaration,
  row: SheetRow,
  byUnique: Map<string, AnyRecord>,
  byTitle: Map<string, AnyRecord>,
  actor: Actor,
): AnyRecord | undefined {
  if (row.id) return undefined;
  for (const [name, field] of Object.entries(declaration.fields)) {
    const found = field.unique ? byUnique.get(`${name}|${wordOf(row.values[name])}`) : undefined;
    if (found) return found;
  }
  return byTitle.get(`${row.areaCode ?? actor.areaCode}|${wordOf(row.values[declaration.title])}`);
}

/** What must not stand twice in one file. */
function keysOf(declaration: RegisterDeclaration, row: SheetRow, existing: AnyRecord | undefined): string[] {
  const keys = existing ? [`id|${existing.id}`] : [`title|${row.areaCode ?? ''}|${wordOf(row.values[declaration.title])}`];
  for (const [name, field] of Object.entries(declaration.fields)) {
    const value = row.values[name];
    if (field.unique && value !== null && value !== undefined) keys.push(`${name}|${wordOf(value)}`);
  }
  return keys;
}

function differences(values: Record<string, unknown>, existing: AnyRecord, areaCode: string | null): PreviewRow['changes'] {
  const changes = Object.entries(values)
    .filter(([name, after]) => !same(existing[name], after))
    .map(([field, after]) => ({ field, before: existing[field] ?? null, after }));
  if (areaCode && areaCode !== existing.areaCode) changes.push({ field: 'areaCode', before: existing.areaCode, after: areaCode });
  return changes;
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string' && a !== b && /T/.test(a)) return minuteOf(a) === minuteOf(b);
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** Sheets show minutes only: a record's seconds are not a change. */
function minuteOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000);
}

/** A value as a word for comparing and showing; empty for none. */
function wordOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
