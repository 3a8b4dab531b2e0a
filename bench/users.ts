import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { seededRandom, type Random } from '#geo/random.ts';
import { startAnlan } from './anlan.ts';
import { fillEnterprises } from './enterprises.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';
import { measureUse } from './serverUse.ts';

// Fifty people at work at once, three requests in ten of them writes, over a register of 100,000 records. Each has an
// account and a session of their own, reads a page, thinks for about a second and goes on. Writers count up one field of
// eight records they all share, each with the version they saw: whoever comes second is told so (412), reads again and
// repeats. In the end every field must hold exactly the number of changes that were confirmed: nothing was lost.
// `node bench/users.ts [minutes = 10] [users = 50]`

const minutes = Number(process.argv[2] ?? 10);
const users = Number(process.argv[3] ?? 50);
const records = 100_000;
const shared = 8;
const writeShare = 0.3;
const thinkMs = { least: 500, most: 1_500 };
const formMs = { least: 100, most: 400 };
const bar = { p99Ms: 300 };
const password = 'Bench-2026-many-users';

const reads = [
  '/registers/enterprises?limit=50&sort=-updatedAt',
  '/registers/enterprises?limit=50&sort=name&industry=food',
  '/registers/enterprises?limit=50&sort=-updatedAt&q=%E9%BE%99%E6%B9%96',
  '/registers/enterprises?limit=50&sort=-updatedAt&riskLevel=red&staff.min=400',
  '/registers',
  '/deadlines',
  '/incidents',
  '/cases/hiddenHazard',
  '/duty/now',
  '/alarms?state=open',
];

interface Person {
  token: string;
  at: number;
}

const times = { read: [] as number[], write: [] as number[] };
const confirmed = new Map<string, number>();
const errors: string[] = [];
let conflicts = 0;
let created = 0;

const folder = mkdtempSync(join(tmpdir(), 'anlan-bench-users-'));
const anlan = await startAnlan(folder, { ANLAN_INGEST: 'off' });
const pool = new pg.Pool({ connectionString: await anlan.databaseUrl() });
try {
  await fillEnterprises(pool, records);
  const counters = await makeCounters();
  const people: Person[] = [];
  for (let at = 0; at < users; at += 1) people.push({ token: await newPerson(at), at });
  const stopWatch = watchCpu({ program: anlan.serverProcesses, database: anlan.databaseProcesses });
  const [pid = 0] = anlan.serverProcesses();
  const untilMs = performance.now() + minutes * 60_000;
  const { use } = await measureUse(anlan.url, pid, () => Promise.all(people.map((person) => atWork(person, counters, untilMs))));
  const { foreignCores, cores } = stopWatch();
  const lost = await lostUpdates(counters);
  const all = quantiles([...times.read, ...times.write]);
  record('users', {
    users,
    minutes,
    records,
    all,
    read: quantiles(times.read),
    write: quantiles(times.write),
    conflicts,
    confirmed: [...confirmed.values()].reduce((sum, n) => sum + n, 0),
    created,
    lost,
    errors: errors.length,
    firstErrors: errors.slice(0, 3),
    ...use,
    isWithinBar: (all.p99 ?? Number.POSITIVE_INFINITY) <= bar.p99Ms && errors.length === 0 && lost === 0,
    foreignCores,
    cores,
    rejected: foreignCores > mostForeignCores,
  });
} finally {
  await pool.end();
  await anlan.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Eight records that all writers change, counting from nought. */
async function makeCounters(): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < shared; at += 1) {
    const id = randomUUIDv7();
    const answer = await send(anlan.token, 'POST', '/registers/enterprises', { id, name: `计数 ${at}`, industry: 'other', staff: 0 });
    if (answer.status !== 201) throw new Error(`no counter: ${await answer.text()}`);
    ids.push(id);
    confirmed.set(id, 0);
  }
  return ids;
}

