import { bigint, boolean, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { Grant } from '#kernel/access/access.ts';
import { areaCodeColumn, byArea, byOwner, withSession } from '../policies.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** People who may sign in. The password is argon2id in PHC form; null until an invitation is taken up. */
export const account = pgTable(
  'account',
  {
    id: uuid('id').primaryKey(),
    account: text('account').notNull().unique(),
    name: text('name').notNull(),
    /** What the account itself holds; posts and delegations add to it. */
    grants: jsonb('grants').$type<Grant[]>().notNull(),
    /** Home division: who administers the account. */
    areaCode: areaCodeColumn('area_code').notNull(),
    password: text('password'),
    active: boolean('active').notNull().default(true),
    failures: integer('failures').notNull().default(0),
    lockedUntil: instant('locked_until'),
    createdAt: instant('created_at').notNull(),
    /** Issuer and subject of the single sign-on this account is tied to. */
    ssoSubject: text('sso_subject').unique(),
  },
  () => [byArea('account')],
).enableRLS();

const accountId = () =>
  uuid('account_id')
    .notNull()
    .references(() => account.id, { onDelete: 'cascade' });

/** Sign-ins. Only the SHA-256 of the token is kept. */
export const session = pgTable(
  'session',
  {
    tokenHash: text('token_hash').primaryKey(),
    /** Names the session in lists, so the hash need not leave the server. */
    id: uuid('id').notNull().unique(),
    accountId: accountId(),
    createdAt: instant('created_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** How the person signed in: password, password+totp, password+passkey, password+recovery, passkey, sso … */
    method: text('method').notNull(),
    fromAddress: text('from_address').notNull(),
    agent: text('agent').notNull(),
  },
  (table) => [index('session_account').on(table.accountId), byOwner('session')],
).enableRLS();

/** One-time links by which a new person sets a password. */
export const invitation = pgTable(
  'invitation',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: accountId(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  () => [withSession('invitation')],
).enableRLS();

/** Half-way through signing in or enrolling: what the next call must answer. Lives for minutes. */
export const accessStep = pgTable(
  'access_step',
  {
    tokenHash: text('token_hash').primaryKey(),
    kind: text('kind').notNull(),
    /** Null before it is known who signs in (passkey, single sign-on). */
    accountId: uuid('account_id').references(() => account.id, { onDelete: 'cascade' }),
    data: jsonb('data').notNull(),
    failures: integer('failures').notNull().default(0),
    expiresAt: instant('expires_at').notNull(),
  },
  () => [byOwner('access_step')],
).enableRLS();

/** Time-based one-time passwords: the secret is sealed with a key that lies outside the database. */
export const totpFactor = pgTable(
  'totp_factor',
  {
    accountId: accountId().primaryKey(),
    secret: text('secret').notNull(),
    /** Null until the first code proved that the device has the secret. */
    confirmedAt: instant('confirmed_at'),
    /** Time step of the last accepted code: none is accepted twice (RFC 6238 §5.2). */
    lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  },
  () => [byOwner('totp_factor')],
).enableRLS();

/** Codes for the day the second factor is lost; SHA-256 of each, gone once used. */
export const recoveryCode = pgTable('recovery_code', { codeHash: text('code_hash').primaryKey(), accountId: accountId() }, (table) => [
  index('recovery_code_account').on(table.accountId),
  byOwner('recovery_code'),
]).enableRLS();

/** WebAuthn credentials: the public key only. */
export const passkey = pgTable(
  'passkey',
  {
    id: text('id').primaryKey(),
    accountId: accountId(),
    name: text('name').notNull(),
    /** Host name under which it was made: it works only there. */
    host: text('host').notNull(),
    publicKey: text('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    createdAt: instant('created_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('passkey_account').on(table.accountId), byOwner('passkey')],
).enableRLS();

/** Tokens for programs and devices, by SHA-256; what they may do is never more than what their account may. */
export const apiToken = pgTable(
  'api_token',
  {
    id: uuid('id').primaryKey(),
    accountId: accountId(),
    tokenHash: text('token_hash').notNull().unique(),
    name: text('name').notNull(),
    /** First characters, to recognise it in a list. */
    start: text('start').notNull(),
    scopes: text('scopes').array().notNull(),
    /** Division the token is bound to; not what row security goes by, which is the account. */
    withinArea: text('within_area').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('api_token_account').on(table.accountId), byOwner('api_token')],
).enableRLS();

/** What one account handed to another for a time. The area is the giver's home. */
export const delegation = pgTable(
  'delegation',
  {
    id: uuid('id').primaryKey(),
    fromAccountId: uuid('from_account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    toAccountId: uuid('to_account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    grants: jsonb('grants').$type<Grant[]>().notNull(),
    areaCode: areaCodeColumn('area_code').notNull(),
    why: text('why').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    revokedAt: instant('revoked_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('delegation_ends').on(table.endsAt), byArea('delegation')],
).enableRLS();

export const organisation = pgTable(
  'organisation',
  {
    id: uuid('id').primaryKey(),
    parentId: uuid('parent_id'),
    areaCode: areaCodeColumn('area_code').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    phone: text('phone').notNull().default(''),
    version: integer('version').notNull().default(1),
    removedAt: instant('removed_at'),
  },
  () => [byArea('organisation')],
).enableRLS();

export const person = pgTable(
  'person',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    areaCode: areaCodeColumn('area_code').notNull(),
    name: text('name').notNull(),
    phone: text('phone').notNull().default(''),
    accountId: uuid('account_id')
      .unique()
      .references(() => account.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    removedAt: instant('removed_at'),
  },
  () => [byArea('person')],
).enableRLS();

export const post = pgTable(
  'post',
  {
    id: uuid('id').primaryKey(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    areaCode: areaCodeColumn('area_code').notNull(),
    name: text('name').notNull(),
    code: text('code'),
    duties: text('duties').notNull().default(''),
    grants: jsonb('grants').$type<Grant[]>().notNull(),
    superiorId: uuid('superior_id'),
    version: integer('version').notNull().default(1),
    removedAt: instant('removed_at'),
  },
  () => [byArea('post')],
).enableRLS();

/** Who holds, held or is to hold a seat of a post. Lines are ended, never deleted. */
export const postHolder = pgTable(
  'post_holder',
  {
    id: uuid('id').primaryKey(),
    postId: uuid('post_id')
      .notNull()
      .references(() => post.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    areaCode: areaCodeColumn('area_code').notNull(),
    seat: text('seat').notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
  },
  (table) => [
    uniqueIndex('post_holder_open')
      .on(table.postId, table.seat)
      .where(sql`to_at is null`),
    index('post_holder_person').on(table.personId),
    byArea('post_holder'),
  ],
).enableRLS();
