import type { DeviceBook, Entry } from '#kernel/offline/deviceBook.ts';
import { isSettled, type OfflineWrite, type WriteOutcome, type WriteState } from '#kernel/offline/offlineWrite.ts';
import type { Transaction } from './database.ts';

// Writes that came from devices without network. Row level security shows each account its own alone.

export interface KeptWrite extends Entry {
  receivedAt: string;
  settledAt: string | null;
}

interface WriteRow {
  id: string;
  device_id: string;
  sequence: number;
  made_at: Date;
  received_at: Date;
  settled_at: Date | null;
  kind: OfflineWrite['kind'];
  type: string;
  record_id: string;
  base_version: number | null;
  base: Record<string, unknown>;
  body: Record<string, unknown>;
  state: WriteState;
  version: number | null;
  problem: WriteOutcome['problem'];
  conflict: WriteOutcome['conflict'];
}

function toKept(row: WriteRow): KeptWrite {
  const { id, sequence, kind, type, base, body, state, version, problem, conflict } = row;
  return {
    write: {
      id,
      deviceId: row.device_id,
      sequence,
      madeAt: row.made_at.toISOString(),
      kind,
      type,
      recordId: row.record_id,
      baseVersion: row.base_version,
      base,
      body,
    },
    outcome: { state, version, problem, conflict },
    receivedAt: row.received_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  };
}

/** Locks the device, made known at its first write; null when it belongs to another account. */
export async function lockDevice(tx: Transaction, deviceId: string, at: Date): Promise<{ next: number } | null> {
  await tx.query(
    'insert into offline_device (id, account_id, next_sequence, first_at, last_at) values ($1, $2, 1, $3, $3) on conflict (id) do nothing',
    [deviceId, tx.actor.accountId, at],
  );
  const locked = await tx.query<{ next_sequence: number }>('select next_sequence from offline_device where id = $1 for update', [deviceId]);
  const row = locked.rows[0];
  return row ? { next: row.next_sequence } : null;
}

export async function keepNext(tx: Transaction, deviceId: string, next: number, at: Date): Promise<void> {
  await tx.query('update offline_device set next_sequence = $2, last_at = $3 where id = $1', [deviceId, next, at]);
}

/** What the rules need to know of a device to settle this write: all that is open, the same number, the same record. */
export async function bookOf(tx: Transaction, next: number, { id, deviceId, sequence, recordId }: OfflineWrite): Promise<DeviceBook> {
  const found = await tx.query<WriteRow>(
    `select * from offline_write
     where device_id = $1 and (state not in ('applied', 'resolved') or id = $2 or sequence = $3
       or record_id in (select record_id from offline_write where device_id = $1 and state in ('waiting', 'blocked')) or record_id = $4)`,
    [deviceId, id, sequence, recordId],
  );
  return { next, entries: new Map(found.rows.map((row) => [row.id, toKept(row)])) };
}

/** Keeps a write with its outcome; of a settled one only the outcome. */
export async function keepWrite(tx: Transaction, { write, outcome }: Entry, at: Date): Promise<void> {
  const done = isSettled(outcome.state);
  const asJson = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await tx.query(
    `insert into offline_write (id, device_id, account_id, sequence, made_at, received_at, settled_at, kind, type, record_id, base_version, base, body, state, version, problem, conflict)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (id) do update set kind = excluded.kind, settled_at = excluded.settled_at, base = excluded.base, body = excluded.body,
       state = excluded.state, version = excluded.version, problem = excluded.problem, conflict = excluded.conflict`,
    [
      write.id,
      write.deviceId,
      tx.actor.accountId,
      write.sequence,
      write.madeAt,
      at,
      done ? at : null,
      write.kind,
      write.type,
      write.recordId,
      write.baseVersion,
      done ? '{}' : JSON.stringify(write.base),
      done ? '{}' : JSON.stringify(write.body),
      outcome.state,
      outcome.version,
      asJson(outcome.problem),
      asJson(outcome.conflict),
    ],
  );
}

export async function findWrite(tx: Transaction, id: string): Promise<KeptWrite | null> {
  const found = await tx.query<WriteRow>('select * from offline_write where id = $1', [id]);
  return found.rows[0] ? toKept(found.rows[0]) : null;
}

/** The account's writes in these states, newest first; 500 at most. */
export async function writesIn(tx: Transaction, states: readonly WriteState[]): Promise<KeptWrite[]> {
  const found = await tx.query<WriteRow>(
    'select * from offline_write where account_id = $1 and state = any($2) order by received_at desc, sequence desc limit 500',
    [tx.actor.accountId, states],
  );
  return found.rows.map(toKept);
}
