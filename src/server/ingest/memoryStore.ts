import type { Alarm, AlarmRule, Point } from '#kernel/alarm/alarm.ts';
import { edgeChangeOf, type PlacedEdgeChange } from '../storage/edgeChanges.ts';
import type { LatestReading, WatchMemory } from '#kernel/alarm/entry.ts';
import type { CounterRow, IngestBatch, IngestStore, LoadedState, StoredReading } from '#server/storage/ingestStore.ts';

// For tests: the follower's side of PostgreSQL in memory, with a switch that takes it away. What it promises (a batch once, in
// order, all or nothing) is checked against the real one in ingestStore.pg.test.ts.

export interface MemoryStore extends IngestStore {
  isAway: boolean;
  /** The transaction commits but the answer is lost, once. */
  losesNextAnswer: boolean;
  attempts: number;
  position: number;
  readings: Map<string, StoredReading>;
  alarms: Map<string, Alarm>;
  quarantined: Map<string, number>;
  batches: number[];
  points: Point[];
  rules: AlarmRule[];
  /** Kept for a parent, in order. */
  kept: PlacedEdgeChange[];
}

export function memoryStore(points: Point[], rules: AlarmRule[]): MemoryStore {
  const latest = new Map<string, LatestReading>();
  const counters: CounterRow[] = [];
  const watches = new Map<string, WatchMemory>();
  let memory: LoadedState['memory'] = null;

  function commit(batch: IngestBatch): number {
    let stored = 0;
    for (const reading of batch.readings) {
      const key = `${reading.pointId}@${reading.atMs}`;
      if (!store.readings.has(key)) stored += 1;
      store.readings.set(key, store.readings.get(key) ?? reading);
    }
    for (const pointId of batch.removedPoints) latest.delete(pointId);
    for (const row of batch.latest) latest.set(row.pointId, structuredClone(row));
    for (const { kind, alarm } of batch.changes) {
      if (kind === 'removed') store.alarms.delete(alarm.id);
      else store.alarms.set(alarm.id, structuredClone(alarm));
    }
    for (const { deviceKey, count } of batch.quarantined) store.quarantined.set(deviceKey, (store.quarantined.get(deviceKey) ?? 0) + count);
    for (const ruleId of batch.watches.removed) watches.delete(ruleId);
    for (const [ruleId, state] of batch.watches.put) watches.set(ruleId, structuredClone(state));
    store.kept.push(...batch.changes.map(edgeChangeOf));
    memory = structuredClone(batch.memory);
    store.position = batch.position;
    store.batches.push(batch.readings.length);
    return stored;
  }

  const store: MemoryStore = {
    isAway: false,
    losesNextAnswer: false,
    attempts: 0,
    position: 0,
    readings: new Map(),
    alarms: new Map(),
    quarantined: new Map(),
    batches: [],
    points,
    rules,
    kept: [],
    load: async () => ({
      position: store.position,
      points: store.points,
      rules: store.rules,
      alarms: [...store.alarms.values()].filter((alarm) => alarm.state !== 'normal'),
      latest: [...latest.values()],
      memory: memory && { ...memory, watches: [...watches] },
      counters,
    }),
    registry: async () => ({ points: store.points, rules: store.rules }),
    devices: async () => [],
    edgeChanges: async (after, through, limit) =>
      store.kept.filter(({ position }) => position > after && position <= through).slice(0, limit),
    forgetEdgeChanges: async (through) => void (store.kept = store.kept.filter(({ position }) => position > through)),
    openCommands: async () => [],
    writeCommandStep: async () => {},
    async apply(batch) {
      store.attempts += 1;
      if (store.isAway) throw new Error('database is away');
      if (store.position === batch.position) return { stored: batch.readings.length };
      if (store.position !== batch.after) throw new Error(`at ${store.position}, batch after ${batch.after}`);
      const stored = commit(batch);
      if (!store.losesNextAnswer) return { stored };
      store.losesNextAnswer = false;
      throw new Error('connection lost after commit');
    },
    addCounters: async (rows) => void counters.push(...rows),
  };
  return store;
}
