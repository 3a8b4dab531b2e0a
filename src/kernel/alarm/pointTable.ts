import { pointKey } from '#kernel/observation/reading.ts';
import type { AlarmRule, Point } from './alarm.ts';
import type { LatestReading } from './entry.ts';
import { column, columnShift, mark, PointColumns, qualityCode, qualityOf } from './pointColumns.ts';
import { PointFinder } from './pointFinder.ts';
import { isPlain, phase, ruleSlot, setRule, type RuleSlot } from './ruleSlot.ts';
import type { WatchSlot } from './watchSlot.ts';

// Points and rules as the engine holds them, found by what a device sends. What happens to alarms is in engine.ts.

/** A point with its rules; what every reading touches is in the columns at `index`. */
export interface PointSlot {
  point: Point;
  index: number;
  limits: RuleSlot[];
  silences: RuleSlot[];
  /** Rules on measured numbers that read this point, with its place among the points of each. */
  watches: { slot: WatchSlot; input: number }[];
  /** Registered while running and not heard of yet; silence counts from here. */
  addedAtMs: number;
}

const never = Number.NEGATIVE_INFINITY;

/** The device of a point's key; only the device key may hold the separator itself. */
export function deviceOf(key: string): string {
  return key.slice(0, key.lastIndexOf('|', key.lastIndexOf('|') - 1));
}

export type PointTable = ReturnType<typeof createPointTable>;

export function createPointTable() {
  const columns = new PointColumns();
  const finder = new PointFinder();
  /** By index; one that was taken away may stand here until its place is taken. */
  const slots: PointSlot[] = [];
  const byId = new Map<string, PointSlot>();
  const byDevice = new Map<string, Set<PointSlot>>();
  const byKey = new Map<string, PointSlot>();
  const rules = new Map<string, { slot: RuleSlot; owner: PointSlot }>();

  function leaveDevice(slot: PointSlot): void {
    const device = deviceOf(slot.point.key);
    const others = byDevice.get(device);
    others?.delete(slot);
    if (others?.size === 0) byDevice.delete(device);
  }

  return {
    columns,
    finder,
    slots: slots as readonly PointSlot[],
    byDevice: byDevice as ReadonlyMap<string, ReadonlySet<PointSlot>>,
    byId: byId as ReadonlyMap<string, PointSlot>,
    rules: rules as ReadonlyMap<string, { slot: RuleSlot; owner: PointSlot }>,

    /** Index of the point of a reading that the finder does not know yet; -1 when there is none. */
    learn(deviceKey: string, channel: string, quantity: string): number {
      const slot = byKey.get(pointKey(deviceKey, channel, quantity));
      if (slot === undefined) return -1;
      finder.learn(deviceKey, channel, quantity, slot.index);
      return slot.index;
    },

    pointOfKey(key: string | null): Point | undefined {
      return key === null ? undefined : byKey.get(key)?.point;
    },

    heardAtMs({ index }: PointSlot): number {
      return columns.numbers[(index << columnShift) + column.heardAtMs] as number;
    },

    putPoint(point: Point, addedAtMs: number = never): void {
      finder.clear();
      const known = byId.get(point.id);
      if (known) {
        byKey.delete(known.point.key);
        leaveDevice(known);
        known.point = point;
      }
      const slot = known ?? { point, index: columns.take(), limits: [], silences: [], watches: [], addedAtMs };
      slots[slot.index] = slot;
      byId.set(point.id, slot);
      byKey.set(point.key, slot);
      const device = deviceOf(point.key);
      const others = byDevice.get(device);
      if (others) others.add(slot);
      else byDevice.set(device, new Set([slot]));
    },

    /** The caller has taken the point's rules away. */
    dropPoint(slot: PointSlot): void {
      finder.clear();
      byId.delete(slot.point.id);
      leaveDevice(slot);
      columns.give(slot.index);
      if (byKey.get(slot.point.key) === slot) byKey.delete(slot.point.key);
    },

    /** Adds a plain rule, or edits one of the same kind and point in place. Null when its point is not registered. */
    putRule(rule: AlarmRule): RuleSlot | null {
      const known = rules.get(rule.id);
      if (known) {
        setRule(known.slot, rule);
        setQuiet(columns, known.owner);
        return known.slot;
      }
      const owner = byId.get(rule.pointId);
      if (owner === undefined) return null;
      const slot = ruleSlot(rule);
      (rule.condition.kind === 'noData' ? owner.silences : owner.limits).push(slot);
      rules.set(rule.id, { slot, owner });
      setQuiet(columns, owner);
      return slot;
    },

    dropRule(ruleId: string): void {
      const known = rules.get(ruleId);
      if (known === undefined) return;
      rules.delete(ruleId);
      known.owner.limits = known.owner.limits.filter((slot) => slot !== known.slot);
      known.owner.silences = known.owner.silences.filter((slot) => slot !== known.slot);
      setQuiet(columns, known.owner);
    },

    restore(latest: LatestReading): void {
      const slot = byId.get(latest.pointId);
      if (slot === undefined) return;
      const { marks, numbers } = columns;
      const at = slot.index << columnShift;
      numbers[at + column.atMs] = latest.atMs;
      numbers[at + column.value] = latest.value;
      numbers[at + column.receivedAtMs] = latest.receivedAtMs;
      numbers[at + column.evaluatedAtMs] = latest.evaluatedAtMs ?? never;
      numbers[at + column.heardAtMs] = latest.heardAtMs ?? never;
      numbers[at + column.deviceAtMs] = latest.deviceAtMs ?? Number.NaN;
      marks[slot.index] = ((marks[slot.index] ?? 0) & ~mark.quality) | qualityCode(latest.quality);
    },
  };
}

/** To be called whenever a limit or silence of the point changes, or leaves or reaches the clear phase. */
export function setQuiet({ marks, numbers }: PointColumns, { index, limits, silences }: PointSlot): void {
  let [from, to] = [never, Number.POSITIVE_INFINITY];
  for (const slot of limits) {
    if (slot.phase !== phase.clear) [from, to] = [Number.POSITIVE_INFINITY, never];
    else if (slot.sign > 0) to = Math.min(to, slot.raiseOver);
    else from = Math.max(from, -slot.raiseOver);
  }
  numbers[(index << columnShift) + column.quietFrom] = from;
  numbers[(index << columnShift) + column.quietTo] = to;
  const others = (marks[index] ?? 0) & ~mark.isSilent;
  marks[index] = silences.some((slot) => slot.phase !== phase.clear) ? others | mark.isSilent : others;
}

const orNull = (ms: number) => (Number.isFinite(ms) ? ms : null);

/** The latest reading of a point, or null before the first. */
export function latestOf({ marks, numbers }: PointColumns, { index, point }: PointSlot): LatestReading | null {
  const at = index << columnShift;
  const atMs = numbers[at + column.atMs] as number;
  if (atMs === never) return null;
  return {
    pointId: point.id,
    atMs,
    value: numbers[at + column.value] as number,
    quality: qualityOf(marks[index] ?? 0),
    deviceAtMs: orNull(numbers[at + column.deviceAtMs] as number),
    receivedAtMs: numbers[at + column.receivedAtMs] as number,
    evaluatedAtMs: orNull(numbers[at + column.evaluatedAtMs] as number),
    heardAtMs: orNull(numbers[at + column.heardAtMs] as number),
  };
}

/** True when an edited rule cannot go on in its old slot: another point, or another kind of condition. */
export function isOtherCondition(before: AlarmRule, after: AlarmRule): boolean {
  return before.pointId !== after.pointId || before.condition.kind !== after.condition.kind || isPlain(before) !== isPlain(after);
}
