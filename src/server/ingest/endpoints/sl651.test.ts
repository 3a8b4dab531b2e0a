import { createSocket } from 'node:dgram';
import { expect, test } from 'vitest';
import { aPoint } from '#kernel/alarm/alarmBuilders.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import { encodeFrame } from '#protocols/sl651/frame.ts';
import type { Sl651Message } from '#protocols/sl651/message.ts';
import { sl651 } from '#protocols/sl651/sl651.ts';
import { createCommandDesk, type CommandStep } from '../commands/commandDesk.ts';
import { createDeviceBook, type KnownDevice } from '../deviceBook.ts';
import { startSl651 } from './sl651.ts';
import { anEndpoint, eventually } from './testEndpoint.ts';

// A test report recorded from a station (protocols/sl651/fixtures/frames.hex): function 30, serial 3, 15 October 2059, 11:15:49.
const report = Buffer.from(
  '7e7e010012345678123430002b020003591011154947f1f1001234567848f0f0591011154920190000052619000005392300000127381211150320fa',
  'hex',
);
const deviceKey = 'sl651:0012345678';
const point = aPoint({ key: `${deviceKey}||voltage`, unit: 'V', rangeMin: null, rangeMax: null });

function messagesIn(bytes: Uint8Array): Sl651Message[] {
  return sl651
    .createDecoder()
    .push(bytes)
    .flatMap((decoded) => (decoded.ok ? [decoded.message] : []));
}
const answers = (count: number) => (bytes: Buffer) => messagesIn(bytes).length >= count;

/** The report cut into three packages. */
function packages(): Uint8Array[] {
  const [whole] = messagesIn(report);
  if (!whole) throw new Error('the fixture does not decode');
  const body = report.subarray(14, -3).toString('hex');
  const third = Math.ceil(body.length / 6) * 2;
  return [1, 2, 3].map((number) => {
    const parts = [{ kind: 'package' as const, raw: body.slice((number - 1) * third, number * third) }];
    return encodeFrame({ ...whole, packet: { total: 3, number }, serial: null, sentAt: null, parts, end: number === 3 ? 'ETX' : 'ETB' });
  });
}

const aStation = (more: Partial<KnownDevice>): KnownDevice => ({
  id: 's1',
  deviceKey,
  name: '雨量站',
  areaCode: '341322',
  demo: false,
  proof: 'key',
  user: null,
  secret: '1234',
  fingerprint: null,
  ...more,
});

test('a recorded report is confirmed under its serial once it is on disk', async () => {
  const bench = await anEndpoint(startSl651, { points: [point] });
  const station = await bench.device();
  station.send(report);
  const [answer] = messagesIn(await station.received(answers(1)));
  expect(answer).toMatchObject({ direction: 'down', station: '0012345678', functionCode: 0x30, serial: 3, end: 'ESC' });
  expect(bench.counted('accepted')).toBe(1);
  await bench.close();
});

test('a report the disk has no room for is refused with NAK, and confirmed when it comes again after room was made', async () => {
  const bench = await anEndpoint(startSl651);
  const station = await bench.device();
  bench.disk.setFree(5);
  station.send(report);
  await station.received(answers(1));
  bench.disk.setFree(1_000_000);
  station.send(report);
  expect(messagesIn(await station.received(answers(2))).map(({ end }) => end)).toEqual(['NAK', 'ESC']);
  await bench.close();
});

test('a station with a wrong password is refused with NAK and counted', async () => {
  const bench = await anEndpoint(startSl651, { book: createDeviceBook(new Set(['sl651']), [aStation({ secret: 'abcd' })]) });
  const station = await bench.device();
  station.send(report);
  expect(messagesIn(await station.received(answers(1)))).toMatchObject([{ end: 'NAK' }]);
  expect([bench.counted('refused', 'wrongKey'), bench.counted('accepted')]).toEqual([1, 0]);
  await bench.close();
});

