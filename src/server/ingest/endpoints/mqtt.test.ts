import { spawn } from 'node:child_process';
import { generate, type IConnectPacket, type IPublishPacket, type Packet } from 'mqtt-packet';
import { expect, test } from 'vitest';
import { aPoint } from '#kernel/alarm/alarmBuilders.ts';
import { startMqtt } from './mqtt.ts';
import { anEndpoint, eventually } from './testEndpoint.ts';

const topic = 'xe/341322/water/daihe/gauge-1/up/telemetry';
const connect: IConnectPacket = { cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clientId: 'gauge-1', clean: true, keepalive: 60 };
const publish = (payload: string, more: Partial<IPublishPacket> = {}): Packet => ({
  cmd: 'publish',
  topic,
  payload,
  qos: 1,
  messageId: 1,
  dup: false,
  retain: false,
  ...more,
});
const bytesOf = (...packets: Packet[]) => Buffer.concat(packets.map((packet) => generate(packet)));
const connack = '20020000';
const puback = (messageId: number) => `4002${messageId.toString(16).padStart(4, '0')}`;
const has = (hex: string) => (bytes: Buffer) => bytes.toString('hex').includes(hex);

function mosquittoPub(port: number, ...options: string[]): Promise<number | null> {
  const child = spawn('mosquitto_pub', ['-h', '127.0.0.1', '-p', String(port), '-t', topic, ...options], { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

test.each([
  ['311', '0'],
  ['311', '1'],
  ['mqttv5', '0'],
  ['mqttv5', '1'],
])('mosquitto_pub of version %s with QoS %s delivers and ends without error', async (version, qos) => {
  const bench = await anEndpoint(startMqtt);
  expect(await mosquittoPub(bench.port, '-V', version, '-q', qos, '-m', '{"waterLevel":31.2}')).toBe(0);
  await eventually(() => bench.pipeline.openAlarms().length === 1);
  expect(bench.pipeline.openAlarms()).toMatchObject([{ value: 31.2, pointId: aPoint().id }]);
  await bench.close();
});

test('mosquitto_pub with QoS 2 is disconnected and nothing of it counts', async () => {
  const bench = await anEndpoint(startMqtt);
  const publishing = mosquittoPub(bench.port, '-q', '2', '-m', '{"waterLevel":31.2}');
  await eventually(() => bench.counted('connection', 'qos2') > 0);
  await bench.close();
  expect(await publishing).not.toBe(0);
  expect(bench.counted('accepted')).toBe(0);
});

test('a message is acknowledged only once it is on disk', async () => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  device.send(bytesOf(connect, publish('{"waterLevel":20}', { messageId: 513 })));
  expect((await device.received(has(puback(513)))).toString('hex')).toBe(connack + puback(513));
  expect(bench.pipeline.position()).toBe(2);
  bench.disk.setFree(5);
  device.send(bytesOf(publish('{"waterLevel":21}', { messageId: 514 })));
  await device.closed;
  expect(bench.counted('refused', 'log-full')).toBe(1);
  expect(bench.counted('connection', 'notKept')).toBe(1);
  await bench.close();
});

test('packets cut anywhere are understood', async () => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  device.socket.setNoDelay(true);
  for (const byte of bytesOf(connect, publish('{"waterLevel":20}'), publish('{"rain":1}', { messageId: 2 })))
    device.send(Uint8Array.of(byte));
  await device.received(has(puback(2)));
  expect(bench.counted('accepted')).toBe(2);
  await bench.close();
});

test('a subscription is answered with failure, a ping with a pong', async () => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  device.send(bytesOf(connect, { cmd: 'subscribe', messageId: 9, subscriptions: [{ topic: '#', qos: 0 }] }, { cmd: 'pingreq' }));
  expect((await device.received(has('d000'))).toString('hex')).toBe(`${connack}9003000980d000`);
  await bench.close();
});

test('a payload that says nothing usable is counted, kept and acknowledged, so that it is not sent for ever', async () => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  device.send(bytesOf(connect, publish('not json'), publish('{"waterLevel":"high"}', { messageId: 2 })));
  await device.received(has(puback(2)));
  expect([bench.counted('refused', 'json'), bench.counted('refused', 'type'), bench.counted('accepted')]).toEqual([1, 1, 0]);
  expect(bench.pipeline.counters.frames()[0]?.frame).toBe(`${topic} not json`);
  await bench.close();
});

test.each([
  ['garbage', Buffer.from('GET / HTTP/1.1\r\n\r\n'), 'invalidFormat'],
  ['a message before the introduction', bytesOf(publish('{"a":1}')), 'notConnected'],
  ['two introductions', bytesOf(connect, connect), 'connectTwice'],
  ['a topic with a wildcard', Buffer.concat([bytesOf(connect), Buffer.from('30050003612f2b', 'hex')]), 'topic'],
  ['a packet of 200 MB', Buffer.concat([bytesOf(connect), Buffer.from('30ffffff5f', 'hex'), Buffer.alloc(140_000)]), 'tooLarge'],
  ['a nameless client that wants a session', Buffer.from('100c00044d5154540400003c0000', 'hex'), 'identifier'],
])('%s ends the connection with a counted reason', async (_, bytes, reason) => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  device.send(bytes);
  await device.closed;
  expect(bench.counted('connection', reason)).toBe(1);
  expect(bench.faults).toEqual([]);
  await bench.close();
});

test('a client that connects again under its name replaces its old connection', async () => {
  const bench = await anEndpoint(startMqtt);
  const [old, young] = [await bench.device(), await bench.device()];
  old.send(bytesOf(connect));
  await old.received(has(connack));
  young.send(bytesOf(connect, publish('{"waterLevel":20}')));
  await old.closed;
  await young.received(has(puback(1)));
  expect(bench.counted('connection', 'takenOver')).toBe(1);
  await bench.close();
});

test('a client silent for one and a half keep-alive periods is closed', async () => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  device.send(bytesOf({ ...connect, keepalive: 1 }));
  await device.closed;
  expect(bench.counted('connection', 'silent')).toBe(1);
  await bench.close();
});
