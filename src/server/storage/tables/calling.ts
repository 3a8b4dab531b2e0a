import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { PlannedCall } from '#kernel/message/calling.ts';
import type { CallLine } from '#kernel/message/callList.ts';
import { areaCodeColumn, byArea } from '../policies.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** How far the calling for an unanswered alarm is. The plan is frozen when the calling begins. */
export const alarmCall = pgTable(
  'alarm_call',
  {
    alarmId: uuid('alarm_id').primaryKey(),
    areaCode: areaCodeColumn('area_code').notNull(),
    priority: text('priority').notNull(),
    plan: jsonb('plan').$type<PlannedCall[]>().notNull(),
    /** The plan counts from here. */
    baseAt: at('base_at').notNull(),
    /** Number of the next planned call, from 0; the length of the plan when all are made. */
    next: integer('next').notNull().default(0),
    /** Null when nothing more is to be done. */
    nextAt: at('next_at'),
    state: text('state').notNull(),
    stoppedAt: at('stopped_at'),
    stoppedBy: text('stopped_by'),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [
    index('alarm_call_next')
      .on(table.nextAt)
      .where(sql`next_at is not null`),
    byArea('alarm_call'),
  ],
).enableRLS();

/** A list of people who must be told of something, one by one, until each has answered (叫应). */
export const callList = pgTable(
  'call_list',
  {
    id: uuid('id').primaryKey(),
    areaCode: areaCodeColumn('area_code').notNull(),
    title: text('title').notNull(),
    message: text('message').notNull(),
    aboutKind: text('about_kind').notNull(),
    aboutId: text('about_id').notNull(),
    /** Minutes after which somebody who was not reached is called again, and then his superior. */
    minutes: integer('minutes').notNull(),
    /** Calls to one person before the superior is called. */
    tries: integer('tries').notNull(),
    /** Channels the program uses by itself; empty = people call. */
    channels: jsonb('channels').$type<string[]>().notNull(),
    createdAt: at('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    closedAt: at('closed_at'),
    closedBy: text('closed_by'),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [index('call_list_about').on(table.aboutKind, table.aboutId), byArea('call_list')],
).enableRLS();

export const callEntry = pgTable(
  'call_entry',
  {
    id: uuid('id').primaryKey(),
    listId: uuid('list_id')
      .notNull()
      .references(() => callList.id, { onDelete: 'cascade' }),
    areaCode: areaCodeColumn('area_code').notNull(),
    position: integer('position').notNull(),
    level: text('level').notNull(),
    role: text('role').notNull(),
    organisation: text('organisation').notNull(),
    name: text('name').notNull(),
    phone: text('phone').notNull(),
    /** Whom the call climbs to, an entry of the same list. */
    superiorId: uuid('superior_id'),
    state: text('state').notNull(),
    tries: integer('tries').notNull().default(0),
    nextAt: at('next_at'),
    reachedAt: at('reached_at'),
    confirmedAt: at('confirmed_at'),
    lines: jsonb('lines').$type<CallLine[]>().notNull(),
    version: integer('version').notNull().default(1),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [
    index('call_entry_list').on(table.listId, table.position),
    index('call_entry_next')
      .on(table.nextAt)
      .where(sql`next_at is not null`),
    byArea('call_entry'),
  ],
).enableRLS();
