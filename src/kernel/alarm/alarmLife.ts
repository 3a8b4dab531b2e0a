import type { Alarm, AlarmRule, Shelf } from './alarm.ts';
import type { AlarmBook, Holder } from './alarmBook.ts';
import type { EngineMemory } from './entry.ts';
import { isCalm, isChattering, noteRaising, sourceOf, type Source } from './flood.ts';
import type { PointSlot } from './pointTable.ts';
import { climbed, fell, raised, raisedAgain, released, returned, returnedByValue, suppressed, unshelved } from './transition.ts';

// Raises and returns the alarms of whatever holds them, and keeps floods down: shelving, and one alarm for a source that
// chatters. When something is due by the clock alone (a shelving ends, a source is calm), a tick carries it out.

type DeviceFor = (owner: PointSlot, rule: AlarmRule, atMs: number) => string | null;

export class AlarmLife {
  readonly #book: AlarmBook;
  /** Holders that are shelved; few. */
  readonly #shelved = new Set<Holder>();
  /** Points that raised lately. */
  readonly #sources = new Map<string, Source>();

  readonly #holderOf: (alarm: Alarm) => Holder | null;

  readonly #deviceFor: DeviceFor;

  /**
   * @param holderOf what an open alarm belongs to; null when its rule is gone
   * @param deviceFor the alarm about a failing device that speaks for one about to be raised; null when there is none
   */
  constructor(book: AlarmBook, holderOf: (alarm: Alarm) => Holder | null, deviceFor: DeviceFor) {
    this.#book = book;
    this.#holderOf = holderOf;
    this.#deviceFor = deviceFor;
  }

  /** @param value null for silence; @param level of the rule's levels, from 1 */
  raise(holder: Holder, owner: PointSlot, value: number | null, level: number, atMs: number): void {
    const speaker = this.#speakerOf(owner, holder.rule, atMs);
    const before = holder.alarm;
    const fresh = before
      ? raisedAgain(before, holder.rule, value, level, atMs)
      : raised(holder.rule, owner.point, value, level, atMs, this.#book.position);
    const suppressedBy = this.#deviceFor(owner, holder.rule, atMs) ?? speaker?.alarm?.id ?? null;
    const alarm = { ...fresh, shelf: holder.shelf, suppressedBy };
    this.#book.put(holder, alarm, before ? 'raisedAgain' : 'raised', atMs);
    if (speaker) this.#count(speaker, owner, holder, atMs);
  }

  climb(holder: Holder, value: number, level: number, atMs: number): void {
    if (holder.alarm) this.#book.put(holder, climbed(holder.alarm, holder.rule, value, level, atMs), 'climbed', atMs);
  }

  fall(holder: Holder, value: number, level: number, atMs: number): void {
    if (holder.alarm) this.#book.put(holder, fell(holder.alarm, holder.rule, value, level, atMs), 'fell', atMs);
  }

  peak(holder: Holder, value: number, atMs: number): void {
    if (holder.alarm) this.#book.put(holder, { ...holder.alarm, peak: value }, 'peak', atMs);
  }

  /** @param how the value that ended it, or a reason in words */
  return(holder: Holder, how: number | string, atMs: number): void {
    const { alarm } = holder;
    if (alarm === null || alarm.returnedAt !== null) return;
    const over = typeof how === 'number' ? returnedByValue(alarm, how, atMs) : returned(alarm, atMs, how);
    this.#book.put(holder, over, 'returned', atMs);
  }

  /** The source of a point when rules that limit chatter watch it; null otherwise. */
  #speakerOf(owner: PointSlot, rule: AlarmRule, atMs: number): Source | null {
    if (!rule.chatter) return null;
    const source = this.#sources.get(owner.point.id) ?? sourceOf({ ...rule, pointId: owner.point.id }, rule.chatter);
    source.limit = rule.chatter;
    this.#sources.set(owner.point.id, source);
    if (isCalm(source, atMs)) this.settle(source, atMs);
    return source;
  }

