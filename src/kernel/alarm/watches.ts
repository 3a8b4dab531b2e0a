import type { AlarmRule } from './alarm.ts';
import type { AlarmLife } from './alarmLife.ts';
import { isYesOrNo, pointsOf } from './condition.ts';
import type { WatchMemory } from './entry.ts';
import { measureOf } from './measure.ts';
import { mark, type PointColumns } from './pointColumns.ts';
import type { PointSlot } from './pointTable.ts';
import { RateRows } from './rateRows.ts';
import { isScheduled } from './schedule.ts';
import { levelAt, loadWatch, measuresSame, restUpTo, saveWatch, setLimits, watchSlot, type WatchSlot } from './watchSlot.ts';

// The rules on measured numbers. Each hears of every point it reads; its alarm belongs to the rule's own point.

const offSchedule = '不在规则适用时段 / outside the rule’s schedule';

export class Watches {
  readonly #life: AlarmLife;
  readonly #slots = new Map<string, { slot: WatchSlot; owner: PointSlot; owners: PointSlot[] }>();
  #touched: WatchSlot[] = [];
  /** Rules that went away since `takeTouched`. */
  #gone = new Set<string>();

  readonly #columns: PointColumns;
  readonly #rates = new RateRows();
  readonly #slotOfRow: WatchSlot[] = [];

  constructor(life: AlarmLife, columns: PointColumns) {
    this.#life = life;
    this.#columns = columns;
  }

  get slots(): ReadonlyMap<string, { slot: WatchSlot; owner: PointSlot }> {
    return this.#slots;
  }

  /** Adds a rule, or edits one in place. Null when one of its points is not registered. */
  put(rule: AlarmRule, points: ReadonlyMap<string, PointSlot>): WatchSlot | null {
    const known = this.#slots.get(rule.id);
    if (known) {
      setLimits(known.slot, rule);
      this.#rest(known.slot);
      this.#touch(known.slot);
      return known.slot;
    }
    const owners = pointsOf(rule).flatMap((id) => points.get(id) ?? []);
    const owner = points.get(rule.pointId);
    if (owner === undefined || owners.length < pointsOf(rule).length) return null;
    const slot = this.#slotFor(rule);
    for (const [input, each] of owners.entries()) {
      each.watches.push({ slot, input });
      this.#tell(each);
    }
    this.#slots.set(rule.id, { slot, owner, owners });
    this.#gone.delete(rule.id);
    this.#touch(slot);
    return slot;
  }

  #slotFor(rule: AlarmRule): WatchSlot {
    if (rule.condition.kind !== 'rate') return watchSlot(rule, measureOf(rule), -1);
    const row = this.#rates.add(rule.condition.windowMs);
    const slot = watchSlot(rule, this.#rates.measure(row), row);
    this.#slotOfRow[row] = slot;
    this.#rest(slot);
    return slot;
  }

  /** Lets the hot path know whether a point is watched, and whether by one rate only. */
  #tell(owner: PointSlot): void {
    const { index, watches } = owner;
    const marks = (this.#columns.marks[index] ?? 0) & ~mark.isWatched;
    this.#columns.marks[index] = watches.length > 0 ? marks | mark.isWatched : marks;
    this.#columns.onlyRate[index] = watches.length === 1 ? (watches[0]?.slot.row ?? -1) : -1;
  }

  /** To be called whenever the limits, the level or the delay of a rule are not what they were. */
  #rest(slot: WatchSlot): void {
    if (slot.row >= 0) this.#rates.rest(slot.row, slot.sign, restUpTo(slot));
  }

  /** Whether an edited rule can go on with what it has measured. */
  canGoOn(before: AlarmRule, after: AlarmRule): boolean {
    return before.pointId === after.pointId && measuresSame(before.condition, after.condition);
  }

  drop(ruleId: string): void {
    const known = this.#slots.get(ruleId);
    if (known === undefined) return;
    for (const owner of known.owners) {
      owner.watches = owner.watches.filter(({ slot }) => slot !== known.slot);
      this.#tell(owner);
    }
    if (known.slot.row >= 0) this.#rates.give(known.slot.row);
    this.#slots.delete(ruleId);
    this.#gone.add(ruleId);
  }

  /** A point has a new value, newer than every one before. @returns false when more than one rate watches it: `take` is to be called */
  takeRate(index: number, value: number, atMs: number): boolean {
    const row = this.#columns.onlyRate[index] as number;
    if (row < 0) return false;
    if (!this.#rates.take(row, value, atMs)) this.#judgeNow(this.#slotOfRow[row] as WatchSlot, value, atMs);
    return true;
  }

  /** A point has a new value, newer than every one before. */
  take(owner: PointSlot, value: number, atMs: number): void {
    for (const { slot, input } of owner.watches) {
      if (slot.row < 0) slot.measure.take(input, value, atMs);
      else if (this.#rates.take(slot.row, value, atMs)) continue;
      this.#judgeNow(slot, value, atMs);
    }
  }

  /** Judges a rule whose measure has the reading. */
  #judgeNow(slot: WatchSlot, value: number, atMs: number): void {
    // Points of one rule need not agree on the time: it never runs backwards.
    if (atMs > slot.atMs) slot.atMs = atMs;
    if (!slot.isTouched) this.#touch(slot);
    this.#judge(slot, value, slot.atMs);
    this.#rest(slot);
  }

  #touch(slot: WatchSlot): void {
    if (slot.isTouched) return;
    this.#setTouched(slot, true);
    this.#touched.push(slot);
  }

  #setTouched(slot: WatchSlot, isTouched: boolean): void {
    slot.isTouched = isTouched;
    if (slot.row >= 0) this.#rates.touch(slot.row, isTouched);
  }

  /** What a rule remembers, with what its row was told since it was last judged in full. */
  #save(slot: WatchSlot): WatchMemory {
    this.#catchUp(slot);
    return saveWatch(slot);
  }

  #catchUp(slot: WatchSlot): void {
    if (slot.row < 0) return;
    slot.atMs = Math.max(slot.atMs, this.#rates.latestMs(slot.row));
    slot.noVerdicts += this.#rates.takeNoVerdicts(slot.row);
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
    return [...this.#slots.values()].flatMap(({ slot }): [string, number][] => {
      this.#catchUp(slot);
      return slot.noVerdicts > 0 ? [[slot.rule.id, slot.noVerdicts]] : [];
    });
  }

  memory(): [string, WatchMemory][] {
    return [...this.#slots].map(([id, { slot }]) => [id, this.#save(slot)]);
  }

  restore(memory: readonly [string, WatchMemory][]): void {
    for (const [id, saved] of memory) {
      const slot = this.#slots.get(id)?.slot;
      if (slot === undefined || saved.since.length !== slot.since.length) continue;
      loadWatch(slot, saved);
      this.#rest(slot);
    }
  }

  /** What changed since the last call: for a store that keeps memory row by row. */
  takeTouched(): { put: [string, WatchMemory][]; removed: string[] } {
    const [touched, gone] = [this.#touched, this.#gone];
    this.#touched = [];
    this.#gone = new Set();
    for (const slot of touched) this.#setTouched(slot, false);
    const put = touched.filter((slot) => this.#slots.get(slot.rule.id)?.slot === slot);
    return { put: put.map((slot) => [slot.rule.id, this.#save(slot)]), removed: [...gone] };
  }
}
