import type { DocumentValues, MadeDocument } from '#kernel/document/document.ts';
import type { Transaction } from './database.ts';

interface DocumentRow {
  id: string;
  document: string;
  version: number;
  number: string | null;
  subject_kind: string;
  subject_id: string;
  area_code: string;
  docx_file: string;
  docx_sha256: string;
  pdf_file: string | null;
  pdf_sha256: string | null;
  made_at: Date;
  made_by: string;
  voided_at: Date | null;
  voided_by: string | null;
  voided_why: string | null;
  demo: boolean;
}

/** A made document as stored; its label is the declaration's. */
export type StoredDocument = Omit<MadeDocument, 'label'>;

function toDocument(row: DocumentRow): StoredDocument {
  return {
    id: row.id,
    document: row.document,
    version: row.version,
    number: row.number,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    areaCode: row.area_code,
    madeAt: row.made_at.toISOString(),
    madeBy: row.made_by,
    docx: { fileId: row.docx_file, sha256: row.docx_sha256 },
    pdf: row.pdf_file && row.pdf_sha256 ? { fileId: row.pdf_file, sha256: row.pdf_sha256 } : null,
    voidedAt: row.voided_at?.toISOString() ?? null,
    voidedBy: row.voided_by,
    voidedWhy: row.voided_why,
    demo: row.demo,
  };
}

/**
 * The next number of a series. The row stays locked until the transaction ends, and goes back with it: a document that is
 * not made after all leaves no gap.
 */
export async function nextSerial(tx: Transaction, series: string, year: number): Promise<number> {
  const found = await tx.query<{ last: number }>(
    `insert into document_series (series, year, last) values ($1, $2, 1)
     on conflict (series, year) do update set last = document_series.last + 1 returning last`,
    [series, year],
  );
  return found.rows[0]?.last ?? 1;
}

export interface NewDocument extends StoredDocument {
  templateSha256: string;
  series: { name: string; year: number; serial: number } | null;
  filled: DocumentValues;
}

export async function insertDocument(tx: Transaction, made: NewDocument): Promise<void> {
  await tx.query(
    `insert into made_document (id, document, version, template_sha256, series, year, serial, number, subject_kind, subject_id, area_code,
       filled, docx_file, docx_sha256, pdf_file, pdf_sha256, made_at, made_by, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      made.id,
      made.document,
      made.version,
      made.templateSha256,
      made.series?.name ?? null,
      made.series?.year ?? null,
      made.series?.serial ?? null,
      made.number,
      made.subjectKind,
      made.subjectId,
      made.areaCode,
      JSON.stringify(made.filled),
      made.docx.fileId,
      made.docx.sha256,
      made.pdf?.fileId ?? null,
      made.pdf?.sha256 ?? null,
      made.madeAt,
      made.madeBy,
      made.demo,
    ],
  );
}

/** Documents made of one case, first made first; void ones too. */
export async function madeDocumentsOf(tx: Transaction, subjectKind: string, subjectId: string): Promise<StoredDocument[]> {
  const found = await tx.query<DocumentRow>(
    'select * from made_document where subject_kind = $1 and subject_id = $2 order by made_at, id',
    [subjectKind, subjectId],
  );
  return found.rows.map(toDocument);
}

/** Kinds and times of the documents of a case that are not void: what gates ask for. */
export async function standingDocuments(
  tx: Transaction,
  subjectKind: string,
  subjectId: string,
): Promise<{ document: string; at: string }[]> {
  const found = await tx.query<{ document: string; made_at: Date }>(
    'select document, made_at from made_document where subject_kind = $1 and subject_id = $2 and voided_at is null order by made_at',
    [subjectKind, subjectId],
  );
  return found.rows.map(({ document, made_at: at }) => ({ document, at: at.toISOString() }));
}

export async function findDocument(tx: Transaction, id: string): Promise<StoredDocument | null> {
  const found = await tx.query<DocumentRow>('select * from made_document where id = $1', [id]);
  return found.rows[0] ? toDocument(found.rows[0]) : null;
}

/** False when it is void already. */
export async function voidDocument(tx: Transaction, id: string, at: Date, why: string): Promise<boolean> {
  const done = await tx.query(
    'update made_document set voided_at = $2, voided_by = $3, voided_why = $4 where id = $1 and voided_at is null',
    [id, at, tx.actor.name, why],
  );
  return done.rowCount === 1;
}
