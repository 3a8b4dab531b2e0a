import { randomUUIDv7 } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeMessage } from '#protocols/hj212/answer.ts';
import { testServer, type TestServer } from '../access/testServer.ts';
import { anActor } from '../storage/testDatabase.ts';

// Devices through a whole server: the register declares, the endpoint believes or not, the page is told.

const system = anActor({ kind: 'system' });
let town: TestServer;
let port = 0;
const deviceId = randomUUIDv7();

beforeAll(async () => {
  town = await testServer({ ANLAN_INGEST: 'hj212:0' });
  port = town.server.endpoints[0]?.port ?? 0;
  const station = randomUUIDv7();
  await create('stations', station, { name: '空气站', kind: 'environment', place: [116.9, 34.2] });
  await create('devices', deviceId, { name: '仪器', station, protocol: 'hj212', deviceKey: 'hj212:A1', proof: 'key' });
});
afterAll(() => town.stop());

async function create(register: string, id: string, fields: object): Promise<void> {
  expect((await town.admin('POST', `/registers/${register}`, { id, ...fields })).status).toBe(201);
}

/** Sends one upload and returns what comes back. */
async function upload(password: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const message = {
    requestNumber: '20260701030000000',
    systemType: '22',
    command: '2011',
    password,
    deviceId: 'A1',
    flag: 5,
    packageCount: null,
    packageNumber: null,
    items: [[{ name: 'DataTime', value: '20260701030000' }], [{ name: 'a34004-Rtd', value: '35' }]],
    otherFields: [],
  };
  socket.write(encodeMessage(message));
  const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
  socket.destroy();
  return answer.toString();
}

test('a device must give the key that was set for it; nobody can read the key again, and the journal knows who set it', async () => {
  // The register's change reaches the endpoint by way of the outbox.
  await expect.poll(() => upload('123456'), { timeout: 10_000, interval: 100 }).toContain('QnRtn=3');
  expect((await town.admin('POST', `/devices/${deviceId}/key`, { key: '234567' })).status).toBe(204);
  expect(await upload('123456')).toContain('QnRtn=3');
  expect(await upload('234567')).toContain('CN=9014');
  const { body } = await town.admin<{ items: object[] }>('GET', '/devices');
  expect(body.items).toMatchObject([
    { deviceKey: 'hj212:A1', proof: 'key', isKeySet: true, contact: { protocol: 'hj212', moves: 0, rival: null } },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/234567|sealed/);
  const stored = await town.database.transaction(system, (tx) => tx.query<{ sealed: string }>('select sealed from device_credential'));
  expect(stored.rows[0]?.sealed).not.toContain('234567');
  const journal = await town.database.transaction(system, (tx) => tx.query(`select * from journal where act = 'setDeviceKey'`));
  expect(journal.rows).toMatchObject([{ subject_id: deviceId }]);
  expect(JSON.stringify(journal.rows)).not.toContain('234567');
});

test('what was refused is counted where the officer sees it', async () => {
  const { body } = await town.admin<{ items: object[]; frames: { frame: string }[] }>('GET', '/counters');
  expect(body.items).toContainEqual({ protocol: 'hj212', name: 'refused', reason: 'wrongKey', count: 1 });
  expect(body.items).toContainEqual({ protocol: 'hj212', name: 'refused', reason: 'keyNotSet', count: expect.any(Number) });
  expect(body.frames.map(({ frame }) => frame).join()).not.toContain('123456');
});

test('without its key a device that must have one is refused again', async () => {
  expect((await town.admin('DELETE', `/devices/${deviceId}/key`)).status).toBe(204);
  expect(await upload('234567')).toContain('QnRtn=3');
});

test('whoever only looks may neither set keys nor see the list', async () => {
  const { ask } = await town.person('lookout', [{ role: 'viewer', areaCode: '341322' }]);
  expect((await ask('POST', `/devices/${deviceId}/key`, { key: 'x' })).status).toBe(403);
  expect((await ask('GET', '/devices')).status).toBe(403);
});

test('an officer of another township does not find the device', async () => {
  const { ask } = await town.person('far', [{ role: 'dutyOfficer', areaCode: '341322101' }], '341322101');
  expect((await ask('POST', `/devices/${deviceId}/key`, { key: 'x' })).status).toBe(404);
});
