import { expect, test } from 'vitest';
import { aPoint, aRule } from '#kernel/alarm/alarmBuilders.ts';
import { encodeMessage } from '#protocols/hj212/answer.ts';
import type { Hj212Message } from '#protocols/hj212/message.ts';
import { writeTime } from '#protocols/hj212/time.ts';
import { hj212Signal, startHj212 } from './hj212.ts';
import { anEndpoint, eventually } from './testEndpoint.ts';

const deviceId = '010000A8900016F000169DC0';
const point = aPoint({ key: `hj212:${deviceId}||a21005` });

/** Carbon monoxide as a device would report it, asking for an answer. */
function aMessage(value: number, atMs = Date.now(), more: Partial<Hj212Message> = {}): Hj212Message {
  return {
    requestNumber: `${writeTime(atMs)}123`,
    systemType: '22',
    command: '2011',
    password: '123456',
    deviceId,
    flag: 5,
    packageCount: null,
    packageNumber: null,
    items: [
      [{ name: 'DataTime', value: writeTime(atMs) }],
      [
        { name: 'a21005-Rtd', value: String(value) },
        { name: 'a21005-Flag', value: 'N' },
      ],
    ],
    otherFields: [],
    ...more,
  };
}

const answers = (bytes: Buffer) => bytes.toString('latin1').match(/CN=9014/g)?.length ?? 0;

test('a message is answered with 9014 once it is on disk, and its alarm is raised', async () => {
  const bench = await anEndpoint(startHj212, { points: [point], rules: [aRule()] });
  const device = await bench.device();
  device.send(encodeMessage(aMessage(31)));
  const answer = await device.received((bytes) => answers(bytes) === 1);
  expect(answer.toString()).toContain('ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&');
  expect(bench.pipeline.position()).toBe(2);
  expect(bench.pipeline.openAlarms()).toMatchObject([{ value: 31 }]);
  await bench.close();
});

test('half frames, two in one packet, noise between and a wrong CRC: every sound frame counts, the rest is kept to be looked at', async () => {
  const bench = await anEndpoint(startHj212, { points: [point] });
  const device = await bench.device();
  const frames = [1, 2, 3, 4].map((n) => Buffer.from(encodeMessage(aMessage(n, Date.now() - 10_000 + n * 1000))));
  const [first, second, third, fourth] = frames as [Buffer, Buffer, Buffer, Buffer];
  device.send(first.subarray(0, 20));
  await eventually(() => bench.counted('connection', 'opened') === 1);
  device.send(Buffer.concat([first.subarray(20), second, Buffer.from('line noise'), third]));
  await device.received((bytes) => answers(bytes) === 3);
  const broken = Buffer.from(fourth);
  broken.write(broken.toString('latin1', broken.length - 6, broken.length - 2) === '0000' ? '0001' : '0000', broken.length - 6);
  device.send(Buffer.concat([broken, fourth]));
  await device.received((bytes) => answers(bytes) === 4);
  expect(bench.counted('accepted')).toBe(4);
  expect(bench.counted('refused', 'checksum')).toBe(1);
  expect(bench.counted('refused', 'invalidFormat')).toBe(1);
  expect(bench.pipeline.counters.frames().map(({ frame }) => frame)).toEqual(['line noise', broken.toString().trim()]);
  await bench.close();
});

test('a device that closes its side after sending still gets its answer', async () => {
  const bench = await anEndpoint(startHj212);
  const device = await bench.device();
  device.socket.end(encodeMessage(aMessage(1)));
  const answer = await device.received((bytes) => answers(bytes) === 1);
  await device.closed;
  expect(answer.toString()).toContain('CN=9014');
  await bench.close();
});

test('nothing is answered that the disk did not take', async () => {
  const bench = await anEndpoint(startHj212);
  const device = await bench.device();
  bench.disk.setFree(10);
  device.send(encodeMessage(aMessage(1)));
  await eventually(() => bench.counted('refused', 'log-full') === 1);
  bench.disk.setFree(1_000_000);
  device.send(encodeMessage(aMessage(2)));
  await device.received((bytes) => answers(bytes) === 1);
  expect(bench.counted('answered')).toBe(1);
  await bench.close();
});

test('a device beyond the connection limit is turned away and counted', async () => {
  const bench = await anEndpoint(startHj212, { limits: { connections: 1 } });
  await bench.device();
  const second = await bench.device();
  await second.closed;
  expect(bench.counted('connection', 'tooMany')).toBe(1);
  await bench.close();
});

test('a silent connection is closed, and an unfinished frame is given up before', async () => {
  const bench = await anEndpoint(startHj212, { limits: { idleMs: 60, frameMs: 20 } });
  const device = await bench.device();
  device.send('##0109ST=32;CN=2011');
  await device.closed;
  expect(bench.counted('refused', 'truncated')).toBe(1);
  expect(bench.counted('connection', 'idle')).toBe(1);
  await bench.close();
});

test('what the device flags as not measured is marked, and means of a period are a series of their own', () => {
  const items = (flag: string) => [
    [{ name: 'DataTime', value: '20260701120000' }],
    [
      { name: 'a21005-Rtd', value: '1' },
      { name: 'a21005-Flag', value: flag },
    ],
  ];
  const quality = (flag: string) => hj212Signal(aMessage(1, 0, { items: items(flag) }), '', 0, '').signal.readings[0]?.quality;
  expect(['N', 'T', 'M', 'C', 'D', 'B', 'F', 'S'].map(quality)).toEqual([
    'good',
    'good',
    'device',
    'device',
    'device',
    'device',
    'device',
    'device',
  ]);
  const hourly = hj212Signal(
    aMessage(1, 0, {
      command: '2061',
      items: [
        [
          { name: 'DataTime', value: '20260701120000' },
          { name: 'a21005-Avg', value: '2' },
        ],
      ],
    }),
    '',
    0,
    '',
  );
  expect(hourly.signal.readings).toMatchObject([{ channel: 'hour', quantity: 'a21005', value: 2 }]);
});
