import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { byArea, withSession } from '../policies.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** People who may sign in. The password is argon2id in PHC form; null until an invitation is taken up. */
export const account = pgTable(
  'account',
  {
    id: uuid('id').primaryKey(),
    account: text('account').notNull().unique(),
    name: text('name').notNull(),
    roles: text('roles').array().notNull(),
    areaCode: text('area_code').notNull(),
    password: text('password'),
    active: boolean('active').notNull().default(true),
    failures: integer('failures').notNull().default(0),
    lockedUntil: instant('locked_until'),
    createdAt: instant('created_at').notNull(),
  },
  () => [byArea('account')],
).enableRLS();

/** Sign-ins. Only the SHA-256 of the token is kept. */
export const session = pgTable(
  'session',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    fromAddress: text('from_address').notNull(),
    agent: text('agent').notNull(),
  },
  () => [withSession('session')],
).enableRLS();

/** One-time links by which a new person sets a password. */
export const invitation = pgTable(
  'invitation',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  () => [withSession('invitation')],
).enableRLS();
