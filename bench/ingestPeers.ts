import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clusterProcesses, inDataFolder } from '../src/server/database/clusterProcesses.fixture.ts';
import { startEmbedded } from '../src/server/database/supervisor.ts';
import { caughtUp, startAnlan } from './anlan.ts';
import type { DeviceOrder, DeviceReport } from './devices.ts';
import { processTree, watchCpu } from './machine.ts';
import { installNodeRed, startNodeRed } from './peers/nodeRed.ts';
import { record } from './record.ts';
import { makeSensors } from './sensors.ts';

// Processor time for a million messages, beside others doing the same: one reading a message, 2,000 devices, QoS 1, stored in
// PostgreSQL. Primary measure is the time of all processes of a contestant, database included, from the first message until
// everything is stored; devices (a process of their own) are not counted. They share the machine, which a rate therefore shows.
// The meaning of the acknowledgement differs: ours on disk; the floor's committed; a broker's and Node-RED's received.
// node bench/ingestPeers.ts [anlan|floor|mosquitto|nodeRed …] [shape=single|joined] [rate=6500] [seconds=15]

const contestants = ['anlan', 'floor', 'mosquitto', 'nodeRed'] as const;
type Contestant = (typeof contestants)[number];

const options = process.argv.slice(2);
const option = (name: string) => options.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
const chosen = contestants.filter((name) => options.includes(name));
const shape = option('shape') ?? 'single';
const rate = option('rate') === undefined ? null : Number(option('rate'));
const seconds = Number(option('seconds') ?? 15);
const deviceCount = 2_000;
const connections = { single: { sockets: deviceCount, window: 1 }, joined: { sockets: 20, window: 500 } } as const;

interface Peer {
  port: number;
  groups: Record<string, () => number[]>;
  /** Resolves once everything sent is stored; says how much there is. */
  stored: (sent: number) => Promise<number>;
  stop: () => Promise<void>;
}

const starts: Record<Contestant, (folder: string) => Promise<Peer>> = { anlan, floor: plain, mosquitto, nodeRed };

async function anlan(folder: string): Promise<Peer> {
  const running = await startAnlan(folder);
  const databaseUrl = await running.databaseUrl();
  await makeSensors(databaseUrl, deviceCount);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return {
    port: running.port('mqtt'),
    groups: { server: running.serverProcesses, database: running.databaseProcesses },
    async stored() {
      await caughtUp(running);
      return countRows(databaseUrl, 'observation');
    },
    stop: () => running.stop(),
  };
}

async function countRows(databaseUrl: string, table: string): Promise<number> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(`select count(*)::integer as n from ${table}`);
  await client.end();
  return rows[0]?.n ?? 0;
}

/** A process that prints JSON lines, the first of which says that it is ready. */
async function startPlain(databaseUrl: string, ...role: string[]): Promise<{ child: ChildProcess; port: number }> {
  const [kind = 'listen', ...rest] = role;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'peers/plainServer.ts'), kind, databaseUrl, ...rest], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [first] = (await once(lines, 'line')) as [string];
  return { child, port: (JSON.parse(first) as { port: number }).port };
}

/** Waits until as many rows are there as were sent, or nothing has come for five seconds. */
async function settledRows(databaseUrl: string, sent: number): Promise<number> {
  let [rows, stillFor] = [await countRows(databaseUrl, 'plain_reading'), 0];
  while (rows < sent && stillFor < 25) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = await countRows(databaseUrl, 'plain_reading');
    stillFor = now === rows ? stillFor + 1 : 0;
    rows = now;
  }
  return rows;
}

