import { setTimeout as sleep } from 'node:timers/promises';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { inDataFolder, signal } from '../src/server/database/clusterProcesses.fixture.ts';
import { caughtUp, startAnlan, type RunningAnlan } from './anlan.ts';
import { openDesk } from './desk.ts';
import { measureFloor, type Floor } from './floor.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';
import { makeSensors, storedInstants, type Sensor } from './sensors.ts';
import { openSwarm, type Sent, type Swarm } from './swarm.ts';

// From a device's reading above its limit to the alarm on an open desk, with PostgreSQL running and with it stopped; from a
// reading to its PUBACK; and whether everything acknowledged is in PostgreSQL afterwards. One real server, one socket a
// device, one desk. node bench/alarmLatency.ts [seconds = 30] [sensors = 2000] [rates = 200,2000]

const seconds = Number(process.argv[2] ?? 30);
const sensorCount = Number(process.argv[3] ?? 2_000);
const rates = (process.argv[4] ?? '200,2000').split(',').map(Number);
const warmUpSeconds = Math.min(5, seconds);

await inDataFolder('data', async (folder) => {
  const anlan = await startAnlan(folder);
  try {
    const floor = await measureFloor(folder);
    const sensors = await makeSensors(await anlan.databaseUrl(), sensorCount);
    await isKnown(anlan, sensors.at(-1));
    const swarm = await openSwarm(anlan.port('mqtt'), sensors);
    const ears = listen();
    const desk = await openDesk(anlan.url, anlan.token, (alarm, atMs) => ears.hear(alarm, atMs));
    let sent: Sent[] = [];
    for (const rate of rates) sent = sent.concat(await measureRate(anlan, swarm, ears, floor, rate));
    desk.close();
    swarm.close();
    await caughtUp(anlan);
    const stored = await storedInstants(await anlan.databaseUrl());
    record('alarmLatency', { what: 'loss', ...compare(sent, stored) });
  } finally {
    await anlan.stop();
  }
});

async function measureRate(anlan: RunningAnlan, swarm: Swarm, ears: Ears, floor: Floor, rate: number): Promise<Sent[]> {
  const warmUp = await swarm.publish(rate, warmUpSeconds);
  const running = await measure(anlan, swarm, ears, rate);
  record('alarmLatency', { what: 'latency', database: 'running', ...running.result, ...ratios(running.result, floor) });

  // The readings before must not weigh on what follows.
  await caughtUp(anlan);
  const database = anlan.databaseProcesses();
  const apiMs: number[] = [];
  let newDeskMs: number | null = null;
  const asking = { on: true };
  for (const pid of database) signal(pid, 'SIGSTOP');
  const asked = askEverySecond(anlan, apiMs, asking);
  const joined = joinAfter(anlan, Math.min(20, seconds - 1)).then((ms) => void (newDeskMs = ms));
  let stopped: Awaited<ReturnType<typeof measure>>;
  try {
    stopped = await measure(anlan, swarm, ears, rate);
  } finally {
    asking.on = false;
    for (const pid of database) signal(pid, 'SIGCONT');
  }
  const catchUpMs = await caughtUp(anlan);
  await Promise.all([asked, joined]);
  record('alarmLatency', {
    what: 'latency',
    database: 'stopped',
    ...stopped.result,
    ...ratios(stopped.result, floor),
    catchUpMs,
    /** GET /api/v1/alarms meanwhile; what had no answer after 5 s counts as 5000. */
    apiMs: quantiles(apiMs),
    /** How long a desk that was opened 20 s later waited for its stream; null when 5 s were not enough. */
    newDeskMs,
  });
  return [...warmUp, ...running.sent, ...stopped.sent];
}

type Ears = ReturnType<typeof listen>;

