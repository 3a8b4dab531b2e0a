import { expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import { encodeFrame } from '#protocols/jt808/frame.ts';
import { jt808 } from '#protocols/jt808/jt808.ts';
import type { Body, Jt808Message } from '#protocols/jt808/message.ts';
import { createCommandDesk, type CommandStep } from '../commands/commandDesk.ts';
import { createDeviceBook, type KnownDevice } from '../deviceBook.ts';
import { startJt808 } from './jt808.ts';
import { anEndpoint, eventually, type Device } from './testEndpoint.ts';

// A location report recorded from a terminal of the 2019 edition, phone 13800000000, 15 August 2025 10:30.
const report = Buffer.from('7e0200401c0100000000013800000000000200000001000000030209adbc06f879950023025d007d02250815103000747e', 'hex');
const deviceKey = 'jt808:13800000000';

const messagesIn = (bytes: Uint8Array): Jt808Message[] =>
  jt808
    .createDecoder()
    .push(bytes)
    .flatMap((decoded) => (decoded.ok ? [decoded.message] : []));
const heard = async (terminal: Device, count: number) =>
  messagesIn(await terminal.received((bytes) => messagesIn(bytes).length >= count)).map(({ body }) => body);
const [recorded] = messagesIn(report);
const from = (id: number, serial: number, body: Body, more: Partial<Jt808Message> = {}) =>
  encodeFrame({ ...(recorded as Jt808Message), id, serial, body, rest: '', exact: null, ...more });
const registration = from(0x0100, 1, {
  kind: 'registration',
  fields: { province: 34, city: 1322, maker: 'ANLAN', model: 'T1', terminalId: '0000001', plateColour: 1, plate: '皖L12345' },
});
const authentication = (token: string) => from(0x0102, 2, { kind: 'authentication', fields: { token, imei: '', software: '' } });

const aTerminal = (more: Partial<KnownDevice> = {}): KnownDevice => ({
  id: 't1',
  deviceKey,
  name: '危货车',
  areaCode: '341322',
  demo: false,
  proof: 'address',
  user: null,
  secret: null,
  fingerprint: null,
  ...more,
});

test('a terminal registers, authenticates with its token, reports and is answered once it is on disk', async () => {
  const bench = await anEndpoint(startJt808);
  const terminal = await bench.device();
  terminal.send(registration);
  const [registered] = await heard(terminal, 1);
  expect(registered).toMatchObject({ kind: 'registrationAnswer', fields: { answeredSerial: 1, result: 0, token: '00000000013800000000' } });
  terminal.send(authentication('00000000013800000000'));
  terminal.send(from(0x0002, 3, { kind: 'heartbeat', fields: {} }));
  terminal.send(report);
  const answers = (await heard(terminal, 4)).slice(1);
  expect(answers).toMatchObject([
    { kind: 'platformAnswer', fields: { answeredSerial: 2, answeredId: 0x0102, result: 0 } },
    { kind: 'platformAnswer', fields: { answeredSerial: 3, answeredId: 0x0002, result: 0 } },
    { kind: 'platformAnswer', fields: { answeredSerial: 2, answeredId: 0x0200, result: 0 } },
  ]);
  expect(bench.counted('accepted')).toBe(1);
  await bench.close();
});

test('a report the disk has no room for is answered as failed', async () => {
  const bench = await anEndpoint(startJt808);
  const terminal = await bench.device();
  bench.disk.setFree(5);
  terminal.send(report);
  expect(await heard(terminal, 1)).toMatchObject([{ kind: 'platformAnswer', fields: { result: 1 } }]);
  await bench.close();
});

test('a terminal with a key of its own gets none by registering and is believed only with it', async () => {
  const book = createDeviceBook(new Set(), [aTerminal({ proof: 'key', secret: 'wu-jia-1' })]);
  const bench = await anEndpoint(startJt808, { book });
  const terminal = await bench.device();
  terminal.send(Buffer.concat([registration, authentication('13800000000'), report]));
  expect(await heard(terminal, 3)).toMatchObject([
    { kind: 'registrationAnswer', fields: { result: 3 } },
    { kind: 'platformAnswer', fields: { answeredId: 0x0102, result: 1 } },
    { kind: 'platformAnswer', fields: { answeredId: 0x0200, result: 1 } },
  ]);
  terminal.send(Buffer.concat([authentication('wu-jia-1'), report]));
  expect((await heard(terminal, 5)).slice(3)).toMatchObject([{ fields: { result: 0 } }, { fields: { result: 0 } }]);
  expect([bench.counted('refused', 'wrongKey'), bench.counted('accepted')]).toEqual([2, 1]);
  await bench.close();
});

test('a terminal that asks for the time hears it, a message nobody knows is answered as not supported', async () => {
  const clock = new TestClock('2026-07-01T12:00:00+08:00');
  const bench = await anEndpoint(startJt808, { clock });
  const terminal = await bench.device();
  terminal.send(from(0x0004, 5, { kind: 'timeQuery', fields: {} }));
  terminal.send(from(0x0fff, 6, { kind: 'unknown', raw: '01' }));
  expect(await heard(terminal, 2)).toMatchObject([
    { kind: 'timeAnswer', fields: { at: { raw: '260701120000' } } },
    { kind: 'platformAnswer', fields: { answeredId: 0x0fff, result: 3 } },
  ]);
  await bench.close();
});

test('a message in two packages is asked for its missing half, then every package is answered', async () => {
  const clock = new TestClock();
  const bench = await anEndpoint(startJt808, { clock });
  const terminal = await bench.device();
  const body = report.subarray(17, -2).toString('hex').replaceAll('7d02', '7e').toUpperCase();
  const part = (number: number) => {
    const raw = number === 1 ? body.slice(0, 20) : body.slice(20);
    return from(0x0200, 40 + number, { kind: 'package', raw }, { packet: { total: 2, number } });
  };
  terminal.send(part(2));
  await eventually(() => (clock.advance(1_000), bench.counted('answered', 'packageRequested') >= 1));
  const [request] = await heard(terminal, 1);
  expect(request).toMatchObject({ kind: 'platformResend', fields: { firstSerial: 41, packages: [1] } });
  terminal.send(part(1));
  const answers = (await heard(terminal, 3)).filter(({ kind }) => kind === 'platformAnswer');
  expect(answers).toMatchObject([{ fields: { answeredSerial: 41, result: 0 } }, { fields: { answeredSerial: 42, result: 0 } }]);
  expect(bench.counted('accepted')).toBe(1);
  await bench.close();
});

test('a command reaches the terminal and its general answer ends it', async () => {
  const clock = new TestClock();
  const steps: CommandStep[] = [];
  const commands = createCommandDesk({ clock, onStep: (step) => steps.push(step) });
  const bench = await anEndpoint(startJt808, { clock, commands, book: createDeviceBook(new Set(), [aTerminal()]) });
  const terminal = await bench.device();
  commands.take({
    id: 'c',
    deviceKey,
    command: 'setInterval',
    parameters: { seconds: 30 },
    expiresAtMs: clock.nowMs() + 60_000,
    attempts: 0,
  });
  terminal.send(report);
  const bytes = await terminal.received((all) => messagesIn(all).length === 2);
  const told = messagesIn(bytes).find(({ body }) => body.kind === 'setParameters');
  expect(told?.body).toEqual({ kind: 'setParameters', fields: { parameters: [{ id: 0x29, raw: '0000001E' }] } });
  const answered = { answeredSerial: told?.serial ?? -1, answeredId: 0x8103, result: 0 };
  terminal.send(from(0x0001, 9, { kind: 'terminalAnswer', fields: answered }));
  await eventually(() => steps.at(-1)?.state === 'done');
  expect(steps.map(({ state }) => state)).toEqual(['sent', 'done']);
  await bench.close();
});
