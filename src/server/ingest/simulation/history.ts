import { aCommand, aPoint, aRule } from '#kernel/alarm/alarmBuilders.ts';
import type { Signal } from '#kernel/observation/reading.ts';
import { memoryStore } from '../memoryStore.ts';
import { chance, type Chance } from './chance.ts';
import { keepEscalating, type EscalationBook } from './escalationKeeper.ts';
import { logContents } from './logContents.ts';
import { brokenPromises } from './promises.ts';
import { SimulatedClock } from './simulatedClock.ts';
import { simulatedDevice } from './simulatedDevice.ts';
import { simulatedNetwork, type SimulatedNetwork } from './simulatedNetwork.ts';
import { simulatedServer, type Life, type ServerSabotage, type SimulatedServer } from './simulatedServer.ts';
import { simulatedStore, type StoreFaults, type StoreSabotage } from './simulatedStore.ts';

// One simulated history: the real pipeline, log, follower and alarm engine through minutes of crashes, torn sectors, outages,
// lost answers and jumping clocks, all of it from one seed. Afterwards everything is repaired, comes to rest, and is compared
// with what was promised.

export interface Sabotage extends ServerSabotage, StoreSabotage {
  repeatsSteps?: boolean;
}

export interface Outcome {
  seed: number;
  broken: string[];
  story: string[];
  acknowledged: number;
  crashes: number;
  raised: number;
}

const startMs = Date.parse('2026-07-01T12:00:00+08:00');
const plain = { limit: 30, hysteresis: 0.5, silentMs: 15_000 };
const stormMs = 60_000;
const restMs = 240_000;
const stepMs = 100;

