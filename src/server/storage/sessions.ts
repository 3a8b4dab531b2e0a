import { toAccount, type Account, type AccountRow } from './accounts.ts';
import type { Transaction } from './database.ts';

// Sign-ins, and the short-lived steps on the way to one.

export interface SessionLine {
  id: string;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
  method: string;
  from: string;
  agent: string;
}

export interface NewSession {
  tokenHash: string;
  id: string;
  accountId: string;
  createdAt: Date;
  expiresAt: Date;
  method: string;
  from: string;
  agent: string;
}

export async function addSession(tx: Transaction, session: NewSession): Promise<void> {
  await tx.query('delete from session where expires_at < $1', [session.createdAt]);
  await tx.query(
    `insert into session (token_hash, id, account_id, created_at, seen_at, expires_at, method, from_address, agent)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
    [session.tokenHash, session.id, session.accountId, session.createdAt, session.expiresAt, session.method, session.from, session.agent],
  );
}

export interface FoundSession {
  id: string;
  account: Account;
  expiresAt: Date;
  seenAt: Date;
}

export async function sessionByToken(tx: Transaction, tokenHash: string): Promise<FoundSession | null> {
  const found = await tx.query<AccountRow & { session_id: string; expires_at: Date; seen_at: Date }>(
    `select account.*, session.id as session_id, session.expires_at, session.seen_at
     from session join account on account.id = session.account_id where token_hash = $1`,
    [tokenHash],
  );
  const row = found.rows[0];
  return row ? { id: row.session_id, account: toAccount(row), expiresAt: row.expires_at, seenAt: row.seen_at } : null;
}

export async function noteSeen(tx: Transaction, tokenHash: string, at: Date, from: string): Promise<void> {
  await tx.query('update session set seen_at = $2, from_address = $3 where token_hash = $1', [tokenHash, at, from]);
}

export async function endSession(tx: Transaction, tokenHash: string): Promise<void> {
  await tx.query('delete from session where token_hash = $1', [tokenHash]);
}

interface SessionRow {
  id: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  method: string;
  from_address: string;
  agent: string;
}

/** Sessions of an account that still run, the last used first. */
export async function sessionsOf(tx: Transaction, accountId: string, at: Date): Promise<SessionLine[]> {
  const found = await tx.query<SessionRow>(
    'select * from session where account_id = $1 and expires_at > $2 order by seen_at desc, created_at desc',
    [accountId, at],
  );
  return found.rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    method: row.method,
    from: row.from_address,
    agent: row.agent,
  }));
}

/** Ends sessions of an account: one, all but one, or all. Answers how many. */
export async function endSessions(tx: Transaction, accountId: string, which: { only?: string; but?: string }): Promise<number> {
  const ended = await tx.query(
    'delete from session where account_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)',
    [accountId, which.only ?? null, which.but ?? null],
  );
  return ended.rowCount ?? 0;
}

export interface Step {
  kind: string;
  accountId: string | null;
  data: Record<string, unknown>;
  failures: number;
}

export async function addStep(
  tx: Transaction,
  step: { tokenHash: string; kind: string; accountId: string | null; data: Record<string, unknown>; at: Date; expiresAt: Date },
): Promise<void> {
  await tx.query('delete from access_step where expires_at < $1', [step.at]);
  await tx.query('insert into access_step (token_hash, kind, account_id, data, expires_at) values ($1, $2, $3, $4, $5)', [
    step.tokenHash,
    step.kind,
    step.accountId,
    step.data,
    step.expiresAt,
  ]);
}

/** A step that still lives, locked until the transaction ends. */
export async function findStep(tx: Transaction, tokenHash: string, kind: string, at: Date): Promise<Step | null> {
  const found = await tx.query<{ kind: string; account_id: string | null; data: Record<string, unknown>; failures: number }>(
    'select * from access_step where token_hash = $1 and kind = $2 and expires_at > $3 for update',
    [tokenHash, kind, at],
  );
  const row = found.rows[0];
  return row ? { kind: row.kind, accountId: row.account_id, data: row.data, failures: row.failures } : null;
}

export async function changeStep(
  tx: Transaction,
  tokenHash: string,
  change: { data: Record<string, unknown>; failures: number },
): Promise<void> {
  await tx.query('update access_step set data = $2, failures = $3 where token_hash = $1', [tokenHash, change.data, change.failures]);
}

export async function endStep(tx: Transaction, tokenHash: string): Promise<void> {
  await tx.query('delete from access_step where token_hash = $1', [tokenHash]);
}
