import type { Field } from '#kernel/register/field.ts';
import type { AnyRecord, Fields, RegisterDeclaration } from '#kernel/register/register.ts';
import { quoted, snakeCase } from './naming.ts';

// Between a record as the API shows it and a row as PostgreSQL keeps it.

export type Row = Record<string, unknown>;

/** Columns of a field and the values they take. */
export function fieldToColumns(name: string, field: Field, value: unknown): [column: string, value: unknown][] {
  const column = snakeCase(name);
  if (field.kind === 'point') {
    const place = value as [number, number] | null;
    return [
      [`${column}_lon`, place?.[0] ?? null],
      [`${column}_lat`, place?.[1] ?? null],
    ];
  }
  if (field.kind === 'geometry') return [[column, value === null ? null : JSON.stringify(value)]];
  return [[column, value]];
}

export function columnsOfInput(fields: Fields, input: Record<string, unknown>): [column: string, value: unknown][] {
  return Object.entries(input).flatMap(([name, value]) => {
    const field = fields[name];
    return field ? fieldToColumns(name, field, value) : [];
  });
}

function fromRow(name: string, field: Field, row: Row): unknown {
  const column = snakeCase(name);
  if (field.kind === 'point') {
    const lon = row[`${column}_lon`] as number | null;
    const lat = row[`${column}_lat`] as number | null;
    return lon === null || lat === null ? null : [lon, lat];
  }
  const value = row[column];
  return value instanceof Date ? value.toISOString() : (value ?? null);
}

const iso = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);

export function rowToRecord(declaration: RegisterDeclaration, row: Row): AnyRecord {
  const record: Record<string, unknown> = {
    id: row['id'],
    areaCode: row['area_code'],
    version: row['version'],
    demo: row['demo'],
    createdAt: iso(row['created_at']),
    createdBy: row['created_by'],
    updatedAt: iso(row['updated_at']),
    updatedBy: row['updated_by'],
    ...(row['archived_at'] instanceof Date && { archivedAt: iso(row['archived_at']) }),
  };
  if ('case_version' in row) {
    Object.assign(record, {
      state: row['state'],
      caseVersion: row['case_version'],
      openedAt: iso(row['opened_at']),
      closedAt: iso(row['closed_at']),
    });
  }
  for (const [name, field] of Object.entries(declaration.fields)) record[name] = fromRow(name, field, row);
  return record as AnyRecord;
}

/** Record fields that may be sorted and filtered besides the declared ones; none is ever empty but those of a case's end. */
const ownColumns: Record<string, string> = {
  id: 'id',
  areaCode: 'area_code',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  state: 'state',
  openedAt: 'opened_at',
  closedAt: 'closed_at',
  demo: 'demo',
};

/** What the columns every record has mean to a filter. */
export const ownColumnKinds: Record<string, 'id' | 'area' | 'instant' | 'state' | 'boolean'> = {
  id: 'id',
  areaCode: 'area',
  createdAt: 'instant',
  updatedAt: 'instant',
  state: 'state',
  openedAt: 'instant',
  closedAt: 'instant',
  demo: 'boolean',
};

const typeOfKind: Record<string, string> = {
  area: 'text',
  boolean: 'boolean',
  count: 'integer',
  date: 'date',
  flag: 'boolean',
  id: 'uuid',
  instant: 'timestamptz',
  measure: 'float8',
  reference: 'uuid',
  list: 'text[]',
  areas: 'text[]',
};

/** PostgreSQL type of a column a list is sorted by. */
export function sortType(declaration: RegisterDeclaration, name: string): string {
  return typeOfKind[declaration.fields[name]?.kind ?? ownColumnKinds[name] ?? ''] ?? 'text';
}

/** SQL column a list may filter or sort by, or null when there is none of that name. */
export function listColumn(declaration: RegisterDeclaration, name: string): string | null {
  const field = declaration.fields[name];
  if (field) return field.kind === 'point' || field.kind === 'geometry' ? null : quoted(snakeCase(name));
  return Object.hasOwn(ownColumns, name) ? quoted(ownColumns[name] as string) : null;
}

export function tableName(declaration: RegisterDeclaration): string {
  return quoted(snakeCase(declaration.id));
}
