import type { Anchor } from '#kernel/journal/anchor.ts';
import type { Transaction } from './database.ts';

interface AnchorRow {
  number: number;
  kind: Anchor['kind'];
  county: string;
  day: string;
  at: Date;
  position: number;
  hash: string;
  previous: string;
  statement: string;
  algorithm: string;
  key_id: string;
  signature: string;
}

export function toAnchor({ key_id: keyId, at, ...rest }: AnchorRow): Anchor {
  return { ...rest, at: at.toISOString(), keyId };
}

const columns = 'number, kind, county, day, at, position, hash, previous, statement, algorithm, key_id, signature';

type Query = Transaction['query'];

/** Every anchor, first made first. */
export async function allAnchors(query: Query): Promise<Anchor[]> {
  const found = await query<AnchorRow>(`select ${columns} from journal_anchor order by number`);
  return found.rows.map(toAnchor);
}

/** The anchors made last, newest first. */
export async function latestAnchors(tx: Transaction, limit: number): Promise<Anchor[]> {
  const found = await tx.query<AnchorRow>(`select ${columns} from journal_anchor order by number desc limit $1`, [limit]);
  return found.rows.map(toAnchor);
}

export async function findAnchor(tx: Transaction, number: number): Promise<Anchor | null> {
  const found = await tx.query<AnchorRow>(`select ${columns} from journal_anchor where number = $1`, [number]);
  return found.rows[0] ? toAnchor(found.rows[0]) : null;
}

export async function hasDailyAnchor(tx: Transaction, day: string): Promise<boolean> {
  const found = await tx.query("select 1 from journal_anchor where kind = 'daily' and day = $1", [day]);
  return found.rows.length > 0;
}

/** The end of the chain, locked until the transaction ends; null while nothing has been written. */
export async function lockJournalHead(tx: Transaction): Promise<{ position: number; hash: string } | null> {
  const found = await tx.query<{ position: number; hash: string }>('select position, hash from journal_head where one for update');
  return found.rows[0] && found.rows[0].position > 0 ? found.rows[0] : null;
}

export async function insertAnchor(tx: Transaction, anchor: Anchor): Promise<void> {
  await tx.query(`insert into journal_anchor (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`, [
    anchor.number,
    anchor.kind,
    anchor.county,
    anchor.day,
    anchor.at,
    anchor.position,
    anchor.hash,
    anchor.previous,
    anchor.statement,
    anchor.algorithm,
    anchor.keyId,
    anchor.signature,
  ]);
}
