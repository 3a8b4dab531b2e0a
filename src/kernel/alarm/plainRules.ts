import { isEvaluated, isHeard } from '#kernel/observation/judge.ts';
import type { Reading, Signal } from '#kernel/observation/reading.ts';
import type { AlarmLife } from './alarmLife.ts';
import type { DeviceFaults } from './deviceFaults.ts';
import { column, columnShift, mark, qualityCode } from './pointColumns.ts';
import { setQuiet, type PointSlot, type PointTable } from './pointTable.ts';
import { judgeReading, phase, verdict, type Phase, type RuleSlot, type Verdict } from './ruleSlot.ts';
import { isScheduled } from './schedule.ts';
import type { Watches } from './watches.ts';

// What a reading does: to the latest values, to plain limits and silences, and to the watches of its point. Runs for every reading,
// so nothing but numbers of typed arrays is touched until a reading changes something.

export class PlainRules {
  readonly #table: PointTable;
  readonly #life: AlarmLife;
  readonly #watches: Watches;
  readonly #devices: DeviceFaults;
  /** Rules whose phase is neither clear nor active: all that memory must tell of them. */
  readonly #unsettled = new Set<RuleSlot>();

  constructor(table: PointTable, life: AlarmLife, watches: Watches, devices: DeviceFaults) {
    this.#table = table;
    this.#life = life;
    this.#watches = watches;
    this.#devices = devices;
  }

  /**
   * @param isJudged false for what an edge has judged itself: it is the latest value and a sign of life, no rule looks at it
   * @returns readings of points that are not registered; null when there are none
   */
  takeSignal({ deviceKey, readings, receivedAtMs }: Signal, isJudged = true): Reading[] | null {
    const { finder } = this.#table;
    let unknown: Reading[] | null = null;
    let device = finder.device(deviceKey);
    for (const reading of readings) {
      let index = finder.find(device, reading.channel, reading.quantity);
      if (index < 0) {
        index = this.#table.learn(deviceKey, reading.channel, reading.quantity);
        device = finder.device(deviceKey);
      }
      if (index < 0) (unknown ??= []).push(reading);
      else {
        const marks = this.#keep(index, reading, receivedAtMs);
        if (isJudged) this.#judge(index, marks, reading);
      }
    }
    return unknown;
  }

