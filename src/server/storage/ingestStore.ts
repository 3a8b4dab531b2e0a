import type { Actor } from '#kernel/access/access.ts';
import type { Alarm, AlarmRule, Point } from '#kernel/alarm/alarm.ts';
import type { AlarmChange, EngineMemory, LatestReading, WatchMemory } from '#kernel/alarm/entry.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Quality } from '#kernel/observation/reading.ts';
import { openAlarms, putAlarms } from './alarms.ts';
import type { RulePoint } from '#rooms/monitoring/alarms/compileRule.ts';
import type { Database, Transaction } from './database.ts';
import { latestReadings, putLatest, storeObservations } from './observations.ts';
import type { CommandStep, OpenCommand } from '../ingest/commands/commandDesk.ts';
import { openDeviceCommands, writeCommandStep } from './deviceCommands.ts';
import { storedDevices, type StoredDevice } from './devices.ts';
import { writeJournal } from './journal.ts';
import { emit } from './outbox.ts';
import { edgeChanges, forgetEdgeChanges, keepEdgeChanges, type PlacedEdgeChange } from './edgeChanges.ts';
import { putQuarantined } from './quarantine.ts';
import { enginePoints, engineRules } from './stations.ts';

// What the follower writes and a start reads. One batch is one transaction, together with the log position it reaches: a batch
// that was committed but not heard of is recognised and not written twice.

export { observations } from './curve.ts';
export { storeHistory } from './observations.ts';

export interface StoredReading {
  pointId: string;
  atMs: number;
  value: number;
  quality: Quality;
  deviceAtMs: number | null;
  areaCode: string;
  demo: boolean;
}

/** What an unregistered sender sent, summed over a batch. */
export interface QuarantineNotice {
  deviceKey: string;
  protocol: string;
  remote: string;
  firstAtMs: number;
  lastAtMs: number;
  count: number;
  quantities: { channel: string; quantity: string; unit: string | null; value: number }[];
  raw: string;
}

export interface CounterRow {
  name: string;
  protocol: string;
  reason: string;
  count: number;
}

/** Everything that a stretch of the log means for the database. */
export interface IngestBatch {
  /** Position the database must be at. */
  after: number;
  /** Position it is at afterwards. */
  position: number;
  readings: StoredReading[];
  latest: (LatestReading & { areaCode: string; demo: boolean })[];
  /** In order; the last change of an alarm carries what is stored. */
  changes: AlarmChange[];
  /** Points that were removed: their latest reading goes. */
  removedPoints: string[];
  quarantined: QuarantineNotice[];
  /** Without what rules on measured numbers know. */
  memory: EngineMemory;
  /** That: what changed in this batch, by engine rule id. */
  watches: { put: [ruleId: string, memory: WatchMemory][]; removed: string[] };
}

export interface LoadedState {
  position: number;
  points: Point[];
  rules: AlarmRule[];
  alarms: Alarm[];
  latest: LatestReading[];
  memory: EngineMemory | null;
  counters: CounterRow[];
}

export interface IngestStore {
  load(): Promise<LoadedState>;
  registry(): Promise<{ points: Point[]; rules: AlarmRule[] }>;
  /** Registered devices with what they prove themselves by, still sealed. */
  devices(): Promise<StoredDevice[]>;
  /** Writes a batch; says how many readings were new (the rest were there already). Throws when the database is away. */
  apply(batch: IngestBatch): Promise<{ stored: number }>;
  addCounters(rows: readonly CounterRow[]): Promise<void>;
  /** On an edge: what became of its alarms after one position and up to another, in order; at most `limit`. */
  edgeChanges(after: number, through: number, limit: number): Promise<PlacedEdgeChange[]>;
  /** The parent has everything up to a position. */
  forgetEdgeChanges(through: number): Promise<void>;
  /** Commands to devices that have not ended. */
  openCommands(): Promise<OpenCommand[]>;
  /** Writes a step of a command and tells the desks. */
  writeCommandStep(step: CommandStep): Promise<void>;
}

const follower: Actor = { kind: 'system', accountId: null, name: '数据接收', roles: [], areaCode: '', posts: [], from: 'internal' };

/**
 * @param county division code that unregistered senders are filed under
 * @param isEdge whether what becomes of alarms is kept for a parent
 */
export function createIngestStore(database: Database, clock: Clock, county: string, isEdge = false): IngestStore {
  const within = <T>(work: (tx: Transaction) => Promise<T>) => database.transaction(follower, work);
  return {
    load: () => within(load),
    registry: () => within(registry),
    devices: () => within(storedDevices),
    apply: (batch) => within((tx) => applyBatch(tx, clock, county, batch, isEdge)),
    edgeChanges: (after, through, limit) => within((tx) => edgeChanges(tx, after, through, limit)),
    forgetEdgeChanges: (through) => within((tx) => forgetEdgeChanges(tx, through)),
    openCommands: () => within(openDeviceCommands),
    writeCommandStep: (step) =>
      within(async (tx) => {
        const about = await writeCommandStep(tx, step);
        if (about === null) return;
        const { deviceId, areaCode, demo } = about;
        await emit(tx, clock, [
          {
            type: 'device.commandChanged',
            areaCode,
            subject: { kind: 'deviceCommand', id: step.id },
            demo,
            data: { deviceId, state: step.state },
          },
        ]);
      }),
    addCounters: (rows) => within((tx) => addCounters(tx, rows)),
  };
}

