import { randomUUIDv7 } from 'node:crypto';
import type { Clock } from '#kernel/clock/clock.ts';
import type { DomainEvent } from '#kernel/event/event.ts';
import type { Database, Transaction } from './database.ts';

export type NewEvent = Pick<DomainEvent, 'type' | 'areaCode' | 'subject' | 'demo' | 'data'>;

/** Advisory lock that puts writers of the outbox in one order; any other use of the number would only cost time. */
const orderKey = 34_132_203;

/**
 * Writes facts into the outbox, inside the transaction of the change they tell of. From here to commit writers go one by
 * one, so sequence order is commit order and a reader can never overtake a late commit. Listeners are woken at commit.
 */
export async function emit(tx: Transaction, clock: Clock, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query('select pg_advisory_xact_lock($1)', [orderKey]);
  for (const event of events) {
    await tx.query(
      `insert into event (id, type, area_code, subject_kind, subject_id, at, actor, demo, data)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        randomUUIDv7(),
        event.type,
        event.areaCode,
        event.subject.kind,
        event.subject.id,
        clock.now(),
        tx.actor.name,
        event.demo,
        event.data,
      ],
    );
  }
  await tx.query("select pg_notify('anlan_event', '')");
}

export interface OutboxEvent extends DomainEvent {
  seq: number;
}

interface EventRow {
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

/** Events after a sequence number, in the order in which they were committed. */
export async function eventsAfter(database: Database, seq: number, limit: number): Promise<OutboxEvent[]> {
  const found = await database.pool.query<EventRow>('select * from event where seq > $1 order by seq limit $2', [seq, limit]);
  return found.rows.map((row) => ({
    seq: row.seq,
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

/** The sequence number of now: what comes later is after it. */
export async function outboxEnd(database: Database): Promise<number> {
  const found = await database.pool.query<{ seq: number }>('select coalesce(max(seq), 0) as seq from event');
  return found.rows[0]?.seq ?? 0;
}
