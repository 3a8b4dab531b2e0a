import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { byOwner } from '../policies.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A browser that writes without network, for one account. */
export const offlineDevice = pgTable(
  'offline_device',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    /** Number of the write that may be settled next. */
    nextSequence: integer('next_sequence').notNull().default(1),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  () => [byOwner('offline_device')],
).enableRLS();

/** A write that came from such a device, and what became of it. Once settled it keeps no content: that is in the record. */
export const offlineWrite = pgTable(
  'offline_write',
  {
    id: uuid('id').primaryKey(),
    deviceId: uuid('device_id').notNull(),
    accountId: uuid('account_id').notNull(),
    sequence: integer('sequence').notNull(),
    madeAt: instant('made_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    settledAt: instant('settled_at'),
    kind: text('kind').notNull(),
    type: text('type').notNull(),
    recordId: uuid('record_id').notNull(),
    baseVersion: integer('base_version'),
    base: jsonb('base').notNull(),
    body: jsonb('body').notNull(),
    /** waiting, blocked, applied, refused, conflict, resolved. */
    state: text('state').notNull(),
    version: integer('version'),
    problem: jsonb('problem'),
    conflict: jsonb('conflict'),
  },
  (table) => [
    uniqueIndex('offline_write_sequence').on(table.deviceId, table.sequence),
    index('offline_write_record').on(table.deviceId, table.recordId),
    index('offline_write_state').on(table.accountId, table.state),
    byOwner('offline_write'),
  ],
).enableRLS();
