import type { Reading } from '#kernel/observation/reading.ts';
import { accept, type Outcome } from '#kernel/problem/refusal.ts';
import type { Alarm, AlarmRule, Point } from './alarm.ts';
import { AlarmBook, type Holder } from './alarmBook.ts';
import { checkCommand } from './command.ts';
import type { AlarmCommand, Applied, EngineMemory, LatestReading, LogEntry, RegistryChange, WatchMemory } from './entry.ts';
import { AlarmLife } from './alarmLife.ts';
import type { EdgeProgress, EdgeStretch } from './edge.ts';
import { DeviceFaults, deviceRuleId } from './deviceFaults.ts';
import { EdgeAlarms } from './edgeAlarms.ts';
import { sourceRuleId } from './flood.ts';
import { PlainRules } from './plainRules.ts';
import { createPointTable, isOtherCondition, latestOf, setQuiet } from './pointTable.ts';
import { isPlain, phase, type RuleSlot } from './ruleSlot.ts';
import { acted, lineKinds, returned, shelfOf } from './transition.ts';
import { Watches } from './watches.ts';
import type { WatchSlot } from './watchSlot.ts';

// The alarm engine: entries of the ingest log in, alarm changes out. It reads no clock and keeps no secret state: alarms,
// latest readings and `memory()` at a position, plus the log from there, give the same alarms with the same ids again.
// Not here: durability (server/ingest/log), storing (server/ingest/follower.ts), who may act (the HTTP shell).

export interface EngineState {
  points: readonly Point[];
  rules: readonly AlarmRule[];
  /** Alarms that are not normal. */
  alarms: readonly Alarm[];
  latest?: readonly LatestReading[];
  memory?: EngineMemory | null;
  /** Instant from which silence counts when there is no memory yet, epoch milliseconds. */
  nowMs: number;
}

const nothing: Applied = { changes: [], unknown: [], outcome: null };
const repeat: Applied = { ...nothing, isRepeat: true };
const ruleGone = '规则或测点已删除 / rule or point removed';

export function createAlarmEngine(state: EngineState): AlarmEngine {
  return new AlarmEngine(state);
}

/** The instant an entry belongs to, epoch milliseconds. */
function instantOf(entry: LogEntry): number {
  if (entry.kind === 'signal') return entry.signal.receivedAtMs;
  return entry.kind === 'command' ? entry.command.atMs : entry.atMs;
}

export class AlarmEngine {
  readonly #table = createPointTable();
  readonly #book: AlarmBook;
  readonly #life: AlarmLife;
  readonly #edges: EdgeAlarms;
  readonly #watches: Watches;
  readonly #devices: DeviceFaults;
  readonly #plain: PlainRules;
  /** Points registered while running and, as far as known, not heard of since. */
  readonly #added = new Set<string>();
  #upSinceMs: number;

  constructor({ points, rules, alarms, latest = [], memory = null, nowMs }: EngineState) {
    this.#book = new AlarmBook(alarms);
    this.#life = new AlarmLife(
      this.#book,
      (alarm) => this.#slotOf(alarm),
      (owner, rule, atMs) => this.#devices.speakFor(owner, rule, atMs),
    );
    this.#devices = new DeviceFaults(this.#table, this.#book, this.#life);
    this.#watches = new Watches(this.#life, this.#table.columns);
    this.#plain = new PlainRules(this.#table, this.#life, this.#watches, this.#devices);
    this.#edges = new EdgeAlarms(this.#book, memory?.edges ?? []);
    this.#upSinceMs = memory?.upSinceMs ?? nowMs;
    for (const point of points) this.#table.putPoint(point);
    for (const rule of rules) this.#seat(rule);
    for (const reading of latest) this.#table.restore(reading);
    for (const alarm of alarms) this.#restoreAlarm(alarm);
    if (memory) this.#restoreMemory(memory);
    for (const owner of this.#table.byId.values()) setQuiet(this.#table.columns, owner);
  }

