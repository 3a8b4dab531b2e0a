import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Grant } from '#kernel/access/access.ts';
import { clusterFolder } from '#server/database/cluster.ts';
import { startEmbedded } from '#server/database/supervisor.ts';
import { openDatabase } from '#server/storage/database.ts';
import { migrate } from '#server/storage/migrate.ts';
import { reachConditions } from '#server/storage/reach.ts';
import { anActor } from '#server/storage/testDatabase.ts';
import { mostForeignCores, processTree, watchCpu } from './machine.ts';
import { record } from './record.ts';

// What row level security costs: a question as the server asks it (with the range of the actor's division, where that is less
// than a county: reach.ts) of 100,000 stations by the role anlan_app under its policy, and by the owner of the table (whom no
// policy binds) with the range always in the question. Each pair is asked by turns, so that both meet the same machine.
// `node bench/rowSecurity.ts`

const records = 100_000;
const rounds = 60;
/** The plan's bar: with the policy at most this much longer than without. */
const bar = 1.3;

const scopes: Record<string, string[]> = {
  county: ['341322'],
  township: ['341322105'],
  village: ['341322105205'],
  'three townships': ['341322101', '341322105', '341322120'],
  'eight townships': Array.from({ length: 8 }, (_, at) => `341322${101 + 2 * at}`),
};

const questions: Record<string, string> = {
  'first page, newest first': 'select * from stations where removed_at is null /*where*/ order by updated_at desc, id desc limit 51',
  'count to 10,000': 'select count(*) from (select 1 from stations where removed_at is null /*where*/ limit 10001) as bounded',
  'count all': 'select count(*) from stations where removed_at is null /*where*/',
  'keyword without index': `select count(*) from stations where removed_at is null and name like '%99%' /*where*/`,
};

const folder = mkdtempSync(join(tmpdir(), 'anlan-bench-rls-'));
const server = await startEmbedded(folder, () => undefined);
const database = openDatabase(server.url, () => undefined);
const owner = new pg.Client({ connectionString: server.url });
const postmaster = Number(readFileSync(join(clusterFolder(folder), 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
try {
  await migrate(database.pool);
  await owner.connect();
  await owner.query(
    `insert into stations (id, area_code, created_at, created_by, updated_at, updated_by, name, kind)
     select gen_random_uuid(), '341322' || lpad((101 + i % 23)::text, 3, '0') || lpad((200 + (i / 23) % 12)::text, 3, '0'), now(), 'x',
       now() - i * interval '1 s', 'x', '站点' || i, 'water' from generate_series(1, $1) i`,
    [records],
  );
  await owner.query('vacuum analyze stations');
  for (const [scope, codes] of Object.entries(scopes))
    for (const [question, text] of Object.entries(questions)) await measure(scope, codes, question, text);
} finally {
  await owner.end();
  await database.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(scope: string, codes: string[], question: string, text: string): Promise<void> {
  const grants: Grant[] = codes.map((areaCode) => ({ role: 'viewer', areaCode }));
  const actor = anActor({ grants });
  const boundValues: unknown[] = [];
  const reach = reachConditions(actor, { shared: false }, (value) => `$${boundValues.push(value)}`);
  const bound = text.replace('/*where*/', reach.map((condition) => `and ${condition}`).join(' '));
  const freeValues = codes.flatMap((code) => [code, `${code}~`]);
  const range = codes.map((_, at) => `(area_code >= $${2 * at + 1} and area_code < $${2 * at + 2})`).join(' or ');
  const free = text.replace('/*where*/', `and (${range})`);
  const withMs: number[] = [];
  const withoutMs: number[] = [];
  const stopWatch = watchCpu({ database: () => processTree(postmaster) });
  await database.transaction(actor, async (tx) => {
    for (let round = 0; round < rounds; round += 1) {
      withMs.push(await timed(() => tx.query(bound, boundValues)));
      withoutMs.push(await timed(() => owner.query(free, freeValues)));
    }
  });
  const { foreignCores } = stopWatch();
  const [withMedian, withoutMedian] = [middle(withMs), middle(withoutMs)];
  const ratio = Math.round((withMedian / withoutMedian) * 100) / 100;
  record('rowSecurity', {
    scope,
    question,
    records,
    rounds,
    withPolicyMs: withMedian,
    withoutMs: withoutMedian,
    ratio,
    addedMs: Math.round((withMedian - withoutMedian) * 1000) / 1000,
    isWithinBar: ratio <= bar,
    foreignCores,
    rejected: foreignCores > mostForeignCores,
  });
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await ask();
  return performance.now() - before;
}

function middle(values: readonly number[]): number {
  return Math.round((values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0) * 1000) / 1000;
}
