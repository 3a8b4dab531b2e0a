import type { AlarmEngine } from '#kernel/alarm/engine.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { IngestBatch, IngestStore } from '#server/storage/ingestStore.ts';
import { beginBatch } from './batch.ts';
import type { Counters } from './counters.ts';
import type { IngestLog } from './log/log.ts';
import type { LogItem, LogReader } from './log/reader.ts';

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

const mostReadings = 2_000;
/** A batch with so many readings says that more are waiting. */
const hurryFrom = 1_000;
const readAtOnce = 512 * 1024;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

export class Follower {
  readonly #options: FollowerOptions;
  readonly #reader: LogReader;
  /** Read but not yet in a batch; never more than one read. */
  #items: LogItem[] = [];
  #position: number;
  #running: Promise<void> | null = null;
  #endWait: (() => void) | null = null;
  #isStopped = false;
  #waiting: { position: number; resolve: () => void }[] = [];

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#position = options.position;
    this.#reader = options.log.read(options.position);
  }

  /** Says that the log has grown. */
  wake(): void {
    if (!this.#isStopped) this.#running ??= this.#run();
  }

  /** Position the database has reached. */
  position(): number {
    return this.#position;
  }

  /** Resolves once the database has reached a position. */
  reached(position: number): Promise<void> {
    if (position <= this.#position) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ position, resolve }));
  }

  /** Ends after the attempt in progress. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#endWait?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    const lingerMs = this.#options.lingerMs ?? 50;
    await this.#wait(lingerMs);
    while (!this.#isStopped && (this.#position < this.#options.log.last() || this.#items.length > 0)) {
      const batch = await this.#nextBatch();
      if (batch === null) continue;
      await this.#write(batch);
      // Small batches follow each other at a distance, so that they become fewer and larger; whoever is behind hurries.
      if (batch.readings.length < hurryFrom) await this.#wait(lingerMs);
    }
    this.#running = null;
  }

  async #wait(ms: number): Promise<void> {
    if (ms === 0 || this.#isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = this.#options.clock.after(ms, resolve);
      this.#endWait = () => {
        timer.cancel();
        resolve();
      };
    });
  }

  async #nextBatch(): Promise<IngestBatch | null> {
    const batch = beginBatch(this.#options.engine, this.#position);
    let reached = this.#position;
    while (batch.readings() < mostReadings) {
      if (this.#items.length === 0) this.#items = await this.#untilDone(() => this.#reader.next(readAtOnce), []);
      const item = this.#items.shift();
      if (item === undefined) break;
      reached = this.#take(item, batch);
    }
    return reached === this.#position ? null : batch.end(reached);
  }

  #take(item: LogItem, batch: ReturnType<typeof beginBatch>): number {
    const { counters, engine, report } = this.#options;
    if (!item.ok) {
      const { from, to, segment, offset } = item;
      report(new Error(`ingest log damaged: positions ${from} to ${to} in ${segment || 'no segment'} at byte ${offset} are lost`));
      counters.count('log', 'logDamaged', '', to - from + 1);
      return to;
    }
    try {
      batch.take(item.entry, engine.apply(item.entry, item.position));
    } catch (error) {
      report(new Error(`log entry ${item.position} cannot be applied`, { cause: error }));
      counters.count('log', 'logDamaged', 'fault');
    }
    return item.position;
  }

  async #write(batch: IngestBatch): Promise<void> {
    const { counters, store } = this.#options;
    const outcome = await this.#untilDone(() => store.apply(batch), null);
    if (outcome === null) return;
    if (outcome.stored < batch.readings.length) counters.count('any', 'duplicate', '', batch.readings.length - outcome.stored);
    this.#position = batch.position;
    const done = this.#waiting.filter((one) => one.position <= this.#position);
    this.#waiting = this.#waiting.filter((one) => one.position > this.#position);
    for (const { resolve } of done) resolve();
  }

  /** Tries until it succeeds or the follower is stopped, with growing pauses. */
  async #untilDone<T>(attempt: () => Promise<T>, ifStopped: T): Promise<T> {
    for (let pauseMs = firstPauseMs; !this.#isStopped; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        return await attempt();
      } catch (error) {
        this.#options.report(error as Error);
        await this.#wait(pauseMs);
      }
    }
    return ifStopped;
  }
}
