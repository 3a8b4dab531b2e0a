import { randomUUIDv7 } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeMessage, executionResult, requestAnswer } from '#protocols/hj212/answer.ts';
import { hj212 } from '#protocols/hj212/hj212.ts';
import type { Hj212Message } from '#protocols/hj212/message.ts';
import { testServer, type TestServer } from '../access/testServer.ts';
import { anActor } from '../storage/testDatabase.ts';

// Devices through a whole server: the register declares, the endpoint believes or not, the page is told.

const system = anActor({ kind: 'system' });
const soon = { timeout: 10_000, interval: 50 };
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
  socket.write(anUpload(password));
  const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
  socket.destroy();
  return answer.toString();
}

function anUpload(password: string): Uint8Array {
  return encodeMessage({
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
  });
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

/** A device that stays on the line; each message it hears is handed to `answer`. */
async function aDeviceOnTheLine(answer: (request: Hj212Message) => Uint8Array[]) {
  const socket = connect(port, '127.0.0.1');
  const decoder = hj212.createDecoder();
  const heard: Hj212Message[] = [];
  socket.on('data', (bytes: Buffer) => {
    for (const decoded of decoder.push(bytes)) {
      if (!decoded.ok) continue;
      heard.push(decoded.message);
      if (!decoded.message.command.startsWith('9')) for (const frame of answer(decoded.message)) socket.write(frame);
    }
  });
  socket.write(anUpload('234567'));
  await expect.poll(() => heard.length, soon).toBe(1);
  return { socket, heard };
}

interface CommandsAnswer {
  isOnline: boolean;
  available: { command: string; kind: string }[];
  items: { id: string; state: string; attempts: number; requestedByName: string; answer: Record<string, unknown> | null }[];
}

test('an officer sets the interval of a device and sees its receipts; the journal names officer and command', async () => {
  await town.admin('POST', `/devices/${deviceId}/key`, { key: '234567' });
  const device = await aDeviceOnTheLine((request) => [requestAnswer(request, 1), executionResult(request, 1)]);
  const asked = await town.admin<{ id: string }>('POST', `/devices/${deviceId}/commands`, {
    command: 'setInterval',
    parameters: { seconds: 60 },
  });
  expect(asked.status).toBe(202);
  const commands = async () => (await town.admin<CommandsAnswer>('GET', `/devices/${deviceId}/commands`)).body;
  await expect.poll(async () => (await commands()).items[0]?.state, soon).toBe('done');
  const { items, isOnline, available } = await commands();
  expect([isOnline, available.map(({ command }) => command)]).toEqual([true, ['setTime', 'queryTime', 'queryNow', 'setInterval']]);
  expect(items).toMatchObject([{ id: asked.body.id, attempts: 1, answer: { QnRtn: '1', ExeRtn: '1' } }]);
  const journal = await town.database.transaction(system, (tx) => tx.query(`select detail from journal where act = 'commandDevice'`));
  expect(journal.rows).toMatchObject([{ detail: { command: 'setInterval', parameters: { seconds: 60 } } }]);
  device.socket.destroy();
});

test('a command that is given while the device is away expires by the clock, and its receipt says so', async () => {
  const asked = await town.admin<{ id: string }>('POST', `/devices/${deviceId}/commands`, { command: 'setTime', validMinutes: 5 });
  town.clock.advance(5 * 60_000);
  const state = async () =>
    (await town.admin<CommandsAnswer>('GET', `/devices/${deviceId}/commands`)).body.items.find(({ id }) => id === asked.body.id)?.state;
  await expect.poll(state, soon).toBe('expired');
});

test.each([
  [{ command: 'dance' }, 'command-unknown'],
  [{ command: 'setInterval' }, 'command-invalid'],
  [{ command: 'setInterval', parameters: { seconds: 5 } }, 'command-invalid'],
  [{ command: 'setTime', parameters: { seconds: 60 } }, 'command-invalid'],
])('%j is refused as %s and nothing is sent', async (body, code) => {
  expect(await town.admin('POST', `/devices/${deviceId}/commands`, body)).toMatchObject({ status: 422, body: { code } });
});

test('whoever only looks may not command devices', async () => {
  const { ask } = await town.person('onlooker', [{ role: 'viewer', areaCode: '341322' }]);
  expect((await ask('POST', `/devices/${deviceId}/commands`, { command: 'setTime' })).status).toBe(403);
});