/** An account by invitation and its session; a third of them township officers, the rest administrators. */
async function newPerson(at: number): Promise<string> {
  const account = `bench${at}`;
  const roles = at % 3 === 0 ? ['dutyOfficer', 'townshipOfficer'] : ['dutyOfficer', 'administrator'];
  const made = await send(anlan.token, 'POST', '/accounts', { account, name: `用户${at}`, roles, areaCode: '341322' });
  const { invitation } = (await made.json()) as { invitation?: string };
  if (!invitation) throw new Error(`no invitation: ${made.status}`);
  const token = new URL(invitation, anlan.url).searchParams.get('token');
  await send('', 'POST', '/invitation', { token, password });
  const session = await send('', 'POST', '/session', { account, password });
  const answer = (await session.json()) as { token?: string };
  if (!answer.token) throw new Error(`${account} could not sign in: ${JSON.stringify(answer)}`);
  return answer.token;
}

async function atWork({ token, at }: Person, counters: readonly string[], untilMs: number): Promise<void> {
  const random = seededRandom(at + 1);
  await pause(random.between(0, thinkMs.most));
  while (performance.now() < untilMs) {
    if (random.next() >= writeShare) await timed('read', token, 'GET', random.pick(reads), [200]);
    else if (random.next() < 0.2) await create(token);
    else await countUp(token, random.pick(counters), random);
    await pause(random.between(thinkMs.least, thinkMs.most));
  }
}

async function create(token: string): Promise<void> {
  const answer = await timed('write', token, 'POST', '/registers/enterprises', [201], {
    id: randomUUIDv7(),
    name: '新登记企业',
    industry: 'food',
    staff: 1,
  });
  if (answer) created += 1;
}

async function countUp(token: string, id: string, random: Random): Promise<void> {
  for (;;) {
    const seen = await timed('read', token, 'GET', `/registers/enterprises/${id}`, [200]);
    if (!seen) return;
    const { staff } = (await seen.json()) as { staff: number };
    const version = seen.headers.get('etag') ?? '';
    // A form is open for a while; meanwhile others save theirs.
    await pause(random.between(formMs.least, formMs.most));
    const answer = await timed('write', token, 'PATCH', `/registers/enterprises/${id}`, [200, 412], { staff: staff + 1 }, version);
    if (answer?.status === 200) confirmed.set(id, (confirmed.get(id) ?? 0) + 1);
    if (answer?.status !== 412) return;
    conflicts += 1;
  }
}

async function timed(
  kind: 'read' | 'write',
  token: string,
  method: string,
  path: string,
  expected: readonly number[],
  body?: unknown,
  version?: string,
): Promise<Response | null> {
  const startedMs = performance.now();
  try {
    const answer = await send(token, method, path, body, version);
    const copy = answer.clone();
    await answer.arrayBuffer();
    times[kind].push(performance.now() - startedMs);
    if (expected.includes(answer.status)) return copy;
    errors.push(`${method} ${path}: ${answer.status} ${(await copy.text()).slice(0, 200)}`);
  } catch (error) {
    errors.push(`${method} ${path}: ${(error as Error).message}`);
  }
  return null;
}

function send(token: string, method: string, path: string, body?: unknown, version?: string): Promise<Response> {
  return fetch(`${anlan.url}/api/v1${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(version && { 'if-match': version }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** By how much the counters differ from what was confirmed, and records created from those in the table. */
async function lostUpdates(counters: readonly string[]): Promise<number> {
  const found = await pool.query<{ id: string; staff: number }>('select id, staff from enterprises where id = any($1::uuid[])', [counters]);
  const counted = found.rows.reduce((sum, { id, staff }) => sum + Math.abs(staff - (confirmed.get(id) ?? 0)), 0);
  const made = await pool.query<{ n: number }>("select count(*)::int as n from enterprises where name = '新登记企业'");
  return counted + Math.abs((made.rows[0]?.n ?? 0) - created);
}
