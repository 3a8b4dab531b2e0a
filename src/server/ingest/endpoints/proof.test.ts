import { execFileSync, spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPoint } from '#kernel/alarm/alarmBuilders.ts';
import { encodeMessage } from '#protocols/hj212/answer.ts';
import { createDeviceBook, type KnownDevice } from '../deviceBook.ts';
import { startHj212 } from './hj212.ts';
import { startMqtt } from './mqtt.ts';
import { anEndpoint } from './testEndpoint.ts';

// Devices that prove who they are, by key, by account and by certificate, with real clients.

const topic = 'xe/341322/water/daihe/gauge-1/up/telemetry';
let folder = '';
const path = (name: string) => join(folder, name);
const openssl = (...options: string[]) => execFileSync('openssl', options, { stdio: ['ignore', 'pipe', 'ignore'] });

/** A certificate for localhost signed by itself. */
function makeCertificate(name: string): void {
  const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', path(`${name}.key`)];
  openssl('req', '-x509', ...key, '-out', path(`${name}.pem`), '-days', '2', ...subject);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anlan-tls-'));
  for (const name of ['server', 'gauge', 'stranger']) makeCertificate(name);
});

afterAll(() => rmSync(folder, { recursive: true }));

const tls = (ca: string | null = null) => ({
  cert: readFileSync(path('server.pem'), 'utf8'),
  key: readFileSync(path('server.key'), 'utf8'),
  ca: ca === null ? null : readFileSync(path(ca), 'utf8'),
});
const fingerprint = (name: string) =>
  createHash('sha256')
    .update(new X509Certificate(readFileSync(path(name))).raw)
    .digest('hex');

const aDevice = (more: Partial<KnownDevice>): KnownDevice => ({
  id: 'd1',
  deviceKey: 'mqtt:gauge-1',
  name: 'gauge',
  areaCode: '341322',
  demo: false,
  proof: 'password',
  user: 'gauge',
  secret: '河长-2026',
  fingerprint: null,
  ...more,
});

function mosquittoPub(port: number, ...options: string[]): Promise<string> {
  const child = spawn('mosquitto_pub', [
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-t',
    topic,
    '-q',
    '1',
    '-m',
    '{"waterLevel":20}',
    ...options,
  ]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => void (said += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(`${code} ${said.trim()}`));
  });
}

test.each(['311', 'mqttv5'])(
  'over MQTT %s a device comes in with its password only, and another account may not speak for it',
  async (version) => {
    const other = aDevice({ id: 'd2', deviceKey: 'mqtt:gauge-2', user: 'other', secret: 'x' });
    const bench = await anEndpoint(startMqtt, { book: createDeviceBook(new Set(), [aDevice({}), other]) });
    const publish = (...options: string[]) => mosquittoPub(bench.port, '-V', version, ...options);
    expect(await publish('-u', 'gauge', '-P', '河长-2026')).toBe('0 ');
    expect(await publish('-u', 'gauge', '-P', '河长-2025')).toMatch(/bad user ?name or password/i);
    expect(bench.counted('refused', 'wrongKey')).toBe(1);
    // Let in, but not as this device: version 5 is told so with the message.
    const said = [await publish('-u', 'other', '-P', 'x'), await publish()];
    expect(said.map((line) => line.includes('Not authorized'))).toEqual(Array(2).fill(version === 'mqttv5'));
    expect([bench.counted('refused', 'wrongKey'), bench.counted('refused', 'keyMissing'), bench.counted('accepted')]).toEqual([2, 1, 1]);
    expect(JSON.stringify(bench.pipeline.counters.frames())).not.toContain('河长-2025');
    await bench.close();
  },
);

test('where the protocol takes proven devices only, a client without an account is not let in', async () => {
  const bench = await anEndpoint(startMqtt, { book: createDeviceBook(new Set(['mqtt']), [aDevice({})]) });
  expect(await mosquittoPub(bench.port)).toMatch(/not authori[sz]ed/i);
  expect(await mosquittoPub(bench.port, '-u', 'gauge', '-P', '河长-2026')).toBe('0 ');
  expect([bench.counted('refused', 'proofRequired'), bench.counted('accepted')]).toEqual([1, 1]);
  await bench.close();
});