  /** @returns the marks of the point */
  #keep(index: number, { atMs, deviceAtMs, quality, value }: Reading, receivedAtMs: number): number {
    const { marks, numbers } = this.#table.columns;
    const at = index << columnShift;
    let held = marks[index] as number;
    if (atMs >= (numbers[at + column.atMs] as number)) {
      numbers[at + column.atMs] = atMs;
      numbers[at + column.value] = value;
      numbers[at + column.deviceAtMs] = deviceAtMs ?? Number.NaN;
      numbers[at + column.receivedAtMs] = receivedAtMs;
      const code = qualityCode(quality);
      if (code !== (held & mark.quality)) {
        held = (held & ~mark.quality) | code;
        marks[index] = held;
        this.#devices.touch(this.#ownerAt(index));
      }
    }
    if (quality !== 'good' && !isHeard(quality)) return held;
    if (receivedAtMs > (numbers[at + column.heardAtMs] as number)) numbers[at + column.heardAtMs] = receivedAtMs;
    if ((held & mark.isSilent) !== 0) this.#hear(this.#ownerAt(index), value, receivedAtMs);
    return held;
  }

  #judge(index: number, marks: number, { atMs, quality, value }: Reading): void {
    const { numbers } = this.#table.columns;
    const at = index << columnShift;
    if (atMs <= (numbers[at + column.evaluatedAtMs] as number)) return;
    if (quality !== 'good' && !isEvaluated(quality)) return;
    numbers[at + column.evaluatedAtMs] = atMs;
    if (value < (numbers[at + column.quietFrom] as number) || value > (numbers[at + column.quietTo] as number)) {
      this.#evaluate(this.#ownerAt(index), value, atMs);
    }
    if ((marks & mark.isWatched) === 0 || !Number.isFinite(value)) return;
    if (!this.#watches.takeRate(index, value, atMs)) this.#watches.take(this.#ownerAt(index), value, atMs);
  }

  #ownerAt(index: number): PointSlot {
    return this.#table.slots[index] as PointSlot;
  }

  #hear(owner: PointSlot, value: number, receivedAtMs: number): void {
    for (const slot of owner.silences) {
      if (slot.phase === phase.clear) continue;
      this.setPhase(slot, phase.clear);
      this.#life.return(slot, value, receivedAtMs);
    }
    setQuiet(this.#table.columns, owner);
    this.#devices.touch(owner);
  }

  #evaluate(owner: PointSlot, value: number, atMs: number): void {
    for (const slot of owner.limits) {
      const outcome = judgeReading(slot, value, atMs);
      if (outcome !== verdict.nothing) this.#carryOut(owner, slot, outcome, value, atMs);
    }
    setQuiet(this.#table.columns, owner);
  }

  #carryOut(owner: PointSlot, slot: RuleSlot, outcome: Verdict, value: number, atMs: number): void {
    if (outcome === verdict.raise) this.#raise(owner, slot, value, atMs);
    else if (outcome === verdict.pending) this.pend(slot, atMs);
    else if (outcome === verdict.peak) this.#life.peak(slot, value, atMs);
    else {
      this.setPhase(slot, phase.clear);
      if (outcome === verdict.return) this.#life.return(slot, value, atMs);
    }
  }

  #raise(owner: PointSlot, slot: RuleSlot, value: number | null, atMs: number): void {
    this.setPhase(slot, phase.active);
    this.#life.raise(slot, owner, value, 1, atMs);
  }

  pend(slot: RuleSlot, sinceMs: number): void {
    slot.sinceMs = sinceMs;
    this.setPhase(slot, phase.pending);
  }

  setPhase(slot: RuleSlot, next: Phase): void {
    slot.phase = next;
    if (next === phase.pending || next === phase.suppressed) this.#unsettled.add(slot);
    else this.#unsettled.delete(slot);
  }

  /** A rule is going away. */
  forget(slot: RuleSlot): void {
    this.#unsettled.delete(slot);
  }

  /** @param upSinceMs silence before this instant is ours, not the devices' */
  isAnySilent(nowMs: number, upSinceMs: number): boolean {
    for (const owner of this.#table.byId.values()) {
      for (const slot of owner.silences) if (this.#isSilent(owner, slot, nowMs, upSinceMs)) return true;
    }
    return false;
  }

  #isSilent(owner: PointSlot, slot: RuleSlot, nowMs: number, upSinceMs: number): boolean {
    if (slot.phase !== phase.clear) return false;
    if (slot.rule.schedule && !isScheduled(slot.rule.schedule, nowMs)) return false;
    return nowMs - Math.max(this.#table.heardAtMs(owner), upSinceMs, owner.addedAtMs) > slot.silentMs;
  }

  raiseSilent(atMs: number, upSinceMs: number): void {
    const due: [PointSlot, RuleSlot][] = [];
    for (const owner of this.#table.byId.values()) {
      for (const slot of owner.silences) if (this.#isSilent(owner, slot, atMs, upSinceMs)) due.push([owner, slot]);
    }
    this.#devices.expect(
      due.map(([owner]) => owner),
      atMs,
    );
    for (const [owner, slot] of due) {
      this.#raise(owner, slot, null, atMs);
      setQuiet(this.#table.columns, owner);
    }
  }

  memory(): { pending: [ruleId: string, sinceMs: number][]; suppressed: string[] } {
    const unsettled = [...this.#unsettled];
    return {
      pending: unsettled.filter((slot) => slot.phase === phase.pending).map((slot) => [slot.rule.id, slot.sinceMs]),
      suppressed: unsettled.filter((slot) => slot.phase === phase.suppressed).map((slot) => slot.rule.id),
    };
  }
}
