import pg from 'pg';
import type { Actor } from '#kernel/access/access.ts';
import { areaRange } from '#kernel/area/area.ts';

// The one door to PostgreSQL. Every transaction runs as role anlan_app inside the actor's area; there is no other way to
// reach a table, so forgetting the scope is impossible.

/** A running transaction of one actor. */
export interface Transaction {
  actor: Actor;
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>;
}

export interface Database {
  pool: pg.Pool;
  /** Runs `work` in one transaction; any throw rolls all of it back. */
  transaction<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const dateOid = 1082;
const bigintOid = 20;

function parsers(): pg.CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
      // A local date has no zone: keep the text. A bigint of ours is a count or a position: safe as a number.
      if (oid === dateOid) return (value: string) => value;
      if (oid === bigintOid) return Number;
      return pg.types.getTypeParser(oid, format);
    }) as pg.CustomTypesConfig['getTypeParser'],
  };
}

/** Opens a pool; `report` hears of connections lost while idle (they are replaced by themselves). */
export function openDatabase(url: string, report: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    types: parsers(),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'anlan',
  });
  pool.on('error', report);
  return {
    pool,
    transaction: (actor, work) => transact(pool, actor, work),
    close: () => pool.end(),
  };
}

async function transact<T>(pool: pg.Pool, actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const { from, to } = scope(actor);
    await client.query('begin');
    await client.query(
      "select set_config('role', 'anlan_app', true), set_config('anlan.area_from', $1, true), set_config('anlan.area_to', $2, true)",
      [from, to],
    );
    const result = await work({ actor, query: (text, values) => client.query(text, values) });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    // A connection whose rollback failed is thrown away, never handed to the next actor.
    client.release(broken);
  }
}

function scope(actor: Actor): { from: string; to: string } {
  return actor.kind === 'system' ? { from: '0', to: '~' } : areaRange(actor.areaCode);
}