test('over mqtts mosquitto_pub is known by its certificate; another certificate may connect but not speak for the device', async () => {
  const device = aDevice({ proof: 'certificate', fingerprint: fingerprint('gauge.pem') });
  const bench = await anEndpoint(startMqtt, { tls: tls(), book: createDeviceBook(new Set(['mqtt']), [device]) });
  const publish = (name: string) =>
    mosquittoPub(bench.port, '-V', 'mqttv5', '--cafile', path('server.pem'), '--cert', path(`${name}.pem`), '--key', path(`${name}.key`));
  expect(await publish('gauge')).toBe('0 ');
  expect(await publish('stranger')).toContain('Not authorized');
  expect([bench.counted('accepted'), bench.counted('refused', 'wrongCertificate')]).toEqual([1, 1]);
  await bench.close();
});

test('with authorities given, a certificate that they did not sign ends the connection', async () => {
  const bench = await anEndpoint(startMqtt, { tls: tls('gauge.pem') });
  const publish = (name: string) =>
    mosquittoPub(bench.port, '--cafile', path('server.pem'), '--cert', path(`${name}.pem`), '--key', path(`${name}.key`));
  expect(await publish('gauge')).toBe('0 ');
  expect(await publish('stranger')).not.toMatch(/^0 /);
  expect([bench.counted('accepted'), bench.counted('connection', 'wrongCertificate')]).toEqual([1, 1]);
  await bench.close();
});

const message = (password: string) =>
  encodeMessage({
    requestNumber: '20260701120000000',
    systemType: '22',
    command: '2011',
    password,
    deviceId: 'A1',
    flag: 5,
    packageCount: null,
    packageNumber: null,
    items: [[{ name: 'DataTime', value: '20260701120000' }], [{ name: 'a34004-Rtd', value: '35' }]],
    otherFields: [],
  });

test('over HJ 212 a wrong password hears QnRtn 3 and keeps its data, the right one hears 9014', async () => {
  const device = aDevice({ deviceKey: 'hj212:A1', proof: 'key', secret: '234567' });
  const bench = await anEndpoint(startHj212, {
    points: [aPoint({ key: 'hj212:A1||a34004' })],
    book: createDeviceBook(new Set(), [device]),
  });
  const client = await bench.device();
  client.send(message('123456'));
  expect((await client.received((bytes) => bytes.includes('QnRtn'))).toString()).toMatch(/CN=9011;.*QnRtn=3/);
  client.send(message('234567'));
  expect((await client.received((bytes) => bytes.includes('CN=9014'))).toString()).toContain('QN=20260701120000000');
  expect([bench.counted('refused', 'wrongKey'), bench.counted('accepted'), bench.counted('answered', 'denied')]).toEqual([1, 1, 1]);
  expect(bench.pipeline.counters.frames()[0]?.frame).toContain('PW=••••');
  await bench.close();
});

test('HJ 212 under TLS: a frame in two halves is answered as over plain TCP', async () => {
  const bench = await anEndpoint(startHj212, { tls: tls(), points: [aPoint({ key: 'hj212:A1||a34004' })] });
  const socket = connectTls({ port: bench.port, host: '127.0.0.1', ca: readFileSync(path('server.pem')) });
  await new Promise((resolve) => socket.once('secureConnect', resolve));
  const bytes = message('123456');
  socket.write(bytes.subarray(0, 20));
  socket.write(bytes.subarray(20));
  const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
  expect(answer.toString()).toContain('CN=9014');
  socket.destroy();
  await bench.close();
});

test('what speaks no TLS on a TLS port is counted', async () => {
  const bench = await anEndpoint(startHj212, { tls: tls() });
  const client = await bench.device();
  client.send(message('123456'));
  await client.closed;
  expect(bench.counted('connection', 'handshake')).toBe(1);
  await bench.close();
});
