import { randomUUIDv7 } from 'node:crypto';
import type { Clock } from '#kernel/clock/clock.ts';
import type { DomainEvent } from '#kernel/event/event.ts';
import type { Database, Transaction } from './database.ts';

export type NewEvent = Pick<DomainEvent, 'type' | 'areaCode' | 'subject' | 'demo' | 'data'>;

/** Writes facts into the outbox, inside the transaction of the change they tell of. Listeners are woken at commit. */
export async function emit(tx: Transaction, clock: Clock, events: readonly NewEvent[]): Promise<void> {
  for (const event of events) {
    await tx.query(
      `insert into event (id, type, area_code, subject_kind, subject_id, at, actor, demo, data)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [randomUUIDv7(), event.type, event.areaCode, event.subject.kind, event.subject.id, clock.now(), tx.actor.name, event.demo, event.data],
    );
  }
  if (events.length > 0) await tx.query("select pg_notify('anlan_event', '')");
}

/** A place in the outbox: transaction id (decimal) and sequence. */
export interface OutboxCursor {
  xid: string;
  seq: number;
}

export interface OutboxEvent extends DomainEvent {
  cursor: OutboxCursor;
}

interface EventRow {
  xid: string;
  seq: number;
  id: string;
  type: string;
  area_code: string;
  subject_kind: string;
  subject_id: string;
  at: Date;
  actor: string;
  demo: boolean;
  data: Record<string, unknown>;
}

/**
 * Events after a cursor, in an order that never lets a late commit slip in before what was already read: transactions
 * still running hold back everything from theirs on.
 */
export async function eventsAfter(database: Database, cursor: OutboxCursor, limit: number): Promise<OutboxEvent[]> {
  const found = await database.pool.query<EventRow>(
    `select xid::text as xid, seq, id, type, area_code, subject_kind, subject_id, at, actor, demo, data from event
     where (xid, seq) > ($1::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
     order by xid, seq limit $3`,
    [cursor.xid, cursor.seq, limit],
  );
  return found.rows.map((row) => ({
    cursor: { xid: row.xid, seq: row.seq },
    id: row.id,
    type: row.type,
    areaCode: row.area_code,
    subject: { kind: row.subject_kind, id: row.subject_id },
    at: row.at.toISOString(),
    actor: row.actor,
    demo: row.demo,
    data: row.data,
  }));
}

/** True when events exist that a running transaction still holds back. */
export async function hasHeldBack(database: Database, cursor: OutboxCursor): Promise<boolean> {
  const found = await database.pool.query('select 1 from event where (xid, seq) > ($1::xid8, $2::bigint) limit 1', [cursor.xid, cursor.seq]);
  return found.rowCount === 1;
}

/** The cursor of now: what comes later is after it. */
export async function outboxEnd(database: Database): Promise<OutboxCursor> {
  const found = await database.pool.query<{ xid: string; seq: number }>(
    'select xid::text as xid, seq from event where xid < pg_snapshot_xmin(pg_current_snapshot()) order by event.xid desc, event.seq desc limit 1',
  );
  return found.rows[0] ?? { xid: '0', seq: 0 };
}
