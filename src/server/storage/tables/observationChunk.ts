import { boolean, customType, doublePrecision, index, integer, pgTable, primaryKey, smallint, timestamp, uuid } from 'drizzle-orm/pg-core';
import { areaCodeColumn, byArea } from '../policies.ts';

// Readings of days that are over (sealing.ts): some hundred of one point in a row, with what a chart of a year needs of them.

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const observationChunk = pgTable(
  'observation_chunk',
  {
    pointId: uuid('point_id').notNull(),
    /** Instant of the last reading; before that of the first in the key, so that recent readings are found at its end. */
    toAt: instant('to_at').notNull(),
    fromAt: instant('from_at').notNull(),
    /** All readings, the odd ones too. */
    count: integer('count').notNull(),
    /** Readings outside the range of the point, and those that are no number; the five below know nothing of them. */
    oddCount: integer('odd_count').notNull(),
    lowest: doublePrecision('lowest'),
    highest: doublePrecision('highest'),
    sum: doublePrecision('sum').notNull(),
    lowestAt: instant('lowest_at'),
    highestAt: instant('highest_at'),
    lowestQuality: smallint('lowest_quality'),
    highestQuality: smallint('highest_quality'),
    demo: boolean('demo').notNull().default(false),
    areaCode: areaCodeColumn('area_code').notNull(),
    /** packing/packedSeries.ts. */
    packed: bytea('packed').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.pointId, table.toAt, table.fromAt] }),
    index('observation_chunk_to').using('brin', table.toAt),
    byArea('observation_chunk'),
  ],
).enableRLS();
