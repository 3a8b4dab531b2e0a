import { spawn } from 'node:child_process';
import { generate, parser, type IConnectPacket, type IPublishPacket, type Packet } from 'mqtt-packet';
import { expect, test } from 'vitest';
import { aPoint } from '#kernel/alarm/alarmBuilders.ts';
import { startMqtt } from './mqtt.ts';
import { anEndpoint, eventually, type Device } from './testEndpoint.ts';

// What version 5 adds to mqtt.test.ts: reasons, aliases of topics, limits told beforehand.

const topic = 'xe/341322/water/daihe/gauge-1/up/telemetry';
const five = { protocolVersion: 5 };
const connect: IConnectPacket = { cmd: 'connect', protocolId: 'MQTT', protocolVersion: 5, clientId: 'gauge-1', clean: true, keepalive: 60 };
const publish = (messageId: number, payload: string, more: Partial<IPublishPacket> = {}): Packet => ({
  cmd: 'publish',
  topic,
  payload,
  qos: 1,
  messageId,
  dup: false,
  retain: false,
  ...more,
});
const bytesOf = (...packets: Packet[]) => Buffer.concat(packets.map((packet) => generate(packet, five)));

function packetsIn(bytes: Buffer): Packet[] {
  const packets: Packet[] = [];
  const reader = parser(five);
  reader.on('packet', (packet: Packet) => packets.push(packet));
  reader.parse(bytes);
  return packets;
}

/** Resolves with every packet received so far once there are that many. */
const answers = async (device: Device, count: number) => packetsIn(await device.received((bytes) => packetsIn(bytes).length >= count));

function mosquittoPub(port: number, input: string, ...options: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn('mosquitto_pub', ['-V', 'mqttv5', '-h', '127.0.0.1', '-p', String(port), '-t', topic, '-q', '1', ...options]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => void (said += bytes.toString()));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

test('a client hears what it may do before it sends anything', async () => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  device.send(bytesOf({ ...connect, clientId: '', properties: { sessionExpiryInterval: 86_400 } }));
  const [welcome] = await answers(device, 1);
  expect(welcome).toMatchObject({
    reasonCode: 0,
    sessionPresent: false,
    properties: { sessionExpiryInterval: 0, maximumQoS: 1, topicAliasMaximum: 64, receiveMaximum: 1000, maximumPacketSize: 65_536 },
  });
  expect(welcome).toHaveProperty('properties.assignedClientIdentifier', expect.stringMatching(/^127\.0\.0\.1:\d+$/));
  await bench.close();
});

test('mosquitto_pub sends a thousand messages under an alias of its topic, with user properties', async () => {
  const bench = await anEndpoint(startMqtt);
  const lines = Array.from({ length: 1000 }, (_, index) => `{"waterLevel":${20 + index / 1000}}`);
  const properties = ['-D', 'publish', 'topic-alias', '3', '-D', 'publish', 'user-property', 'maker', '水文'];
  expect(await mosquittoPub(bench.port, `${lines.join('\n')}\n`, '-l', ...properties)).toEqual({ code: 0, said: '' });
  expect(bench.counted('accepted')).toBe(1000);
  expect(bench.pipeline.latest(aPoint().id)?.value).toBe(20.999);
  await bench.close();
});

test('a topic sent by its alias alone is the topic the alias was given to, and an unknown alias ends the connection', async () => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  const alias = { properties: { topicAlias: 7 } };
  device.send(bytesOf(connect, publish(1, '{"waterLevel":20}', alias), publish(2, '{"waterLevel":21}', { topic: '', ...alias })));
  expect((await answers(device, 3)).slice(1)).toMatchObject([
    { cmd: 'puback', messageId: 1, reasonCode: 0 },
    { cmd: 'puback', messageId: 2, reasonCode: 0 },
  ]);
  expect(bench.pipeline.latest(aPoint().id)?.value).toBe(21);
  device.send(bytesOf(publish(3, '{"waterLevel":22}', { topic: '', properties: { topicAlias: 8 } })));
  expect((await answers(device, 4))[3]).toMatchObject({ cmd: 'disconnect', reasonCode: 0x94 });
  await bench.close();
});

