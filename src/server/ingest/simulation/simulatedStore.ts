import type { Clock } from '#kernel/clock/clock.ts';
import type { IngestBatch, IngestStore, LoadedState } from '#server/storage/ingestStore.ts';
import type { MemoryStore } from '../memoryStore.ts';
import type { Chance } from './chance.ts';

// PostgreSQL as a process that may die sees it: away, slow, an answer lost after the commit, and a commit that goes through
// although whoever sent it is dead by then (the statement was in the socket). One row is locked by whoever applies, and a start
// waits for it: what it loads is not changed behind its back.

export interface StoreFaults {
  isAway: boolean;
  /** Milliseconds a transaction takes. */
  slowMs: number;
  /** Chance that the answer to a commit is lost. */
  losesAnswers: number;
}

export interface SimulatedStore {
  inner: MemoryStore;
  faults: StoreFaults;
  /** The store as one process sees it. */
  connect(process: { isDead: () => boolean; step: (what: string) => void }): IngestStore;
  /** Runs a transaction of somebody else's (escalation) under the same faults. */
  within<T>(connection: IngestStore, work: () => T): Promise<T>;
}

export interface StoreSabotage {
  /** A batch is written although the store is already there. */
  ignoresPosition?: boolean;
  /** A reading is written although there is one of this point and instant. */
  ignoresKey?: boolean;
  /** A start loads while a dead process' transaction is still open. */
  loadsWithoutLock?: boolean;
}

const never = new Promise<never>(() => {});

export function simulatedStore(inner: MemoryStore, clock: Clock, random: Chance, sabotage: StoreSabotage): SimulatedStore {
  const faults: StoreFaults = { isAway: false, slowMs: 0, losesAnswers: 0 };
  /** Held from the first statement of a transaction to its end. */
  let lock: Promise<void> = Promise.resolve();
  let copies = 0;
  const withinOf = new WeakMap<IngestStore, <T>(work: () => T) => Promise<T>>();

  async function locked<T>(work: () => Promise<T>): Promise<T> {
    const before = lock;
    const turn = before.then(work);
    lock = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  function commit(batch: IngestBatch): Promise<{ stored: number }> {
    if (sabotage.ignoresPosition) inner.position = batch.after;
    if (!sabotage.ignoresKey) return inner.apply(batch);
    const readings = batch.readings.map((reading) => ({ ...reading, atMs: reading.atMs + ++copies / 1_000_000 }));
    return inner.apply({ ...batch, readings });
  }

  return {
    inner,
    faults,
    within: (connection, work) => {
      const within = withinOf.get(connection);
      if (within === undefined) throw new Error('not a connection of this store');
      return within(work);
    },
    connect({ isDead, step }) {
      const pause = async () => {
        if (faults.slowMs > 0) await new Promise<void>((resolve) => void clock.after(faults.slowMs, resolve));
      };
      /** One transaction; `work` is its commit and happens at once. */
      async function transaction<T>(what: string, work: () => T | Promise<T>): Promise<T> {
        step(`${what} begins`);
        if (isDead()) return never;
        if (faults.isAway) throw new Error('database is away');
        const result = await locked(async () => {
          await pause();
          // Dead before COMMIT was sent: rolled back. Sent: it commits all the same.
          if (isDead() && random.has(0.5)) throw new Error('rolled back');
          if (isDead()) await new Promise<void>((resolve) => void clock.after(random.between(0, 6_000), resolve));
          if (faults.isAway && !isDead()) throw new Error('connection lost before commit');
          const done = await work();
          step(`${what} committed`);
          return done;
        }).catch((error: unknown) => {
          if (isDead()) return never;
          throw error;
        });
        if (isDead()) return never;
        if (random.has(faults.losesAnswers)) throw new Error('connection lost after commit');
        return result;
      }
      const connection: IngestStore = {
        ...inner,
        load: async (): Promise<LoadedState> => {
          step('load');
          if (isDead()) return never;
          if (faults.isAway) throw new Error('database is away');
          if (!sabotage.loadsWithoutLock) await lock;
          return structuredClone(await inner.load());
        },
        apply: (batch) => transaction('batch', () => commit(structuredClone(batch))),
        addCounters: async () => {},
      };
      withinOf.set(connection, (work) => transaction('escalation', work));
      return connection;
    },
  };
}
