import type { Alarm, AlarmRule, Point } from '#kernel/alarm/alarm.ts';
import type { EdgeProgress, EdgeStretch } from '#kernel/alarm/edge.ts';
import { createAlarmEngine, type AlarmEngine } from '#kernel/alarm/engine.ts';
import type { AlarmChange, AlarmCommand, Applied, LatestReading, LogEntry } from '#kernel/alarm/entry.ts';
import { registryChange } from '#kernel/alarm/registry.ts';
import type { Clock, Timer } from '#kernel/clock/clock.ts';
import { judge } from '#kernel/observation/judge.ts';
import type { Reading, Signal } from '#kernel/observation/reading.ts';
import { RefusalError, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { IngestStore } from '#server/storage/ingestStore.ts';
import { Counters } from './counters.ts';
import { Follower } from './follower.ts';
import type { Disk } from './log/disk.ts';
import { createLogHealth, type LogHealth, type LogTrouble } from './logHealth.ts';
import type { LogReader } from './log/reader.ts';
import { openLog, type Durable, type IngestLog } from './log/log.ts';
import { MeasuredTimes } from './measuredTimes.ts';
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
  /** A new segment of the log is begun after this many bytes. */
  segmentBytes?: number;
  /** Entries after this position stay in the log although the database has them: a parent does not. */
  keepAfter?: () => number;
}

export type ChangeListener = (changes: readonly AlarmChange[], position: number) => void;

const tickMs = 1_000;
const savingMs = 10_000;
const cleaningMs = 3_600_000;

/** Opens the log, brings the engine to its end and starts the follower. */
export async function startPipeline(options: PipelineOptions): Promise<Pipeline> {
  const { store, clock, disk, report, followerLingerMs, segmentBytes } = options;
  const loaded = await store.load();
  const state = { ...loaded, nowMs: clock.nowMs() };
  const counters = new Counters(clock, loaded.counters);
  const engine = createAlarmEngine(state);
  let pipeline: Pipeline | null = null;
  const log = await openLog({
    disk,
    clock,
    after: loaded.position,
    report: (line) => report(new Error(line), 'ingest log'),
    onDurable: (batch) => pipeline?.takeDurable(batch),
    ...(segmentBytes !== undefined && { segmentBytes }),
  });
  const times = new MeasuredTimes();
  await replay(log, engine, times, loaded.position, report);
  const follower = new Follower({
    log,
    store,
    clock,
    counters,
    // Its own, because the live one is ahead of the database.
    engine: createAlarmEngine(state),
    position: loaded.position,
    report: (error) => report(error, 'ingest follower'),
    ...(followerLingerMs !== undefined && { lingerMs: followerLingerMs }),
  });
  pipeline = new Pipeline(options, { log, engine, follower, counters, times });
  await pipeline.begin();
  return pipeline;
}

interface Parts {
  log: IngestLog;
  engine: AlarmEngine;
  follower: Follower;
  counters: Counters;
  times: MeasuredTimes;
}

export class Pipeline {
  readonly counters: Counters;
  readonly #options: PipelineOptions;
  readonly #log: IngestLog;
  readonly #health: LogHealth;
  readonly #engine: AlarmEngine;
  readonly #follower: Follower;
  readonly #times: MeasuredTimes;
  readonly #listeners = new Set<ChangeListener>();
  /** Outcomes of commands between their evaluation and the answer. */
  readonly #answers = new Map<LogEntry, Outcome<Alarm>>();
  #timers: Timer[] = [];
  /** Whether this start is in the log; before that nothing is held to be silent. */
  #isStartLogged = false;
  #isTicking = false;
  #registryTurn: Promise<unknown> = Promise.resolve();

  constructor(options: PipelineOptions, { log, engine, follower, counters, times }: Parts) {
    this.#options = options;
    this.#log = log;
    this.#health = createLogHealth(options.clock, (trouble) => this.#tellTrouble(trouble));
    this.#engine = engine;
    this.#follower = follower;
    this.#times = times;
    this.counters = counters;
  }

