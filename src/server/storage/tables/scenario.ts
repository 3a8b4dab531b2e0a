import { boolean, doublePrecision, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { areaCodeColumn, byArea } from '../policies.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Runs of models with all they were given and all they gave. */
export const scenario = pgTable(
  'scenario',
  {
    id: uuid('id').primaryKey(),
    areaCode: areaCodeColumn('area_code').notNull(),
    title: text('title').notNull(),
    model: text('model').notNull(),
    version: text('version'),
    inputs: jsonb('inputs').notNull(),
    origins: jsonb('origins').notNull(),
    subjectKind: text('subject_kind'),
    subjectId: text('subject_id'),
    state: text('state').notNull(),
    progress: doublePrecision('progress').notNull(),
    stage: jsonb('stage'),
    answer: jsonb('answer'),
    fault: jsonb('fault'),
    demo: boolean('demo').notNull(),
    exercise: boolean('exercise').notNull(),
    madeBy: text('made_by').notNull(),
    accountId: uuid('account_id'),
    createdAt: at('created_at').notNull(),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
  },
  (table) => [
    index('scenario_latest').on(table.createdAt, table.id),
    index('scenario_subject').on(table.subjectKind, table.subjectId),
    byArea('scenario'),
  ],
).enableRLS();

/** Intermediate pictures of a run, for the time slider. */
export const scenarioFrame = pgTable(
  'scenario_frame',
  {
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => scenario.id, { onDelete: 'cascade' }),
    atS: doublePrecision('at_s').notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    features: jsonb('features').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scenarioId, table.atS] }), byArea('scenario_frame')],
).enableRLS();
