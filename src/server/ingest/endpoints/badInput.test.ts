import { expect, test } from 'vitest';
import { aPoint } from '#kernel/alarm/alarmBuilders.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import { encodeFrame } from '#protocols/gb26875/frame.ts';
import { timeTagAt } from '#protocols/gb26875/timeTag.ts';
import { encodeMessage } from '#protocols/hj212/answer.ts';
import { writeTime } from '#protocols/hj212/time.ts';
import { Counters } from '../counters.ts';
import { createDeviceBook } from '../deviceBook.ts';
import { createContacts } from '../contacts.ts';
import { simulatedDisk } from '../log/simulatedDisk.ts';
import { memoryStore } from '../memoryStore.ts';
import { startPipeline } from '../pipeline.ts';
import { startGb26875 } from './gb26875.ts';
import { hj212Signal, startHj212 } from './hj212.ts';
import { hj212 } from '#protocols/hj212/hj212.ts';
import { keep } from './endpoint.ts';
import { anEndpoint, eventually } from './testEndpoint.ts';

// What goes wrong in the field: full disks, clocks, nonsense.

const midnight = Date.parse('2026-07-02T00:00:00+08:00');
const point = aPoint({ key: 'hj212:A1||a34004', rangeMin: null, rangeMax: null });

const anUpload = (dataTime: string, value: string, command = '2011') =>
  encodeMessage({
    requestNumber: `${dataTime.slice(0, 14)}000`,
    systemType: '22',
    command,
    password: '123456',
    deviceId: 'A1',
    flag: 5,
    packageCount: null,
    packageNumber: null,
    items: [[{ name: 'DataTime', value: dataTime }], [{ name: 'a34004-Rtd', value }]],
    otherFields: [],
  });

test('HJ 212 on a full disk: refused by QnRtn 2, the officer is told, and all goes on without a restart', async () => {
  const bench = await anEndpoint(startHj212, { points: [point] });
  const device = await bench.device();
  const now = writeTime(Date.now());
  bench.disk.setFree(5);
  device.send(anUpload(now, '35'));
  expect((await device.received((bytes) => bytes.includes('QnRtn'))).toString()).toMatch(/CN=9011;.*QnRtn=2/);
  expect(bench.pipeline.trouble()).toMatchObject({ code: 'log-full', refused: 1 });
  expect(bench.faults.join()).toContain('takes no writes (log-full)');
  bench.disk.setFree(1_000_000);
  device.send(anUpload(now, '35'));
  await device.received((bytes) => bytes.includes('CN=9014'));
  expect([bench.pipeline.trouble(), bench.counted('accepted'), bench.counted('trouble', 'over')]).toEqual([null, 1, 1]);
  await bench.close();
});

test('GB/T 26875.3 on a full disk: denied with command 6 under the same serial', async () => {
  const bench = await anEndpoint(startGb26875);
  const device = await bench.device();
  const at = timeTagAt(Date.now());
  const content = { kind: 'deviceState' as const, type: 21 as const, objects: [{ status: 3, occurredAt: at }], trailing: '' };
  bench.disk.setFree(5);
  device.send(
    encodeFrame({ serial: 77, version: { main: 1, user: 2 }, sentAt: at, source: 0x64, destination: 1, commandCode: 2, content }),
  );
  const answer = Buffer.from(await device.received((bytes) => bytes.length >= 30));
  expect([answer.readUInt16LE(2), answer[26]]).toEqual([77, 6]);
  await bench.close();
});

test('a disk that has room again is noticed by the clock although no device sends', async () => {
  const clock = new TestClock(midnight);
  const disk = simulatedDisk(() => 0.5);
  const report = () => {};
  const pipeline = await startPipeline({ store: memoryStore([point], []), disk, clock, report });
  disk.setFree(5);
  const contacts = createContacts(clock, pipeline.counters);
  const options = { pipeline, clock, report, book: createDeviceBook(new Set()), contacts };
  expect(await keep(options, signalOf(anUpload('20260702000000', '35'), midnight), {})).toBe('log-full');
  expect(pipeline.trouble()).toMatchObject({ code: 'log-full', sinceMs: midnight });
  clock.advance(1_000);
  await eventually(() => (pipeline.trouble()?.refused ?? 0) >= 2);
  disk.setFree(1_000_000);
  clock.advance(1_000);
  await eventually(() => pipeline.trouble() === null);
  await pipeline.stop();
});

