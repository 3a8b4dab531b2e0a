import type { Transaction } from './database.ts';

// Second factors of an account: time-based codes, recovery codes, passkeys.

export interface TotpFactor {
  /** Sealed. */
  secret: string;
  confirmedAt: Date | null;
  lastStep: number;
}

export async function totpOf(tx: Transaction, accountId: string): Promise<TotpFactor | null> {
  const found = await tx.query<{ secret: string; confirmed_at: Date | null; last_step: number }>(
    'select * from totp_factor where account_id = $1 for update',
    [accountId],
  );
  const row = found.rows[0];
  return row ? { secret: row.secret, confirmedAt: row.confirmed_at, lastStep: row.last_step } : null;
}

/** Puts a secret that awaits its first code in the place of an unconfirmed one; false when a confirmed one stands there. */
export async function proposeTotp(tx: Transaction, accountId: string, secret: string): Promise<boolean> {
  const put = await tx.query(
    `insert into totp_factor (account_id, secret) values ($1, $2)
     on conflict (account_id) do update set secret = excluded.secret, last_step = 0 where totp_factor.confirmed_at is null`,
    [accountId, secret],
  );
  return put.rowCount === 1;
}

export async function noteTotp(tx: Transaction, accountId: string, step: number, at: Date): Promise<void> {
  await tx.query('update totp_factor set last_step = $2, confirmed_at = coalesce(confirmed_at, $3) where account_id = $1', [
    accountId,
    step,
    at,
  ]);
}

export async function removeTotp(tx: Transaction, accountId: string): Promise<boolean> {
  return (await tx.query('delete from totp_factor where account_id = $1', [accountId])).rowCount === 1;
}

export async function replaceRecoveryCodes(tx: Transaction, accountId: string, hashes: readonly string[]): Promise<void> {
  await tx.query('delete from recovery_code where account_id = $1', [accountId]);
  for (const hash of hashes) await tx.query('insert into recovery_code (code_hash, account_id) values ($1, $2)', [hash, accountId]);
}

/** True once for each code. */
export async function takeRecoveryCode(tx: Transaction, accountId: string, hash: string): Promise<boolean> {
  return (await tx.query('delete from recovery_code where account_id = $1 and code_hash = $2', [accountId, hash])).rowCount === 1;
}

export async function countRecoveryCodes(tx: Transaction, accountId: string): Promise<number> {
  return (await tx.query<{ n: number }>('select count(*) as n from recovery_code where account_id = $1', [accountId])).rows[0]?.n ?? 0;
}

export interface Passkey {
  id: string;
  accountId: string;
  name: string;
  host: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
  createdAt: string;
  usedAt: string | null;
}

interface PasskeyRow {
  id: string;
  account_id: string;
  name: string;
  host: string;
  public_key: string;
  counter: number;
  transports: string[];
  created_at: Date;
  used_at: Date | null;
}

function toPasskey(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    host: row.host,
    publicKey: Uint8Array.fromBase64(row.public_key),
    counter: row.counter,
    transports: row.transports,
    createdAt: row.created_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
  };
}

export async function passkeysOf(tx: Transaction, accountId: string): Promise<Passkey[]> {
  return (await tx.query<PasskeyRow>('select * from passkey where account_id = $1 order by created_at', [accountId])).rows.map(toPasskey);
}

export async function passkeyById(tx: Transaction, id: string): Promise<Passkey | null> {
  const found = await tx.query<PasskeyRow>('select * from passkey where id = $1 for update', [id]);
  return found.rows[0] ? toPasskey(found.rows[0]) : null;
}

/** False when the credential is known already. */
export async function addPasskey(tx: Transaction, key: Omit<Passkey, 'createdAt' | 'usedAt'>, at: Date): Promise<boolean> {
  const added = await tx.query(
    `insert into passkey (id, account_id, name, host, public_key, counter, transports, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do nothing`,
    [key.id, key.accountId, key.name, key.host, key.publicKey.toBase64(), key.counter, key.transports, at],
  );
  return added.rowCount === 1;
}

export async function notePasskey(tx: Transaction, id: string, counter: number, at: Date): Promise<void> {
  await tx.query('update passkey set counter = $2, used_at = $3 where id = $1', [id, counter, at]);
}

export async function removePasskey(tx: Transaction, accountId: string, id: string): Promise<boolean> {
  return (await tx.query('delete from passkey where account_id = $1 and id = $2', [accountId, id])).rowCount === 1;
}

/** Takes every second factor from an account, for somebody who lost them. */
export async function removeFactors(tx: Transaction, accountId: string): Promise<void> {
  await tx.query('delete from totp_factor where account_id = $1', [accountId]);
  await tx.query('delete from recovery_code where account_id = $1', [accountId]);
  await tx.query('delete from passkey where account_id = $1', [accountId]);
}
