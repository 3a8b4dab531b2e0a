import { covers, meet, withoutCovered, type Grant, type Role } from './access.ts';

// Delegation (授权代行): somebody hands part of what they hold to another account for a time. It can only shrink: what the
// giver does not hold any more, the receiver does not hold either, through any chain of givers and receivers.

export interface Delegation {
  id: string;
  fromAccountId: string;
  toAccountId: string;
  grants: readonly Grant[];
  /** ISO instants; in force from the first (inclusive) until the second (exclusive). */
  startsAt: string;
  endsAt: string;
  revokedAt: string | null;
}

export function isInForce(delegation: Delegation, atMs: number): boolean {
  const ends = Math.min(Date.parse(delegation.endsAt), delegation.revokedAt === null ? Infinity : Date.parse(delegation.revokedAt));
  return Date.parse(delegation.startsAt) <= atMs && atMs < ends;
}

/** Whoever may give rights that last must be appointed: a week's delegation would outlive itself in what it gave. */
export const undelegable: readonly Role[] = ['administrator'];

/** The grants asked for that the giver does not hold or may not hand on; empty when all may be delegated. */
export function beyond(asked: readonly Grant[], held: readonly Grant[]): Grant[] {
  return asked.filter((grant) => undelegable.includes(grant.role) || !held.some((own) => covers(own, grant)));
}

/**
 * What an account holds at an instant: its own grants, and what others who hold it delegated to it. Two accounts that
 * delegate to each other keep only what one of them holds without the other (least fixed point).
 */
export function effectiveGrants(
  accountId: string,
  own: ReadonlyMap<string, readonly Grant[]>,
  delegations: readonly Delegation[],
  atMs: number,
): Grant[] {
  const inForce = delegations.filter((delegation) => isInForce(delegation, atMs));
  let held = new Map<string, readonly Grant[]>(own);
  // Each round carries grants one step further; a chain is never longer than the number of delegations.
  for (let round = 0; round < inForce.length; round += 1) {
    const next = new Map<string, Grant[]>([...own].map(([id, grants]) => [id, [...grants]]));
    for (const { fromAccountId, toAccountId, grants } of inForce) {
      const carried = grants.flatMap((grant) => (held.get(fromAccountId) ?? []).flatMap((source) => meet(source, grant) ?? []));
      next.set(toAccountId, [...(next.get(toAccountId) ?? []), ...carried]);
    }
    const settled = new Map([...next].map(([id, grants]) => [id, withoutCovered(grants)]));
    const isSame = [...settled].every(([id, grants]) => sameGrants(grants, held.get(id) ?? []));
    held = settled;
    if (isSame) break;
  }
  return withoutCovered(held.get(accountId) ?? []);
}

function sameGrants(a: readonly Grant[], b: readonly Grant[]): boolean {
  return a.length === b.length && a.every((grant) => b.some((other) => covers(grant, other) && covers(other, grant)));
}
