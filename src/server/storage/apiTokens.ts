import { toAccount, type Account, type AccountRow } from './accounts.ts';
import type { Transaction } from './database.ts';

export interface ApiToken {
  id: string;
  name: string;
  /** First characters of the token. */
  start: string;
  scopes: string[];
  areaCode: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

interface TokenRow {
  token_id: string;
  token_name: string;
  start: string;
  scopes: string[];
  within_area: string;
  token_created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

const columns = `api_token.id as token_id, api_token.name as token_name, api_token.start, api_token.scopes, api_token.within_area,
  api_token.created_at as token_created_at, api_token.expires_at, api_token.used_at`;

function toToken(row: TokenRow): ApiToken {
  return {
    id: row.token_id,
    name: row.token_name,
    start: row.start,
    scopes: row.scopes,
    areaCode: row.within_area,
    createdAt: row.token_created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
  };
}

export async function addApiToken(
  tx: Transaction,
  token: Omit<ApiToken, 'createdAt' | 'expiresAt' | 'usedAt'> & { accountId: string; tokenHash: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.query(
    `insert into api_token (id, account_id, token_hash, name, start, scopes, within_area, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [token.id, token.accountId, token.tokenHash, token.name, token.start, token.scopes, token.areaCode, token.createdAt, token.expiresAt],
  );
}

/** Tokens of an account that were not revoked, the newest first. */
export async function apiTokensOf(tx: Transaction, accountId: string): Promise<ApiToken[]> {
  const found = await tx.query<TokenRow>(
    `select ${columns} from api_token where account_id = $1 and revoked_at is null order by created_at desc, id desc`,
    [accountId],
  );
  return found.rows.map(toToken);
}

export async function apiTokenByHash(
  tx: Transaction,
  tokenHash: string,
): Promise<{ token: ApiToken; account: Account; revoked: boolean } | null> {
  const found = await tx.query<AccountRow & TokenRow & { revoked_at: Date | null }>(
    `select account.*, ${columns}, api_token.revoked_at from api_token join account on account.id = api_token.account_id where token_hash = $1`,
    [tokenHash],
  );
  const row = found.rows[0];
  return row ? { token: toToken(row), account: toAccount(row), revoked: row.revoked_at !== null } : null;
}

export async function noteTokenUse(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update api_token set used_at = $2 where id = $1', [id, at]);
}

/** Revokes one token of an account, or all; answers how many. */
export async function revokeApiTokens(tx: Transaction, accountId: string, id: string | null, at: Date): Promise<number> {
  const revoked = await tx.query(
    'update api_token set revoked_at = $3 where account_id = $1 and ($2::uuid is null or id = $2) and revoked_at is null',
    [accountId, id, at],
  );
  return revoked.rowCount ?? 0;
}