  #count(source: Source, owner: PointSlot, holder: Holder, atMs: number): void {
    const chatters = noteRaising(source, holder.rule.id, atMs);
    if (isChattering(source.alarm)) {
      this.#book.put(source, { ...source.alarm, suppressedCount: source.alarm.suppressedCount + 1 }, 'peak', atMs);
    } else if (chatters) {
      const alarm = source.alarm
        ? raisedAgain(source.alarm, source.rule, null, 1, atMs)
        : raised(source.rule, owner.point, null, 1, atMs, this.#book.position);
      this.#book.put(source, { ...alarm, suppressedCount: alarm.suppressedCount + 1 }, source.alarm ? 'raisedAgain' : 'raised', atMs);
      if (holder.alarm) this.#book.put(holder, suppressed(holder.alarm, alarm.id, atMs), 'suppressed', atMs);
    }
  }

  /** Ends the alarm about a source; what it spoke for speaks for itself again, or is history. */
  settle(source: Source, atMs: number): void {
    const { alarm } = source;
    this.return(source, '信号已稳定 / signal calm', atMs);
    if (alarm) this.releaseOf(alarm.id, atMs);
  }

  /** Releases what an alarm about a source spoke for. */
  releaseOf(sourceAlarmId: string, atMs: number): void {
    for (const other of this.#book.open()) {
      if (other.suppressedBy === sourceAlarmId) this.#book.put(this.#holderOf(other), released(other, atMs), 'released', atMs);
    }
  }

  /** Shelves what holds an alarm, or takes it off the shelf. */
  shelve(holder: Holder, shelf: Shelf | null): void {
    holder.shelf = shelf;
    if (shelf) this.#shelved.add(holder);
    else this.#shelved.delete(holder);
  }

  /** The rule or the point is going away. */
  forget(holder: Holder): void {
    this.#shelved.delete(holder);
  }

  forgetPoint(pointId: string): void {
    const source = this.#sources.get(pointId);
    if (source) this.forget(source);
    this.#sources.delete(pointId);
  }

  sourceOfPoint(pointId: string): Source | undefined {
    return this.#sources.get(pointId);
  }

  /** Whether a tick at this instant would end a shelving or the alarm about a source. */
  isDue(nowMs: number): boolean {
    for (const { shelf } of this.#shelved) if (shelf && Date.parse(shelf.until) <= nowMs) return true;
    for (const source of this.#sources.values()) if (isCalm(source, nowMs)) return true;
    return false;
  }

  tick(atMs: number): void {
    for (const holder of this.#shelved) {
      if (!holder.shelf || Date.parse(holder.shelf.until) > atMs) continue;
      this.shelve(holder, null);
      if (holder.alarm) this.#book.put(holder, unshelved(holder.alarm, atMs), 'unshelved', atMs);
    }
    for (const [pointId, source] of this.#sources) {
      if (isCalm(source, atMs)) this.settle(source, atMs);
      // Raisings older than the window can no longer add up to anything.
      const last = source.raisings.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY;
      if (source.alarm === null && source.shelf === null && atMs - last > source.limit.withinMs) this.#sources.delete(pointId);
    }
  }

  memory(): Required<Pick<EngineMemory, 'shelves' | 'sources'>> {
    return {
      shelves: [...this.#shelved].flatMap(({ rule, shelf }): [string, Shelf][] => (shelf ? [[rule.id, shelf]] : [])),
      sources: [...this.#sources].map(([pointId, { limit, rule, raisings, shelf }]) => [
        pointId,
        { limit, rule, raisings: [...raisings], shelf },
      ]),
    };
  }

  restoreSources(
    sources: NonNullable<EngineMemory['sources']>,
    alarmOf: (pointId: string) => Alarm | null,
    owners: ReadonlyMap<string, PointSlot>,
  ): void {
    for (const [pointId, { limit, rule, raisings, shelf }] of sources) {
      if (!owners.has(pointId)) continue;
      const made: Source = { rule, limit, raisings: [...raisings], alarm: alarmOf(pointId), shelf: null };
      this.#sources.set(pointId, made);
      if (shelf) this.shelve(made, shelf);
    }
  }
}