  /** Gives a rule its place: plain limits and silences on the short path, the rest among the watches. */
  #seat(rule: AlarmRule): RuleSlot | WatchSlot | null {
    return isPlain(rule) ? this.#table.putRule(rule) : this.#watches.put(rule, this.#table.byId);
  }

  #ruleHolder(ruleId: string): RuleSlot | WatchSlot | undefined {
    return this.#table.rules.get(ruleId)?.slot ?? this.#watches.slots.get(ruleId)?.slot;
  }

  /** The rule an alarm came from, if it is still there. */
  #holderOf(alarm: Alarm): Holder | undefined {
    if (alarm.origin) return this.#edges.holderOf(alarm) ?? undefined;
    if (alarm.ruleId === deviceRuleId) return this.#devices.faultOfPoint(alarm.pointId);
    if (alarm.ruleId === sourceRuleId) return this.#life.sourceOfPoint(alarm.pointId);
    const own = this.#ruleHolder(alarm.ruleId);
    return own?.rule.pointId === alarm.pointId ? own : this.#ruleHolder(`${alarm.ruleId}|${alarm.pointId}`);
  }

  #restoreAlarm(alarm: Alarm): void {
    const holder = this.#holderOf(alarm);
    if (holder === undefined) return;
    holder.alarm = alarm;
    const slot = this.#table.rules.get(holder.rule.id)?.slot;
    if (slot && alarm.returnedAt === null) slot.phase = phase.active;
  }

  #restoreMemory({ pending, suppressed, addedAt, devices = [], shelves = [], sources = [], watches = [] }: EngineMemory): void {
    this.#watches.restore(watches);
    const open = this.#book.open();
    const sourceAlarmOf = (pointId: string) => open.find((alarm) => alarm.ruleId === sourceRuleId && alarm.pointId === pointId) ?? null;
    this.#life.restoreSources(sources, sourceAlarmOf, this.#table.byId);
    this.#devices.restore(devices);
    for (const [ruleId, shelf] of shelves) {
      const holder = this.#ruleHolder(ruleId);
      if (holder) this.#life.shelve(holder, shelf);
    }
    for (const [ruleId, sinceMs] of pending) {
      const slot = this.#table.rules.get(ruleId)?.slot;
      if (slot) this.#plain.pend(slot, sinceMs);
    }
    for (const ruleId of suppressed) {
      const slot = this.#table.rules.get(ruleId)?.slot;
      if (slot) this.#plain.setPhase(slot, phase.suppressed);
    }
    for (const [pointId, atMs] of addedAt) {
      const owner = this.#table.byId.get(pointId);
      if (owner) owner.addedAtMs = atMs;
      this.#added.add(pointId);
    }
  }

  /** Applies one entry; positions must grow. What ten rules cost a reading: bench/rules.ts. */
  apply(entry: LogEntry, position: number): Applied {
    this.#book.begin(position, entry.kind === 'command' ? entry.command : null);
    if (entry.kind === 'edge' && !this.#edges.isNext(entry.stretch, entry.atMs)) return repeat;
    const unknown =
      entry.kind === 'signal' ? this.#plain.takeSignal(entry.signal) : entry.kind === 'edge' ? this.#takeStretch(entry.stretch) : null;
    const outcome = entry.kind === 'command' ? this.#takeCommand(entry.command) : null;
    if (entry.kind === 'tick') this.#takeTick(entry.atMs);
    else if (entry.kind === 'registry') this.#takeRegistry(entry.change, entry.atMs);
    else if (entry.kind === 'start') this.#takeStart(entry.atMs);
    this.#devices.review(instantOf(entry));
    const changes = this.#book.takeChanges();
    if (changes.length === 0 && unknown === null && outcome === null) return nothing;
    return { changes, unknown: unknown ?? [], outcome };
  }

  /** Keeps what an edge measured, which it has judged itself, and follows its alarms. */
  #takeStretch({ changes, edgeId, signals }: EdgeStretch): Reading[] {
    const unknown = signals.flatMap((signal) => this.#plain.takeSignal(signal, false) ?? []);
    for (const change of changes) this.#edges.take(edgeId, change, this.#table.pointOfKey(change.pointKey));
    return unknown;
  }

  /** Whether a tick at this instant would do anything: a silent point, the end of a shelving, a source that is calm. */
  isTickDue(nowMs: number): boolean {
    if (this.#life.isDue(nowMs)) return true;
    return this.#plain.isAnySilent(nowMs, this.#upSinceMs);
  }

  #takeTick(atMs: number): void {
    this.#life.tick(atMs);
    this.#plain.raiseSilent(atMs, this.#upSinceMs);
  }

  /** Whether a command would be accepted now. */
  check(command: AlarmCommand): Outcome<Alarm> {
    return checkCommand(this.#book.find(command.alarmId), command);
  }

  #takeCommand(command: AlarmCommand): Outcome<Alarm> {
    const outcome = this.check(command);
    if (!outcome.ok) return outcome;
    const alarm = acted(outcome.value, command);
    const holder = this.#slotOf(alarm);
    if (holder && command.action === 'dismiss') this.#silence(holder);
    if (holder && (command.action === 'shelve' || command.action === 'unshelve')) this.#life.shelve(holder, shelfOf(command));
    this.#book.put(holder, alarm, lineKinds[command.action], command.atMs);
    if (command.action === 'dismiss' && alarm.ruleId === deviceRuleId) this.#devices.dismissed(alarm, command.atMs);
    if (command.action === 'dismiss' && alarm.ruleId === sourceRuleId) this.#life.releaseOf(alarm.id, command.atMs);
    return accept(alarm);
  }

  /** A condition whose alarm was dismissed as false raises no other one before it has gone. */
  #silence(holder: Holder): void {
    const slot = this.#table.rules.get(holder.rule.id)?.slot;
    if (slot?.phase === phase.active) this.#plain.setPhase(slot, phase.suppressed);
    const watch = this.#watches.slots.get(holder.rule.id)?.slot;
    if (watch && watch.level > 0) watch.isSuppressed = true;
  }

  /** What holds an alarm; null when its rule is gone or has another one. */
  #slotOf(alarm: Alarm): Holder | null {
    const holder = this.#holderOf(alarm);
    return holder?.alarm?.id === alarm.id ? holder : null;
  }

  #takeRegistry(change: RegistryChange, atMs: number): void {
    // Points first: a demo alarm goes with its point and does not return because its rule went too.
    for (const pointId of change.removedPoints) this.#dropPoint(pointId, atMs);
    for (const ruleId of change.removedRules) this.#dropRule(ruleId, false, atMs);
    for (const point of change.points) {
      if (!this.#table.byId.has(point.id)) this.#added.add(point.id);
      this.#table.putPoint(point, atMs);
    }
    for (const rule of change.rules) this.#putRule(rule, atMs);
  }

  #dropPoint(pointId: string, atMs: number): void {
    const owner = this.#table.byId.get(pointId);
    const watching = owner ? owner.watches.map(({ slot }) => slot) : [];
    for (const slot of owner ? [...owner.limits, ...owner.silences] : []) this.#dropRule(slot.rule.id, true, atMs);
    // A rule that reads this point beside others cannot go on without it.
    for (const slot of watching) this.#dropRule(slot.rule.id, slot.rule.pointId === pointId, atMs);
    for (const alarm of this.#book.open()) if (alarm.pointId === pointId) this.#endAlarm(null, alarm, true, atMs);
    this.#life.forgetPoint(pointId);
    if (owner) this.#devices.forgetPoint(owner, atMs);
    if (owner) this.#table.dropPoint(owner);
  }

  #dropRule(ruleId: string, withPoint: boolean, atMs: number): void {
    const holder = this.#ruleHolder(ruleId);
    if (holder === undefined) return;
    if (holder.alarm) this.#endAlarm(holder, holder.alarm, withPoint, atMs);
    this.#life.forget(holder);
    const slot = this.#table.rules.get(ruleId)?.slot;
    if (slot) this.#plain.forget(slot);
    this.#table.dropRule(ruleId);
    this.#watches.drop(ruleId);
  }

  /** Ends the alarm of a rule that is going away. Demo alarms go with their point and leave no trace. */
  #endAlarm(slot: Holder | null, alarm: Alarm, withPoint: boolean, atMs: number): void {
    if (withPoint && alarm.demo) this.#book.put(slot, alarm, 'removed', atMs);
    else if (alarm.returnedAt === null) this.#book.put(slot, returned(alarm, atMs, ruleGone), 'returned', atMs);
  }

  #putRule(rule: AlarmRule, atMs: number): void {
    const before = this.#ruleHolder(rule.id)?.rule;
    if (before && !this.#goesOn(before, rule)) this.#dropRule(rule.id, false, atMs);
    const slot = this.#seat(rule);
    if (slot && slot.alarm === null) slot.alarm = this.#book.openOf(rule);
  }

  #goesOn(before: AlarmRule, after: AlarmRule): boolean {
    return !isOtherCondition(before, after) && (isPlain(after) || this.#watches.canGoOn(before, after));
  }

  /** Alarms whose rule went away while the program was not running return now. */
  #takeStart(atMs: number): void {
    this.#upSinceMs = atMs;
    for (const alarm of this.#book.open()) if (this.#slotOf(alarm) === null) this.#endAlarm(null, alarm, false, atMs);
  }

  pointOf(deviceKey: string, channel: string, quantity: string): Point | undefined {
    const { finder, slots } = this.#table;
    const index = finder.find(finder.device(deviceKey), channel, quantity);
    return slots[index < 0 ? this.#table.learn(deviceKey, channel, quantity) : index]?.point;
  }

  point(pointId: string): Point | undefined {
    return this.#table.byId.get(pointId)?.point;
  }

  latest(pointId: string): LatestReading | null {
    const owner = this.#table.byId.get(pointId);
    return owner ? latestOf(this.#table.columns, owner) : null;
  }

  /** How far the logs of edges are here. */
  edges(): [edgeId: string, progress: EdgeProgress][] {
    return this.#edges.progress();
  }

  /** Alarms that are not normal, newest first. */
  openAlarms(): Alarm[] {
    return this.#book.open().sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : 0));
  }

  /** An open alarm, or one of the last few hundred that became history while running. */
  alarm(id: string): Alarm | undefined {
    return this.#book.find(id);
  }

  registry(): { points: Point[]; rules: AlarmRule[] } {
    return {
      points: [...this.#table.byId.values()].map((owner) => owner.point),
      rules: [...this.#table.rules.values(), ...this.#watches.slots.values()].map(({ slot }) => slot.rule),
    };
  }

  /** All of it: alarms, latest readings and this, and the log from here, give the same again. */
  memory(): EngineMemory {
    return { ...this.smallMemory(), watches: this.#watches.memory() };
  }

  /** Memory without what rules on measured numbers know, which a store takes row by row (`takeTouched`). */
  smallMemory(): EngineMemory {
    return {
      upSinceMs: this.#upSinceMs,
      ...this.#plain.memory(),
      addedAt: this.#unheardSinceAdded(),
      devices: this.#devices.memory(),
      edges: this.#edges.progress(),
      ...this.#life.memory(),
    };
  }

  /** Memory of rules on measured numbers that changed, or went away, since the last call. */
  takeTouched(): { put: [string, WatchMemory][]; removed: string[] } {
    return this.#watches.takeTouched();
  }

  /** How often each rule could not tell (no data yet, division by zero), for those that ever could not. */
  noVerdicts(): [ruleId: string, times: number][] {
    return this.#watches.noVerdicts();
  }

  #unheardSinceAdded(): [string, number][] {
    const result: [string, number][] = [];
    for (const pointId of this.#added) {
      const owner = this.#table.byId.get(pointId);
      if (owner && owner.addedAtMs > this.#upSinceMs && this.#table.heardAtMs(owner) < owner.addedAtMs)
        result.push([pointId, owner.addedAtMs]);
      else this.#added.delete(pointId);
    }
    return result;
  }
}
