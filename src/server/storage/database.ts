import pg from 'pg';
import { grantsOf, reachOf, type Actor } from '#kernel/access/access.ts';
import { areaRange } from '#kernel/area/area.ts';
import { mostRanges, programBound, rangeSettings } from './policies.ts';

// The one door to PostgreSQL. Every transaction runs as role anlan_app inside the actor's area; there is no other way to
// reach a table, so forgetting the scope is impossible.

/** A running transaction of one actor. */
export interface Transaction {
  actor: Actor;
  /** Goes into the journal with every act that states no reason of its own. */
  why?: string;
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
  // A connection that is lost between two statements has no query that could fail; unheard, it would end the process.
  const lost = (error: Error) => {
    broken = error;
  };
  client.on('error', lost);
  try {
    await client.query('begin');
    await client.query(enterScope, scope(actor));
    const result = await work({ actor, query: (text, values) => client.query(text, values) });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(lost);
    throw error;
  } finally {
    client.off('error', lost);
    // A connection whose rollback failed is thrown away, never handed to the next actor.
    client.release(broken);
  }
}

/**
 * The same door inside a transaction that is already open: what fails inside is undone alone, and nothing counts before
 * the whole does. An operation with a transaction of its own so becomes a part of a greater one.
 * @param why goes into the journal with every act inside that states no reason of its own
 */
export function inside(database: Database, outer: Transaction, why: string): Database {
  return { ...database, transaction: (actor, work) => nested(outer, actor, why, work) };
}

async function nested<T>(outer: Transaction, actor: Actor, why: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  await outer.query('savepoint inside');
  try {
    await outer.query(enterScope, scope(actor));
    const result = await work({ ...outer, actor, why });
    await outer.query(enterScope, scope(outer.actor));
    await outer.query('release savepoint inside');
    return result;
  } catch (error) {
    // Takes the scope back too: settings follow savepoints.
    await outer.query('rollback to savepoint inside');
    throw error;
  }
}

/** One statement that takes the role and sets the bounds of every range and the account. */
const enterScope = `select set_config('role', 'anlan_app', true), set_config('anlan.account_id', $1, true), ${Array.from(
  { length: mostRanges },
  (_, index) => {
    const { from, to } = rangeSettings(index + 1);
    return `set_config('${from}', $${2 * index + 2}, true), set_config('${to}', $${2 * index + 3}, true)`;
  },
).join(', ')}`;

/** Values of `enterScope`: the account, then two bounds a range; ranges not needed are empty, those beyond the most are left out. */
function scope(actor: Actor): string[] {
  const ranges = actor.kind === 'system' ? [{ from: programBound, to: '~' }] : reachOf(grantsOf(actor)).map(areaRange);
  const bounds = Array.from({ length: mostRanges }, (_, index) => ranges[index] ?? { from: '', to: '' });
  return [actor.accountId ?? '', ...bounds.flatMap(({ from, to }) => [from, to])];
}
