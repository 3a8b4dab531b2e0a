import type { Grant } from '#kernel/access/access.ts';
import type { Delegation } from '#kernel/access/delegation.ts';
import type { Transaction } from './database.ts';

/** A delegation with the names a list needs. */
export interface NamedDelegation extends Delegation {
  fromName: string;
  toName: string;
  why: string;
}

interface DelegationRow {
  id: string;
  from_account_id: string;
  to_account_id: string;
  from_name: string;
  to_name: string;
  grants: Grant[];
  why: string;
  starts_at: Date;
  ends_at: Date;
  revoked_at: Date | null;
}

function toDelegation(row: DelegationRow): NamedDelegation {
  return {
    id: row.id,
    fromAccountId: row.from_account_id,
    toAccountId: row.to_account_id,
    fromName: row.from_name,
    toName: row.to_name,
    grants: row.grants,
    why: row.why,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

const select = `select delegation.*, giver.name as from_name, receiver.name as to_name from delegation
  join account giver on giver.id = from_account_id join account receiver on receiver.id = to_account_id`;

export async function addDelegation(
  tx: Transaction,
  given: {
    id: string;
    fromAccountId: string;
    toAccountId: string;
    grants: readonly Grant[];
    areaCode: string;
    why: string;
    startsAt: Date;
    endsAt: Date;
    at: Date;
  },
): Promise<void> {
  await tx.query(
    `insert into delegation (id, from_account_id, to_account_id, grants, area_code, why, starts_at, ends_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      given.id,
      given.fromAccountId,
      given.toAccountId,
      JSON.stringify(given.grants),
      given.areaCode,
      given.why,
      given.startsAt,
      given.endsAt,
      given.at,
    ],
  );
}

/** Every delegation in force at an instant. */
export async function delegationsInForce(tx: Transaction, at: Date): Promise<Delegation[]> {
  const found = await tx.query<DelegationRow>(
    `${select} where starts_at <= $1 and ends_at > $1 and (revoked_at is null or revoked_at > $1) and giver.active and receiver.active`,
    [at],
  );
  return found.rows.map(toDelegation);
}

/** Delegations from or to an account that are in force or still to come. */
export async function delegationsAbout(tx: Transaction, accountId: string, at: Date): Promise<NamedDelegation[]> {
  const found = await tx.query<DelegationRow>(
    `${select} where (from_account_id = $1 or to_account_id = $1) and ends_at > $2 and revoked_at is null order by ends_at`,
    [accountId, at],
  );
  return found.rows.map(toDelegation);
}

export async function delegationById(tx: Transaction, id: string): Promise<NamedDelegation | null> {
  const found = await tx.query<DelegationRow>(`${select} where delegation.id = $1 for update of delegation`, [id]);
  return found.rows[0] ? toDelegation(found.rows[0]) : null;
}

export async function revokeDelegation(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update delegation set revoked_at = $2 where id = $1 and revoked_at is null', [id, at]);
}
