import { bigint, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { withSession } from '../policies.ts';

/**
 * Whole numbers by which SensorThings knows stations, devices, points and quantities. A number is given once and never again;
 * it says nothing about the thing itself, whose row is under its own policy.
 */
export const staEntity = pgTable(
  'sta_entity',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    recordId: uuid('record_id'),
    /** Where there is no record: code of a quantity. */
    code: text('code'),
  },
  (table) => [unique('sta_entity_of').on(table.kind, table.recordId, table.code).nullsNotDistinct(), withSession('sta_entity')],
).enableRLS();
