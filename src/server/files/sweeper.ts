import type { Actor } from '#kernel/access/access.ts';
import type { Clock, Timer } from '#kernel/clock/clock.ts';
import { dayMs } from '#kernel/clock/localDate.ts';
import type { Database } from '../storage/database.ts';
import { linkedHashes } from '../storage/files.ts';
import type { FileStore } from './fileStore.ts';

// Once a day bytes that no link names are removed: uploads whose transaction failed. A day of grace keeps what is just
// being linked. A file taken off a record still has its row, so its bytes stay.

const sweeper: Actor = { kind: 'system', accountId: null, name: '文件清理', roles: [], posts: [], areaCode: '', from: 'internal' };
const graceMs = dayMs;

/** Removes what nobody links; returns how many files went. */
export async function sweepOrphans(database: Database, store: FileStore, nowMs: number): Promise<number> {
  let removed = 0;
  for await (const hashes of store.list()) {
    const linked = await database.transaction(sweeper, (tx) => linkedHashes(tx, hashes));
    for (const sha256 of hashes) {
      if (!linked.has(sha256) && (await store.removeIfOlder(sha256, nowMs - graceMs))) removed += 1;
    }
  }
  return removed;
}

/** Sweeps now and every day from now on; returns the way to stop, which waits for a sweep under way. */
export function keepSweeping(database: Database, store: FileStore, clock: Clock, report: (error: Error) => void): () => Promise<void> {
  let stopped = false;
  let timer: Timer | null = null;
  let running: Promise<void> = Promise.resolve();
  const round = () => {
    running = sweepOrphans(database, store, clock.nowMs())
      .then(() => undefined)
      .catch(report)
      .finally(() => {
        if (!stopped) timer = clock.after(dayMs, round);
      });
  };
  timer = clock.after(60_000, round);
  return async () => {
    stopped = true;
    timer?.cancel();
    await running;
  };
}
