import { boolean, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { withSession } from '../policies.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/**
 * Messages of observatories and other agencies as they came, each document once. What is in force is worked out from all of
 * them when asked: they come twice, late and out of order. Public, so everybody with a session reads them.
 */
export const receivedWarning = pgTable(
  'received_warning',
  {
    /** SHA-256 of the document. */
    hash: text('hash').primaryKey(),
    identifier: text('identifier').notNull(),
    source: text('source').notNull(),
    receivedAt: at('received_at').notNull(),
    sentAt: at('sent_at'),
    expiresAt: at('expires_at'),
    xml: text('xml').notNull(),
    demo: boolean('demo').notNull().default(false),
  },
  (table) => [
    index('received_warning_identifier').on(table.identifier),
    index('received_warning_received').on(table.receivedAt),
    withSession('received_warning'),
  ],
).enableRLS();
