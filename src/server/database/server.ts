import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { type Operator, cleanEnvironment, commandOf, giveTo } from './asOrdinaryUser.ts';
import { type Address, clusterPassword, databaseName, databaseUser } from './cluster.ts';

// Talking to one PostgreSQL server process: start it, ask whether it answers.

/** A server process that was asked to run; it outlives this process on purpose, the next start adopts it. */
export interface ServerProcess {
  /** Null while it runs. */
  exitCode(): number | null;
  /** What it said before its own log took over. */
  output(): string;
}

/**
 * Starts the server program, detached.
 * @param deadPid number of a dead server that still stands in postmaster.pid but now belongs to another program.
 *   PostgreSQL takes this number for its starter's and so replaces the file itself, after its own check of shared memory.
 */
export function spawnServer(cluster: string, operator: Operator, deadPid: number | null): ServerProcess {
  const log = join(cluster, 'start.log');
  const output = openSync(log, 'w', 0o600);
  giveTo(operator, log);
  const command = commandOf(operator, 'postgres', ['-D', cluster]);
  const environment = deadPid === null ? cleanEnvironment() : { ...cleanEnvironment(), PG_GRANDPARENT_PID: String(deadPid) };
  const child = spawn(command.file, command.args, {
    ...command.identity,
    env: environment,
    detached: true,
    stdio: ['ignore', output, output],
    windowsHide: true,
  });
  closeSync(output);
  let code: number | null = null;
  child.on('error', () => void (code = 127));
  child.on('exit', (exitCode) => void (code = exitCode ?? 1));
  child.unref();
  return { exitCode: () => code, output: () => readFileSync(log, 'utf8') };
}

export function urlOf(cluster: string, address: Address, database: string = databaseName): string {
  const login = `${databaseUser}:${encodeURIComponent(clusterPassword(cluster))}`;
  return address.kind === 'port'
    ? `postgres://${login}@127.0.0.1:${address.port}/${database}`
    : `postgres://${login}@localhost:5432/${database}?host=${encodeURIComponent(cluster)}`;
}

/**
 * Asks whether the server of this cluster answers.
 * `starting`: it is there but still recovering; `foreign`: something else answers at this address.
 */
export async function askServer(cluster: string, address: Address): Promise<'ready' | 'starting' | 'silent' | 'foreign'> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, address, 'postgres'),
    connectionTimeoutMillis: 5000,
    application_name: 'anlan check',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return realpathSync(rows[0]?.data_directory ?? '') === realpathSync(cluster) ? 'ready' : 'foreign';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === '57P03') return 'starting';
    return code === '28P01' || code === '28000' ? 'foreign' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the database of the program when the cluster is new. */
export async function ensureDatabase(cluster: string, address: Address): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(cluster, address, 'postgres'), application_name: 'anlan set-up' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } catch (error) {
    // Another start made it at the same moment.
    if (!(error instanceof pg.DatabaseError) || (error.code !== '42P04' && error.code !== '23505')) throw error;
  } finally {
    await client.end();
  }
}

/** A TCP port of this machine that is free now; `preferred` when that one is. */
export async function freePort(preferred: number): Promise<number> {
  return (await listenOnce(preferred)) ?? (await listenOnce(0)) ?? 0;
}

async function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const free = typeof address === 'object' && address !== null ? address.port : null;
      server.close(() => resolve(free));
    });
  });
}
