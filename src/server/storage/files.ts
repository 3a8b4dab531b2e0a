import type { FileLink } from '#kernel/file/fileLink.ts';
import type { Transaction } from './database.ts';

interface LinkRow {
  id: string;
  sha256: string;
  subject_kind: string;
  subject_id: string;
  area_code: string;
  name: string;
  kind: FileLink['kind'];
  bytes: number;
  width: number | null;
  height: number | null;
  evidence: FileLink['evidence'];
  shrunk_from: string | null;
  note: string;
  origin: FileLink['origin'];
  demo: boolean;
  added_at: Date;
  added_by: string;
}

function toLink(row: LinkRow): FileLink {
  return {
    id: row.id,
    sha256: row.sha256,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    areaCode: row.area_code,
    name: row.name,
    kind: row.kind,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    evidence: row.evidence,
    shrunkFrom: row.shrunk_from,
    note: row.note,
    origin: row.origin,
    demo: row.demo,
    addedAt: row.added_at.toISOString(),
    addedBy: row.added_by,
  };
}

const columns =
  'id, sha256, subject_kind, subject_id, area_code, name, kind, bytes, width, height, evidence, shrunk_from, note, origin, demo, added_at, added_by';

/** Ties a file to its record; false when the id is already used (the same upload sent twice). */
export async function insertFileLink(tx: Transaction, link: FileLink): Promise<boolean> {
  const done = await tx.query(
    `insert into file_link (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (id) do nothing`,
    [
      link.id,
      link.sha256,
      link.subjectKind,
      link.subjectId,
      link.areaCode,
      link.name,
      link.kind,
      link.bytes,
      link.width,
      link.height,
      link.evidence && JSON.stringify(link.evidence),
      link.shrunkFrom,
      link.note,
      link.origin,
      link.demo,
      link.addedAt,
      link.addedBy,
    ],
  );
  return done.rowCount === 1;
}

/** Files of one record, in the order they were added; removed ones are left out. */
export async function fileLinksOf(tx: Transaction, subjectKind: string, subjectId: string): Promise<FileLink[]> {
  const found = await tx.query<LinkRow>(
    `select ${columns} from file_link where subject_kind = $1 and subject_id = $2 and removed_at is null order by added_at, id limit 1000`,
    [subjectKind, subjectId],
  );
  return found.rows.map(toLink);
}

export async function findFileLink(tx: Transaction, id: string): Promise<FileLink | null> {
  const found = await tx.query<LinkRow>(`select ${columns} from file_link where id = $1 and removed_at is null`, [id]);
  return found.rows[0] ? toLink(found.rows[0]) : null;
}

/** Takes a file off its record; the row and the bytes stay. False when it is gone already. */
export async function removeFileLink(tx: Transaction, id: string, at: Date, why: string): Promise<boolean> {
  const done = await tx.query(
    'update file_link set removed_at = $2, removed_by = $3, removed_why = $4 where id = $1 and removed_at is null',
    [id, at, tx.actor.name, why],
  );
  return done.rowCount === 1;
}

/** Of some hashes, those that a link (removed or not) still names. Ask as the system: it sees every area. */
export async function linkedHashes(tx: Transaction, hashes: readonly string[]): Promise<Set<string>> {
  const found = await tx.query<{ sha256: string }>('select distinct sha256 from file_link where sha256 = any($1)', [hashes]);
  return new Set(found.rows.map(({ sha256 }) => sha256));
}