async function registry(tx: Transaction): Promise<{ points: RulePoint[]; rules: AlarmRule[] }> {
  const points = await enginePoints(tx);
  return { points, rules: await engineRules(tx, points) };
}

async function load(tx: Transaction): Promise<LoadedState> {
  // Waits for a transaction that a dead process left open: its commit may still go through, and must not change what is loaded.
  await tx.query('insert into ingest_progress (one, position) values (true, 0) on conflict (one) do nothing');
  const progress = await tx.query<{ position: number; memory: EngineMemory | null }>(
    'select position, memory from ingest_progress for update',
  );
  const watches = await tx.query<{ rule_id: string; memory: WatchMemory }>('select rule_id, memory from rule_memory');
  const memory = progress.rows[0]?.memory ?? null;
  const counters = await tx.query<CounterRow>('select name, protocol, reason, count from ingest_counter');
  return {
    position: progress.rows[0]?.position ?? 0,
    memory: memory && { ...memory, watches: watches.rows.map((row): [string, WatchMemory] => [row.rule_id, row.memory]) },
    ...(await registry(tx)),
    alarms: await openAlarms(tx),
    latest: await latestReadings(tx),
    counters: counters.rows,
  };
}

async function applyBatch(tx: Transaction, clock: Clock, county: string, batch: IngestBatch, isEdge: boolean): Promise<{ stored: number }> {
  // The commit waits for the disk: this process goes on from the position it reached and drops what the log held before it, so a
  // database that comes back from a power cut must not have forgotten any of it.
  await tx.query('insert into ingest_progress (one, position) values (true, 0) on conflict (one) do nothing');
  const progress = await tx.query<{ position: number }>('select position from ingest_progress for update');
  const at = progress.rows[0]?.position ?? 0;
  // The commit went through but the answer was lost.
  if (at === batch.position) return { stored: batch.readings.length };
  if (at !== batch.after)
    throw new Error(`database is at log position ${at}, batch starts after ${batch.after}: does another server write to it?`);
  const stored = await storeObservations(tx, clock.nowMs(), batch.readings);
  if (batch.removedPoints.length > 0)
    await tx.query('delete from latest_observation where point_id = any($1::uuid[])', [batch.removedPoints]);
  await putLatest(tx, batch.latest);
  await putAlarms(tx, batch.changes);
  await tellOfQuarantined(tx, clock, county, batch.quarantined);
  await tx.query('update ingest_progress set position = $1, memory = $2', [batch.position, JSON.stringify(batch.memory)]);
  await putWatches(tx, batch.watches);
  await writeActs(tx, clock, batch.changes);
  if (isEdge) await keepEdgeChanges(tx, batch.changes);
  return { stored };
}

async function putWatches(tx: Transaction, { put, removed }: IngestBatch['watches']): Promise<void> {
  if (removed.length > 0) await tx.query('delete from rule_memory where rule_id = any($1::text[])', [removed]);
  if (put.length === 0) return;
  await tx.query(
    `insert into rule_memory (rule_id, memory) select * from unnest($1::text[], $2::jsonb[])
     on conflict (rule_id) do update set memory = excluded.memory`,
    [put.map(([ruleId]) => ruleId), put.map(([, memory]) => JSON.stringify(memory))],
  );
}

async function tellOfQuarantined(tx: Transaction, clock: Clock, county: string, notices: readonly QuarantineNotice[]): Promise<void> {
  const added = await putQuarantined(tx, county, notices);
  const events = added.map((deviceKey) => ({
    type: 'device.quarantined',
    areaCode: county,
    subject: { kind: 'quarantine', id: deviceKey },
    demo: false,
    data: {},
  }));
  await emit(tx, clock, events);
}

/** What officers did to alarms goes into the journal under their own names. */
async function writeActs(tx: Transaction, clock: Clock, changes: readonly AlarmChange[]): Promise<void> {
  for (const { command, alarm, atMs } of changes) {
    if (command === null) continue;
    const { id: accountId, name, from } = command.actor;
    const actor: Actor = { kind: 'person', accountId, name, roles: [], areaCode: alarm.areaCode, posts: [], from };
    const detail = { at: new Date(atMs).toISOString(), state: alarm.state, version: alarm.version, incidentId: alarm.incidentId };
    const act = {
      act: `act:${command.action}`,
      subjectKind: 'alarm',
      subjectId: alarm.id,
      areaCode: alarm.areaCode,
      why: command.text,
      detail,
    };
    await writeJournal({ ...tx, actor }, clock, [act]);
  }
}

async function addCounters(tx: Transaction, rows: readonly CounterRow[]): Promise<void> {
  await tx.query(
    `insert into ingest_counter as counter (name, protocol, reason, count)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
     on conflict (name, protocol, reason) do update set count = counter.count + excluded.count`,
    [rows.map((row) => row.name), rows.map((row) => row.protocol), rows.map((row) => row.reason), rows.map((row) => row.count)],
  );
}
