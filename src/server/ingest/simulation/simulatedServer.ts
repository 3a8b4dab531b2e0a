import type { AlarmChange } from '#kernel/alarm/entry.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { IngestStore } from '#server/storage/ingestStore.ts';
import type { Disk } from '../log/disk.ts';
import { simulatedDisk, type SimulatedDisk } from '../log/simulatedDisk.ts';
import { startPipeline, type Pipeline } from '../pipeline.ts';
import type { Chance } from './chance.ts';
import { processClock } from './simulatedClock.ts';
import type { SimulatedStore } from './simulatedStore.ts';

// A server of the simulation: the real pipeline on a simulated disk, clock and store. It dies at a step that is chosen ahead
// (each disk operation, store statement and message is one) and starts again from what a dead process leaves behind.

export interface ServerSabotage {
  /** Puts something in front of the disk. */
  disk?: (disk: Disk) => Disk;
}

/** What runs in one life of the process. */
export interface Life {
  pipeline: Pipeline;
  clock: Clock;
  store: IngestStore;
  isDead(): boolean;
}

export interface SimulatedServer {
  /** Null while it is down. */
  life(): Life | null;
  /** Dies after so many more steps, by a power cut or by a kill. */
  dieAfter(steps: number, isPowerCut: boolean): void;
  /** A step in which it may die. */
  step(what: string): void;
  start(): void;
  disk(): SimulatedDisk;
  store: SimulatedStore;
  faults: { slowDiskMs: number };
  stop(): Promise<void>;
}

export interface ServerOptions {
  name: string;
  clock: Clock;
  random: Chance;
  store: SimulatedStore;
  sabotage: ServerSabotage;
  tell: (line: string) => void;
  /** Begins what else the process does; called once the pipeline runs. */
  onStart: (life: Life) => unknown;
  onChanges?: (life: Life, changes: readonly AlarmChange[]) => void;
}

const segmentBytes = 6_000;

export function simulatedServer(options: ServerOptions): SimulatedServer {
  const { name, clock, random, store, sabotage, tell } = options;
  let disk = simulatedDisk(() => random.next());
  let life: Life | null = null;
  let isDeadNow = { value: true };
  let death: { steps: number; isPowerCut: boolean } | null = null;
  const faults = { slowDiskMs: 0 };

  function step(what: string): void {
    if (death === null || isDeadNow.value) return;
    death.steps -= 1;
    if (death.steps >= 0) return;
    die(what, death.isPowerCut);
  }

  function die(what: string, isPowerCut: boolean): void {
    tell(`${name}: ${isPowerCut ? 'power cut' : 'killed'} at ${what}`);
    death = null;
    isDeadNow.value = true;
    life = null;
    disk = isPowerCut ? disk.powerCut() : disk.kill();
    clock.after(random.between(100, 8_000), start);
  }

  /** A disk that takes its time. */
  function slow(inner: Disk): Disk {
    const wait = async () => {
      if (faults.slowDiskMs > 0) await new Promise<void>((resolve) => void clock.after(faults.slowDiskMs, resolve));
    };
    return {
      ...inner,
      append: async (file, bytes) => {
        await wait();
        return inner.append(file, bytes);
      },
      sync: async (file) => {
        await wait();
        return inner.sync(file);
      },
    };
  }

  function start(): void {
    const dead = { value: false };
    isDeadNow = dead;
    const own = disk;
    own.onOperation = (what) => {
      if (isDeadNow === dead) step(`disk ${what}`);
    };
    const isDead = () => dead.value;
    const connection = store.connect({ isDead, step: (what) => (isDeadNow === dead ? step(what) : undefined) });
    const ownClock = processClock(clock, isDead);
    const shown = slow(sabotage.disk ? sabotage.disk(own) : own);
    startPipeline({
      store: connection,
      disk: shown,
      clock: ownClock,
      followerLingerMs: 50,
      segmentBytes,
      report: (error, where) => hear(error, where),
    }).then(
      (pipeline) => {
        if (dead.value) return;
        life = { pipeline, clock: ownClock, store: connection, isDead };
        const current = life;
        pipeline.onChanges((changes) => options.onChanges?.(current, changes));
        tell(`${name}: runs, log at ${pipeline.position()}, store at ${pipeline.storedPosition()}`);
        options.onStart(current);
      },
      (error: unknown) => {
        if (dead.value) return;
        tell(`${name}: does not start: ${String(error)}`);
        dead.value = true;
        disk = own.kill();
        clock.after(2_000, start);
      },
    );
  }

  function hear(error: Error, where: string): void {
    const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
    tell(`${name}: ${where}: ${error.message}${cause}`);
  }

  return {
    life: () => life,
    dieAfter: (steps, isPowerCut) => void (death = { steps, isPowerCut }),
    step,
    start,
    disk: () => disk,
    store,
    faults,
    stop: async () => {
      death = null;
      await life?.pipeline.stop();
    },
  };
}