async function plain(folder: string): Promise<Peer> {
  const embedded = await startEmbedded(folder, () => undefined);
  const { child, port } = await startPlain(embedded.url, 'listen');
  return {
    port,
    groups: { server: () => processTree(child.pid ?? 0), database: () => clusterProcesses(folder) },
    stored: (sent) => settledRows(embedded.url, sent),
    async stop() {
      child.kill();
      await embedded.stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function startMosquitto(): Promise<{ port: number; child: ChildProcess; stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-mosquitto-'));
  const port = await freePort();
  // No limit on what waits for a slow consumer: with the default of 1,000 acknowledged messages are thrown away.
  const settings = [`listener ${port} 127.0.0.1`, 'allow_anonymous true', 'max_queued_messages 0', 'max_inflight_messages 1000'];
  writeFileSync(join(folder, 'mosquitto.conf'), `${settings.join('\n')}\n`);
  const child = spawn('mosquitto', ['-c', join(folder, 'mosquitto.conf')], { stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const stop = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, child, stop };
}

async function mosquitto(folder: string): Promise<Peer> {
  const embedded = await startEmbedded(folder, () => undefined);
  const broker = await startMosquitto();
  const { child } = await startPlain(embedded.url, 'subscribe', String(broker.port));
  return {
    port: broker.port,
    groups: {
      broker: () => [broker.child.pid ?? 0],
      server: () => processTree(child.pid ?? 0),
      database: () => clusterProcesses(folder),
    },
    stored: (sent) => settledRows(embedded.url, sent),
    async stop() {
      child.kill();
      broker.stop();
      await embedded.stop();
    },
  };
}

/** Node-RED has no broker and no PostgreSQL of its own: mosquitto before it, a file (not synced) behind it, as in its own cookbook. */
async function nodeRed(): Promise<Peer> {
  const broker = await startMosquitto();
  const red = await startNodeRed(broker.port, await freePort());
  return {
    port: broker.port,
    groups: { broker: () => [broker.child.pid ?? 0], server: () => processTree(red.child.pid ?? 0) },
    stored: (sent) => red.stored(sent),
    async stop() {
      await red.stop();
      broker.stop();
    },
  };
}

async function drive(order: DeviceOrder): Promise<{ child: ChildProcess; report: Promise<DeviceReport> }> {
  const child = fork(join(import.meta.dirname, 'devices.ts'));
  const report = once(child, 'message').then(([message]) => message as DeviceReport);
  child.send(order);
  return { child, report };
}

async function run(name: Contestant): Promise<void> {
  await inDataFolder('data', async (folder) => {
    const peer = await starts[name](folder);
    const { sockets, window } = connections[shape as keyof typeof connections];
    const order = { port: peer.port, devices: deviceCount, sockets, window, perSecond: rate };
    // Warm: code compiled, partitions made.
    await (await drive({ ...order, seconds: 4 })).report.then(({ sent }) => peer.stored(sent));
    const before = await peer.stored(0);
    const { child, report } = await drive({ ...order, seconds });
    const stopWatching = watchCpu({ ...peer.groups, devices: () => [child.pid ?? 0] });
    const done = await report;
    const stored = (await peer.stored(before + done.sent)) - before;
    const cpu = stopWatching();
    await peer.stop();
    const own = Object.entries(cpu.cores).filter(([group]) => group in peer.groups);
    const secondsPerMillion = (group: number) => Math.round(((group * cpu.seconds) / done.acknowledged) * 1e6 * 100) / 100;
    record('ingestPeers', {
      what: name,
      shape,
      wantedPerSecond: rate,
      perSecond: Math.round(done.acknowledged / done.seconds),
      secondsPerMillion: secondsPerMillion(own.reduce((sum, [, cores]) => sum + cores, 0)),
      each: Object.fromEntries(own.map(([group, cores]) => [group, secondsPerMillion(cores)])),
      sent: done.sent,
      acknowledged: done.acknowledged,
      stored,
      ackMs: done.ackMs,
      cpu,
    });
  });
}

if (chosen.includes('nodeRed')) {
  const problem = await installNodeRed();
  if (problem !== null) {
    console.error(`Node-RED cannot be installed here (${problem}); this run leaves it out.`);
    chosen.splice(chosen.indexOf('nodeRed'), 1);
  }
}
for (const name of chosen.length > 0 ? chosen : contestants.slice(0, 3)) await run(name);
