import { randomUUIDv7 } from 'node:crypto';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Channel, Delivery, DeliveryState, OutgoingMessage } from '#kernel/message/message.ts';
import type { Transaction } from './database.ts';

interface DeliveryRow {
  id: string;
  channel: Channel;
  address: string;
  recipient_name: string;
  subject: string;
  body: string;
  payload: OutgoingMessage['payload'] | null;
  about_kind: string;
  about_id: string;
  area_code: string;
  state: DeliveryState;
  attempts: Delivery['attempts'];
  next_attempt_at: Date | null;
  created_at: Date;
  demo: boolean;
}

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    channel: row.channel,
    address: row.address,
    recipientName: row.recipient_name,
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}

/** Queues a message in the transaction of the change that causes it; the postman sends it after commit. */
export async function queueDelivery(tx: Transaction, clock: Clock, message: OutgoingMessage): Promise<void> {
  await fileDelivery(tx, clock, message, null);
  await wakePostman(tx);
}

/** Lets the postman look when the transaction is committed. */
export async function wakePostman(tx: Transaction): Promise<void> {
  await tx.query("select pg_notify('anlan_delivery', '')");
}

/** @param impossible why it cannot be sent at all: the receipt says so and nothing is tried; null = it is queued */
export async function fileDelivery(tx: Transaction, clock: Clock, message: OutgoingMessage, impossible: string | null): Promise<string> {
  const now = clock.now();
  const id = randomUUIDv7();
  const attempts = impossible === null ? [] : [{ at: now.toISOString(), ok: false, detail: impossible }];
  await tx.query(
    `insert into delivery (id, channel, address, recipient_name, subject, body, payload, about_kind, about_id, area_code, state, attempts, next_attempt_at, created_at, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $13, $14, $15, $11, $12)`,
    [
      id,
      message.channel,
      message.address,
      message.recipientName,
      message.subject,
      message.text,
      message.payload ? JSON.stringify(message.payload) : null,
      message.about.kind,
      message.about.id,
      message.areaCode,
      now,
      message.demo,
      impossible === null ? 'queued' : 'failed',
      JSON.stringify(attempts),
      impossible === null ? now : null,
    ],
  );
  return id;
}

/** Calls back what was not sent yet: what it was about has been answered. */
export async function withdrawDeliveries(tx: Transaction, about: { kind: string; id: string }): Promise<void> {
  await tx.query(
    "update delivery set state = 'withdrawn', next_attempt_at = null where about_kind = $1 and about_id = $2 and state in ('queued', 'retrying')",
    [about.kind, about.id],
  );
}

export async function deliveriesAbout(tx: Transaction, about: { kind: string; id: string }): Promise<Delivery[]> {
  const found = await tx.query<DeliveryRow>('select * from delivery where about_kind = $1 and about_id = $2 order by created_at, id', [
    about.kind,
    about.id,
  ]);
  return found.rows.map(toDelivery);
}

/** Messages about many things of one kind, by the id of the thing. */
export async function deliveriesAboutAll(tx: Transaction, kind: string, ids: readonly string[]): Promise<Record<string, Delivery[]>> {
  const found = await tx.query<DeliveryRow>(
    'select * from delivery where about_kind = $1 and about_id = any($2::uuid[]) order by created_at, id',
    [kind, ids],
  );
  const byId: Record<string, Delivery[]> = {};
  for (const row of found.rows) (byId[row.about_id] ??= []).push(toDelivery(row));
  return byId;
}

export interface DueDelivery {
  id: string;
  message: OutgoingMessage;
  attempts: Delivery['attempts'];
}

/**
 * Takes messages that are due and puts them out of reach of other servers until `claimedUntil`; whoever dies meanwhile
 * leaves them due again.
 */
export async function claimDeliveries(tx: Transaction, now: Date, claimedUntil: Date, limit: number): Promise<DueDelivery[]> {
  const claimed = await tx.query<DeliveryRow>(
    `update delivery set next_attempt_at = $2 where id in (
       select id from delivery where next_attempt_at <= $1 order by next_attempt_at limit $3 for update skip locked) returning *`,
    [now, claimedUntil, limit],
  );
  return claimed.rows.map((row) => ({
    id: row.id,
    attempts: row.attempts,
    message: {
      channel: row.channel,
      address: row.address,
      recipientName: row.recipient_name,
      subject: row.subject,
      text: row.body,
      ...(row.payload && { payload: row.payload }),
      about: { kind: row.about_kind, id: row.about_id },
      areaCode: row.area_code,
      demo: row.demo,
    },
  }));
}

export async function settleDelivery(
  tx: Transaction,
  id: string,
  outcome: { state: DeliveryState; attempts: Delivery['attempts']; nextAttemptAt: Date | null },
): Promise<void> {
  // Withdrawn while it was on its way: an attempt that failed is the last one.
  const set = `state = case when state = 'withdrawn' and $2 = 'retrying' then state else $2 end,
    next_attempt_at = case when state = 'withdrawn' then null else $4::timestamptz end`;
  await tx.query(`update delivery set attempts = $3, ${set} where id = $1`, [
    id,
    outcome.state,
    JSON.stringify(outcome.attempts),
    outcome.nextAttemptAt,
  ]);
}

/** Makes a failed message due at once (an officer asked for it). */
export async function retryDelivery(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const retried = await tx.query(
    "update delivery set state = 'retrying', next_attempt_at = $2 where id = $1 and state in ('failed', 'retrying')",
    [id, now],
  );
  await tx.query("select pg_notify('anlan_delivery', '')");
  return retried.rowCount === 1;
}

/** When the next message is due, or null. */
export async function nextDeliveryAt(tx: Transaction): Promise<Date | null> {
  const found = await tx.query<{ at: Date | null }>('select min(next_attempt_at) as at from delivery');
  return found.rows[0]?.at ?? null;
}
