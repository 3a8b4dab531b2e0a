import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { aPoint } from '#kernel/alarm/alarmBuilders.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import { encodeFrame } from '#protocols/modbus/frame.ts';
import { createModbusDecoder } from '#protocols/modbus/stream.ts';
import { createContacts } from '../contacts.ts';
import { createDeviceBook } from '../deviceBook.ts';
import { simulatedDisk } from '../log/simulatedDisk.ts';
import { memoryStore } from '../memoryStore.ts';
import { startPipeline } from '../pipeline.ts';
import { pollModbus } from './modbusMaster.ts';
import { readModbusPolls } from './modbusPolls.ts';

// A device on a socket that answers with its registers, cut into single bytes.

const soon = { timeout: 10_000, interval: 10 };
const holding = [0, 235, 0xffff, 0xfff6];
let device: Server | null = null;
afterEach(() => void device?.close());

async function aDevice(answers: 'registers' | 'exception' | 'silence'): Promise<number> {
  device = createServer((socket) => {
    const decoder = createModbusDecoder({ transport: 'tcp', side: 'request' });
    socket.on('error', () => {});
    socket.on('data', (bytes: Buffer) => {
      for (const decoded of decoder.push(Uint8Array.from(bytes))) {
        if (!decoded.ok || decoded.message.pdu.kind !== 'read' || answers === 'silence') continue;
        const { address, count, function: code } = decoded.message.pdu;
        const pdu =
          answers === 'exception'
            ? ({ kind: 'exception', function: code, code: 2 } as const)
            : ({ kind: 'registers', function: 3, registers: holding.slice(address, address + count) } as const);
        for (const byte of encodeFrame({ ...decoded.message, pdu })) socket.write(Uint8Array.of(byte));
      }
    });
  });
  const server = device;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return (server.address() as AddressInfo).port;
}

const point = (quantity: string, address: number, type: string, scale: number) => ({
  quantity,
  table: 'holding',
  address,
  type,
  scale,
  unit: 'm',
});
const file = (port: number, more: object = {}) =>
  JSON.stringify([
    {
      device: 'pump-1',
      host: '127.0.0.1',
      port,
      everySeconds: 10,
      map: {
        id: 'pump',
        label: { zh: '泵', en: 'Pump' },
        source: 'manual, p. 12',
        points: [point('level', 1, 'uint16', 0.1), point('flow', 2, 'int32', 1)],
      },
      ...more,
    },
  ]);

async function aPoll(port: number) {
  const read = readModbusPolls(file(port));
  if (!read.ok || !read.polls[0]) throw new Error(JSON.stringify(read));
  const clock = new TestClock();
  const store = memoryStore([aPoint({ key: 'modbus:pump-1||level', rangeMin: null, rangeMax: null })], []);
  const pipeline = await startPipeline({ store, disk: simulatedDisk(() => 0.5), clock, report: () => {}, followerLingerMs: 0 });
  const contacts = createContacts(clock, pipeline.counters);
  const source = pollModbus(read.polls[0], { pipeline, clock, report: () => {}, book: createDeviceBook(new Set()), contacts });
  const counted = (reason: string) => pipeline.counters.list().find((row) => row.name === 'poll' && row.reason === reason)?.count ?? 0;
  const close = async () => {
    await source.close();
    await pipeline.stop();
  };
  return { clock, store, source, counted, close };
}

test('registers become readings every ten seconds, scaled as the map says', async () => {
  const poll = await aPoll(await aDevice('registers'));
  await expect.poll(() => poll.counted('good'), soon).toBe(1);
  poll.clock.advance(10_000);
  await expect.poll(() => poll.counted('good'), soon).toBe(2);
  await expect.poll(() => [...poll.store.readings.values()].map(({ value }) => value), soon).toEqual([23.5, 23.5]);
  expect(poll.source.state()).toMatchObject({ is: 'connected', error: null });
  await poll.close();
});

test('a device that refuses, one that is silent and one that is away leave a gap with its reason, and are asked again', async () => {
  const refusing = await aPoll(await aDevice('exception'));
  await expect.poll(() => refusing.source.state().error, soon).toContain('exception 2');
  await refusing.close();
  device?.close();
  const silent = await aPoll(await aDevice('silence'));
  await expect.poll(() => (silent.clock.advance(1_000), silent.source.state().error), soon).toBe('no answer within 3 s');
  await silent.close();
  device?.close();
  const away = await aPoll(1);
  await expect.poll(() => away.source.state().error, soon).toContain('ECONNREFUSED');
  away.clock.advance(10_000);
  await expect.poll(() => away.counted('failed'), soon).toBe(2);
  await away.close();
});

test('mistakes in the file are named by their place, all at once', () => {
  expect(readModbusPolls(file(502, { unit: 300, everySecond: 1 }))).toEqual({
    ok: false,
    problems: ['[0].everySecond: unknown', '[0].unit: a whole number from 0 to 255'],
  });
  expect(readModbusPolls('{')).toMatchObject({ ok: false });
  expect(readModbusPolls('{}')).toEqual({ ok: false, problems: ['not a list'] });
});
