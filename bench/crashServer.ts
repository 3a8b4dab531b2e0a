import { setTimeout as sleep } from 'node:timers/promises';
import { inDataFolder } from '../src/server/database/clusterProcesses.fixture.ts';
import { caughtUp, startAnlan } from './anlan.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';
import { makeSensors, storedInstants, type Sensor } from './sensors.ts';
import { openSwarm, type Sent } from './swarm.ts';

// Soak: Anlan and every process of its database are killed at a random moment while devices publish, again and again; in the
// end everything that was acknowledged must be in PostgreSQL. A killed process leaves the page cache alive, so this says
// nothing about power loss of the machine. A start that fails ends the run with an error.
// node bench/crashServer.ts [rounds = 20] [readings a second = 500]

const rounds = Number(process.argv[2] ?? 20);
const perSecond = Number(process.argv[3] ?? 500);
const sensorCount = 200;
/** Killed somewhere in these seconds. */
const longestSeconds = 3;

await inDataFolder('data', async (folder) => {
  const readyMs: number[] = [];
  const acknowledged: Sent[] = [];
  let sent = 0;
  let sensors: Sensor[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const anlan = await startAnlan(folder);
    readyMs.push(anlan.readyMs);
    if (round === 0) {
      sensors = await makeSensors(await anlan.databaseUrl(), sensorCount);
      await sleep(2_000);
    }
    const swarm = await openSwarm(anlan.port('mqtt'), sensors);
    const publishing = swarm.publish(perSecond, longestSeconds);
    await sleep(300 + Math.random() * (longestSeconds * 1000 - 600));
    await anlan.kill();
    const published = await publishing;
    swarm.close();
    sent += published.length;
    acknowledged.push(...published.filter(({ ackMs }) => ackMs !== null));
  }
  const anlan = await startAnlan(folder);
  readyMs.push(anlan.readyMs);
  const catchUpMs = await caughtUp(anlan);
  const stored = await storedInstants(await anlan.databaseUrl());
  await anlan.stop();
  const lost = acknowledged.filter(({ sensor, atMs }) => stored.get(sensor.pointId)?.has(atMs) !== true).length;
  record('crashServer', {
    rounds,
    started: readyMs.length - 1,
    perSecond,
    sent,
    acknowledged: acknowledged.length,
    lost,
    firstReadyMs: readyMs[0],
    readyMs: quantiles(readyMs.slice(1)),
    catchUpMs,
  });
});