function signalOf(bytes: Uint8Array, nowMs: number) {
  const [decoded] = hj212.createDecoder().push(bytes);
  if (!decoded?.ok) throw new Error('the frame does not decode');
  return hj212Signal(decoded.message, decoded.frame, nowMs, 'a:1').signal;
}

async function readingsOf(uploads: readonly Uint8Array[], nowMs: number) {
  const clock = new TestClock(nowMs);
  const store = memoryStore([point], []);
  const pipeline = await startPipeline({ store, disk: simulatedDisk(() => 0.5), clock, report: () => {}, followerLingerMs: 0 });
  for (const bytes of uploads) await pipeline.accept(signalOf(bytes, nowMs));
  await pipeline.stored(pipeline.position());
  const counted = pipeline.counters.list().filter(({ name }) => name === 'reading' || name === 'refused');
  await pipeline.stop();
  return { readings: [...store.readings.values()].map(({ atMs, value, quality }) => [atMs - midnight, value, quality]), counted };
}

test('readings on both sides of midnight keep their order and their day', async () => {
  const { readings } = await readingsOf([anUpload('20260701235959', '1'), anUpload('20260702000000', '2')], midnight + 1_000);
  expect(readings).toEqual([
    [-1_000, 1, 'good'],
    [0, 2, 'good'],
  ]);
});

test('a clock that jumps back a day is kept as late and does not displace what came before', async () => {
  const uploads = [anUpload('20260702000000', '5'), anUpload('20260630235959', '7'), anUpload('20260702000001', '6')];
  const { readings } = await readingsOf(uploads, midnight + 2_000);
  expect(readings).toEqual([
    [0, 5, 'good'],
    [-86_401_000, 7, 'late'],
    [1_000, 6, 'good'],
  ]);
});

test('a leap second and other times no calendar has are taken at the time of receipt, marked', async () => {
  const { readings } = await readingsOf([anUpload('20260701235960', '5')], midnight + 500);
  expect(readings).toEqual([[500, 5, 'clockUnset']]);
});

test('NaN, infinities and words are refused one by one, the number beside them is kept', async () => {
  const values = ['NaN', 'Infinity', '-1e999', 'n/a', '35'];
  const { readings } = await readingsOf(
    values.map((value, second) => anUpload(`2026070200000${second}`, value)),
    midnight + 5_000,
  );
  expect(readings).toEqual([[4_000, 35, 'good']]);
});

test('a million frames of an unknown command fill neither memory nor log, and each is counted', { timeout: 60_000 }, () => {
  const counters = new Counters(new TestClock());
  const frame = Buffer.from(anUpload('20260702000000', '1')).toString().replace('CN=2011', 'CN=7777').repeat(20);
  for (let n = 0; n < 1_000_000; n++) counters.refuse('hj212', 'unknownCommand', `10.0.${n % 250}.1:${n % 60_000}`, frame, `command ${n}`);
  expect(counters.list()).toEqual([{ name: 'refused', protocol: 'hj212', reason: 'unknownCommand', count: 1_000_000 }]);
  expect([counters.frames().length, Math.max(...counters.frames().map((kept) => kept.frame.length))]).toEqual([20, 1024]);
});

test('a thousand frames of a reserved command on one connection are each denied, counted, and a sound one behind them is confirmed', async () => {
  const bench = await anEndpoint(startGb26875, { limits: { framesPerSecond: 10_000 } });
  const device = await bench.device();
  const at = timeTagAt(Date.now());
  const head = { version: { main: 1, user: 2 }, sentAt: at, source: 0x64, destination: 1 };
  const reserved = Buffer.from(encodeFrame({ ...head, serial: 1, commandCode: 100, content: null }));
  device.send(Buffer.concat(Array<Buffer>(1_000).fill(reserved)));
  device.send(
    encodeFrame({
      ...head,
      serial: 2,
      commandCode: 2,
      content: { kind: 'deviceState', type: 21, objects: [{ status: 1, occurredAt: at }], trailing: '' },
    }),
  );
  const answers = Buffer.from(await device.received((bytes) => bytes.length >= 1_001 * 30));
  expect([answers[26], answers.at(-4)]).toEqual([6, 3]);
  expect([bench.counted('refused', 'unknownCommand'), bench.counted('answered', 'denied'), bench.counted('accepted')]).toEqual([
    1_000, 1_000, 1,
  ]);
  await bench.close();
});
