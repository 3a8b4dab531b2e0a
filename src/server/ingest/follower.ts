import type { AlarmEngine } from '#kernel/alarm/engine.ts';
import type { Clock, Timer } from '#kernel/clock/clock.ts';
import type { IngestBatch, IngestStore } from '#server/storage/ingestStore.ts';
import { beginBatch } from './batch.ts';
import type { Counters } from './counters.ts';
import type { IngestLog } from './log/log.ts';
import type { LogItem } from './log/reader.ts';

// Brings the log into PostgreSQL, in order and once. While the database is away it waits and keeps nothing but the batch in
// hand; the rest stays in the log. Alarms do not pass through here: the live engine is ahead of it.

export interface FollowerOptions {
  log: IngestLog;
  store: IngestStore;
  clock: Clock;
  counters: Counters;
  /** Its own engine, in the state the database has. */
  engine: AlarmEngine;
  /** Position the database has. */
  position: number;
  /** Hears of every failed attempt. */
  report: (error: Error) => void;
  /** How long entries gather before a batch is written; 50 ms by default. */
  lingerMs?: number;
}

export interface Follower {
  /** Says that the log has grown. */
  wake(): void;
  /** Position the database has reached. */
  position(): number;
  /** Resolves once the database has reached a position. */
  reached(position: number): Promise<void>;
  /** Ends after the attempt in progress. */
  stop(): Promise<void>;
}

const mostReadings = 2_000;
const readAtOnce = 512 * 1024;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

export function startFollower(options: FollowerOptions): Follower {
  const { log, store, clock, counters, engine, report, lingerMs = 50 } = options;
  let position = options.position;
  const reader = log.read(position);
  /** Read but not yet in a batch; never more than one read. */
  let items: LogItem[] = [];
  let running: Promise<void> | null = null;
  let timer: Timer | null = null;
  let endWait: (() => void) | null = null;
  let isStopped = false;
  let waiting: { position: number; resolve: () => void }[] = [];

  function wait(ms: number): Promise<void> {
    if (ms === 0 || isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      endWait = resolve;
      timer = clock.after(ms, resolve);
    });
  }

  async function run(): Promise<void> {
    await wait(lingerMs);
    while (!isStopped && (position < log.last() || items.length > 0)) {
      const batch = await nextBatch();
      if (batch === null) continue;
      await write(batch);
    }
    running = null;
  }

  async function nextBatch(): Promise<IngestBatch | null> {
    const batch = beginBatch(engine, position);
    let reached = position;
    while (batch.readings() < mostReadings) {
      if (items.length === 0) items = await read();
      const item = items.shift();
      if (item === undefined) break;
      reached = take(item, batch);
    }
    return reached === position ? null : batch.end(reached);
  }

  async function read(): Promise<LogItem[]> {
    for (let pauseMs = firstPauseMs; !isStopped; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        return await reader.next(readAtOnce);
      } catch (error) {
        report(error as Error);
        await wait(pauseMs);
      }
    }
    return [];
  }

  function take(item: LogItem, batch: ReturnType<typeof beginBatch>): number {
    if (!item.ok) {
      report(
        new Error(
          `ingest log damaged: positions ${item.from} to ${item.to} in ${item.segment || 'no segment'} at byte ${item.offset} are lost`,
        ),
      );
      counters.count('log', 'logDamaged', '', item.to - item.from + 1);
      return item.to;
    }
    try {
      batch.take(item.entry, engine.apply(item.entry, item.position));
    } catch (error) {
      report(new Error(`log entry ${item.position} cannot be applied`, { cause: error }));
      counters.count('log', 'logDamaged', 'fault');
    }
    return item.position;
  }

  async function write(batch: IngestBatch): Promise<void> {
    for (let pauseMs = firstPauseMs; !isStopped; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        const { stored } = await store.apply(batch);
        if (stored < batch.readings.length) counters.count('any', 'duplicate', '', batch.readings.length - stored);
        advance(batch.position);
        return;
      } catch (error) {
        report(error as Error);
        await wait(pauseMs);
      }
    }
  }

  function advance(to: number): void {
    position = to;
    const done = waiting.filter((one) => one.position <= position);
    waiting = waiting.filter((one) => one.position > position);
    for (const { resolve } of done) resolve();
  }

  return {
    wake() {
      if (!isStopped) running ??= run();
    },
    position: () => position,
    reached: (wanted) => (wanted <= position ? Promise.resolve() : new Promise((resolve) => waiting.push({ position: wanted, resolve }))),
    async stop() {
      isStopped = true;
      timer?.cancel();
      endWait?.();
      await running;
    },
  };
}
