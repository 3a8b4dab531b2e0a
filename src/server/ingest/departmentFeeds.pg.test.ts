import { randomUUIDv7 } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../access/testServer.ts';
import { anActor } from '../storage/testDatabase.ts';

// A platform of a department on a real socket, good and bad, read by a whole server with its database.

const system = anActor({ kind: 'system' });
const soon = { timeout: 20_000, interval: 30 };
const everySeconds = 60;
const feedId = randomUUIDv7();
const mapping = JSON.stringify({
  records: '$.data[*]',
  device: '$.stcd',
  time: { path: '$.tm', form: 'epochMs' },
  readings: [{ quantity: 'waterLevel', value: '$.z', unit: 'm' }],
});

type Answering = (request: IncomingMessage, response: ServerResponse) => void;
interface Quality {
  problem: string | null;
  succeededAt: string | null;
  failures: number;
  skewMs: number | null;
  cursorAt: string | null;
  isSecretSet: boolean;
  days: { attempts: number; failed: number; unchanged: number; readings: number; repeated: number; faults: number; gaps: number }[];
}

let answering: Answering = (_, response) => response.end('{"data":[]}');
const asked: IncomingMessage[] = [];
const platform = createServer((request, response) => {
  asked.push(request);
  answering(request, response);
});
let town: TestServer;
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(platform.address() as AddressInfo).port}/levels?station=all`;
  town = await testServer();
  const [station, device] = [randomUUIDv7(), randomUUIDv7()];
  await create('stations', station, { name: '水文站', kind: 'water', place: [116.9, 34.2] });
  await create('devices', device, { name: '水位计', station, protocol: 'feed', deviceKey: 'feed:S1' });
  await create('points', randomUUIDv7(), { name: '水位', device, quantity: 'waterLevel', unit: 'm' });
});
afterAll(async () => {
  await town.stop();
  platform.closeAllConnections();
  platform.close();
});

async function create(register: string, id: string, fields: object): Promise<void> {
  const made = await town.admin('POST', `/registers/${register}`, { id, ...fields });
  expect(made).toMatchObject({ status: 201 });
}

async function quality(): Promise<Quality> {
  const { body } = await town.admin<{ items: Quality[] }>('GET', '/department-feeds');
  const [first] = body.items;
  if (!first) throw new Error('no platform');
  return first;
}

const attempts = async () => (await quality()).days.reduce((sum, day) => sum + day.attempts, 0);

/** Lets the given time pass and waits for the attempt that falls due. */
async function next(seconds: number, answer?: Answering): Promise<Quality> {
  if (answer) answering = answer;
  const before = await attempts();
  town.clock.advance(seconds * 1000);
  await expect.poll(passing(attempts), soon).toBe(before + 1);
  return quality();
}

/** Timers that are set while time is moved run a moment later. */
const passing =
  <T>(ask: () => Promise<T>) =>
  (): Promise<T> => {
    town.clock.advance(60);
    return ask();
  };

async function stored(): Promise<number> {
  const found = await town.database.transaction(system, (tx) =>
    tx.query<{ count: number }>(
      `select count(*)::int as count from observation join points on points.id = point_id where points.quantity = 'waterLevel'`,
    ),
  );
  return found.rows[0]?.count ?? 0;
}

const record = (minutesAgo: number, z: unknown = 30 + minutesAgo / 10_000) => ({
  stcd: 'S1',
  tm: town.clock.nowMs() - minutesAgo * 60_000,
  z,
});
const json =
  (body: unknown, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

test('a mapping that cannot be read is refused when it is saved, every mistake by its place', async () => {
  const wrong = JSON.stringify({ records: 'data', time: { path: '$.tm', form: 'unix' }, readings: [{ value: '$.z[' }] });
  const made = await town.admin<{ code: string; fields: { value: string }[] }>('POST', '/registers/departmentFeeds', {
    id: randomUUIDv7(),
    name: '水利',
    url,
    everySeconds,
    active: true,
    mapping: wrong,
  });
  expect(made).toMatchObject({ status: 422, body: { code: 'mapping-invalid' } });
  expect(made.body.fields.map(({ value }) => value).sort()).toEqual(
    ['device', 'readings[0].quantity', 'readings[0].value', 'records', 'time.form'].sort(),
  );
});

test('the secret goes in, is sent, and never comes out', async () => {
  const one = record(1);
  answering = (request, response) =>
    request.headers['x-api-key'] === 'swordfish-7' ? json({ data: [one] })(request, response) : void response.writeHead(401).end('no');
  await create('departmentFeeds', feedId, { name: '水利', url, everySeconds, active: true, headerName: 'X-Api-Key', mapping });
  await expect.poll(async () => (await quality()).problem, soon).toContain('X-Api-Key was not set');
  expect(asked).toHaveLength(0);
  expect((await town.admin('POST', `/department-feeds/${feedId}/secret`, { secret: 'swordfish-7' })).status).toBe(204);
  await expect.poll(async () => (await quality()).succeededAt, soon).not.toBeNull();
  await expect.poll(passing(stored), soon).toBe(1);
  expect(JSON.stringify((await town.admin('GET', '/department-feeds')).body)).not.toContain('swordfish');
  const kept = await town.database.transaction(system, (tx) => tx.query<{ sealed: string }>('select sealed from feed_credential'));
  expect(kept.rows[0]?.sealed).not.toContain('swordfish');
  const journal = await town.database.transaction(system, (tx) => tx.query(`select * from journal where act = 'setFeedSecret'`));
  expect(journal.rows).toMatchObject([{ subject_id: feedId }]);
});

test('ten thousand records are stored once however often they come, one that is new is added', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => record(index + 2));
  const first = await next(everySeconds, json({ data: many }));
  expect(first).toMatchObject({ problem: null, failures: 0 });
  await expect.poll(passing(stored), soon).toBe(10_001);
  const again = await next(everySeconds);
  expect(again.days[0]?.repeated).toBeGreaterThanOrEqual(10_000);
  await next(everySeconds, json({ data: [...many, record(0)] }));
  await expect.poll(passing(stored), soon).toBe(10_002);
});

test('what has not changed is not sent again', async () => {
  const known = await stored();
  await next(everySeconds, json({ data: [record(0)] }, { etag: '"v1"', 'last-modified': 'Wed, 01 Jul 2026 00:00:00 GMT' }));
  const before = (await quality()).days[0]?.unchanged ?? 0;
  const after = await next(everySeconds, (request, response) => {
    expect(request.headers['if-modified-since']).toBe('Wed, 01 Jul 2026 00:00:00 GMT');
    response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 500).end();
  });
  expect(after).toMatchObject({ problem: null, failures: 0 });
  expect(after.days[0]?.unchanged).toBe(before + 1);
  await expect.poll(passing(stored), soon).toBe(known + 1);
});

test('half an answer, bad JSON, an error in the place of records and a refused connection change nothing and say why', async () => {
  const known = await stored();
  await next(everySeconds, json({ data: [record(0)] }));
  await expect.poll(passing(stored), soon).toBe(known + 1);
  const before = known + 1;
  const cursor = (await quality()).cursorAt;
  const whole = JSON.stringify({ data: [record(0, 99)] });
  const half: Answering = (_, response) => {
    response.writeHead(200, { 'content-length': String(whole.length) });
    response.write(whole.slice(0, whole.length / 2));
    setImmediate(() => response.destroy());
  };
  expect((await next(everySeconds, half)).problem).toMatch(/terminated|closed/);
  // One failure waits the interval, two twice that, three four times.
  expect((await next(everySeconds, (_, response) => void response.end(`${whole.slice(0, -3)}`))).problem).toContain('not JSON');
  expect((await next(2 * everySeconds, json({ code: 500, message: 'token expired' }))).problem).toContain('no record');
  expect((await next(4 * everySeconds, (request) => void request.destroy())).problem).toContain('fetch failed');
  const last = await next(8 * everySeconds, (_, response) => void response.writeHead(503, { 'retry-after': '2000' }).end());
  expect(last).toMatchObject({ problem: 'HTTP 503', failures: 5, cursorAt: cursor });
  expect(await stored()).toBe(before);
  const asks = asked.length;
  town.clock.advance(1_500_000);
  await town.admin('GET', '/department-feeds');
  expect(asked).toHaveLength(asks);
  const over = await next(500, json({ data: [record(0)] }));
  expect(over).toMatchObject({ problem: null, failures: 0 });
  expect(over.days.reduce((sum, day) => sum + day.gaps, 0)).toBe(1);
  await expect.poll(passing(stored), soon).toBe(before + 1);
});

test('single records that cannot be read are counted and named; the others are kept', async () => {
  const before = await stored();
  const good = record(0);
  const after = await next(everySeconds, json({ data: [good, record(1, 'high'), { stcd: 'S1', z: 5 }, { tm: 5 }] }));
  expect(after.failures).toBe(0);
  expect(after.problem).toContain('$.data[1].z');
  await expect.poll(passing(stored), soon).toBe(before + 1);
});

test('a platform whose clock is an hour ahead does not push “since” into the future, and the same record is stored once', async () => {
  const before = await stored();
  const ahead = record(-60, 31);
  const first = await next(everySeconds, json({ data: [ahead] }, { date: new Date(town.clock.nowMs() + 3_660_000).toUTCString() }));
  expect(Date.parse(first.cursorAt ?? '')).toBeLessThanOrEqual(town.clock.nowMs());
  expect(first.skewMs).toBeGreaterThan(3_500_000);
  await next(everySeconds);
  await expect.poll(passing(stored), soon).toBe(before + 1);
});

test('where the platform takes “since” it is asked for newer records only, from durable ones on', async () => {
  const { body } = await town.admin<{ version: number }>('GET', `/registers/departmentFeeds/${feedId}`);
  answering = json({ data: [] });
  const changed = await town.admin(
    'PATCH',
    `/registers/departmentFeeds/${feedId}`,
    { sinceParameter: 'from', sinceForm: 'epochMs', overlapSeconds: 30 },
    { 'if-match': `"${body.version}"` },
  );
  expect(changed.status).toBe(200);
  await expect.poll(() => asked.at(-1)?.url, soon).toContain('from=');
  const at = Number(new URL(asked.at(-1)?.url ?? '', url).searchParams.get('from'));
  expect(at).toBe(Date.parse((await quality()).cursorAt ?? '') - 30_000);
  expect(asked.at(-1)?.url).toContain('station=all');
});

test('whoever only looks may neither see nor set anything', async () => {
  const { ask } = await town.person('lookout', [{ role: 'viewer', areaCode: '341322' }]);
  expect((await ask('GET', '/department-feeds')).status).toBe(403);
  expect((await ask('POST', `/department-feeds/${feedId}/secret`, { secret: 'x' })).status).toBe(403);
  expect(town.faults).toEqual([]);
});
