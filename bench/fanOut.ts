import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fastify from 'fastify';
import type { Actor } from '../src/kernel/access/access.ts';
import { systemClock } from '../src/kernel/clock/clock.ts';
import type { DomainEvent } from '../src/kernel/event/event.ts';
import { accept } from '../src/kernel/problem/refusal.ts';
import { serveEvents } from '../src/server/http/sse.ts';
import { LiveHub } from '../src/server/live/hub.ts';
import type { CrowdNews, CrowdOrder } from './deskCrowd.ts';
import { watchCpu } from './machine.ts';
import { quantiles } from './quantiles.ts';
import { record } from './record.ts';

// What a delivery to an open desk costs: the server's hub and its event stream in this process, 1,000 desks over real sockets in
// another. 200 desks hear of the whole county, 40 of each of 20 townships, so an alarm reaches 240. Processor time of this
// process (all of it, publishing too) for each delivery of an event to a desk. Then: desks that never read are cut off while the
// others hear everything.
// node bench/fanOut.ts

const county = '341322';
const towns = Array.from({ length: 20 }, (_, n) => `${county}${101 + n}`);
const desks = [...Array.from({ length: 200 }, () => county), ...Array.from({ length: 800 }, (_, n) => towns[n % 20] ?? county)];
const reached = 240;
const seconds = 15;
/** Of a slow reader the server keeps 4 MB, and the system some more. */
const sleepers = 10;
const floodEvents = 40_000;

const hub = new LiveHub(systemClock, { outbox: 0, logPosition: 0 });
const app = fastify();
const actor = (areaCode: string): Actor => ({
  kind: 'person',
  accountId: null,
  name: 'bench',
  roles: ['dutyOfficer'],
  areaCode,
  posts: [],
  from: '',
});
serveEvents(app, (request) => Promise.resolve(accept(actor(String(request.headers['x-area'])))), { hub });
await app.listen({ host: '127.0.0.1', port: 0 });
const { port } = app.server.address() as AddressInfo;

let position = 0;
function publish(areaCode: string): void {
  position += 1;
  const event: DomainEvent = {
    id: '01890000-0000-7000-8000-000000000001',
    type: 'alarm.raised',
    areaCode,
    subject: { kind: 'alarm', id: '01890000-0000-7000-8000-000000000002' },
    at: '2026-07-01T00:00:00.000Z',
    actor: 'bench station',
    demo: false,
    data: { sentMs: performance.timeOrigin + performance.now(), value: position },
  };
  hub.publishAlarms(position, [event]);
}

async function openCrowd(areas: string[], sleeping: number): Promise<{ child: ChildProcess; heard: () => Promise<CrowdNews> }> {
  const child = fork(join(import.meta.dirname, 'deskCrowd.ts'));
  const news = async () => ((await once(child, 'message')) as [CrowdNews])[0];
  child.send({ port, areas, sleeping } satisfies CrowdOrder);
  await news();
  const heard = () => {
    const answer = news();
    child.send('heard');
    return answer;
  };
  return { child, heard };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function steady(perSecond: number): Promise<void> {
  const { child, heard } = await openCrowd(desks, 0);
  await pause(500);
  await heard();
  const stopWatching = watchCpu({ crowd: () => [child.pid ?? 0] });
  const before = process.cpuUsage();
  const begun = performance.now();
  let sent = 0;
  while (sent < perSecond * seconds) {
    for (const due = ((performance.now() - begun) * perSecond) / 1000; sent < due; sent += 1) publish(towns[sent % 20] ?? county);
    await pause(2);
  }
  await pause(200);
  const { user, system } = process.cpuUsage(before);
  const cpu = stopWatching();
  const { events, latencyMs } = await heard();
  child.kill();
  await once(child, 'exit');
  record('fanOut', {
    what: 'delivery',
    desks: desks.length,
    perSecond,
    reached,
    deliveries: events,
    missing: sent * reached - events,
    usPerDelivery: round((user + system) / events),
    latencyMs: quantiles(latencyMs),
    cpu,
    isWithinBar: (user + system) / events <= 8 && events === sent * reached,
  });
}

async function slowReaders(): Promise<void> {
  const { child, heard } = await openCrowd(
    Array.from({ length: 100 + sleepers }, () => county),
    sleepers,
  );
  const begun = performance.now();
  let cutOffMs: number | null = null;
  let peakMb = 0;
  for (let sent = 0; sent < floodEvents;) {
    for (let at = 0; at < 50; at += 1, sent += 1) publish(county);
    await pause(5);
    peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6);
    if (cutOffMs === null && hub.size <= 100) cutOffMs = performance.now() - begun;
  }
  await pause(1_000);
  const { events, latencyMs } = await heard();
  const left = hub.size;
  child.kill();
  await once(child, 'exit');
  record('fanOut', {
    what: 'slow readers',
    sleepers,
    others: 100,
    cutOff: 100 + sleepers - left,
    cutOffMs: cutOffMs === null ? null : round(cutOffMs),
    missing: floodEvents * 100 - events,
    latencyMs: quantiles(latencyMs),
    peakMb: round(peakMb),
    isWithinBar: left === 100 && events === floodEvents * 100,
  });
}

await steady(100);
await steady(400);
await slowReaders();
hub.close();
await app.close();

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
