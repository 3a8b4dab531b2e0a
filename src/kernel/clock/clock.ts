// The only place where "now" is read from the machine. Everything else is given a Clock, so drills, tests and
// simulations can move time. An instant is a Date; a local date is an ISO string in Asia/Shanghai.

export interface Timer {
  cancel(): void;
}

export interface Clock {
  now(): Date;
  nowMs(): number;
  /** Calls `run` once after `ms` milliseconds of this clock's time. */
  after(ms: number, run: () => void): Timer;
}

export const systemClock: Clock = {
  now: () => new Date(),
  nowMs: () => Date.now(),
  after(ms, run) {
    const handle = setTimeout(run, ms);
    return { cancel: () => clearTimeout(handle) };
  },
};

/** A clock that stands still until told to move; timers fire in order of their due time. */
export class TestClock implements Clock {
  #nowMs: number;
  #timers: { dueMs: number; run: () => void }[] = [];

  constructor(start: string | number | Date = '2026-07-01T03:00:00+08:00') {
    this.#nowMs = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  nowMs(): number {
    return this.#nowMs;
  }

  after(ms: number, run: () => void): Timer {
    const timer = { dueMs: this.#nowMs + ms, run };
    this.#timers.push(timer);
    return { cancel: () => void (this.#timers = this.#timers.filter((other) => other !== timer)) };
  }

  /** Moves time forward, firing every timer that falls due on the way, each at its own due time. */
  advance(ms: number): void {
    const target = this.#nowMs + ms;
    for (;;) {
      const due = this.#timers.filter((t) => t.dueMs <= target).sort((a, b) => a.dueMs - b.dueMs)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((t) => t !== due);
      this.#nowMs = Math.max(this.#nowMs, due.dueMs);
      due.run();
    }
    this.#nowMs = target;
  }
}
