import type { Reading, Signal } from '#kernel/observation/reading.ts';
import { isEvaluated, isHeard } from '#kernel/observation/judge.ts';
import { accept, type Outcome } from '#kernel/problem/refusal.ts';
import type { Alarm, AlarmRule, Point } from './alarm.ts';
import { checkCommand } from './command.ts';
import type { AlarmChange, AlarmCommand, Applied, EngineMemory, LatestReading, LogEntry, RegistryChange } from './entry.ts';
import { createPointTable, isOtherCondition, latestOf, setQuietBand, type PointSlot } from './pointTable.ts';
import { judgeReading, phase, verdict, type Phase, type RuleSlot } from './ruleSlot.ts';
import { acted, raised, raisedAgain, returned, returnedByValue } from './transition.ts';

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

export interface AlarmEngine {
  /** Applies one entry; positions must grow. About 0.2 µs a reading with ten rules. */
  apply(entry: LogEntry, position: number): Applied;
  /** Whether a tick at this instant would raise a no-data alarm. */
  isSilenceDue(nowMs: number): boolean;
  /** Whether a command would be accepted now. */
  check(command: AlarmCommand): Outcome<Alarm>;
  pointOf(deviceKey: string, channel: string, quantity: string): Point | undefined;
  point(pointId: string): Point | undefined;
  latest(pointId: string): LatestReading | null;
  /** Alarms that are not normal, newest first. */
  openAlarms(): Alarm[];
  /** An open alarm, or one of the last few hundred that became history while running. */
  alarm(id: string): Alarm | undefined;
  registry(): { points: Point[]; rules: AlarmRule[] };
  memory(): EngineMemory;
}

const nothing: Applied = { changes: [], unknown: [], outcome: null };
const closedKept = 500;
const ruleGone = '规则或测点已删除 / rule or point removed';

