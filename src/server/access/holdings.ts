import { withoutCovered, type Actor, type Grant } from '#kernel/access/access.ts';
import { effectiveGrants } from '#kernel/access/delegation.ts';
import { grantsOfAccounts, type Account } from '../storage/accounts.ts';
import type { Transaction } from '../storage/database.ts';
import { delegationsInForce } from '../storage/delegations.ts';
import { postsHeldBy } from '../storage/posts.ts';

// What an account holds at an instant: its own grants, those of the posts its person holds, and what others delegated.

/** Who signs people in: the program itself, before it is known who asks. */
export const gate = (from: string): Actor => ({
  kind: 'system',
  accountId: null,
  name: '登录',
  roles: [],
  areaCode: '',
  posts: [],
  from,
});

export interface Holdings {
  grants: Grant[];
  posts: string[];
}

/** @param tx of the program: givers may live in another division */
export async function holdingsOf(tx: Transaction, accountId: string, at: Date): Promise<Holdings> {
  const delegations = await delegationsInForce(tx, at);
  const ids = [...new Set([accountId, ...delegations.flatMap(({ fromAccountId, toAccountId }) => [fromAccountId, toAccountId])])];
  const own = await grantsOfAccounts(tx, ids);
  const held = await postsHeldBy(tx, ids, at);
  for (const post of held) {
    const grants = own.get(post.accountId);
    if (grants) own.set(post.accountId, withoutCovered([...grants, ...post.grants]));
  }
  const mine = held.filter((post) => post.accountId === accountId);
  return {
    grants: effectiveGrants(accountId, own, delegations, at.getTime()),
    posts: [...new Set(mine.flatMap(({ id, code }) => (code === null ? [id] : [id, code])))],
  };
}

export function actorWith(account: Account, { grants, posts }: Holdings, from: string): Actor {
  return {
    kind: 'person',
    accountId: account.id,
    name: account.name,
    roles: [...new Set(grants.map(({ role }) => role))],
    areaCode: account.areaCode,
    grants,
    posts,
    from,
  };
}
