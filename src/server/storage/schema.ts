import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  type PgColumnBuilderBase,
  type PgTable,
} from 'drizzle-orm/pg-core';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { cases, registers } from '#rooms/rooms.ts';
import { columnsFor } from './columns.ts';
import { snakeCase } from './naming.ts';
import { areaCodeColumn, byAreaOfRecords, sharedRead } from './policies.ts';
import { searchTermsOf } from './search.ts';

// Every table of Anlan: those of the kernel, and one for each declared register and case type. drizzle-kit turns this file
// into the SQL under migrations/.

export * from './tables/access.ts';
export * from './tables/calling.ts';
export * from './tables/departmentFeed.ts';
export * from './tables/devices.ts';
export * from './tables/documents.ts';
export * from './tables/kernel.ts';
export * from './tables/sheets.ts';
export * from './tables/files.ts';
export * from './tables/ingest.ts';
export * from './tables/journal.ts';
export * from './tables/observationChunk.ts';
export * from './tables/offline.ts';
export * from './tables/receivedWarning.ts';
export * from './tables/savedView.ts';
export * from './tables/scenario.ts';
export * from './tables/staEntity.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

function recordColumns() {
  return {
    id: uuid('id').primaryKey(),
    areaCode: areaCodeColumn('area_code').notNull(),
    version: integer('version').notNull().default(1),
    demo: boolean('demo').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
    removedAt: instant('removed_at'),
    removedWhy: text('removed_why'),
    archivedAt: instant('archived_at'),
  };
}

function caseColumns() {
  return {
    state: text('state').notNull(),
    caseVersion: integer('case_version').notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  };
}

function tableOf(declaration: RegisterDeclaration, extra: Record<string, PgColumnBuilderBase>): PgTable {
  const name = snakeCase(declaration.id);
  const own: Record<string, PgColumnBuilderBase> = {};
  for (const [field, meaning] of Object.entries(declaration.fields)) Object.assign(own, columnsFor(field, meaning));
  return pgTable(name, { ...recordColumns(), ...extra, ...own } as Record<string, PgColumnBuilderBase>, (table) => {
    const at = (field: string) => (table as Record<string, unknown>)[field] as never;
    return [
      index(`${name}_area`).on(at('areaCode'), at('updatedAt')),
      ...Object.entries(declaration.fields)
        .filter(([, meaning]) => meaning.unique)
        .map(([field, meaning]) =>
          (meaning.unique === 'area'
            ? uniqueIndex(`${name}_${snakeCase(field)}_unique`).on(at('areaCode'), at(field))
            : uniqueIndex(`${name}_${snakeCase(field)}_unique`).on(at(field))
          ).where(liveRows),
        ),
      // The two usual orders of a list, so that a page of a large register is read and not sorted.
      index(`${name}_updated`).on(at('updatedAt'), at('id')).where(liveRows),
      index(`${name}_title`).on(at(declaration.title), at('id')).where(liveRows),
      index(`${name}_search`).using('gin', sql.raw(searchTermsOf(declaration))),
      ...Object.entries(declaration.fields)
        .filter(([, meaning]) => meaning.kind === 'reference')
        .map(([field]) => index(`${name}_${snakeCase(field)}`).on(at(field))),
      byAreaOfRecords(name),
      ...(declaration.shared ? [sharedRead(name)] : []),
    ];
  }).enableRLS() as unknown as PgTable;
}

const liveRows = sql`removed_at is null`;

const declared: Record<string, PgTable> = {};
for (const declaration of registers) declared[declaration.id] = tableOf(declaration, {});
for (const declaration of cases) declared[declaration.id] = tableOf(declaration, caseColumns());

/** Tables of registers and cases by declaration id. */
export const declaredTables = declared;