export function createAlarmEngine(state: EngineState): AlarmEngine {
  const table = createPointTable();
  const open = new Map<string, Alarm>();
  /** Only to tell a late officer who was first. */
  const closed = new Map<string, Alarm>();
  const unsettled = new Set<RuleSlot>();
  /** Points registered while running and, as far as known, not heard of since. */
  const added = new Set<string>();
  let upSinceMs = state.memory?.upSinceMs ?? state.nowMs;

  let changes: AlarmChange[] = [];
  let position = 0;
  let command: AlarmCommand | null = null;

  function setPhase(slot: RuleSlot, next: Phase): void {
    slot.phase = next;
    if (next === phase.pending || next === phase.suppressed) unsettled.add(slot);
    else unsettled.delete(slot);
  }

  function put(slot: RuleSlot | null, alarm: Alarm, kind: AlarmChange['kind'], atMs: number): void {
    const isOpen = alarm.state !== 'normal' && kind !== 'removed';
    if (slot) slot.alarm = isOpen ? alarm : null;
    if (isOpen) open.set(alarm.id, alarm);
    else {
      open.delete(alarm.id);
      if (kind !== 'removed') closed.set(alarm.id, alarm);
      const oldest = closed.size > closedKept ? closed.keys().next().value : undefined;
      if (oldest !== undefined) closed.delete(oldest);
    }
    changes.push({ kind, alarm, position, atMs, command });
  }

  function raise(owner: PointSlot, slot: RuleSlot, value: number | null, atMs: number): void {
    setPhase(slot, phase.active);
    if (slot.alarm === null) put(slot, raised(slot.rule, owner.point, value, atMs, position), 'raised', atMs);
    else put(slot, raisedAgain(slot.alarm, slot.rule, value, atMs), 'raisedAgain', atMs);
  }

  function evaluate(owner: PointSlot, value: number, atMs: number): void {
    if (value >= owner.quietFrom && value <= owner.quietTo) return;
    const slots = owner.limits;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as RuleSlot;
      const outcome = judgeReading(slot, value, atMs);
      if (outcome !== verdict.nothing) carryOut(owner, slot, outcome, value, atMs);
    }
    setQuietBand(owner);
  }

  function carryOut(owner: PointSlot, slot: RuleSlot, outcome: number, value: number, atMs: number): void {
    if (outcome === verdict.raise) raise(owner, slot, value, atMs);
    else if (outcome === verdict.pending) {
      slot.sinceMs = atMs;
      setPhase(slot, phase.pending);
    } else if (outcome === verdict.peak && slot.alarm) put(slot, { ...slot.alarm, peak: value }, 'peak', atMs);
    else {
      setPhase(slot, phase.clear);
      if (outcome === verdict.return && slot.alarm) put(slot, returnedByValue(slot.alarm, value, atMs), 'returned', atMs);
    }
  }

  function heard(owner: PointSlot, value: number, receivedAtMs: number): void {
    if (receivedAtMs > owner.heardAtMs) owner.heardAtMs = receivedAtMs;
    for (const slot of owner.silences) {
      if (slot.phase === phase.clear) continue;
      setPhase(slot, phase.clear);
      if (slot.alarm) put(slot, returnedByValue(slot.alarm, value, receivedAtMs), 'returned', receivedAtMs);
    }
  }

  function takeReading(owner: PointSlot, reading: Reading, receivedAtMs: number): void {
    const { atMs, quality, value } = reading;
    if (atMs >= owner.atMs) {
      owner.atMs = atMs;
      owner.value = value;
      owner.quality = quality;
      owner.deviceAtMs = reading.deviceAtMs ?? null;
      owner.receivedAtMs = receivedAtMs;
    }
    if (isHeard(quality)) heard(owner, value, receivedAtMs);
    if (!isEvaluated(quality) || atMs <= owner.evaluatedAtMs) return;
    owner.evaluatedAtMs = atMs;
    evaluate(owner, value, atMs);
  }

  function takeSignal(signal: Signal): Reading[] | null {
    let unknown: Reading[] | null = null;
    for (const reading of signal.readings) {
      const owner = table.find(signal.deviceKey, reading.channel, reading.quantity);
      if (owner) takeReading(owner, reading, signal.receivedAtMs);
      else (unknown ??= []).push(reading);
    }
    return unknown;
  }

  function isSilent(owner: PointSlot, slot: RuleSlot, nowMs: number): boolean {
    if (slot.phase !== phase.clear) return false;
    return nowMs - Math.max(owner.heardAtMs, upSinceMs, owner.addedAtMs) > slot.silentMs;
  }

  function takeTick(atMs: number): void {
    for (const owner of table.byId.values()) {
      for (const slot of owner.silences) if (isSilent(owner, slot, atMs)) raise(owner, slot, null, atMs);
    }
  }

  function takeCommand(given: AlarmCommand): Outcome<Alarm> {
    const outcome = checkCommand(open.get(given.alarmId) ?? closed.get(given.alarmId), given);
    if (!outcome.ok) return outcome;
    const alarm = acted(outcome.value, given);
    const slot = table.rules.get(alarm.ruleId)?.slot ?? null;
    const own = slot?.alarm?.id === alarm.id ? slot : null;
    if (own && given.action === 'dismiss' && own.phase === phase.active) setPhase(own, phase.suppressed);
    const kind = ({ acknowledge: 'acknowledged', dismiss: 'dismissed', incidentOpened: 'incidentOpened', note: 'note' } as const)[
      given.action
    ];
    put(own, alarm, kind, given.atMs);
    return accept(alarm);
  }

  /** Ends the alarm of a rule that is going away. Demo alarms go with their point and leave no trace. */
  function endAlarm(slot: RuleSlot | null, alarm: Alarm, withPoint: boolean, atMs: number): void {
    if (withPoint && alarm.demo) put(slot, alarm, 'removed', atMs);
    else if (alarm.returnedAt === null) put(slot, returned(alarm, atMs, ruleGone), 'returned', atMs);
  }

  function dropRule(ruleId: string, withPoint: boolean, atMs: number): void {
    const known = table.rules.get(ruleId);
    if (known === undefined) return;
    if (known.slot.alarm) endAlarm(known.slot, known.slot.alarm, withPoint, atMs);
    unsettled.delete(known.slot);
    table.dropRule(ruleId);
  }

  function takeRegistry(change: RegistryChange, atMs: number): void {
    // Points first: a demo alarm goes with its point and does not return because its rule went too.
    for (const pointId of change.removedPoints) {
      const owner = table.byId.get(pointId);
      if (owner === undefined) continue;
      for (const slot of [...owner.limits, ...owner.silences]) dropRule(slot.rule.id, true, atMs);
      for (const alarm of open.values()) if (alarm.pointId === pointId) endAlarm(null, alarm, true, atMs);
      table.dropPoint(owner);
    }
    for (const ruleId of change.removedRules) dropRule(ruleId, false, atMs);
    for (const point of change.points) {
      const isNew = !table.byId.has(point.id);
      table.putPoint(point, atMs);
      if (isNew) added.add(point.id);
    }
    for (const rule of change.rules) {
      const before = table.rules.get(rule.id)?.slot.rule;
      if (before && isOtherCondition(before, rule)) dropRule(rule.id, false, atMs);
      const slot = table.putRule(rule);
      if (slot && slot.alarm === null) slot.alarm = openAlarmOf(rule);
    }
  }

  /** A returned alarm that waits for an answer stays with its rule when the rule is edited or comes back. */
  function openAlarmOf(rule: AlarmRule): Alarm | null {
    for (const alarm of open.values()) if (alarm.ruleId === rule.id && alarm.pointId === rule.pointId) return alarm;
    return null;
  }

  /** Alarms whose rule went away while the program was not running. */
  function takeStart(atMs: number): void {
    upSinceMs = atMs;
    for (const alarm of open.values()) {
      const isHeld = table.rules.get(alarm.ruleId)?.slot.alarm?.id === alarm.id;
      if (!isHeld && alarm.returnedAt === null) endAlarm(null, alarm, false, atMs);
    }
  }

  function unheardSinceAdded(): [string, number][] {
    const result: [string, number][] = [];
    for (const pointId of added) {
      const owner = table.byId.get(pointId);
      if (owner && owner.addedAtMs > upSinceMs && owner.heardAtMs < owner.addedAtMs) result.push([pointId, owner.addedAtMs]);
      else added.delete(pointId);
    }
    return result;
  }

  for (const point of state.points) table.putPoint(point);
  for (const rule of state.rules) table.putRule(rule);
  for (const latest of state.latest ?? []) table.restore(latest);
  for (const alarm of state.alarms) {
    open.set(alarm.id, alarm);
    const slot = table.rules.get(alarm.ruleId)?.slot;
    if (slot === undefined || slot.rule.pointId !== alarm.pointId) continue;
    slot.alarm = alarm;
    if (alarm.returnedAt === null) slot.phase = phase.active;
  }
  for (const [ruleId, sinceMs] of state.memory?.pending ?? []) {
    const slot = table.rules.get(ruleId)?.slot;
    if (slot === undefined) continue;
    slot.sinceMs = sinceMs;
    setPhase(slot, phase.pending);
  }
  for (const ruleId of state.memory?.suppressed ?? []) {
    const slot = table.rules.get(ruleId)?.slot;
    if (slot) setPhase(slot, phase.suppressed);
  }
  for (const [pointId, atMs] of state.memory?.addedAt ?? []) {
    const owner = table.byId.get(pointId);
    if (owner === undefined) continue;
    owner.addedAtMs = atMs;
    added.add(pointId);
  }

  for (const owner of table.byId.values()) setQuietBand(owner);

  return {
    apply(entry, at) {
      position = at;
      let unknown: Reading[] | null = null;
      let outcome: Outcome<Alarm> | null = null;
      switch (entry.kind) {
        case 'signal':
          unknown = takeSignal(entry.signal);
          break;
        case 'command':
          command = entry.command;
          outcome = takeCommand(entry.command);
          command = null;
          break;
        case 'tick':
          takeTick(entry.atMs);
          break;
        case 'registry':
          takeRegistry(entry.change, entry.atMs);
          break;
        case 'start':
          takeStart(entry.atMs);
          break;
      }
      if (changes.length === 0 && unknown === null && outcome === null) return nothing;
      const applied: Applied = { changes, unknown: unknown ?? [], outcome };
      changes = [];
      return applied;
    },
    isSilenceDue(nowMs) {
      for (const owner of table.byId.values()) {
        for (const slot of owner.silences) if (isSilent(owner, slot, nowMs)) return true;
      }
      return false;
    },
    check: (given) => checkCommand(open.get(given.alarmId) ?? closed.get(given.alarmId), given),
    pointOf: (deviceKey, channel, quantity) => table.find(deviceKey, channel, quantity)?.point,
    point: (pointId) => table.byId.get(pointId)?.point,
    latest(pointId) {
      const owner = table.byId.get(pointId);
      return owner ? latestOf(owner) : null;
    },
    openAlarms: () => [...open.values()].sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : 0)),
    alarm: (id) => open.get(id) ?? closed.get(id),
    registry: () => ({
      points: [...table.byId.values()].map((owner) => owner.point),
      rules: [...table.rules.values()].map(({ slot }) => slot.rule),
    }),
    memory: () => ({
      upSinceMs,
      pending: [...unsettled].filter((slot) => slot.phase === phase.pending).map((slot) => [slot.rule.id, slot.sinceMs]),
      suppressed: [...unsettled].filter((slot) => slot.phase === phase.suppressed).map((slot) => slot.rule.id),
      addedAt: unheardSinceAdded(),
    }),
  };
}