  /** Starts the timers and writes the start into the log. */
  async begin(): Promise<void> {
    const { clock } = this.#options;
    this.#follower.wake();
    this.#timers = [
      every(clock, tickMs, () => this.#tick()),
      every(clock, savingMs, () => this.#saveCounters()),
      every(clock, cleaningMs, () => this.#clean()),
    ];
    await this.#tick();
  }

  /** For the log: a batch is on disk. */
  takeDurable(batch: readonly Durable[]): void {
    for (const { entry, position } of batch) {
      const { changes, outcome, unknown } = applySafely(this.#engine, entry, position, this.#options.report);
      if (entry.kind === 'signal' && unknown.length > 0) this.counters.count(entry.signal.protocol, 'unknownDevice');
      if (outcome) this.#answers.set(entry, outcome);
      if (changes.length > 0) this.#tell(changes, position);
    }
    this.#follower.wake();
  }

  #tell(changes: readonly AlarmChange[], position: number): void {
    for (const listener of this.#listeners) {
      try {
        listener(changes, position);
      } catch (error) {
        this.#options.report(error as Error, 'alarm listener');
      }
    }
  }

  /**
   * Resolves once durable and evaluated. Rejects with a RefusalError (503, see log.ts) when it could not be kept: then the device
   * must not be answered. A signal without a usable reading is not logged.
   */
  async accept(given: Signal): Promise<{ position: number }> {
    const signal = plainSignal(given);
    const { protocol, deviceKey, receivedAtMs, remote, raw } = signal;
    const { readings, refused } = judge(
      signal.readings,
      receivedAtMs,
      (reading) => this.#engine.pointOf(deviceKey, reading.channel, reading.quantity),
      (outcome) => this.counters.count(protocol, 'reading', outcome),
    );
    for (const { reading, reason } of refused) {
      this.counters.refuse(protocol, reason, remote, raw, `${deviceKey} ${reading.quantity}: ${reading.value}`);
    }
    if (readings.length === 0) return { position: this.#log.last() };
    const settled = readings.map((reading) => this.#settle(deviceKey, reading));
    const position = await this.#append({ kind: 'signal', signal: { ...signal, readings: settled } });
    this.counters.count(protocol, 'accepted');
    return { position };
  }

  #settle(deviceKey: string, reading: Reading): Reading {
    const point = this.#engine.pointOf(deviceKey, reading.channel, reading.quantity);
    return point ? this.#times.settle(point.id, reading) : reading;
  }

  /** An officer's act; refusals as in kernel/alarm/command.ts, and those of the log. */
  async command(given: AlarmCommand): Promise<Outcome<Alarm>> {
    const command = { ...given, text: plainText(given.text), actor: { ...given.actor, name: plainText(given.actor.name, 100) } };
    if (command.incidentId !== null && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(command.incidentId)) return notAnId;
    const hopeless = this.#engine.check(command);
    if (!hopeless.ok) return hopeless;
    const entry: LogEntry = { kind: 'command', command };
    try {
      await this.#append(entry);
    } catch (error) {
      if (error instanceof RefusalError) return error.refusal;
      throw error;
    }
    const answer = this.#answers.get(entry);
    this.#answers.delete(entry);
    if (answer === undefined) throw new Error('a durable command was not evaluated');
    return answer;
  }

  /** Tells the engine of edited registers. Resolves with the position at which they apply. */
  setRegistry(points: readonly Point[], rules: readonly AlarmRule[]): Promise<number> {
    // One after the other: a difference is taken from what the engine has once the one before it applies.
    const turn = this.#registryTurn.then(() => {
      const change = registryChange(this.#engine.registry(), { points, rules });
      if (change === null) return this.#log.last();
      return this.#append({ kind: 'registry', atMs: this.#options.clock.nowMs(), change });
    });
    this.#registryTurn = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Takes the next stretch of an edge's log; one that was taken already, or leaves a gap, changes nothing. Resolves with the position
   * up to which the edge's log is durable here. Rejects as `accept` does.
   */
  async takeStretch(stretch: EdgeStretch): Promise<number> {
    if (this.#edgePosition(stretch.edgeId) === stretch.after && stretch.through > stretch.after) {
      await this.#append({ kind: 'edge', atMs: this.#options.clock.nowMs(), stretch });
    }
    return this.#edgePosition(stretch.edgeId);
  }

  #edgePosition(edgeId: string): number {
    return this.edges().find(([id]) => id === edgeId)?.[1].position ?? 0;
  }

  /** How far the logs of edges are here. */
  edges(): [edgeId: string, progress: EdgeProgress][] {
    return this.#engine.edges();
  }

  /** Reads durable entries after a position. */
  read(after: number): LogReader {
    return this.#log.read(after);
  }

  async #append(entry: LogEntry): Promise<number> {
    try {
      const position = await this.#log.append(entry);
      this.#health.kept();
      return position;
    } catch (error) {
      this.#health.refused(error instanceof RefusalError ? error.refusal.code : 'log-failed');
      throw error;
    }
  }

  #tellTrouble(trouble: LogTrouble | null): void {
    this.counters.count('log', 'trouble', trouble?.code ?? 'over');
    if (trouble) this.#options.report(new Error(`the ingest log takes no writes (${trouble.code}): devices are refused`), 'ingest log');
  }

