import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#kernel/access/access.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { readConfig } from '#server/config.ts';
import { startEmbedded } from '#server/database/supervisor.ts';
import { startServer } from '#server/server.ts';
import { scopeOf } from '#server/operations/registerOperations.ts';
import { openDatabase, type Database, type Transaction } from '#server/storage/database.ts';
import { listRecords, type ListQuery } from '#server/storage/recordList.ts';
import { fillEnterprises } from './enterprises.ts';
import { mostForeignCores, processTree, watchCpu } from './machine.ts';
import { record } from './record.ts';

// Lists of a register of 100,000 records: page, filter, keyword. First over HTTP as a browser asks, then the same queries
// at the database with and without row level security, in turn, in one run.
// Floor: the same queries as the owner of the tables, whom no policy binds, with the area as an ordinary filter.
// Not shown: many users at once, a cold disk, a database on another machine, a table of millions.

const records = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 60);
const password = 'Bench-2026-register-list';
const enterprises = registerById('enterprises') as RegisterDeclaration;

const queries: Record<string, Partial<ListQuery>> = {
  firstPage: {},
  byName: { sort: 'name' },
  byUnindexedField: { sort: 'staff' },
  filterCommon: { filters: { industry: 'food' } },
  filterRare: { filters: { riskLevel: 'red', 'staff.min': '400' } },
  filterTownship: { filters: { areaCode: '341322105' } },
  keywordRare: { q: '龙湖' },
  keywordCommon: { q: '有限公司' },
  keywordFourCharacters: { q: '龙湖食品' },
  keywordEnglish: { q: 'alpha7' },
  keywordNothing: { q: '不存在的词' },
};

const folder = mkdtempSync(join(tmpdir(), 'anlan-bench-list-'));
const embedded = await startEmbedded(join(folder, 'database'), () => undefined, {});
try {
  const read = readConfig({ ANLAN_PORT: '0', ANLAN_DATA: folder, ANLAN_INGEST: 'off', ANLAN_ADMIN_PASSWORD: password });
  if (!read.ok) throw new Error(read.text.en);
  const server = await startServer(read.value, embedded.url, (error) => process.stderr.write(`${error.message}\n`));
  const database = openDatabase(embedded.url, (error) => process.stderr.write(`${error.message}\n`));
  try {
    await fillEnterprises(database.pool, records);
    const cpu = watchCpu({ program: () => processTree(process.pid) });
    const api = await overHttp(server.url);
    const deep = await deepPage(server.url);
    const security = await withAndWithoutPolicies(database);
    const { foreignCores, cores } = cpu();
    record('registerList', {
      records,
      rounds,
      api,
      deepPageMs: deep,
      security,
      foreignCores,
      cores,
      rejected: foreignCores > mostForeignCores,
    });
  } finally {
    await database.close();
    await server.stop();
  }
} finally {
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}

function measured(values: readonly number[]): { p50: number; p95: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'admin', password }),
  });
  return ((await answer.json()) as { token: string }).token;
}

function addressOf({ sort = '-updatedAt', q, filters = {} }: Partial<ListQuery>): string {
  return new URLSearchParams({ limit: '50', sort, ...(q && { q }), ...filters }).toString();
}

async function overHttp(url: string): Promise<Record<string, object>> {
  const authorization = `Bearer ${await signIn(url)}`;
  const times: Record<string, number[]> = {};
  const totals: Record<string, unknown> = {};
  for (let round = -3; round < rounds; round += 1) {
    for (const [name, query] of Object.entries(queries)) {
      const startedMs = performance.now();
      const answer = await fetch(`${url}/api/v1/registers/enterprises?${addressOf(query)}`, { headers: { authorization } });
      const page = (await answer.json()) as { total: number; totalIsEstimate: boolean };
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(page)}`);
      if (round >= 0) (times[name] ??= []).push(performance.now() - startedMs);
      totals[name] = page.totalIsEstimate ? `~${page.total}` : page.total;
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, { ...measured(values), total: totals[name] }]));
}

/** The last of a hundred pages of 1,000 followed by cursor. */
async function deepPage(url: string): Promise<number> {
  const authorization = `Bearer ${await signIn(url)}`;
  let cursor = '';
  let took = 0;
  do {
    const startedMs = performance.now();
    const answer = await fetch(`${url}/api/v1/registers/enterprises?limit=1000&cursor=${cursor}`, { headers: { authorization } });
    const page = (await answer.json()) as { next: string | null };
    took = performance.now() - startedMs;
    cursor = page.next ?? '';
  } while (cursor !== '');
  return Math.round(took * 100) / 100;
}

/** Each query in turn as an officer of the county, of a township, and as the owner with the same area as a filter. */
async function withAndWithoutPolicies(database: Database): Promise<Record<string, object>> {
  const officer = (areaCode: string): Actor => ({
    kind: 'person',
    accountId: '01890000-0000-7000-8000-000000000001',
    name: 'bench',
    roles: ['dutyOfficer'],
    posts: [],
    areaCode,
    from: '',
  });
  const result: Record<string, object> = {};
  for (const areaCode of ['341322', '341322105']) {
    const actor = officer(areaCode);
    for (const [name, { sort = '-updatedAt', filters = {}, ...rest }] of Object.entries(queries)) {
      const query: ListQuery = { limit: 50, sort, filters, ...rest };
      const bound: ListQuery = { ...query, filters: { areaCode, ...filters } };
      const withPolicy: number[] = [];
      const without: number[] = [];
      const measureOne = async (into: number[], run: () => Promise<unknown>) => {
        const startedMs = performance.now();
        await run();
        into.push(performance.now() - startedMs);
      };
      for (let round = 0; round < rounds; round += 1) {
        const scope = scopeOf(actor, enterprises, query);
        await measureOne(withPolicy, () => database.transaction(scope.reader, (tx) => listRecords(tx, enterprises, scope.query)));
        await measureOne(without, () => asOwner(database, actor, (tx) => listRecords(tx, enterprises, bound)));
      }
      const [a, b] = [measured(withPolicy.slice(3)), measured(without.slice(3))];
      result[`${areaCode} ${name}`] = { with: a.p50, without: b.p50, ratio: Math.round((a.p50 / b.p50) * 100) / 100 };
    }
  }
  return result;
}

async function asOwner<T>({ pool }: Database, actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('role', 'none', true)");
    const done = await work({ actor, query: (text, values) => client.query(text, values) });
    await client.query('commit');
    return done;
  } finally {
    client.release();
  }
}
