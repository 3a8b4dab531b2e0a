import type { Clock } from '#kernel/clock/clock.ts';

// Whether the ingest log takes writes. When it does not (disk full, disk broken, too slow), devices are refused in their own
// protocols and the officer must hear of it at once: readings stay at the devices, and those have little room.

export interface LogTrouble {
  /** Code of the refusal: log-full, log-failed, log-busy. */
  code: string;
  sinceMs: number;
  lastAtMs: number;
  /** Messages and acts that were refused since. */
  refused: number;
}

export interface LogHealth {
  kept(): void;
  refused(code: string): void;
  /** Null while everything is kept. */
  trouble(): LogTrouble | null;
}

/** @param onChange hears when trouble begins and ends */
export function createLogHealth(clock: Clock, onChange: (trouble: LogTrouble | null) => void): LogHealth {
  let trouble: LogTrouble | null = null;
  return {
    kept() {
      if (trouble === null) return;
      trouble = null;
      onChange(null);
    },
    refused(code) {
      // The program itself is stopping: nobody is there to be told.
      if (code === 'log-closed') return;
      const nowMs = clock.nowMs();
      const isNew = trouble === null;
      trouble = { code, sinceMs: trouble?.sinceMs ?? nowMs, lastAtMs: nowMs, refused: (trouble?.refused ?? 0) + 1 };
      if (isNew) onChange(trouble);
    },
    trouble: () => trouble,
  };
}
