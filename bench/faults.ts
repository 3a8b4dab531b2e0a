import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inDataFolder, killCluster, signal } from '../src/server/database/clusterProcesses.fixture.ts';
import { writeRecord } from '../src/server/ingest/log/record.ts';
import { findTail, parseName } from '../src/server/ingest/log/segment.ts';
import { caughtUp, startAnlan, type RunningAnlan } from './anlan.ts';
import { record } from './record.ts';
import { makeSensors, storedInstants, type Sensor } from './sensors.ts';
import { openSwarm, type Sent } from './swarm.ts';

// Soak with faults at random moments while devices publish: the server, the database or both are killed, the log's disk fills
// up (a small file system of its own, where we may mount one), the last record is torn. In the end what was acknowledged, by
// device and instant, must be in PostgreSQL (whose key admits nothing twice). A killed process leaves the page cache alone: power cuts are
// simulated in src/server/ingest/log. Needs the right to mount for disk-full; without it that fault is left out, and said so.
// node bench/faults.ts [rounds = 20] [readings a second = 500]

const rounds = Number(process.argv[2] ?? 20);
const perSecond = Number(process.argv[3] ?? 500);
const sensorCount = 200;
const publishSeconds = 2.5;
const logDiskBytes = 64 * 1024 * 1024;

type Fault = 'server killed' | 'database killed' | 'both killed' | 'disk full' | 'last record torn';

interface Stage {
  folder: string;
  logFolder: string;
  running: RunningAnlan | null;
}

const faults: Record<Fault, (stage: Stage, running: RunningAnlan) => Promise<void>> = {
  async 'server killed'(stage, running) {
    signal(running.serverProcesses()[0] ?? 0, 'SIGKILL');
    stage.running = null;
    await sleep(50);
  },
  async 'database killed'({ folder }) {
    killCluster(folder);
    await sleep(0);
  },
  async 'both killed'(stage, running) {
    stage.running = null;
    await running.kill();
  },
  async 'disk full'({ logFolder }) {
    const filler = join(logFolder, 'filler.tmp');
    const { bavail, bsize } = statfsSync(logFolder);
    // Some kilobytes are left: the log fills up in the middle of a batch, wherever that is.
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - Math.floor(Math.random() * 100_000))));
    await sleep(500 + Math.random() * 500);
    rmSync(filler);
  },
  async 'last record torn'(stage, running) {
    stage.running = null;
    await running.kill();
    tear(stage.logFolder);
  },
};

/** Leaves a record behind the last one as a power cut in the middle of writing does: its beginning, and then maybe nothing but zeros. */
function tear(logFolder: string): void {
  const name = readdirSync(logFolder)
    .filter((file) => parseName(file) !== null)
    .toSorted()
    .at(-1);
  if (name === undefined) throw new Error('no log to tear');
  const path = join(logFolder, name);
  const bytes = readFileSync(path);
  const { end, last } = findTail(bytes, { name, first: parseName(name)?.first ?? 0 });
  truncateSync(path, end);
  const whole = Buffer.alloc(4096);
  const length = writeRecord(whole, 0, last + 1, 0, 'tick', JSON.stringify({ kind: 'tick', atMs: 1, padding: 'x'.repeat(200) }));
  const kept = 1 + Math.floor(Math.random() * (length - 2));
  const torn = Math.random() < 0.5 ? whole.subarray(0, kept) : Buffer.concat([whole.subarray(0, kept), Buffer.alloc(length - kept)]);
  appendFileSync(path, torn);
}

function mountSmallDisk(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${logDiskBytes}`, 'tmpfs', folder], { stdio: 'pipe' });
    return true;
  } catch {
    console.error('no small file system could be mounted: disk full is left out');
    return false;
  }
}

await inDataFolder('data', async (folder) => {
  const stage: Stage = { folder, logFolder: join(folder, 'log'), running: null };
  // The data folder is made by its owner on the first start.
  const first = await startAnlan(folder);
  const sensors: Sensor[] = await makeSensors(await first.databaseUrl(), sensorCount);
  await sleep(1_000);
  await first.stop();
  rmSync(stage.logFolder, { recursive: true, force: true });
  const isMounted = mountSmallDisk(stage.logFolder);
  const kinds = (Object.keys(faults) as Fault[]).filter((kind) => isMounted || kind !== 'disk full');
  try {
    const [sent, acknowledged, counts] = await play(stage, sensors, kinds);
    const last = stage.running ?? (await startAnlan(folder));
    const catchUpMs = await caughtUp(last);
    const stored = await storedInstants(await last.databaseUrl());
    await last.stop();
    const lost = acknowledged.filter(({ sensor, atMs }) => stored.get(sensor.pointId)?.has(atMs) !== true).length;
    record('faults', {
      rounds,
      faults: counts,
      perSecond,
      sent,
      acknowledged: acknowledged.length,
      lost,
      catchUpMs,
      isWithinBar: lost === 0,
    });
  } finally {
    if (isMounted) execFileSync('umount', ['-l', stage.logFolder]);
  }
});

async function play(stage: Stage, sensors: readonly Sensor[], kinds: readonly Fault[]): Promise<[number, Sent[], Record<string, number>]> {
  const acknowledged: Sent[] = [];
  const counts: Record<string, number> = {};
  let sent = 0;
  for (let round = 0; round < rounds; round += 1) {
    const running = (stage.running ??= await startAnlan(stage.folder));
    const swarm = await openSwarm(running.port('mqtt'), sensors);
    const publishing = swarm.publish(perSecond, publishSeconds);
    await sleep(300 + Math.random() * (publishSeconds * 1000 - 800));
    const fault = kinds[round % kinds.length] as Fault;
    await faults[fault](stage, running);
    counts[fault] = (counts[fault] ?? 0) + 1;
    const published = await publishing;
    if (stage.running) await swarm.settle(2_000);
    swarm.close();
    sent += published.length;
    const kept = published.filter(({ ackMs }) => ackMs !== null);
    if (kept.length === 0) throw new Error(`nothing was acknowledged in round ${round} (${fault})`);
    acknowledged.push(...kept);
  }
  return [sent, acknowledged, counts];
}
