import type { AlarmRule } from './alarm.ts';
import type { AlarmLife } from './alarmLife.ts';
import { isYesOrNo, pointsOf } from './condition.ts';
import type { WatchMemory } from './entry.ts';
import type { PointSlot } from './pointTable.ts';
import { isScheduled } from './schedule.ts';
import { levelAt, loadWatch, measuresSame, saveWatch, setLimits, watchSlot, type WatchSlot } from './watchSlot.ts';

// The rules on measured numbers. Each hears of every point it reads; its alarm belongs to the rule's own point.

const offSchedule = '不在规则适用时段 / outside the rule’s schedule';

export class Watches {
  readonly #life: AlarmLife;
  readonly #slots = new Map<string, { slot: WatchSlot; owner: PointSlot; owners: PointSlot[] }>();
  #touched: WatchSlot[] = [];
  /** Rules that went away since `takeTouched`. */
  #gone = new Set<string>();

  constructor(life: AlarmLife) {
    this.#life = life;
  }

  get slots(): ReadonlyMap<string, { slot: WatchSlot; owner: PointSlot }> {
    return this.#slots;
  }

  /** Adds a rule, or edits one in place. Null when one of its points is not registered. */
  put(rule: AlarmRule, points: ReadonlyMap<string, PointSlot>): WatchSlot | null {
    const known = this.#slots.get(rule.id);
    if (known) {
      setLimits(known.slot, rule);
      this.#touch(known.slot);
      return known.slot;
    }
    const owners = pointsOf(rule).flatMap((id) => points.get(id) ?? []);
    const owner = points.get(rule.pointId);
    if (owner === undefined || owners.length < pointsOf(rule).length) return null;
    const slot = watchSlot(rule);
    owners.forEach((each, input) => each.watches.push({ slot, input }));
    this.#slots.set(rule.id, { slot, owner, owners });
    this.#gone.delete(rule.id);
    this.#touch(slot);
    return slot;
  }

  /** Whether an edited rule can go on with what it has measured. */
  canGoOn(before: AlarmRule, after: AlarmRule): boolean {
    return before.pointId === after.pointId && measuresSame(before.condition, after.condition);
  }

  drop(ruleId: string): void {
    const known = this.#slots.get(ruleId);
    if (known === undefined) return;
    for (const owner of known.owners) owner.watches = owner.watches.filter(({ slot }) => slot !== known.slot);
    this.#slots.delete(ruleId);
    this.#gone.add(ruleId);
  }

  /** A point has a new value, newer than every one before. */
  take(owner: PointSlot, value: number, atMs: number): void {
    for (const { slot, input } of owner.watches) {
      slot.measure.take(input, value, atMs);
      // Points of one rule need not agree on the time: it never runs backwards.
      if (atMs > slot.atMs) slot.atMs = atMs;
      if (!slot.isTouched) this.#touch(slot);
      this.#judge(slot, value, slot.atMs);
    }
  }

  #touch(slot: WatchSlot): void {
    if (slot.isTouched) return;
    slot.isTouched = true;
    this.#touched.push(slot);
  }

  #judge(slot: WatchSlot, reading: number, atMs: number): void {
    const { rule } = slot;
    if (rule.schedule && !isScheduled(rule.schedule, atMs)) return this.#end(slot, atMs);
    const measured = slot.measure.value(atMs);
    if (!Number.isFinite(measured)) {
      slot.noVerdicts += 1;
      return;
    }
    const level = levelAt(slot, measured, atMs);
    if (level === 0 && slot.level === 0) return;
    // Of a yes or no the reading says more than a one.
    this.#carryOut(slot, level, isYesOrNo(rule.condition) ? reading : measured, atMs);
  }

  #carryOut(slot: WatchSlot, level: number, value: number, atMs: number): void {
    const before = slot.level;
    slot.level = level;
    if (slot.isSuppressed) {
      if (level === 0) slot.isSuppressed = false;
    } else if (before === 0) this.#life.raise(slot, this.#ownerOf(slot), value, level, atMs);
    else if (level === 0) this.#life.return(slot, value, atMs);
    else if (level > before) this.#life.climb(slot, value, level, atMs);
    else if (level < before) this.#life.fall(slot, value, level, atMs);
    else if (slot.alarm !== null && !isYesOrNo(slot.rule.condition) && slot.sign * value > slot.sign * (slot.alarm.peak ?? value)) {
      this.#life.peak(slot, value, atMs);
    }
  }

  #ownerOf(slot: WatchSlot): PointSlot {
    const known = this.#slots.get(slot.rule.id);
    if (known === undefined) throw new Error(`rule ${slot.rule.id} has no slot`);
    return known.owner;
  }

  #end(slot: WatchSlot, atMs: number): void {
    slot.since.fill(Number.NaN);
    if (slot.level === 0) return;
    slot.level = 0;
    slot.isSuppressed = false;
    this.#life.return(slot, offSchedule, atMs);
  }

  /** How often each rule could not tell, for those that ever could not. */
  noVerdicts(): [ruleId: string, times: number][] {
    return [...this.#slots.values()].flatMap(({ slot }): [string, number][] =>
      slot.noVerdicts > 0 ? [[slot.rule.id, slot.noVerdicts]] : [],
    );
  }

  memory(): [string, WatchMemory][] {
    return [...this.#slots].map(([id, { slot }]) => [id, saveWatch(slot)]);
  }

  restore(memory: readonly [string, WatchMemory][]): void {
    for (const [id, saved] of memory) {
      const slot = this.#slots.get(id)?.slot;
      if (slot && saved.since.length === slot.since.length) loadWatch(slot, saved);
    }
  }

  /** What changed since the last call: for a store that keeps memory row by row. */
  takeTouched(): { put: [string, WatchMemory][]; removed: string[] } {
    const [touched, gone] = [this.#touched, this.#gone];
    this.#touched = [];
    this.#gone = new Set();
    for (const slot of touched) slot.isTouched = false;
    const put = touched.filter((slot) => this.#slots.get(slot.rule.id)?.slot === slot);
    return { put: put.map((slot) => [slot.rule.id, saveWatch(slot)]), removed: [...gone] };
  }
}
