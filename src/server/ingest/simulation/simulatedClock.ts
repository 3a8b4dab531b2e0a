import type { Clock, Timer } from '#kernel/clock/clock.ts';

// Time of a simulated history. As on a real machine there are two: what has passed (timers go by it) and what the wall clock
// shows, which somebody may set forward or back.

interface Pending {
  dueMs: number;
  order: number;
  run: () => void;
}

export class SimulatedClock implements Clock {
  #passedMs = 0;
  #offsetMs: number;
  #timers: Pending[] = [];
  #order = 0;

  constructor(startMs: number) {
    this.#offsetMs = startMs;
  }

  now(): Date {
    return new Date(this.nowMs());
  }

  nowMs(): number {
    return Math.round(this.#offsetMs + this.#passedMs);
  }

  /** Milliseconds since the history began; never jumps. */
  passedMs(): number {
    return this.#passedMs;
  }

  /** Somebody sets the wall clock. */
  jump(ms: number): void {
    this.#offsetMs += ms;
  }

  after(ms: number, run: () => void): Timer {
    const timer = { dueMs: this.#passedMs + ms, order: this.#order++, run };
    this.#timers.push(timer);
    return { cancel: () => void (this.#timers = this.#timers.filter((other) => other !== timer)) };
  }

  /** Lets time pass; timers fire in order of their due time, then of their making. */
  advance(ms: number): void {
    const target = this.#passedMs + ms;
    for (;;) {
      let due: Pending | null = null;
      for (const timer of this.#timers) {
        if (timer.dueMs > target) continue;
        if (due === null || timer.dueMs < due.dueMs || (timer.dueMs === due.dueMs && timer.order < due.order)) due = timer;
      }
      if (due === null) break;
      const { run } = due;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#passedMs = Math.max(this.#passedMs, due.dueMs);
      run();
    }
    this.#passedMs = target;
  }
}

/** The clock as one process sees it: when the process is dead, none of its timers fires. */
export function processClock(clock: Clock, isDead: () => boolean): Clock {
  return {
    now: () => clock.now(),
    nowMs: () => clock.nowMs(),
    after: (ms, run) =>
      clock.after(ms, () => {
        if (!isDead()) run();
      }),
  };
}
