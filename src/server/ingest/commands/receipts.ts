import type { Clock, Timer } from '#kernel/clock/clock.ts';
import type { CommandStep } from './commandDesk.ts';

// Writes the steps of commands into the database, in order. While it is away they wait here; their number is small, for officers
// give commands by hand and a device has three tries.

export interface Receipts {
  add(step: CommandStep): void;
  /** Resolves when nothing waits or the writing was given up. */
  stop(): Promise<void>;
}

const pauseMs = 2_000;

export function createReceipts(options: {
  clock: Clock;
  write: (step: CommandStep) => Promise<void>;
  report: (error: Error, where: string) => void;
}): Receipts {
  const { clock, write, report } = options;
  const waiting: CommandStep[] = [];
  let running: Promise<void> | null = null;
  let isStopped = false;
  let timer: Timer | null = null;

  async function run(): Promise<void> {
    for (let step = waiting[0]; step !== undefined; step = waiting[0]) {
      try {
        await write(step);
        waiting.shift();
      } catch (error) {
        report(error as Error, 'device commands');
        if (!isStopped)
          timer = clock.after(pauseMs, () => {
            timer = null;
            wake();
          });
        return;
      }
    }
  }

  function wake(): void {
    if (timer !== null) return;
    running ??= run().finally(() => {
      running = null;
      // A step may have come between the last look and the end.
      if (waiting.length > 0 && timer === null && !isStopped) wake();
    });
  }

  return {
    add(step) {
      waiting.push(step);
      wake();
    },
    async stop() {
      isStopped = true;
      timer?.cancel();
      await running;
    },
  };
}
