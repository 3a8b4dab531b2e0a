import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { areaCodeColumn, byArea, withSession } from '../policies.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Facts about the installation: county code, set-up state, secrets of its own. */
export const setting = pgTable('setting', { key: text('key').primaryKey(), value: jsonb('value').notNull() }, () => [
  withSession('setting'),
]).enableRLS();

export const area = pgTable(
  'area',
  {
    code: text('code').primaryKey(),
    parentCode: text('parent_code'),
    level: text('level').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    lon: doublePrecision('lon'),
    lat: doublePrecision('lat'),
    geometry: jsonb('geometry'),
    population: integer('population'),
    /** Outline, place and population come from the demo story, though the division itself is real. */
    drawnByDemo: boolean('drawn_by_demo').notNull().default(false),
    demo: boolean('demo').notNull().default(false),
  },
  () => [withSession('area')],
).enableRLS();

/** Outbox: facts written with the change they tell of. Writers hold one lock, so order of seq is order of commit. */
export const event = pgTable(
  'event',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: uuid('id').notNull(),
    type: text('type').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    demo: boolean('demo').notNull().default(false),
    data: jsonb('data').notNull(),
  },
  () => [byArea('event')],
).enableRLS();

export const journal = pgTable(
  'journal',
  {
    position: bigint('position', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    fromAddress: text('from_address').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    act: text('act').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    why: text('why').notNull(),
    detail: jsonb('detail').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('journal_subject').on(table.subjectKind, table.subjectId, table.position),
    index('journal_actor').on(table.actorId, table.position),
    index('journal_at').on(table.at),
    byArea('journal'),
  ],
).enableRLS();

/** The last link of the journal's chain: one row, locked by whoever appends. */
export const journalHead = pgTable(
  'journal_head',
  {
    one: boolean('one').primaryKey().default(true),
    position: bigint('position', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
  },
  () => [withSession('journal_head')],
).enableRLS();

export const caseLine = pgTable(
  'case_line',
  {
    id: uuid('id').primaryKey(),
    caseType: text('case_type').notNull(),
    caseId: uuid('case_id').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id'),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    note: text('note').notNull(),
    data: jsonb('data').notNull(),
    /** State of the case once the action was done. */
    state: text('state'),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [index('case_line_case').on(table.caseType, table.caseId, table.at), byArea('case_line')],
).enableRLS();

export const deadline = pgTable(
  'deadline',
  {
    id: uuid('id').primaryKey(),
    ruleId: text('rule_id').notNull(),
    /** The rule version as it was when the clock started: a change of law does not touch it. */
    rule: jsonb('rule').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    title: text('title').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    startedAt: instant('started_at').notNull(),
    dueAt: instant('due_at').notNull(),
    firstDueAt: instant('first_due_at').notNull(),
    doneAt: instant('done_at'),
    state: text('state').notNull(),
    /** Since when it stands still, and how long it stood before. */
    pausedAt: instant('paused_at'),
    pausedMs: bigint('paused_ms', { mode: 'number' }).notNull().default(0),
    extendedTo: instant('extended_to'),
    extensions: integer('extensions').notNull().default(0),
    calendarVerified: boolean('calendar_verified').notNull().default(true),
    /** When somebody is to be told next; null while it stands still, when it is over, when everybody was told. */
    nextStepAt: instant('next_step_at'),
    escalation: integer('escalation').notNull().default(0),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [
    index('deadline_open')
      .on(table.dueAt)
      .where(sql`done_at is null`),
    index('deadline_next_step')
      .on(table.nextStepAt)
      .where(sql`next_step_at is not null`),
    index('deadline_subject').on(table.subjectKind, table.subjectId),
    byArea('deadline'),
  ],
).enableRLS();

export const delivery = pgTable(
  'delivery',
  {
    id: uuid('id').primaryKey(),
    channel: text('channel').notNull(),
    address: text('address').notNull(),
    recipientName: text('recipient_name').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    payload: jsonb('payload'),
    aboutKind: text('about_kind').notNull(),
    aboutId: uuid('about_id').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    state: text('state').notNull(),
    attempts: jsonb('attempts').notNull(),
    nextAttemptAt: instant('next_attempt_at'),
    createdAt: instant('created_at').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [
    index('delivery_due')
      .on(table.nextAttemptAt)
      .where(sql`next_attempt_at is not null`),
    index('delivery_about').on(table.aboutKind, table.aboutId),
    byArea('delivery'),
  ],
).enableRLS();

/** Base layers of the map: roads, rivers, villages, whatever a county loads. */
export const baseLayer = pgTable(
  'base_layer',
  {
    id: text('id').primaryKey(),
    labelZh: text('label_zh').notNull(),
    labelEn: text('label_en').notNull(),
    kind: text('kind').notNull(),
    demo: boolean('demo').notNull().default(false),
    source: text('source').notNull(),
    importedAt: instant('imported_at').notNull(),
  },
  () => [withSession('base_layer')],
).enableRLS();

export const baseFeature = pgTable(
  'base_feature',
  {
    layerId: text('layer_id')
      .notNull()
      .references(() => baseLayer.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    geometry: jsonb('geometry').notNull(),
    properties: jsonb('properties').notNull(),
  },
  (table) => [uniqueIndex('base_feature_key').on(table.layerId, table.position), withSession('base_feature')],
).enableRLS();

/**
 * Elevation grids in WGS-84 degrees, row by row from the north-west corner, little-endian. `encoding` says how `values` hold a
 * height: `decimetres` as 16-bit integers (no holes), `metres` as 32-bit floats with NaN where there is none.
 */
export const baseRaster = pgTable(
  'base_raster',
  {
    id: text('id').primaryKey(),
    west: doublePrecision('west').notNull(),
    south: doublePrecision('south').notNull(),
    cellDeg: doublePrecision('cell_deg').notNull(),
    /** Along the meridian; null when as wide as high. */
    cellLatDeg: doublePrecision('cell_lat_deg'),
    columns: integer('columns').notNull(),
    rows: integer('rows').notNull(),
    encoding: text('encoding').notNull().default('decimetres'),
    values: bytea('values').notNull(),
    labelZh: text('label_zh').notNull().default('地形'),
    labelEn: text('label_en').notNull().default('Terrain'),
    source: text('source').notNull().default(''),
    importedAt: instant('imported_at'),
    demo: boolean('demo').notNull().default(false),
  },
  () => [withSession('base_raster')],
).enableRLS();
