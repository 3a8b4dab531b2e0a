import { hash as hashOf } from 'node:crypto';
import type { Clock } from '#kernel/clock/clock.ts';
import { canonical, firstHash, type JournalEntry } from '#kernel/journal/journal.ts';
import type { Transaction } from './database.ts';

/** SM3 (GB/T 32905) of a UTF-8 string, lower-case hex. */
export function sm3(text: string): string {
  return hashOf('sm3', text, 'hex');
}

export interface Act {
  act: string;
  subjectKind: string;
  subjectId: string;
  areaCode: string;
  why?: string;
  detail?: Record<string, unknown>;
}

/**
 * Appends entries to the journal inside the transaction of the change. The head row stays locked until commit, so the
 * chain has one order; call it last, to hold the lock shortly.
 */
export async function writeJournal(tx: Transaction, clock: Clock, acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return;
  await tx.query('insert into journal_head (one, position, hash) values (true, 0, $1) on conflict (one) do nothing', [firstHash]);
  const head = await tx.query<{ position: number; hash: string }>('select position, hash from journal_head where one for update');
  let { position, hash } = head.rows[0] as { position: number; hash: string };
  const entries: JournalEntry[] = [];
  for (const { act, subjectKind, subjectId, areaCode, why: reason = '', detail = {} } of acts) {
    const why = reason || (tx.why ?? '');
    position += 1;
    const entry = {
      position,
      at: clock.now().toISOString(),
      actorId: tx.actor.accountId,
      actorName: tx.actor.name,
      from: tx.actor.from,
      areaCode,
      act,
      subjectKind,
      subjectId,
      why,
      detail: JSON.parse(JSON.stringify(detail)) as Record<string, unknown>,
      previousHash: hash,
    };
    hash = sm3(canonical(entry));
    entries.push({ ...entry, hash });
    if (entries.length === entriesPerStatement) await append(tx, entries.splice(0));
  }
  if (entries.length > 0) await append(tx, entries);
  await tx.query('update journal_head set position = $1, hash = $2', [position, hash]);
}

const entriesPerStatement = 500;

/** Writes finished entries in one statement. */
async function append(tx: Transaction, entries: readonly JournalEntry[]): Promise<void> {
  await tx.query(
    `insert into journal (position, at, actor_id, actor_name, from_address, area_code, act, subject_kind, subject_id, why, detail, previous_hash, hash)
     select entry.* from jsonb_to_recordset($1::jsonb) as entry (position bigint, at timestamptz, "actorId" uuid, "actorName" text, "from" text,
       "areaCode" text, act text, "subjectKind" text, "subjectId" text, why text, detail jsonb, "previousHash" text, hash text)`,
    [JSON.stringify(entries)],
  );
}

export interface JournalRow {
  position: number;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  from_address: string;
  area_code: string;
  act: string;
  subject_kind: string;
  subject_id: string;
  why: string;
  detail: Record<string, unknown>;
  previous_hash: string;
  hash: string;
}

export function toEntry(row: JournalRow): JournalEntry {
  return {
    position: row.position,
    at: row.at.toISOString(),
    actorId: row.actor_id,
    actorName: row.actor_name,
    from: row.from_address,
    areaCode: row.area_code,
    act: row.act,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    why: row.why,
    detail: row.detail,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** What happened to one record, oldest first. */
export async function historyOf(tx: Transaction, subjectKind: string, subjectId: string): Promise<JournalEntry[]> {
  const found = await tx.query<JournalRow>(
    'select * from journal where subject_kind = $1 and subject_id = $2 order by position limit 1000',
    [subjectKind, subjectId],
  );
  return found.rows.map(toEntry);
}

/** The entries of a change of many: when it was made, and whether it was taken back. */
export async function bulkEntry(
  tx: Transaction,
  subjectKind: string,
  batchId: string,
): Promise<{ done: JournalEntry | undefined; undone: boolean }> {
  const entries = await historyOf(tx, subjectKind, batchId);
  return { done: entries.find(({ act }) => act === 'bulkUpdate'), undone: entries.some(({ act }) => act === 'bulkUndo') };
}
