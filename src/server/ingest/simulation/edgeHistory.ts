import { aPoint, aRule } from '#kernel/alarm/alarmBuilders.ts';
import { createEdgeDesk } from '../edge/edgeDesk.ts';
import { EdgeLink, type ParentPort } from '../edge/edgeLink.ts';
import { memoryStore, type MemoryStore } from '../memoryStore.ts';
import { chance, type Chance } from './chance.ts';
import { SimulatedClock } from './simulatedClock.ts';
import { simulatedDevice } from './simulatedDevice.ts';
import { simulatedNetwork, type SimulatedNetwork } from './simulatedNetwork.ts';
import { simulatedServer, type Life, type SimulatedServer } from './simulatedServer.ts';
import { simulatedStore } from './simulatedStore.ts';

// A node and its county, both real pipelines with the real link between them, while either dies and the line is cut, loses answers
// and repeats what was sent. Afterwards the county must have what the node has, once.

const startMs = Date.parse('2026-07-01T12:00:00+08:00');
const stormMs = 40_000;
const restMs = 300_000;
const stepMs = 100;
const keys = ['mqtt:gauge-1', 'mqtt:gauge-2'];
const id = (n: number) => `0197c000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const pointsFrom = (from: number) => keys.map((key, n) => aPoint({ id: id(from + n), key: `${key}||waterLevel` }));
const nodePoints = pointsFrom(1);
const countyPoints = pointsFrom(11);
const rules = nodePoints.map((point, n) => aRule({ id: id(100 + n), pointId: point.id }));

export interface EdgeSabotage {
  /** The county answers before what it was sent is on its disk. */
  answersEarly?: boolean;
}

export interface EdgeOutcome {
  seed: number;
  broken: string[];
  story: string[];
  acknowledged: number;
  raised: number;
}

/** Runs the history of a seed; the same seed gives the same one. */
export async function runEdgeHistory(seed: number, sabotage: EdgeSabotage = {}): Promise<EdgeOutcome> {
  const random = chance(seed);
  const clock = new SimulatedClock(startMs);
  const story: string[] = [];
  const tell = (line: string) => void story.push(`${(clock.passedMs() / 1000).toFixed(3).padStart(8)} s  ${line}`);
  const line = simulatedNetwork(clock, random);
  const street = simulatedNetwork(clock, random);
  const [nodeStore, countyStore] = [memoryStore(nodePoints, rules), memoryStore(countyPoints, [])];
  const make = (name: string, inner: MemoryStore, onStart: (life: Life) => unknown) =>
    simulatedServer({ name, clock, random, store: simulatedStore(inner, clock, random, {}), sabotage: {}, tell, onStart });
  const county = make('county', countyStore, () => {});
  const parent = parentOver(line, clock, county, sabotage);
  const node = make('node', nodeStore, ({ pipeline, store, clock: own }) => {
    return new EdgeLink({ pipeline, store, parent, clock: own, report: (error) => tell(`link: ${error.message}`) });
  });
  const devices = keys.map((key) =>
    simulatedDevice(key, clock, startMs, random.between(-2_000, 2_000), random, (signal, onAnswer) =>
      street.send(() => {
        const life = node.life();
        if (life === null) return;
        void life.pipeline.accept({ ...signal, receivedAtMs: life.clock.nowMs() }).then(
          () => (life.isDead() ? undefined : street.send(onAnswer)),
          () => undefined,
        );
      }),
    ),
  );
  county.start();
  node.start();
  while (clock.passedMs() < restMs) {
    const isOver = clock.passedMs() >= stormMs;
    if (isOver && isLevel(node, nodeStore, county, countyStore) && devices.every((device) => !device.hasWaiting())) break;
    if (isOver) heal(line, [node, county]);
    else disturb(random, line, [node, county], tell);
    for (const device of devices) {
      if (!isOver && random.has(0.04)) device.measure();
      if (random.has(0.05)) device.repeat();
    }
    clock.advance(stepMs);
    for (let turn = 2 + random.below(6); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
  }
  const acknowledged = devices.flatMap((device) => [...device.acknowledged]);
  const broken = differences(nodeStore, countyStore, acknowledged);
  return { seed, broken, story, acknowledged: acknowledged.length, raised: occurrences(countyStore) };
}

/** The county across a line: a question or its answer may be lost, and a question may come twice. */
function parentOver(line: SimulatedNetwork, clock: SimulatedClock, county: SimulatedServer, sabotage: EdgeSabotage): ParentPort {
  const ask = (question: (life: Life) => number | Promise<number>) =>
    new Promise<number>((resolve, reject) => {
      clock.after(5_000, () => reject(new Error('no answer')));
      line.send(() => {
        const life = county.life();
        if (life === null) return;
        Promise.resolve(question(life)).then(
          (position) => (life.isDead() ? undefined : line.send(() => resolve(position))),
          () => undefined,
        );
      });
    });
  return {
    progress: (last) => ask((life) => createEdgeDesk(life.pipeline, life.clock).greet('town-1', last)),
    send: (stretch) =>
      ask((life) => {
        const taken = createEdgeDesk(life.pipeline, life.clock).take({ edgeId: 'town-1', ...structuredClone(stretch) });
        if (!sabotage.answersEarly) return taken;
        taken.catch(() => undefined);
        return stretch.through;
      }),
  };
}

function isLevel(node: SimulatedServer, nodeStore: MemoryStore, county: SimulatedServer, countyStore: MemoryStore): boolean {
  const [below, above] = [node.life()?.pipeline, county.life()?.pipeline];
  if (!below || !above || nodeStore.position !== below.position() || countyStore.position !== above.position()) return false;
  return above.edges()[0]?.[1].position === below.position();
}

function disturb(random: Chance, line: SimulatedNetwork, servers: SimulatedServer[], tell: (line: string) => void): void {
  if (!random.has(0.05)) return;
  const server = servers[random.below(servers.length)];
  const roll = random.next();
  if (server && roll < 0.4) server.dieAfter(random.below(50), random.has(0.5));
  else if (roll < 0.7) line.faults.isCut = random.has(0.6);
  else if (roll < 0.85) Object.assign(line.faults, { loses: random.between(0, 0.5), repeats: random.between(0, 0.6), delayMs: 2_000 });
  else if (server) Object.assign(server.store.faults, { isAway: random.has(0.3), losesAnswers: random.between(0, 0.5) });
  tell(`line ${JSON.stringify(line.faults)}`);
}

function heal(line: SimulatedNetwork, servers: SimulatedServer[]): void {
  Object.assign(line.faults, { isCut: false, loses: 0, repeats: 0, delayMs: 20 });
  for (const server of servers) {
    server.dieAfter(Number.POSITIVE_INFINITY, false);
    Object.assign(server.store.faults, { isAway: false, slowMs: 0, losesAnswers: 0 });
  }
}

const occurrences = (store: MemoryStore) => [...store.alarms.values()].reduce((sum, alarm) => sum + alarm.occurrences, 0);

function differences(node: MemoryStore, county: MemoryStore, acknowledged: readonly number[]): string[] {
  const valuesOf = (store: MemoryStore) => [...store.readings.values()].map(({ value }) => value).sort((a, b) => a - b);
  const [below, above] = [valuesOf(node), valuesOf(county)];
  const known = new Set(above);
  const broken = acknowledged
    .filter((value) => !known.has(value))
    .map((value) => `LOST ${value}: acknowledged by the node, not at the county`);
  if (JSON.stringify(below) !== JSON.stringify(above))
    broken.push(`DIFFERENT the node has ${below.length} readings, the county ${above.length}`);
  if (occurrences(node) !== occurrences(county))
    broken.push(`ALARMS raised ${occurrences(node)} times at the node, ${occurrences(county)} at the county`);
  const open = (store: MemoryStore) => [...store.alarms.values()].filter(({ returnedAt }) => returnedAt === null).length;
  if (open(node) !== open(county)) broken.push(`ALARMS ${open(node)} stand at the node, ${open(county)} at the county`);
  return broken;
}