  /** Whether the log takes writes; null = it does. */
  trouble(): LogTrouble | null {
    return this.#health.trouble();
  }

  /** Called after durability with the changes of each entry that made some; returns how to stop it. */
  onChanges(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Alarms that are not normal, newest first. */
  openAlarms(): Alarm[] {
    return this.#engine.openAlarms();
  }

  /** An open alarm, or one that became history a short while ago. */
  alarm(id: string): Alarm | undefined {
    return this.#engine.alarm(id);
  }

  latest(pointId: string): LatestReading | null {
    return this.#engine.latest(pointId);
  }

  point(pointId: string): Point | undefined {
    return this.#engine.point(pointId);
  }

  registry(): { points: Point[]; rules: AlarmRule[] } {
    return this.#engine.registry();
  }

  /** Last durable position. */
  position(): number {
    return this.#log.last();
  }

  /** The position PostgreSQL has. */
  storedPosition(): number {
    return this.#follower.position();
  }

  /** Resolves once PostgreSQL has everything up to a position. */
  stored(position: number): Promise<void> {
    return this.#follower.reached(position);
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) timer.cancel();
    await this.#log.close();
    await this.#follower.stop();
    await this.#saveCounters();
  }

  async #tick(): Promise<void> {
    if (this.#isTicking) return;
    this.#isTicking = true;
    const atMs = this.#options.clock.nowMs();
    try {
      if (!this.#isStartLogged) {
        await this.#append({ kind: 'start', atMs });
        this.#isStartLogged = true;
      } else if (this.#engine.isTickDue(atMs) || this.trouble() !== null) {
        // In trouble a tick is also the question whether the disk takes writes again, asked although no device sends.
        await this.#append({ kind: 'tick', atMs });
      }
    } catch (error) {
      // The next second tries again.
      this.#options.report(error as Error, 'ingest tick');
    } finally {
      this.#isTicking = false;
    }
  }

  async #saveCounters(): Promise<void> {
    const rows = this.counters.takeUnsaved();
    if (rows.length === 0) return;
    await this.#options.store.addCounters(rows).catch((error: Error) => {
      this.counters.giveBack(rows);
      this.#options.report(error, 'ingest counters');
    });
  }

  async #clean(): Promise<void> {
    const { keepAfter } = this.#options;
    const through = Math.min(this.#follower.position(), keepAfter?.() ?? Number.POSITIVE_INFINITY);
    await this.#log.removeApplied(through).catch((error: Error) => this.#options.report(error, 'ingest log'));
  }
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

/** Entries before `after` that are looked through once more for the times of readings a device may send again. */
const lookBack = 2_000;

async function replay(
  log: IngestLog,
  engine: AlarmEngine,
  times: MeasuredTimes,
  after: number,
  report: PipelineOptions['report'],
): Promise<void> {
  const reader = log.read(Math.max(0, after - lookBack));
  for (let items = await reader.next(); items.length > 0; items = await reader.next()) {
    for (const item of items) {
      if (!item.ok) continue;
      if (item.position > after) applySafely(engine, item.entry, item.position, report);
      if (item.entry.kind === 'signal') rememberTimes(engine, times, item.entry.signal);
    }
  }
}

function rememberTimes(engine: AlarmEngine, times: MeasuredTimes, { deviceKey, readings }: Signal): void {
  for (const reading of readings) {
    const point = engine.pointOf(deviceKey, reading.channel, reading.quantity);
    if (point) times.remember(point.id, reading);
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
