import type { Transaction } from './database.ts';

// Messages of agencies as they came. Each document once, whatever way it came.

export interface ReceivedDocument {
  hash: string;
  identifier: string;
  source: string;
  receivedAt: Date;
  sentAt: Date | null;
  expiresAt: Date | null;
  xml: string;
  demo: boolean;
}

interface ReceivedRow {
  hash: string;
  identifier: string;
  source: string;
  received_at: Date;
  sent_at: Date | null;
  expires_at: Date | null;
  xml: string;
  demo: boolean;
}

function toDocument(row: ReceivedRow): ReceivedDocument {
  return {
    hash: row.hash,
    identifier: row.identifier,
    source: row.source,
    receivedAt: row.received_at,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    xml: row.xml,
    demo: row.demo,
  };
}

/** Keeps a document; false when it is known already. */
export async function keepReceived(tx: Transaction, document: ReceivedDocument): Promise<boolean> {
  const kept = await tx.query(
    `insert into received_warning (hash, identifier, source, received_at, sent_at, expires_at, xml, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (hash) do nothing`,
    [
      document.hash,
      document.identifier,
      document.source,
      document.receivedAt,
      document.sentAt,
      document.expiresAt,
      document.xml,
      document.demo,
    ],
  );
  return kept.rowCount === 1;
}

/** Documents that can still matter: received or ending after an instant. */
export async function receivedSince(tx: Transaction, since: Date): Promise<ReceivedDocument[]> {
  const found = await tx.query<ReceivedRow>(
    'select * from received_warning where received_at >= $1 or expires_at >= $1 order by received_at, hash limit 5000',
    [since],
  );
  return found.rows.map(toDocument);
}

export async function receivedByHash(tx: Transaction, hash: string): Promise<ReceivedDocument | null> {
  const found = await tx.query<ReceivedRow>('select * from received_warning where hash = $1', [hash]);
  return found.rows[0] ? toDocument(found.rows[0]) : null;
}

/** Feeds to read, and when each was read last. */
export async function activeFeeds(
  tx: Transaction,
): Promise<{ id: string; name: string; url: string; everySeconds: number; readAt: Date | null }[]> {
  const found = await tx.query<{ id: string; name: string; url: string; every_seconds: number; read_at: Date | null }>(
    'select id, name, url, every_seconds, read_at from warning_feeds where removed_at is null and active order by read_at nulls first, id',
  );
  return found.rows.map((row) => ({ id: row.id, name: row.name, url: row.url, everySeconds: row.every_seconds, readAt: row.read_at }));
}

/** Notes that a feed was read; the record's version stays, nobody edited it. */
export async function noteFeedRead(tx: Transaction, id: string, at: Date, problem: string | null): Promise<void> {
  await tx.query('update warning_feeds set read_at = $2, problem = $3 where id = $1', [id, at, problem]);
}
