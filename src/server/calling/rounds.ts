import type { Clock, Timer } from '#kernel/clock/clock.ts';

// Work that is looked for again and again: woken by what happens, by its own next time, and at least every minute. One round
// runs at a time; a wake during a round makes another one follow.

const longestWaitMs = 60_000;
const afterFaultMs = 2_000;

export class Rounds {
  readonly #clock: Clock;
  readonly #work: () => Promise<Date | null>;
  readonly #report: (error: Error) => void;
  #timer: Timer | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  /** @param work does what is due; answers when something will be due next, null = nothing known */
  constructor(clock: Clock, work: () => Promise<Date | null>, report: (error: Error) => void) {
    this.#clock = clock;
    this.#work = work;
    this.#report = report;
  }

  wake(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#timer?.cancel();
    this.#running = this.#round().finally(() => {
      this.#running = null;
      if (!this.#again) return;
      this.#again = false;
      this.wake();
    });
  }

  /** Resolves when the rounds under way are over. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    await this.#running;
  }

  async #round(): Promise<void> {
    let waitMs = longestWaitMs;
    try {
      const next = await this.#work();
      if (next) waitMs = Math.min(waitMs, Math.max(0, next.getTime() - this.#clock.nowMs()));
    } catch (error) {
      this.#report(error as Error);
      waitMs = afterFaultMs;
    }
    if (!this.#stopped) this.#timer = this.#clock.after(waitMs, () => this.wake());
  }
}