/** What the desk waits for and how long each alarm took. */
function listen() {
  let expected = new Map<string, Sent>();
  let alarmMs: number[] = [];
  const keyOf = (pointId: string, value: number | null) => `${pointId} ${value}`;
  return {
    expect: (one: Sent) => void expected.set(keyOf(one.sensor.pointId, one.value), one),
    hear(alarm: Alarm, atMs: number) {
      const key = keyOf(alarm.pointId, alarm.value);
      const crossing = expected.get(key);
      if (crossing) alarmMs.push(atMs - crossing.intendedMs);
      expected.delete(key);
    },
    /** What was heard since the last time, and how many alarms are still missing. */
    take() {
      const taken = { alarmMs: quantiles(alarmMs), alarmsMissing: expected.size };
      expected = new Map();
      alarmMs = [];
      return taken;
    },
  };
}

async function measure(anlan: RunningAnlan, swarm: Swarm, ears: Ears, rate: number) {
  const late: number[] = [];
  const cpu = watchCpu({ server: anlan.serverProcesses, database: anlan.databaseProcesses });
  const sent = await swarm.publish(rate, seconds, (one) => {
    late.push(performance.now() - one.intendedMs);
    if (one.isCrossing) ears.expect(one);
  });
  const use = cpu();
  const unacknowledged = await swarm.settle(5_000);
  // The hub gathers for 50 ms.
  await sleep(500);
  const result = {
    perSecond: rate,
    sensors: sensorCount,
    sent: sent.length,
    unacknowledged,
    ...ears.take(),
    pubackMs: quantiles(sent.flatMap(({ ackMs }) => (ackMs === null ? [] : [ackMs]))),
    /** How late this process itself was; part of every latency above. */
    generatorLateMs: quantiles(late),
    cpu: use,
    rejected: use.foreignCores > mostForeignCores,
  };
  return { sent, result };
}

type Measured = Awaited<ReturnType<typeof measure>>['result'];

function ratios({ alarmMs, pubackMs }: Measured, floor: Floor) {
  const ratio = (value: number | null) => (value === null || floor.sumMs === 0 ? null : Math.round((value / floor.sumMs) * 10) / 10);
  return { floor, ratioToFloor: { alarmP50: ratio(alarmMs.p50), pubackP50: ratio(pubackMs.p50), pubackP99: ratio(pubackMs.p99) } };
}

async function askEverySecond(anlan: RunningAnlan, taken: number[], asking: { on: boolean }): Promise<void> {
  const open: Promise<void>[] = [];
  while (asking.on) {
    const begun = performance.now();
    const one = anlan
      .get('/api/v1/alarms?state=open', AbortSignal.timeout(5_000))
      .then(() => performance.now() - begun)
      .catch(() => 5_000);
    open.push(one.then((ms) => void taken.push(ms)));
    await sleep(1_000);
  }
  await Promise.all(open);
}

/** Opens another desk after a while, as somebody does who reloads the page; gives its wait, null after 5 s. */
async function joinAfter(anlan: RunningAnlan, afterSeconds: number): Promise<number | null> {
  await sleep(afterSeconds * 1000);
  const begun = performance.now();
  const opening = openDesk(anlan.url, anlan.token, () => undefined).then((desk) => {
    desk.close();
    return Math.round(performance.now() - begun);
  });
  return Promise.race([opening, sleep(5_000, null)]);
}

/** By (device, instant) and not by number: what is missing cannot be made up for by what came twice. */
function compare(sent: readonly Sent[], stored: ReadonlyMap<string, ReadonlySet<number>>) {
  const acknowledged = sent.filter(({ ackMs }) => ackMs !== null);
  const missing = acknowledged.filter(({ sensor, atMs }) => stored.get(sensor.pointId)?.has(atMs) !== true);
  return { sent: sent.length, acknowledged: acknowledged.length, acknowledgedButMissing: missing.length };
}

async function isKnown(anlan: RunningAnlan, sensor: Sensor | undefined): Promise<void> {
  const path = `/api/v1/points/${sensor?.pointId ?? ''}/observations`;
  for (let left = 200; left > 0; left -= 1) {
    if (
      await anlan.get(path).then(
        () => true,
        () => false,
      )
    )
      return;
    await sleep(100);
  }
  throw new Error('the server does not know the sensors');
}
