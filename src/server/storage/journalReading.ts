import type { PoolClient } from 'pg';
import type { JournalEntry } from '#kernel/journal/journal.ts';
import type { Anchor } from '#kernel/journal/anchor.ts';
import { JournalCheck, type Verification } from '#kernel/journal/verification.ts';
import type { Database, Transaction } from './database.ts';
import { sm3, toEntry, type JournalRow } from './journal.ts';
import { allAnchors } from './journalAnchors.ts';

// Reading the journal: a filtered page for administrators, and the whole of it for verification and export.

export interface JournalFilter {
  actorId?: string | undefined;
  /** Exact, or a prefix that ends in a colon: `act:` are all acts on cases. */
  act?: string | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  areaCode?: string | undefined;
  /** Instants; `to` is not included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Part of the actor's name or of the reason. */
  q?: string | undefined;
}

/** Entries of one's area, newest first, below a position. */
export async function listJournal(tx: Transaction, filter: JournalFilter, before: number | null, limit: number): Promise<JournalEntry[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ['true'];
  if (before !== null) where.push(`position < ${bind(before)}`);
  if (filter.actorId) where.push(`actor_id = ${bind(filter.actorId)}`);
  if (filter.act) where.push(filter.act.endsWith(':') ? `starts_with(act, ${bind(filter.act)})` : `act = ${bind(filter.act)}`);
  if (filter.subjectKind) where.push(`subject_kind = ${bind(filter.subjectKind)}`);
  if (filter.subjectId) where.push(`subject_id = ${bind(filter.subjectId)}`);
  if (filter.areaCode) where.push(`starts_with(area_code, ${bind(filter.areaCode)})`);
  if (filter.from) where.push(`at >= ${bind(filter.from)}`);
  if (filter.to) where.push(`at < ${bind(filter.to)}`);
  if (filter.q) {
    const pattern = bind(`%${filter.q.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`);
    where.push(`(actor_name ilike ${pattern} or why ilike ${pattern})`);
  }
  const found = await tx.query<JournalRow>(
    `select * from journal where ${where.join(' and ')} order by position desc limit ${bind(limit)}`,
    values,
  );
  return found.rows.map(toEntry);
}

// Small enough that the server keeps answering between two batches.
const batch = 1_000;

export interface JournalSnapshot {
  /** Position and hash of the last entry. */
  head: { position: number; hash: string } | null;
  anchors: Anchor[];
  /** Entries from position 1, a thousand at a time. */
  batches: AsyncIterable<JournalEntry[]>;
}

/** Reads the whole journal as it is at one moment, for every area; entries written meanwhile are not seen. */
export async function withJournalSnapshot<T>(database: Database, work: (snapshot: JournalSnapshot) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const head = await client.query<{ position: number; hash: string }>('select position, hash from journal_head');
    const anchors = await allAnchors((text, values) => client.query(text, values));
    return await work({ head: head.rows[0] ?? null, anchors, batches: readBatches(client) });
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

async function* readBatches(client: PoolClient): AsyncGenerator<JournalEntry[]> {
  for (let last = 0; ;) {
    const found = await client.query<JournalRow>('select * from journal where position > $1 order by position limit $2', [last, batch]);
    if (found.rows.length === 0) return;
    yield found.rows.map(toEntry);
    last = found.rows.at(-1)?.position ?? last;
  }
}

/**
 * Walks the whole chain and its anchors and reports every place where they do not hold.
 * @param verify whether an anchor's signature is good; null when its key is unknown
 * @param progress hears entries checked and entries there are; returning false stops the walk
 */
export async function verifyJournal(
  database: Database,
  verify: (anchor: Anchor) => boolean | null,
  progress: (checked: number, of: number) => boolean,
): Promise<Verification | null> {
  return withJournalSnapshot(database, async ({ head, anchors, batches }) => {
    const check = new JournalCheck(sm3, anchors, verify);
    let checked = 0;
    for await (const entries of batches) {
      for (const entry of entries) check.take(entry);
      checked += entries.length;
      if (!progress(checked, head?.position ?? checked)) return null;
    }
    return check.finish(head);
  });
}
