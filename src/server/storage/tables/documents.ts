import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { areaCodeColumn, byArea, withSession } from '../policies.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Official documents made; a void one keeps its row, its number and its files. */
export const madeDocument = pgTable(
  'made_document',
  {
    id: uuid('id').primaryKey(),
    document: text('document').notNull(),
    version: integer('version').notNull(),
    templateSha256: text('template_sha256').notNull(),
    series: text('series'),
    year: integer('year'),
    serial: integer('serial'),
    number: text('number'),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    /** What stood in the blanks. */
    filled: jsonb('filled').notNull(),
    docxFile: uuid('docx_file').notNull(),
    docxSha256: text('docx_sha256').notNull(),
    pdfFile: uuid('pdf_file'),
    pdfSha256: text('pdf_sha256'),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    voidedAt: instant('voided_at'),
    voidedBy: text('voided_by'),
    voidedWhy: text('voided_why'),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [
    index('made_document_subject').on(table.subjectKind, table.subjectId, table.madeAt),
    uniqueIndex('made_document_number')
      .on(table.series, table.year, table.serial)
      .where(sql`series is not null`),
    byArea('made_document'),
  ],
).enableRLS();

/** The last number given in each series and year. */
export const documentSeries = pgTable(
  'document_series',
  { series: text('series').notNull(), year: integer('year').notNull(), last: integer('last').notNull() },
  (table) => [primaryKey({ columns: [table.series, table.year] }), withSession('document_series')],
).enableRLS();
