import type { Clock, Timer } from '#kernel/clock/clock.ts';
import { addDays, endOf, localDate } from '#kernel/clock/localDate.ts';
import type { Database } from '../storage/database.ts';
import { dropDay, forgetBefore, packPoints, pointsOfDay, unpackedDays } from '../storage/packDay.ts';
import { packer } from '../storage/packer.ts';
import { readSetting } from '../storage/settings.ts';

// Packs readings of days that are over, oldest first, in small transactions with pauses as long as the work between them, and
// forgets what is older than the bureau keeps. Late readings of a packed day are packed with it in a later round.

/** Setting `readings`: how the bureau keeps them. */
export interface ReadingsSetting {
  /** Whole days after a day's end before it is packed; 1 when nobody set it, so that what was cut off for hours comes as rows. */
  packAfterDays?: number;
  /** Days that readings are kept; absent or null = for ever. */
  keepDays?: number | null;
}

export const readingsSettingKey = 'readings';

const firstRoundMs = 60_000;
const roundMs = 3_600_000;
/** Readings of one transaction: some tens of milliseconds. */
const perTransaction = 5_000;
/** No pause is shorter, so that whoever waits for the processor has it. */
const shortestPauseMs = 5;

export interface Packed {
  readings: number;
  days: string[];
  forgottenChunks: number;
}

/**
 * Packs every day that is due and forgets what is too old.
 * @param rest called between two transactions with how long the last one took, milliseconds; answers false to stop
 */
export async function packDueDays(database: Database, clock: Clock, rest: (tookMs: number) => Promise<boolean>): Promise<Packed> {
  const setting = (await database.transaction(packer, (tx) => readSetting<ReadingsSetting>(tx, readingsSettingKey))) ?? {};
  const today = localDate(clock.now());
  const done: Packed = { readings: 0, days: [], forgottenChunks: 0 };
  for (const day of await unpackedDays(database, addDays(today, -Math.max(0, setting.packAfterDays ?? 1)))) {
    for (const pointIds of await pointsOfDay(database, day, perTransaction)) {
      const begunMs = clock.nowMs();
      done.readings += await packPoints(database, day, pointIds);
      if (!(await rest(clock.nowMs() - begunMs))) return done;
    }
    if (await dropDay(database, day)) done.days.push(day);
  }
  if (setting.keepDays) {
    const oldest = endOf(addDays(today, -setting.keepDays - 1)).getTime();
    done.forgottenChunks = await forgetBefore(database, oldest);
  }
  return done;
}

/** Packs soon, then every hour; returns how to stop, which waits for the transaction in progress. */
export function keepPacking(database: Database, clock: Clock, report: (error: Error) => void): () => Promise<void> {
  let isStopped = false;
  let timer: Timer | null = null;
  let endPause: (() => void) | null = null;
  let running: Promise<void> = Promise.resolve();
  const rest = async (tookMs: number) => {
    if (!isStopped)
      await new Promise<void>((resolve) => {
        const pause = clock.after(Math.max(shortestPauseMs, tookMs), resolve);
        endPause = () => {
          pause.cancel();
          resolve();
        };
      });
    return !isStopped;
  };
  const round = () => {
    running = packDueDays(database, clock, rest)
      .then(() => undefined)
      .catch(report)
      .finally(() => {
        if (!isStopped) timer = clock.after(roundMs, round);
      });
  };
  timer = clock.after(firstRoundMs, round);
  return async () => {
    isStopped = true;
    timer?.cancel();
    endPause?.();
    await running;
  };
}
