import type { Alarm, AlarmRule, Point } from '#kernel/alarm/alarm.ts';
import { createAlarmEngine, type AlarmEngine } from '#kernel/alarm/engine.ts';
import type { AlarmChange, AlarmCommand, Applied, LatestReading, LogEntry } from '#kernel/alarm/entry.ts';
import { registryChange } from '#kernel/alarm/registry.ts';
import type { Clock, Timer } from '#kernel/clock/clock.ts';
import { judge } from '#kernel/observation/judge.ts';
import type { Signal } from '#kernel/observation/reading.ts';
import { RefusalError, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { IngestStore } from '#server/storage/ingestStore.ts';
import { Counters } from './counters.ts';
import { startFollower, type Follower } from './follower.ts';
import type { Disk } from './log/disk.ts';
import { openLog, type Durable, type IngestLog } from './log/log.ts';
import { plainSignal, plainText } from './plainText.ts';

// A signal's way (docs/architecture.md): judged, into the log, and once it is on disk through the alarm engine to whoever
// listens, and only then answered. PostgreSQL comes later and may be away. Officers' acts on alarms go the same way.

export interface PipelineOptions {
  store: IngestStore;
  disk: Disk;
  clock: Clock;
  /** Faults and lines for the operator; nothing here stops the flow. */
  report: (error: Error, where: string) => void;
  followerLingerMs?: number;
}

export type ChangeListener = (changes: readonly AlarmChange[], position: number) => void;

export interface Pipeline {
  /** Resolves once durable and evaluated. Rejects with a RefusalError (503) when it could not be kept: the device must not be answered. */
  accept(signal: Signal): Promise<{ position: number }>;
  /** An officer's act; refusals as in kernel/alarm/command.ts, and those of the log. */
  command(command: AlarmCommand): Promise<Outcome<Alarm>>;
  /** Tells the engine of edited registers. Resolves with the position at which they apply. */
  setRegistry(points: readonly Point[], rules: readonly AlarmRule[]): Promise<number>;
  /** Called after durability with the changes of each entry that made some; returns how to stop it. */
  onChanges(listener: ChangeListener): () => void;
  openAlarms(): Alarm[];
  /** An open alarm, or one that became history a short while ago. */
  alarm(id: string): Alarm | undefined;
  latest(pointId: string): LatestReading | null;
  registry(): { points: Point[]; rules: AlarmRule[] };
  /** Last durable position, and the one PostgreSQL has. */
  position(): number;
  storedPosition(): number;
  /** Resolves once PostgreSQL has everything up to a position. */
  stored(position: number): Promise<void>;
  counters: Counters;
  stop(): Promise<void>;
}

const tickMs = 1_000;
const savingMs = 10_000;
const cleaningMs = 3_600_000;

/** Opens the log, brings the engine to its end and starts the follower. */
export async function startPipeline(options: PipelineOptions): Promise<Pipeline> {
  const { store, clock, report } = options;
  const state = await store.load();
  const counters = new Counters(clock, state.counters);
  const listeners = new Set<ChangeListener>();
  const answers = new Map<LogEntry, Outcome<Alarm>>();
  const engineState = { ...state, nowMs: clock.nowMs() };
  const engine = createAlarmEngine(engineState);
  let follower: Follower | null = null;

  const log = await openLog({
    disk: options.disk,
    clock,
    after: state.position,
    report: (line) => report(new Error(line), 'ingest log'),
    onDurable,
  });

  function onDurable(batch: readonly Durable[]): void {
    for (const { entry, position } of batch) {
      const applied = applySafely(engine, entry, position, report);
      if (entry.kind === 'signal' && applied.unknown.length > 0) counters.count(entry.signal.protocol, 'unknownDevice');
      if (applied.outcome) answers.set(entry, applied.outcome);
      if (applied.changes.length > 0) tell(applied.changes, position);
    }
    follower?.wake();
  }

  function tell(changes: readonly AlarmChange[], position: number): void {
    for (const listener of listeners) {
      try {
        listener(changes, position);
      } catch (error) {
        report(error as Error, 'alarm listener');
      }
    }
  }

  await replay(log, engine, state.position, report);
  follower = startFollower({
    log,
    store,
    clock,
    counters,
    engine: createAlarmEngine(engineState),
    position: state.position,
    report: (error) => report(error, 'ingest follower'),
    ...(options.followerLingerMs !== undefined && { lingerMs: options.followerLingerMs }),
  });
  const running = follower;
  running.wake();

  /** Whether this start is in the log; before that nothing is held to be silent. */
  let isStartLogged = false;
  let isTicking = false;
  async function tick(): Promise<void> {
    if (isTicking) return;
    isTicking = true;
    try {
      if (!isStartLogged) {
        await log.append({ kind: 'start', atMs: clock.nowMs() });
        isStartLogged = true;
      } else if (engine.isSilenceDue(clock.nowMs())) await log.append({ kind: 'tick', atMs: clock.nowMs() });
    } catch (error) {
      // The next second tries again.
      report(error as Error, 'ingest tick');
    } finally {
      isTicking = false;
    }
  }

  async function saveCounters(): Promise<void> {
    const rows = counters.takeUnsaved();
    if (rows.length === 0) return;
    await store.addCounters(rows).catch((error: Error) => {
      counters.giveBack(rows);
      report(error, 'ingest counters');
    });
  }

  async function clean(): Promise<void> {
    await log.removeApplied(running.position()).catch((error: Error) => report(error, 'ingest log'));
  }

  const timers = [every(clock, tickMs, tick), every(clock, savingMs, saveCounters), every(clock, cleaningMs, clean)];
  await tick();

  async function accept(given: Signal): Promise<{ position: number }> {
    const plain = plainSignal(given);
    const { protocol, deviceKey } = plain;
    const { readings, refused } = judge(
      plain.readings,
      plain.receivedAtMs,
      (reading) => engine.pointOf(deviceKey, reading.channel, reading.quantity),
      (outcome) => counters.count(protocol, 'reading', outcome),
    );
    for (const { reading, reason } of refused) {
      counters.refuse(protocol, reason, plain.remote, plain.raw, `${deviceKey} ${reading.quantity}: ${reading.value}`);
    }
    if (readings.length === 0) return { position: log.last() };
    const position = await log.append({ kind: 'signal', signal: { ...plain, readings } });
    counters.count(protocol, 'accepted');
    return { position };
  }

  async function command(given: AlarmCommand): Promise<Outcome<Alarm>> {
    const plain = { ...given, text: plainText(given.text), actor: { ...given.actor, name: plainText(given.actor.name, 100) } };
    if (plain.incidentId !== null && !/^[0-9a-f-]{36}$/i.test(plain.incidentId)) return notAnId;
    const hopeless = engine.check(plain);
    if (!hopeless.ok) return hopeless;
    const entry: LogEntry = { kind: 'command', command: plain };
    try {
      await log.append(entry);
    } catch (error) {
      if (error instanceof RefusalError) return error.refusal;
      throw error;
    }
    const answer = answers.get(entry);
    answers.delete(entry);
    if (answer === undefined) throw new Error('a durable command was not evaluated');
    return answer;
  }

  /** One after the other: a difference is taken from what the engine has once the one before it applies. */
  let registryTurn: Promise<unknown> = Promise.resolve();
  function setRegistry(points: readonly Point[], rules: readonly AlarmRule[]): Promise<number> {
    const turn = registryTurn.then(() => {
      const change = registryChange(engine.registry(), { points, rules });
      return change === null ? log.last() : log.append({ kind: 'registry', atMs: clock.nowMs(), change });
    });
    registryTurn = turn.catch(() => undefined);
    return turn;
  }

  return {
    accept,
    command,
    setRegistry,
    onChanges(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openAlarms: () => engine.openAlarms(),
    alarm: (id) => engine.alarm(id),
    latest: (pointId) => engine.latest(pointId),
    registry: () => engine.registry(),
    position: () => log.last(),
    storedPosition: () => running.position(),
    stored: (position) => running.reached(position),
    counters,
    async stop() {
      for (const timer of timers) timer.cancel();
      await log.close();
      await running.stop();
      await saveCounters();
    },
  };
}

const notAnId = refuse('alarm-incident-invalid', 422, { zh: '事件编号不是 UUID。', en: 'The incident id is no UUID.' });
const nothing: Applied = { changes: [], unknown: [], outcome: null };

/** A fault on one entry is reported and does not keep the ones behind it from being evaluated. */
function applySafely(engine: AlarmEngine, entry: LogEntry, position: number, report: PipelineOptions['report']): Applied {
  try {
    return engine.apply(entry, position);
  } catch (error) {
    report(new Error(`log entry ${position} cannot be evaluated`, { cause: error }), 'alarm engine');
    return nothing;
  }
}

async function replay(log: IngestLog, engine: AlarmEngine, after: number, report: PipelineOptions['report']): Promise<void> {
  const reader = log.read(after);
  for (let items = await reader.next(); items.length > 0; items = await reader.next()) {
    for (const item of items) if (item.ok) applySafely(engine, item.entry, item.position, report);
  }
}

function every(clock: Clock, ms: number, act: () => Promise<void>): Timer {
  let timer = clock.after(ms, step);
  function step(): void {
    void act();
    timer = clock.after(ms, step);
  }
  return { cancel: () => timer.cancel() };
}
