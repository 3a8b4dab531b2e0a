import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aPoint } from '#kernel/alarm/alarmBuilders.ts';
import { systemClock, TestClock } from '#kernel/clock/clock.ts';
import { simulatedDisk } from '../log/simulatedDisk.ts';
import { createContacts } from '../contacts.ts';
import { createDeviceBook } from '../deviceBook.ts';
import { memoryStore } from '../memoryStore.ts';
import { startPipeline } from '../pipeline.ts';
import { readBrokerAddress, type BrokerAddress } from './brokerAddress.ts';
import { readBroker } from './mqttBroker.ts';

// With a real mosquitto that is stopped and started in the middle.

const topic = 'xe/341322/water/daihe/gauge-1/up/telemetry';
const soon = { timeout: 20_000, interval: 20 };
let folder = '';
let port = 0;
let broker: ChildProcess | null = null;
// The daemon lies outside the path of ordinary accounts.
const env = { ...process.env, PATH: [process.env['PATH'] ?? '', '/usr/sbin', '/usr/local/sbin'].join(delimiter) };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-broker-'));
  port = await freePort();
});

afterEach(() => stopBroker('SIGKILL'));
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function startBroker(): Promise<void> {
  const user = process.getuid?.() === 0 ? 'user root\n' : '';
  const settings = `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence true\npersistence_location ${folder}/\n${user}max_queued_messages 0\n`;
  await writeFile(join(folder, 'mosquitto.conf'), settings);
  const child = spawn('mosquitto', ['-c', join(folder, 'mosquitto.conf')], { env });
  broker = child;
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`mosquitto ended with ${code}: ${said}`)));
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (/mosquitto version .* running/.test(said)) resolve();
    });
  });
}

async function stopBroker(signal: NodeJS.Signals): Promise<void> {
  const child = broker;
  broker = null;
  if (!child) return;
  child.removeAllListeners('exit');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

/** Publishes one message a line with QoS 1 and waits until the broker has taken them. */
async function publish(lines: readonly string[], ...options: string[]): Promise<void> {
  const child = spawn('mosquitto_pub', ['-h', '127.0.0.1', '-p', String(port), '-t', topic, '-q', '1', '-l', ...options]);
  child.stdin.end(`${lines.join('\n')}\n`);
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
}

const someReadings = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `{"ts":${startMs + (from + index) * 1000},"waterLevel":${from + index}}`);
const startMs = Date.parse('2026-07-01T00:00:00Z');

async function aReader(client: string) {
  const clock = new TestClock('2026-07-01T01:00:00Z');
  const disk = simulatedDisk(() => 0.5);
  const store = memoryStore([aPoint({ rangeMin: null, rangeMax: null })], []);
  const faults: string[] = [];
  const report = (error: Error) => faults.push(error.message);
  const pipeline = await startPipeline({ store, disk, clock: systemClock, followerLingerMs: 0, report });
  const address = readBrokerAddress(`mqtt://127.0.0.1:${port}?client=${client}`, 'unused') as BrokerAddress;
  const contacts = createContacts(clock, pipeline.counters);
  const source = readBroker(address, { pipeline, clock, report, authorities: null, contacts, book: createDeviceBook(new Set()) });
  return {
    clock,
    disk,
    store,
    source,
    pipeline,
    counted: (name: string, reason = '') => pipeline.counters.list().find((row) => row.name === name && row.reason === reason)?.count ?? 0,
    connected: () => expect.poll(() => source.state().is, soon).toBe('connected'),
    waiting: () => expect.poll(() => source.state().is, soon).toBe('waiting'),
    async close() {
      await source.close();
      await pipeline.stop();
      expect(faults.filter((fault) => !/ENOSPC|log-full|disk is full/.test(fault))).toEqual([]);
    },
  };
}

test('a broker that is stopped and started again loses nothing and nothing is stored twice', async () => {
  await startBroker();
  const reader = await aReader('anlan-1');
  await reader.connected();
  await publish(someReadings(0, 300));
  await expect.poll(() => reader.store.readings.size, soon).toBe(300);

  await stopBroker('SIGTERM');
  await reader.waiting();
  expect(reader.source.state().error).toBe('the broker closed the connection');
  await startBroker();
  // Published while we are away: the broker keeps it for our session.
  await publish(someReadings(300, 300));
  expect(reader.store.readings.size).toBe(300);
  reader.clock.advance(1_000);
  await expect.poll(() => reader.store.readings.size, soon).toBe(600);

  // Killed: what it had handed over and heard acknowledged is with us, and it has forgotten our session.
  await stopBroker('SIGKILL');
  await reader.waiting();
  await rm(join(folder, 'mosquitto.db'), { force: true });
  await startBroker();
  reader.clock.advance(1_000);
  await reader.connected();
  await publish(someReadings(600, 300));
  await expect.poll(() => reader.store.readings.size, soon).toBe(900);
  expect([...reader.store.readings.values()].map(({ value }) => value).sort((a, b) => a - b)).toEqual([...Array(900).keys()]);
  expect(reader.counted('accepted')).toBe(900);
  await reader.close();
  await stopBroker('SIGTERM');
});

test('what a full disk refuses is not acknowledged: the broker gives it again once there is room', async () => {
  await startBroker();
  const reader = await aReader('anlan-2');
  await reader.connected();
  reader.disk.setFree(5);
  await publish(someReadings(0, 50));
  await reader.waiting();
  expect(reader.source.state().error).toBe('a message could not be kept: log-full');
  expect(reader.counted('accepted')).toBe(0);
  reader.clock.advance(1_000);
  await reader.waiting();
  reader.disk.setFree(1_000_000);
  reader.clock.advance(2_000);
  await expect.poll(() => reader.store.readings.size, soon).toBe(50);
  expect(reader.counted('accepted')).toBe(50);
  await reader.close();
  await stopBroker('SIGTERM');
});

test('a broker that keeps an old message for newcomers does not make it a reading of now', async () => {
  await startBroker();
  await publish(['{"waterLevel":7}'], '-r');
  const reader = await aReader('anlan-3');
  await expect.poll(() => reader.counted('refused', 'retained'), soon).toBe(1);
  expect(reader.counted('accepted')).toBe(0);
  await reader.close();
  await stopBroker('SIGTERM');
});

test('a broker that is not there is tried again after 1, 2, 4 seconds and at most a minute', async () => {
  const reader = await aReader('anlan-4');
  const failures = () => reader.counted('broker', 'waiting');
  await expect.poll(failures, soon).toBe(1);
  expect(reader.source.state().error).toContain('ECONNREFUSED');
  for (const [index, pauseS] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
    reader.clock.advance(pauseS * 1000 - 1);
    expect(failures()).toBe(index + 1);
    reader.clock.advance(1);
    await expect.poll(failures, soon).toBe(index + 2);
  }
  await reader.close();
});
