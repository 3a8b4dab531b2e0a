import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { areaCodeColumn, byArea } from '../policies.ts';

// What belongs to devices and is no field of their register: keys, which nobody may read, and commands with their receipts.

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Key or password of a device, sealed (server/access/sealing.ts) for the purpose `device:<id>`. */
export const deviceCredential = pgTable(
  'device_credential',
  {
    deviceId: uuid('device_id').primaryKey(),
    sealed: text('sealed').notNull(),
    setBy: text('set_by').notNull(),
    setAt: instant('set_at').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  () => [byArea('device_credential')],
).enableRLS();

/** What a device was told to do, and what it answered. */
export const deviceCommand = pgTable(
  'device_command',
  {
    id: uuid('id').primaryKey(),
    deviceId: uuid('device_id').notNull(),
    /** Name of the command as its protocol's downlinks declare it. */
    command: text('command').notNull(),
    parameters: jsonb('parameters').$type<Record<string, string | number>>().notNull(),
    state: text('state').notNull(),
    requestedBy: uuid('requested_by'),
    requestedByName: text('requested_by_name').notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** Until then it waits for the device to connect and to answer. */
    expiresAt: instant('expires_at').notNull(),
    sentAt: instant('sent_at'),
    /** Times it was sent. */
    attempts: integer('attempts').notNull().default(0),
    endedAt: instant('ended_at'),
    /** What the device answered, as its protocol words it. */
    answer: jsonb('answer').$type<Record<string, unknown>>(),
    areaCode: areaCodeColumn('area_code').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [
    index('device_command_device').on(table.deviceId, table.requestedAt),
    index('device_command_state').on(table.state),
    byArea('device_command'),
  ],
).enableRLS();
