import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomUUIDv7 } from 'node:crypto';
import { minute } from '#kernel/alarm/alarmBuilders.ts';
import { testServer, type Ask, type TestServer } from '../../access/testServer.ts';
import { startLink, type GatedLink } from './testLink.ts';

// A town node and its county as two whole servers, each with its own PostgreSQL and clock; between them a line that can be cut.

const soon = { timeout: 20_000, interval: 50 };
let county: TestServer;
let town: TestServer;
let deviceToken = '';
let line: GatedLink;
const asks = new Map<TestServer, Ask>();
const expiresAt = '2026-07-20T00:00:00+08:00';

/** A session ends within the day that is cut off; a token does not. */
async function tokenOf(server: TestServer, scopes: string[]): Promise<string> {
  const made = await server.admin<{ token: string }>('POST', '/me/tokens', {
    name: scopes.join(' '),
    scopes,
    areaCode: '341322',
    expiresAt,
  });
  expect(made).toMatchObject({ status: 201 });
  return made.body.token;
}

beforeAll(async () => {
  county = await testServer();
  line = await startLink(county.server.url);
  town = await testServer({
    ANLAN_EDGE_PARENT: line.url,
    ANLAN_EDGE_TOKEN: await tokenOf(county, ['read:edge', 'write:edge']),
    ANLAN_EDGE_ID: 'town-1',
  });
  deviceToken = await tokenOf(county, ['observations']);
  for (const server of [county, town]) {
    asks.set(server, server.as(await tokenOf(server, ['read:*', 'write:*'])));
    await register(server, server === town);
  }
});
afterAll(async () => {
  await town.stop();
  await line.stop();
  await county.stop();
});

/** The same device stands in both registers; only the town has a rule for it. */
async function register(server: TestServer, withRule: boolean): Promise<void> {
  const [station, device, point] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
  const create = async (name: string, fields: object) => {
    const answer = await server.admin('POST', `/registers/${name}`, fields);
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 201 });
  };
  await create('stations', { id: station, name: '岱河闸', kind: 'water', place: [116.9, 34.2] });
  await create('devices', { id: device, name: '水位计', station, protocol: 'http', deviceKey: 'http:gauge-1' });
  await create('points', { id: point, name: '水位', device, channel: '', quantity: 'waterLevel', unit: 'm' });
  if (withRule) {
    await create('alarmRules', {
      id: randomUUIDv7(),
      textZh: '超警戒',
      point,
      kind: 'above',
      priority: 'high',
      limit: 30,
      hysteresis: 0,
      chatterTimes: 0,
      active: true,
    });
  }
  pointIds.set(server, point);
}
const pointIds = new Map<TestServer, string>();

async function read(value: number, atMs: number): Promise<void> {
  const items = [{ code: 'waterLevel', value, unit: 'm', t: atMs }];
  expect(await ask(town)('POST', '/observations', { device: 'gauge-1', items })).toMatchObject({ status: 202 });
}

interface Shown {
  items: {
    id: string;
    state: string;
    value: number;
    occurrences: number;
    origin?: { edgeId: string; alarmId: string };
    acknowledgedBy: string | null;
  }[];
}
const ask = (server: TestServer): Ask => asks.get(server) ?? server.admin;
const alarmsOf = async (server: TestServer) => (await ask(server)<Shown>('GET', '/alarms')).body.items;
const edges = async () => (await ask(county)<{ items: { id: string; position: number; backlog: number }[] }>('GET', '/edges')).body.items;
const stored = async (server: TestServer) =>
  (
    await server.database.pool.query<{ at: Date; value: number }>('select at, value from observation where point_id = $1 order by at', [
      pointIds.get(server),
    ])
  ).rows;

/** Both clocks go on together; timers of both fire. */
function pass(ms: number): void {
  county.clock.advance(ms);
  town.clock.advance(ms);
}

/** Lets a little time pass until something holds. */
async function until(holds: () => Promise<void>): Promise<void> {
  await expect
    .poll(async () => {
      pass(500);
      await holds();
      return true;
    }, soon)
    .toBe(true);
}

test('readings and alarms of a node reach its county, marked with where they come from', async () => {
  // The registers reach the alarm engine by way of the outbox.
  for (const server of [county, town]) {
    await until(async () => {
      const known = await ask(server)<{ rules: unknown[] }>('GET', `/points/${pointIds.get(server)}/observations`);
      expect(known.body.rules).toHaveLength(server === town ? 1 : 0);
    });
  }
  await read(31, town.clock.nowMs());
  await until(async () => {
    expect(await alarmsOf(county)).toMatchObject([{ state: 'unacknowledged', value: 31, origin: { edgeId: 'town-1' } }]);
    expect(await stored(county)).toHaveLength(1);
  });
  expect((await alarmsOf(town))[0]?.id).toBe((await alarmsOf(county))[0]?.origin?.alarmId);
});

test('a day cut off: the node goes on alarming, and afterwards the county has everything once', { timeout: 120_000 }, async () => {
  line.cut();
  for (let quarter = 1; quarter <= 96; quarter++) {
    pass(15 * minute);
    await read(quarter % 4 === 1 || quarter % 4 === 2 ? 20 : 31, town.clock.nowMs());
  }
  expect((await alarmsOf(town))[0]).toMatchObject({ state: 'unacknowledged', occurrences: 25 });
  expect(await stored(county)).toHaveLength(1);
  line.losesAnswers(2);
  line.mend();
  await until(async () => {
    expect(await edges()).toMatchObject([{ id: 'town-1', backlog: 0 }]);
    expect(await stored(county)).toHaveLength(97);
  });
  expect(await stored(county)).toEqual(await stored(town));
  expect(await alarmsOf(county)).toMatchObject([{ state: 'unacknowledged', occurrences: 25, origin: { edgeId: 'town-1' } }]);
  expect(line.lost()).toBe(2);
});

test('whoever answers at the node has answered for the county too', async () => {
  const [alarm] = (await ask(town)<{ items: { id: string; version: number }[] }>('GET', '/alarms')).body.items;
  const done = await ask(town)('POST', `/alarms/${alarm?.id}/actions/acknowledge`, { version: alarm?.version });
  expect(done).toMatchObject({ status: 200 });
  await until(async () => {
    expect(await alarmsOf(county)).toMatchObject([{ state: 'acknowledged', acknowledgedBy: expect.any(String) as string }]);
  });
});

test('a stretch that is sent again, or leaves a gap, changes nothing; a token without the scope is refused', async () => {
  const [edge] = await edges();
  const before = await stored(county);
  const stretch = { after: 0, through: edge?.position, last: edge?.position, signals: [], changes: [] };
  const again = await ask(county)('POST', '/edge/town-1/entries', stretch);
  expect(again).toMatchObject({ status: 200, body: { position: edge?.position } });
  const gap = await ask(county)('POST', '/edge/town-1/entries', { ...stretch, after: 10_000, through: 10_001 });
  expect(gap).toMatchObject({ status: 200, body: { position: edge?.position } });
  expect(await stored(county)).toEqual(before);
  expect((await county.as(deviceToken)('POST', '/edge/town-1/entries', stretch)).status).toBe(403);
});
