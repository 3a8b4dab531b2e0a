import type { Role } from '#kernel/access/access.ts';
import type { Transaction } from './database.ts';

export interface Account {
  id: string;
  account: string;
  name: string;
  roles: Role[];
  areaCode: string;
  password: string | null;
  active: boolean;
  failures: number;
  lockedUntil: Date | null;
}

interface AccountRow {
  id: string;
  account: string;
  name: string;
  roles: Role[];
  area_code: string;
  password: string | null;
  active: boolean;
  failures: number;
  locked_until: Date | null;
}

function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    roles: row.roles,
    areaCode: row.area_code,
    password: row.password,
    active: row.active,
    failures: row.failures,
    lockedUntil: row.locked_until,
  };
}

export async function accountByName(tx: Transaction, account: string): Promise<Account | null> {
  const found = await tx.query<AccountRow>('select * from account where account = $1 for update', [account]);
  return found.rows[0] ? toAccount(found.rows[0]) : null;
}

export async function listAccounts(tx: Transaction): Promise<Account[]> {
  return (await tx.query<AccountRow>('select * from account order by account')).rows.map(toAccount);
}

export async function countAccounts(tx: Transaction): Promise<number> {
  return (await tx.query<{ n: number }>('select count(*) as n from account')).rows[0]?.n ?? 0;
}

/** False when the account name is taken. */
export async function addAccount(
  tx: Transaction,
  account: Pick<Account, 'id' | 'account' | 'name' | 'roles' | 'areaCode' | 'password'>,
  at: Date,
): Promise<boolean> {
  const added = await tx.query(
    `insert into account (id, account, name, roles, area_code, password, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (account) do nothing`,
    [account.id, account.account, account.name, account.roles, account.areaCode, account.password, at],
  );
  return added.rowCount === 1;
}

export async function noteSignIn(tx: Transaction, id: string, failures: number, lockedUntil: Date | null): Promise<void> {
  await tx.query('update account set failures = $2, locked_until = $3 where id = $1', [id, failures, lockedUntil]);
}

export async function setPassword(tx: Transaction, id: string, password: string): Promise<void> {
  await tx.query('update account set password = $2, failures = 0, locked_until = null where id = $1', [id, password]);
}

/** Switching an account off also ends its sessions. */
export async function setActive(tx: Transaction, id: string, active: boolean): Promise<boolean> {
  const changed = await tx.query('update account set active = $2 where id = $1', [id, active]);
  if (!active) await tx.query('delete from session where account_id = $1', [id]);
  return changed.rowCount === 1;
}

export interface NewSession {
  tokenHash: string;
  accountId: string;
  createdAt: Date;
  expiresAt: Date;
  from: string;
  agent: string;
}

export async function addSession(tx: Transaction, session: NewSession): Promise<void> {
  await tx.query('delete from session where expires_at < $1', [session.createdAt]);
  await tx.query(
    'insert into session (token_hash, account_id, created_at, expires_at, from_address, agent) values ($1, $2, $3, $4, $5, $6)',
    [session.tokenHash, session.accountId, session.createdAt, session.expiresAt, session.from, session.agent],
  );
}

export async function sessionAccount(tx: Transaction, tokenHash: string): Promise<{ account: Account; expiresAt: Date } | null> {
  const found = await tx.query<AccountRow & { expires_at: Date }>(
    'select account.*, session.expires_at from session join account on account.id = session.account_id where token_hash = $1',
    [tokenHash],
  );
  const row = found.rows[0];
  return row ? { account: toAccount(row), expiresAt: row.expires_at } : null;
}

export async function endSession(tx: Transaction, tokenHash: string): Promise<void> {
  await tx.query('delete from session where token_hash = $1', [tokenHash]);
}

export async function addInvitation(tx: Transaction, tokenHash: string, accountId: string, expiresAt: Date): Promise<void> {
  await tx.query('insert into invitation (token_hash, account_id, expires_at) values ($1, $2, $3)', [tokenHash, accountId, expiresAt]);
}

/** Uses up an invitation; null when it is unknown, used or too old. */
export async function takeInvitation(tx: Transaction, tokenHash: string, at: Date): Promise<Account | null> {
  const taken = await tx.query<{ account_id: string }>(
    'update invitation set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning account_id',
    [tokenHash, at],
  );
  const id = taken.rows[0]?.account_id;
  if (!id) return null;
  const found = await tx.query<AccountRow>('select * from account where id = $1', [id]);
  return found.rows[0] ? toAccount(found.rows[0]) : null;
}