test('a full disk is answered with "quota exceeded" on the same connection, and the next message after space was made is kept', async () => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  device.send(bytesOf(connect));
  await answers(device, 1);
  bench.disk.setFree(5);
  device.send(bytesOf(publish(1, '{"waterLevel":20}')));
  expect((await answers(device, 2))[1]).toMatchObject({
    cmd: 'puback',
    messageId: 1,
    reasonCode: 0x97,
    properties: { reasonString: 'log-full' },
  });
  bench.disk.setFree(1_000_000);
  device.send(bytesOf(publish(2, '{"waterLevel":20}')));
  expect((await answers(device, 3))[2]).toMatchObject({ cmd: 'puback', messageId: 2, reasonCode: 0 });
  expect([bench.counted('refused', 'log-full'), bench.counted('answered', 'denied'), bench.counted('accepted')]).toEqual([1, 1, 1]);
  await bench.close();
});

test('mosquitto_pub hears why a message says nothing usable; a client that asked for no reasons gets the code alone', async () => {
  const bench = await anEndpoint(startMqtt);
  expect((await mosquittoPub(bench.port, '', '-m', 'not json')).said).toContain('Payload format invalid');
  const device = await bench.device();
  device.send(bytesOf({ ...connect, properties: { requestProblemInformation: false } }, publish(9, 'not json')));
  const refusal = (await answers(device, 2))[1];
  expect(refusal).toMatchObject({ messageId: 9, reasonCode: 0x99 });
  expect(refusal).not.toHaveProperty('properties');
  await bench.close();
});

test('mosquitto_pub with QoS 2 keeps to the QoS it was told', async () => {
  const bench = await anEndpoint(startMqtt);
  const { code, said } = await mosquittoPub(bench.port, '', '-q', '2', '-m', '{"waterLevel":20}');
  expect(`${code} ${said}`).not.toBe('0 ');
  expect(bench.counted('accepted')).toBe(0);
  await bench.close();
});

test.each([
  ['two introductions', [connect, connect], 0x82],
  ['QoS 2', [connect, publish(1, '{"a":1}', { qos: 2 })], 0x9b],
  ['an empty topic without an alias', [connect, publish(1, '{"a":1}', { topic: '', properties: { userProperties: { a: 'b' } } })], 0x90],
] as [string, Packet[], number][])('%s ends the connection and says why', async (_, packets, code) => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  device.send(bytesOf(...packets));
  expect((await answers(device, 2))[1]).toMatchObject({ cmd: 'disconnect', reasonCode: code });
  await device.closed;
  await bench.close();
});

test('a client that wants to prove itself by another method is turned away', async () => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  device.send(bytesOf({ ...connect, properties: { authenticationMethod: 'SCRAM-SHA-1' } }));
  expect(await answers(device, 1)).toMatchObject([{ cmd: 'connack', reasonCode: 0x8c }]);
  await device.closed;
  await bench.close();
});

test('subscriptions are refused one by one', async () => {
  const bench = await anEndpoint(startMqtt);
  const device = await bench.device();
  const subscriptions = ['a/#', 'b'].map((name) => ({ topic: name, qos: 0 as const }));
  device.send(
    bytesOf(connect, { cmd: 'subscribe', messageId: 4, subscriptions }, { cmd: 'unsubscribe', messageId: 5, unsubscriptions: ['b'] }),
  );
  expect((await answers(device, 3)).slice(1)).toMatchObject([
    { cmd: 'suback', granted: [0x87, 0x87] },
    { cmd: 'unsuback', granted: [0x11] },
  ]);
  await bench.close();
});

test('a connection taken over is told so', async () => {
  const bench = await anEndpoint(startMqtt);
  const [old, young] = [await bench.device(), await bench.device()];
  old.send(bytesOf(connect));
  await answers(old, 1);
  young.send(bytesOf(connect));
  expect((await answers(old, 2))[1]).toMatchObject({ cmd: 'disconnect', reasonCode: 0x8e });
  await eventually(() => bench.counted('connection', 'takenOver') === 1);
  await bench.close();
});
