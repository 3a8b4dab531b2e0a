import type { Clock, Timer } from '#kernel/clock/clock.ts';
import type { Database } from '../storage/database.ts';
import { eventsAfter, type OutboxEvent } from '../storage/outbox.ts';

// Reads the outbox in order and hands events on, at least once. Woken by notification, and every few seconds
// in any case.

const batch = 500;
const idleMs = 5_000;

export class OutboxReader {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #hear: (events: OutboxEvent[]) => void;
  readonly #report: (error: Error) => void;
  #seq: number;
  #timer: Timer | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(database: Database, clock: Clock, start: number, hear: (events: OutboxEvent[]) => void, report: (error: Error) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#seq = start;
    this.#hear = hear;
    this.#report = report;
  }

  wake(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#timer?.cancel();
    this.#running = this.#read().finally(() => {
      this.#running = null;
      if (!this.#again) return;
      this.#again = false;
      this.wake();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    await this.#running;
  }

  async #read(): Promise<void> {
    let pauseMs = idleMs;
    try {
      for (;;) {
        const events = await eventsAfter(this.#database, this.#seq, batch);
        const last = events.at(-1);
        if (!last) break;
        this.#seq = last.seq;
        this.#hear(events);
      }
    } catch (error) {
      this.#report(error as Error);
      pauseMs = 1_000;
    }
    if (!this.#stopped) this.#timer = this.#clock.after(pauseMs, () => this.wake());
  }
}
