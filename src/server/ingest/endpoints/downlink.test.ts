import { expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import { encodeFrame } from '#protocols/gb26875/frame.ts';
import { gb26875 } from '#protocols/gb26875/gb26875.ts';
import { timeTagAt } from '#protocols/gb26875/timeTag.ts';
import { encodeMessage, executionResult, requestAnswer } from '#protocols/hj212/answer.ts';
import { hj212 } from '#protocols/hj212/hj212.ts';
import type { Hj212Message } from '#protocols/hj212/message.ts';
import { createCommandDesk, type CommandStep } from '../commands/commandDesk.ts';
import { createDeviceBook } from '../deviceBook.ts';
import { startGb26875 } from './gb26875.ts';
import { startHj212 } from './hj212.ts';
import { anEndpoint, eventually } from './testEndpoint.ts';

// Commands on their way down and answers on their way up, byte by byte as devices see them.

const noon = Date.parse('2026-07-01T12:00:00+08:00');

function aDesk(deviceKey: string) {
  const clock = new TestClock(noon);
  const steps: CommandStep[] = [];
  const commands = createCommandDesk({ clock, onStep: (step) => steps.push(step) });
  const device = {
    id: 'd',
    deviceKey,
    name: '',
    areaCode: '341322',
    demo: false,
    proof: 'address' as const,
    user: null,
    secret: null,
    fingerprint: null,
  };
  const ask = (command: string, parameters: Record<string, number> = {}) =>
    commands.take({ id: command, deviceKey, command, parameters, expiresAtMs: clock.nowMs() + 600_000, attempts: 0 });
  return { clock, steps, commands, ask, book: createDeviceBook(new Set(), [device]) };
}

const upload: Hj212Message = {
  requestNumber: '20260701115900000',
  systemType: '22',
  command: '2011',
  password: '123456',
  deviceId: 'A1',
  flag: 4,
  packageCount: null,
  packageNumber: null,
  items: [[{ name: 'DataTime', value: '20260701115900' }], [{ name: 'a34004-Rtd', value: '35' }]],
  otherFields: [],
};
const hj212In = (bytes: Uint8Array) =>
  hj212
    .createDecoder()
    .push(bytes)
    .flatMap((decoded) => (decoded.ok ? [decoded.message] : []));

test('over HJ 212 an interval is set: the device says it will (9011), then that it has (9012)', async () => {
  const { steps, ask, ...given } = aDesk('hj212:A1');
  const bench = await anEndpoint(startHj212, given);
  const device = await bench.device();
  device.send(encodeMessage(upload));
  await eventually(() => given.commands.isOnline('hj212:A1'));
  ask('setInterval', { seconds: 60 });
  const [request] = hj212In(await device.received((bytes) => hj212In(bytes).length === 1));
  expect(request).toMatchObject({
    requestNumber: '20260701120000000',
    systemType: '22',
    command: '1062',
    password: '123456',
    deviceId: 'A1',
    flag: 5,
    items: [[{ name: 'RtdInterval', value: '60' }]],
  });
  if (!request) return;
  device.send(requestAnswer(request, 1));
  device.send(executionResult(request, 1));
  await eventually(() => steps.length === 3);
  expect(steps).toMatchObject([
    { state: 'sent', attempts: 1, answer: null },
    { state: 'received', answer: { QnRtn: '1' } },
    { state: 'done', answer: { ExeRtn: '1' } },
  ]);
  await bench.close();
});

test('over HJ 212 a device that refuses ends the command as refused', async () => {
  const { steps, ask, ...given } = aDesk('hj212:A1');
  const bench = await anEndpoint(startHj212, given);
  const device = await bench.device();
  ask('queryNow');
  device.send(encodeMessage(upload));
  const [request = upload] = hj212In(await device.received((bytes) => hj212In(bytes).length === 1));
  device.send(requestAnswer(request, 3));
  await eventually(() => steps.length === 2);
  expect(steps[1]).toMatchObject({ state: 'refused', answer: { QnRtn: '3' } });
  await bench.close();
});

test('over HJ 212 a device that asks for the time hears it in Chinese local time', async () => {
  const { steps: _, ask: __, ...given } = aDesk('hj212:A1');
  const bench = await anEndpoint(startHj212, given);
  const device = await bench.device();
  device.send(encodeMessage({ ...upload, command: '1013', flag: 5, items: [] }));
  const told = hj212In(await device.received((bytes) => hj212In(bytes).length === 2));
  expect(told.find(({ command }) => command === '1012')?.items).toEqual([[{ name: 'SystemTime', value: '20260701120000' }]]);
  expect(told.map(({ command }) => command).sort()).toEqual(['1012', '9013']);
  await bench.close();
});

test('over GB/T 26875.3 the clock is set with a control frame and the confirmation under its serial ends it', async () => {
  const { steps, ask, ...given } = aDesk('gb26875:000000000064');
  const bench = await anEndpoint(startGb26875, given);
  const device = await bench.device();
  const at = timeTagAt(noon);
  const head = { version: { main: 1, user: 2 }, sentAt: at, source: 0x64, destination: 1 };
  const content = { kind: 'deviceState' as const, type: 21 as const, objects: [{ status: 1, occurredAt: at }], trailing: '' };
  ask('setTime');
  device.send(encodeFrame({ ...head, serial: 1, commandCode: 2, content }));
  const framesIn = (bytes: Uint8Array) =>
    gb26875
      .createDecoder()
      .push(bytes)
      .flatMap((decoded) => (decoded.ok ? [decoded.message] : []));
  const frames = framesIn(await device.received((bytes) => framesIn(bytes).length === 2));
  const control = frames.find(({ command }) => command === 'control');
  expect(control).toMatchObject({ source: 1, destination: 0x64, content: { kind: 'setDeviceTime', objects: [{ time: { atMs: noon } }] } });
  device.send(encodeFrame({ ...head, serial: control?.serial ?? 0, commandCode: 3, content: null }));
  await eventually(() => steps.at(-1)?.state === 'done');
  await bench.close();
});

test('a stranger is told nothing: commands wait for registered devices only', async () => {
  const { ask: _, steps: __, ...given } = aDesk('hj212:A1');
  const bench = await anEndpoint(startHj212, given);
  const device = await bench.device();
  device.send(encodeMessage({ ...upload, deviceId: 'STRANGER', flag: 5 }));
  await device.received((bytes) => hj212In(bytes).length === 1);
  expect(given.commands.isOnline('hj212:STRANGER')).toBe(false);
  await bench.close();
});
