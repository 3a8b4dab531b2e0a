import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Text } from '#kernel/language/text.ts';
import type { AlarmLine, AlarmOrigin, Shelf } from '#kernel/alarm/alarm.ts';
import { areaCodeColumn, byArea, withSession } from '../policies.ts';

// What the follower writes from the ingest log. The readings themselves are in a table partitioned by day, which drizzle-kit
// cannot declare: it stands in the migrations, with the function that makes a day's partition.

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The newest reading of each point and how far the alarm engine followed it. */
export const latestObservation = pgTable(
  'latest_observation',
  {
    pointId: uuid('point_id').primaryKey(),
    at: instant('at').notNull(),
    value: doublePrecision('value').notNull(),
    quality: smallint('quality').notNull(),
    deviceAt: instant('device_at'),
    receivedAt: instant('received_at').notNull(),
    /** Newest instant that rules were evaluated for. */
    evaluatedAt: instant('evaluated_at'),
    /** When the point was last heard of with a value that counts as data. */
    heardAt: instant('heard_at'),
    areaCode: areaCodeColumn('area_code').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  () => [byArea('latest_observation')],
).enableRLS();

export const alarm = pgTable(
  'alarm',
  {
    id: uuid('id').primaryKey(),
    version: integer('version').notNull(),
    state: text('state').notNull(),
    priority: text('priority').notNull(),
    ruleId: uuid('rule_id').notNull(),
    ruleVersion: integer('rule_version').notNull(),
    pointId: uuid('point_id').notNull(),
    stationId: uuid('station_id').notNull(),
    stationName: text('station_name').notNull(),
    pointName: text('point_name').notNull(),
    unit: text('unit').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    lon: doublePrecision('lon'),
    lat: doublePrecision('lat'),
    text: jsonb('text').$type<Text>().notNull(),
    value: doublePrecision('value'),
    peak: doublePrecision('peak'),
    limit: doublePrecision('limit'),
    raisedAt: instant('raised_at').notNull(),
    returnedAt: instant('returned_at'),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    dismissedReason: text('dismissed_reason'),
    incidentId: uuid('incident_id'),
    occurrences: integer('occurrences').notNull(),
    ruleSentence: jsonb('rule_sentence').$type<Text>(),
    shelf: jsonb('shelf').$type<Shelf>(),
    suppressedBy: uuid('suppressed_by'),
    suppressedCount: integer('suppressed_count').notNull().default(0),
    demo: boolean('demo').notNull().default(false),
    lines: jsonb('lines').$type<AlarmLine[]>().notNull(),
    /** For an alarm of an edge: which edge's, and its id there. */
    origin: jsonb('origin').$type<AlarmOrigin>(),
    /** Log position of the last change in this row. */
    position: bigint('position', { mode: 'number' }).notNull(),
  },
  (table) => [
    index('alarm_raised').on(table.raisedAt, table.id),
    index('alarm_open')
      .on(table.raisedAt)
      .where(sql`state <> 'normal'`),
    index('alarm_point').on(table.pointId, table.raisedAt),
    byArea('alarm'),
  ],
).enableRLS();

/** How far the log is in the database: one row, locked by whoever applies. */
export const ingestProgress = pgTable(
  'ingest_progress',
  {
    one: boolean('one').primaryKey().default(true),
    position: bigint('position', { mode: 'number' }).notNull(),
    /** What the alarm engine knew at that position besides alarms and latest readings; null before the first batch. */
    memory: jsonb('memory'),
  },
  () => [withSession('ingest_progress')],
).enableRLS();

/** What alarm rules on measured numbers knew at that position (windows, levels); a row each, written when it changed. */
export const ruleMemory = pgTable('rule_memory', { ruleId: text('rule_id').primaryKey(), memory: jsonb('memory').notNull() }, () => [
  withSession('rule_memory'),
]).enableRLS();

/** On an edge: what became of its alarms at which log position, until its parent has it. */
export const edgeChange = pgTable(
  'edge_change',
  {
    position: bigint('position', { mode: 'number' }).notNull(),
    nth: integer('nth').notNull(),
    change: jsonb('change').notNull(),
  },
  (table) => [primaryKey({ columns: [table.position, table.nth] }), withSession('edge_change')],
).enableRLS();

/** Senders that no register knows, with what they sent last. */
export const quarantinedDevice = pgTable(
  'quarantined_device',
  {
    deviceKey: text('device_key').primaryKey(),
    protocol: text('protocol').notNull(),
    remote: text('remote').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    count: bigint('count', { mode: 'number' }).notNull(),
    /** channel|quantity → { channel, quantity, unit, value }. */
    quantities: jsonb('quantities').notNull(),
    raw: text('raw').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [index('quarantined_device_last').on(table.lastAt), byArea('quarantined_device')],
).enableRLS();

/** Outcomes of ingest, summed over restarts. */
export const ingestCounter = pgTable(
  'ingest_counter',
  {
    name: text('name').notNull(),
    protocol: text('protocol').notNull(),
    reason: text('reason').notNull(),
    count: bigint('count', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.protocol, table.reason] }), withSession('ingest_counter')],
).enableRLS();
