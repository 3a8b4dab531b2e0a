import type { Grant } from '#kernel/access/access.ts';
import type { Transaction } from './database.ts';

export interface Account {
  id: string;
  account: string;
  name: string;
  /** The account's own; posts and delegations add to them. */
  grants: Grant[];
  areaCode: string;
  password: string | null;
  active: boolean;
  failures: number;
  lockedUntil: Date | null;
}

export interface AccountRow {
  id: string;
  account: string;
  name: string;
  grants: Grant[];
  area_code: string;
  password: string | null;
  active: boolean;
  failures: number;
  locked_until: Date | null;
}

export function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    grants: row.grants,
    areaCode: row.area_code,
    password: row.password,
    active: row.active,
    failures: row.failures,
    lockedUntil: row.locked_until,
  };
}

async function one(tx: Transaction, condition: string, value: string): Promise<Account | null> {
  const found = await tx.query<AccountRow>(`select * from account where ${condition} for update`, [value]);
  return found.rows[0] ? toAccount(found.rows[0]) : null;
}

export function accountByName(tx: Transaction, account: string): Promise<Account | null> {
  return one(tx, 'account = $1', account);
}

export function accountById(tx: Transaction, id: string): Promise<Account | null> {
  return one(tx, 'id = $1', id);
}

/** The account tied to a person of the single sign-on (issuer and subject). */
export function accountBySubject(tx: Transaction, subject: string): Promise<Account | null> {
  return one(tx, 'sso_subject = $1', subject);
}

/** Ties an account to a person of the single sign-on; false when it is tied to another already. */
export async function tieSubject(tx: Transaction, id: string, subject: string): Promise<boolean> {
  return (await tx.query('update account set sso_subject = $2 where id = $1 and sso_subject is null', [id, subject])).rowCount === 1;
}

export async function listAccounts(tx: Transaction): Promise<Account[]> {
  return (await tx.query<AccountRow>('select * from account order by account')).rows.map(toAccount);
}

/** Own grants of some accounts that are switched on. */
export async function grantsOfAccounts(tx: Transaction, ids: readonly string[]): Promise<Map<string, Grant[]>> {
  const found = await tx.query<{ id: string; grants: Grant[] }>('select id, grants from account where active and id = any($1::uuid[])', [
    ids,
  ]);
  return new Map(found.rows.map(({ id, grants }) => [id, grants]));
}

export async function countAccounts(tx: Transaction): Promise<number> {
  return (await tx.query<{ n: number }>('select count(*) as n from account')).rows[0]?.n ?? 0;
}

/** False when the account name is taken. */
export async function addAccount(
  tx: Transaction,
  account: Pick<Account, 'id' | 'account' | 'name' | 'grants' | 'areaCode' | 'password'>,
  at: Date,
): Promise<boolean> {
  const added = await tx.query(
    `insert into account (id, account, name, grants, area_code, password, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (account) do nothing`,
    [account.id, account.account, account.name, JSON.stringify(account.grants), account.areaCode, account.password, at],
  );
  return added.rowCount === 1;
}

export async function setGrants(tx: Transaction, id: string, grants: readonly Grant[]): Promise<void> {
  await tx.query('update account set grants = $2 where id = $1', [id, JSON.stringify(grants)]);
}

export async function noteSignIn(tx: Transaction, id: string, failures: number, lockedUntil: Date | null): Promise<void> {
  await tx.query('update account set failures = $2, locked_until = $3 where id = $1', [id, failures, lockedUntil]);
}

export async function setPassword(tx: Transaction, id: string, password: string): Promise<void> {
  await tx.query('update account set password = $2, failures = 0, locked_until = null where id = $1', [id, password]);
}

/** False when there is no such account in the actor's reach. */
export async function setActive(tx: Transaction, id: string, active: boolean): Promise<boolean> {
  return (await tx.query('update account set active = $2 where id = $1', [id, active])).rowCount === 1;
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
  return id ? accountById(tx, id) : null;
}

/** Active accounts of people with that name. */
export async function accountsNamed(tx: Transaction, name: string): Promise<string[]> {
  const found = await tx.query<{ id: string }>('select id from account where name = $1 and active', [name]);
  return found.rows.map((row) => row.id);
}
