import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAnlan, type RunningAnlan } from './anlan.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';
import { measureUse } from './serverUse.ts';

// What everybody else notices while models run: a flood over the demo terrain in the background, and quick answers beside it.
// Delay of the server's event loop, and how long an ordinary question (the open alarms) takes. `node bench/modelLoop.ts`
// Not shown: several commanders at once.

const loopBarMs = 50;
const folder = mkdtempSync(join(tmpdir(), 'anlan-bench-models-'));
const anlan = await startAnlan(folder, { ANLAN_INGEST: 'off', ANLAN_DEMO: '1' });
try {
  await compute(anlan);
  const stopWatch = watchCpu({ program: anlan.serverProcesses, database: anlan.databaseProcesses });
  const [pid = 0] = anlan.serverProcesses();
  const { result, use } = await measureUse(anlan.url, pid, () => runFlood(anlan));
  const { foreignCores, cores } = stopWatch();
  const isWithinBar = use.loopP99Ms <= loopBarMs && result.state === 'done';
  record('modelLoop', { ...result, ...use, bar: loopBarMs, isWithinBar, foreignCores, cores, rejected: foreignCores > mostForeignCores });
} finally {
  await anlan.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function runFlood(server: RunningAnlan) {
  const id = randomUUID();
  const startedMs = performance.now();
  const inputs = {
    dem: { $data: 'raster:demo-terrain' },
    holes: 'wall',
    durationS: 6 * 3600,
    rain: { intensityMmPerHour: [40, 60, 30], stepS: 3600 },
  };
  await post(server, '/api/v1/scenarios', {
    id,
    title: 'bench',
    model: 'flood',
    areaCode: '341322',
    inputs,
    origins: {},
    subject: null,
    exercise: false,
  });
  const asked: number[] = [];
  const computed: number[] = [];
  for (;;) {
    const before = performance.now();
    await server.get('/api/v1/alarms?state=open');
    asked.push(performance.now() - before);
    computed.push(await compute(server));
    const { state } = (await server.get(`/api/v1/scenarios/${id}`)) as { state: string };
    if (state !== 'queued' && state !== 'running')
      return { state, floodMs: Math.round(performance.now() - startedMs), alarmsMs: quantiles(asked), quickMs: quantiles(computed) };
  }
}

/** One quick answer: who lies inside an earthquake's zones. Returns its time, ms. */
async function compute(server: RunningAnlan): Promise<number> {
  const inputs = { epicentre: [116.95, 34.19], magnitude: 6.2, strikeDeg: 30, relation: 'eastern', exposure: { $data: 'exposure' } };
  const before = performance.now();
  await post(server, '/api/v1/models/earthquake/compute', { inputs });
  return performance.now() - before;
}

async function post(server: RunningAnlan, path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}