const deviceKeys = ['mqtt:gauge-1', 'mqtt:gauge-2', 'mqtt:gauge-3'];
const id = (n: number) => `0197c000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const points = deviceKeys.map((key, n) => aPoint({ id: id(1 + n), key: `${key}||waterLevel` }));
const rules = points.flatMap((point, n) => [
  aRule({ id: id(100 + n), pointId: point.id, condition: { kind: 'above', limit: plain.limit, hysteresis: plain.hysteresis, delayMs: 0 } }),
  aRule({ id: id(200 + n), pointId: point.id, condition: { kind: 'noData', silentMs: plain.silentMs } }),
]);

/** Runs the history of a seed. The same seed gives the same history, also with the same sabotage. */
export async function runHistory(seed: number, sabotage: Sabotage = {}): Promise<Outcome> {
  const random = chance(seed);
  const clock = new SimulatedClock(startMs);
  const story: string[] = [];
  let crashes = 0;
  const tell = (line: string) => {
    if (/power cut at|killed at/.test(line)) crashes += 1;
    story.push(`${(clock.passedMs() / 1000).toFixed(3).padStart(8)} s  ${line}`);
  };
  const inner = memoryStore(points, rules);
  const store = simulatedStore(inner, clock, random, sabotage);
  const network = simulatedNetwork(clock, random);
  const escalation: EscalationBook = { clocks: new Map(), told: [] };
  const acts: string[] = [];
  let hearChanges: ReturnType<typeof keepEscalating> | null = null;
  const server = simulatedServer({
    name: 'server',
    clock,
    random,
    store,
    sabotage,
    tell,
    onStart: (life) => void (hearChanges = keepEscalating(life, store, escalation, sabotage)),
    onChanges: (_, changes) => hearChanges?.(changes),
  });
  const devices = [...deviceKeys, 'mqtt:stranger'].map((key) =>
    simulatedDevice(key, clock, startMs, clockError(random), random, (signal, onAnswer) => deliver(server, network, signal, onAnswer)),
  );
  server.start();

  let latestMs = startMs;
  while (clock.passedMs() < stormMs) {
    latestMs = Math.max(latestMs, clock.nowMs());
    disturb(random, clock, server, network, tell);
    for (const device of devices) {
      if (random.has(0.03)) device.measure();
      if (random.has(0.05)) device.repeat();
    }
    if (random.has(0.02)) void act(random, server, clock, acts);
    await pass(clock, random);
  }
  tell('everything is repaired');
  // The wall clock too: what was begun while it was ahead comes due.
  clock.jump(Math.max(0, latestMs - clock.nowMs()));
  server.dieAfter(Number.POSITIVE_INFINITY, false);
  heal(server, network);
  while (clock.passedMs() < restMs && !(clock.passedMs() > stormMs + 60_000 && isAtRest())) {
    heal(server, network);
    if (Math.round(clock.passedMs()) % 2_000 < stepMs) for (const device of devices) device.repeat();
    await pass(clock, random);
  }
  function isAtRest(): boolean {
    const life = server.life();
    if (life === null || devices.some((device) => device.hasWaiting())) return false;
    return (
      inner.position === life.pipeline.position() && [...escalation.clocks.values()].every((kept) => kept.isOver || kept.escalation >= 100)
    );
  }
  const life = server.life();
  const broken = life === null ? ['DOWN the server does not run again'] : [];
  for (const device of devices) if (device.hasWaiting()) broken.push(`STUCK ${device.key} is not answered`);
  const openAlarms = life?.pipeline.openAlarms() ?? [];
  const log = await logContents(server.disk().kill(), clock);
  broken.push(
    ...brokenPromises({ log, store: inner, openAlarms, devices, points, rules, plain, startMs, acknowledgedActs: acts, escalation }),
  );
  return {
    seed,
    broken,
    story,
    acknowledged: devices.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0),
    crashes,
    raised: [...inner.alarms.values()].reduce((sum, { occurrences }) => sum + occurrences, 0),
  };
}

/** Most device clocks are right within seconds; some are minutes ahead or were never set. */
function clockError(random: Chance): number {
  const roll = random.next();
  if (roll < 0.6) return random.between(-3_000, 3_000);
  if (roll < 0.9) return random.between(-20 * 60_000, 20 * 60_000);
  return -20 * 365 * 86_400_000;
}

/** A message to the server, and the answer back, each through the network. */
function deliver(server: SimulatedServer, network: SimulatedNetwork, signal: Omit<Signal, 'receivedAtMs'>, onAnswer: () => void): void {
  network.send(() => {
    server.step('message arrives');
    const life = server.life();
    if (life === null) return;
    void life.pipeline.accept({ ...signal, receivedAtMs: life.clock.nowMs() }).then(
      () => {
        server.step('message answered');
        if (!life.isDead()) network.send(onAnswer);
      },
      // Refused: no answer, the device sends again.
      () => undefined,
    );
  });
}

async function act(random: Chance, server: SimulatedServer, clock: SimulatedClock, acts: string[]): Promise<void> {
  const life: Life | null = server.life();
  const open = life?.pipeline.openAlarms() ?? [];
  const alarm = open[random.below(open.length)];
  if (life === null || alarm === undefined) return;
  const text = `act ${acts.length} at ${clock.passedMs()}`;
  const action = random.has(0.7) ? 'acknowledge' : 'note';
  const outcome = await life.pipeline.command(
    aCommand({ alarmId: alarm.id, version: alarm.version, action, text, atMs: life.clock.nowMs() }),
  );
  if (outcome.ok && !life.isDead()) acts.push(text);
}

/** Something goes wrong, or is over. */
function disturb(
  random: Chance,
  clock: SimulatedClock,
  server: SimulatedServer,
  network: SimulatedNetwork,
  tell: (line: string) => void,
): void {
  if (!random.has(0.04)) return;
  const dies = () => {
    const isPowerCut = random.has(0.5);
    const steps = random.below(60);
    server.dieAfter(steps, isPowerCut);
    return `in ${steps} steps: ${isPowerCut ? 'power cut' : 'kill'}`;
  };
  const disturbances: (() => string)[] = [
    dies,
    dies,
    () => disturbNetwork(random, network),
    () => disturbNetwork(random, network),
    () => disturbStore(random, server.store.faults),
    () => disturbStore(random, server.store.faults),
    () => {
      server.faults.slowDiskMs = Math.round(random.between(0, 1_500));
      return `disk takes ${server.faults.slowDiskMs} ms`;
    },
    () => disturbDisk(random, server),
    () => {
      const ms = Math.round(random.has(0.7) ? random.between(-60_000, 60_000) : random.between(-1_800_000, 1_800_000));
      clock.jump(ms);
      return `wall clock jumps by ${ms} ms`;
    },
  ];
  tell(disturbances[random.below(disturbances.length)]?.() ?? '');
}

function disturbNetwork(random: Chance, { faults }: SimulatedNetwork): string {
  const roll = random.next();
  if (roll < 0.3) faults.isCut = random.has(0.4);
  else if (roll < 0.6) faults.delayMs = Math.round(random.between(5, 5_000));
  else Object.assign(faults, { loses: random.between(0, 0.5), repeats: random.between(0, 0.6) });
  return `network ${told(faults)}`;
}

function disturbStore(random: Chance, faults: StoreFaults): string {
  const roll = random.next();
  if (roll < 0.35) faults.isAway = random.has(0.5);
  else if (roll < 0.7) faults.slowMs = Math.round(random.between(0, 4_000));
  else faults.losesAnswers = random.between(0, 0.7);
  return `store ${told(faults)}`;
}

/** Faults as words: `isAway, slowMs 1200`. */
function told(faults: object): string {
  return Object.entries(faults)
    .flatMap(([name, value]) => (value === false || value === 0 ? [] : [value === true ? name : `${name} ${Number(value).toFixed(2)}`]))
    .join(', ');
}

function disturbDisk(random: Chance, server: SimulatedServer): string {
  const roll = random.next();
  const chanceOfFault = roll < 0.5 ? 0.1 : 0;
  const free = roll > 0.8 ? Math.round(random.between(0, 3_000)) : Number.POSITIVE_INFINITY;
  server.disk().setFaults(chanceOfFault);
  server.disk().setFree(free);
  return `disk fails ${chanceOfFault}, ${free} bytes free`;
}

function heal(server: SimulatedServer, network: SimulatedNetwork): void {
  Object.assign(network.faults, { isCut: false, loses: 0, repeats: 0, delayMs: 20 });
  Object.assign(server.store.faults, { isAway: false, slowMs: 0, losesAnswers: 0 });
  server.faults.slowDiskMs = 0;
  server.disk().setFaults(0);
  server.disk().setFree(Number.POSITIVE_INFINITY);
}

/** Lets a little time pass and whatever is under way go on; how far it gets is left to chance. */
async function pass(clock: SimulatedClock, random: Chance): Promise<void> {
  clock.advance(stepMs);
  for (let turn = 2 + random.below(6); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
}