test('a message in three packages is put together; the one that was lost is asked for by its number', async () => {
  const clock = new TestClock();
  const bench = await anEndpoint(startSl651, { clock });
  const station = await bench.device();
  const [first = report, second = report, third = report] = packages();
  station.send(Buffer.concat([first, third]));
  await eventually(() => clock.nowMs() >= 0 && (clock.advance(1_000), bench.counted('answered', 'packageRequested') === 1));
  expect(messagesIn(await station.received(answers(1)))).toMatchObject([{ end: 'NAK', packet: { total: 3, number: 2 } }]);
  expect(bench.counted('accepted')).toBe(0);
  station.send(second);
  expect(messagesIn(await station.received(answers(2)))[1]).toMatchObject({ functionCode: 0x30, end: 'ESC' });
  expect(bench.counted('accepted')).toBe(1);
  await bench.close();
});

test('a message whose rest never comes is given up after three requests', async () => {
  const clock = new TestClock();
  const bench = await anEndpoint(startSl651, { clock });
  const station = await bench.device();
  station.send(packages()[0] ?? report);
  await eventually(() => clock.nowMs() >= 0 && (clock.advance(1_000), bench.counted('refused', 'incomplete') === 1));
  expect([bench.counted('answered', 'packageRequested'), bench.counted('accepted')]).toEqual([3, 0]);
  await bench.close();
});

test('over UDP each datagram is confirmed to where it came from, and half a frame is damage', async () => {
  const bench = await anEndpoint(startSl651);
  const socket = createSocket('udp4');
  const heard: Buffer[] = [];
  socket.on('message', (bytes) => heard.push(bytes));
  socket.send(report.subarray(0, 20), bench.port, '127.0.0.1');
  socket.send(report, bench.port, '127.0.0.1');
  await eventually(() => heard.length === 1 && bench.counted('refused', 'truncated') === 1);
  expect(messagesIn(heard[0] ?? report)).toMatchObject([{ serial: 3, end: 'ESC' }]);
  socket.close();
  await bench.close();
});

test('a sender of too many datagrams is not answered beyond its rate, and what was not answered is counted', async () => {
  const clock = new TestClock();
  const bench = await anEndpoint(startSl651, { clock, limits: { framesPerSecond: 20 } });
  const socket = createSocket('udp4');
  let heard = 0;
  socket.on('message', () => void (heard += 1));
  for (let n = 0; n < 50; n++) socket.send(report, bench.port, '127.0.0.1');
  await eventually(() => heard === 20 && bench.counted('flooding', 'dropped') === 30);
  clock.advance(1_000);
  socket.send(report, bench.port, '127.0.0.1');
  await eventually(() => heard === 21);
  expect(bench.counted('flooding', 'dropped')).toBe(30);
  socket.close();
  await bench.close();
});

test('a station is told the time and its answer ends the command', async () => {
  const clock = new TestClock('2026-07-01T12:00:00+08:00');
  const steps: CommandStep[] = [];
  const commands = createCommandDesk({ clock, onStep: (step) => steps.push(step) });
  const bench = await anEndpoint(startSl651, { clock, commands, book: createDeviceBook(new Set(), [aStation({})]) });
  commands.take({ id: 'c1', deviceKey, command: 'setTime', parameters: {}, expiresAtMs: clock.nowMs() + 60_000, attempts: 0 });
  const station = await bench.device();
  station.send(report);
  const told = messagesIn(await station.received(answers(2))).find(({ functionCode }) => functionCode === 0x4a);
  expect(told).toMatchObject({ direction: 'down', password: '1234', sentAt: { raw: '260701120000' }, end: 'ENQ' });
  // Answer of function 4A as a station of the fixtures gives it, with this station's address.
  const [whole] = messagesIn(report);
  if (whole) station.send(encodeFrame({ ...whole, functionCode: 0x4a, parts: whole.parts.slice(0, 1) }));
  await eventually(() => steps.at(-1)?.state === 'done');
  expect(steps.map(({ state }) => state)).toEqual(['sent', 'done']);
  await bench.close();
});
