import { connect, type Socket } from 'node:net';
import { aPoint, aRule } from '#kernel/alarm/alarmBuilders.ts';
import type { AlarmRule, Point } from '#kernel/alarm/alarm.ts';
import { systemClock, type Clock } from '#kernel/clock/clock.ts';
import { simulatedDisk, type SimulatedDisk } from '../log/simulatedDisk.ts';
import type { Disk } from '../log/disk.ts';
import type { PayloadBook } from '../payloadBook.ts';
import { memoryStore } from '../memoryStore.ts';
import { startPipeline } from '../pipeline.ts';
import type { CommandDesk } from '../commands/commandDesk.ts';
import { createContacts } from '../contacts.ts';
import { createDeviceBook, type DeviceBook } from '../deviceBook.ts';
import type { TlsMaterial } from './listener.ts';
import type { Endpoint, EndpointOptions, Limits } from './endpoint.ts';

// For tests: an endpoint on a free port with a pipeline behind it, and a device that speaks bytes.

type Start = (options: EndpointOptions, port: number, host: string) => Promise<Endpoint>;

export interface BenchOptions {
  points?: Point[];
  rules?: AlarmRule[];
  limits?: Partial<Limits>;
  disk?: Disk;
  book?: DeviceBook;
  tls?: TlsMaterial;
  commands?: CommandDesk;
  payloads?: PayloadBook;
  /** The endpoint's; the pipeline keeps to the machine's. */
  clock?: Clock;
}

export async function anEndpoint(start: Start, more: BenchOptions = {}) {
  const disk = more.disk ?? simulatedDisk(() => 0.5);
  const store = memoryStore(more.points ?? [aPoint()], more.rules ?? [aRule()]);
  const faults: string[] = [];
  const report = (error: Error, where: string) => faults.push(`${where}: ${error.message}`);
  const pipeline = await startPipeline({ store, disk, clock: systemClock, followerLingerMs: 0, report });
  const { limits, tls, commands, payloads, clock = systemClock, book = createDeviceBook(new Set()) } = more;
  const contacts = createContacts(clock, pipeline.counters);
  const given = {
    pipeline,
    clock,
    report,
    book,
    contacts,
    ...(limits && { limits }),
    ...(tls && { tls }),
    ...(commands && { commands }),
    ...(payloads && { payloads }),
  };
  const endpoint = await start(given, 0, '127.0.0.1');
  const { port } = endpoint.address;
  const devices: Device[] = [];
  return {
    pipeline,
    store,
    disk: disk as SimulatedDisk,
    faults,
    port,
    device: async () => {
      const device = await aDevice(port);
      devices.push(device);
      return device;
    },
    counted: (name: string, reason = '') => pipeline.counters.list().find((row) => row.name === name && row.reason === reason)?.count ?? 0,
    close: async () => {
      for (const device of devices) device.socket.destroy();
      await endpoint.close();
      await pipeline.stop();
    },
  };
}

export interface Device {
  socket: Socket;
  send(bytes: Uint8Array | string): void;
  /** Resolves with everything received so far once it satisfies the condition. */
  received(isEnough: (bytes: Buffer) => boolean): Promise<Buffer>;
  /** Resolves when the other side has closed. */
  closed: Promise<void>;
}

async function aDevice(port: number): Promise<Device> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let bytes = Buffer.alloc(0);
  let check = () => {};
  socket.on('data', (more: Buffer) => {
    bytes = Buffer.concat([bytes, more]);
    check();
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => {
    socket.once('end', () => resolve());
    socket.once('close', () => resolve());
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  return {
    socket,
    closed,
    send: (more) => void socket.write(more),
    received: (isEnough) =>
      new Promise((resolve) => {
        check = () => {
          if (isEnough(bytes)) resolve(bytes);
        };
        check();
      }),
  };
}

/** Waits on the event loop, not on a clock, until something is true. */
export async function eventually(isTrue: () => boolean, turns = 200_000): Promise<void> {
  for (let turn = 0; turn < turns && !isTrue(); turn++) await new Promise((resolve) => setImmediate(resolve));
  if (!isTrue()) throw new Error('it did not come to pass');
}
