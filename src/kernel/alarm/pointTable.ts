import { pointKey, type Quality } from '#kernel/observation/reading.ts';
import type { AlarmRule, Point } from './alarm.ts';
import type { LatestReading } from './entry.ts';
import { isPlain, phase, ruleSlot, setRule, type RuleSlot } from './ruleSlot.ts';
import type { WatchSlot } from './watchSlot.ts';

// Points and rules as the engine holds them, found by what a device sends. What happens to alarms is in engine.ts.

/** Numbers are -Infinity where there is none yet, so that every comparison on the hot path is between numbers. */
export interface PointSlot {
  point: Point;
  limits: RuleSlot[];
  silences: RuleSlot[];
  /** Rules on measured numbers that read this point, with its place among the points of each. */
  watches: { slot: WatchSlot; input: number }[];
  atMs: number;
  value: number;
  quality: Quality;
  deviceAtMs: number | null;
  receivedAtMs: number;
  evaluatedAtMs: number;
  heardAtMs: number;
  /** Values from … to (inclusive) to which no limit rule of this point has anything to say; empty while one is not clear. */
  quietFrom: number;
  quietTo: number;
  /** Registered while running and not heard of yet; silence counts from here. */
  addedAtMs: number;
}

const never = Number.NEGATIVE_INFINITY;

export function createPointTable() {
  const byId = new Map<string, PointSlot>();
  const byKey = new Map<string, PointSlot>();
  const rules = new Map<string, { slot: RuleSlot; owner: PointSlot }>();
  /** device → channel → quantity, filled as readings arrive: saves building a key for every reading. Only hits are kept. */
  const found = new Map<string, Map<string, Map<string, PointSlot>>>();

  function remember(deviceKey: string, channel: string, quantity: string): PointSlot | undefined {
    const slot = byKey.get(pointKey(deviceKey, channel, quantity));
    if (slot === undefined) return undefined;
    const channels = found.get(deviceKey) ?? new Map<string, Map<string, PointSlot>>();
    found.set(deviceKey, channels);
    const quantities = channels.get(channel) ?? new Map<string, PointSlot>();
    channels.set(channel, quantities);
    quantities.set(quantity, slot);
    return slot;
  }

  return {
    byId: byId as ReadonlyMap<string, PointSlot>,
    rules: rules as ReadonlyMap<string, { slot: RuleSlot; owner: PointSlot }>,

    find(deviceKey: string, channel: string, quantity: string): PointSlot | undefined {
      return found.get(deviceKey)?.get(channel)?.get(quantity) ?? remember(deviceKey, channel, quantity);
    },

    putPoint(point: Point, addedAtMs: number = never): void {
      found.clear();
      const known = byId.get(point.id);
      if (known) {
        byKey.delete(known.point.key);
        known.point = point;
      }
      const slot = known ?? { point, limits: [], silences: [], watches: [], ...unheard, addedAtMs };
      byId.set(point.id, slot);
      byKey.set(point.key, slot);
    },

    /** The caller has taken the point's rules away. */
    dropPoint(slot: PointSlot): void {
      found.clear();
      byId.delete(slot.point.id);
      if (byKey.get(slot.point.key) === slot) byKey.delete(slot.point.key);
    },

    /** Adds a plain rule, or edits one of the same kind and point in place. Null when its point is not registered. */
    putRule(rule: AlarmRule): RuleSlot | null {
      const known = rules.get(rule.id);
      if (known) {
        setRule(known.slot, rule);
        setQuietBand(known.owner);
        return known.slot;
      }
      const owner = byId.get(rule.pointId);
      if (owner === undefined) return null;
      const slot = ruleSlot(rule);
      (rule.condition.kind === 'noData' ? owner.silences : owner.limits).push(slot);
      rules.set(rule.id, { slot, owner });
      setQuietBand(owner);
      return slot;
    },

    dropRule(ruleId: string): void {
      const known = rules.get(ruleId);
      if (known === undefined) return;
      rules.delete(ruleId);
      known.owner.limits = known.owner.limits.filter((slot) => slot !== known.slot);
      known.owner.silences = known.owner.silences.filter((slot) => slot !== known.slot);
      setQuietBand(known.owner);
    },

    restore(latest: LatestReading): void {
      const slot = byId.get(latest.pointId);
      if (slot === undefined) return;
      slot.atMs = latest.atMs;
      slot.value = latest.value;
      slot.quality = latest.quality;
      slot.deviceAtMs = latest.deviceAtMs;
      slot.receivedAtMs = latest.receivedAtMs;
      slot.evaluatedAtMs = latest.evaluatedAtMs ?? never;
      slot.heardAtMs = latest.heardAtMs ?? never;
    },
  };
}

const unheard = {
  atMs: never,
  value: 0,
  quality: 'good' as Quality,
  deviceAtMs: null,
  receivedAtMs: never,
  evaluatedAtMs: never,
  heardAtMs: never,
  quietFrom: never,
  quietTo: Number.POSITIVE_INFINITY,
};

/** To be called whenever a limit rule of the point changes or leaves or reaches the clear phase. */
export function setQuietBand(owner: PointSlot): void {
  let [from, to] = [never, Number.POSITIVE_INFINITY];
  for (const slot of owner.limits) {
    if (slot.phase !== phase.clear) [from, to] = [Number.POSITIVE_INFINITY, never];
    else if (slot.sign > 0) to = Math.min(to, slot.raiseOver);
    else from = Math.max(from, -slot.raiseOver);
  }
  owner.quietFrom = from;
  owner.quietTo = to;
}

/** The latest reading of a point, or null before the first. */
export function latestOf(slot: PointSlot): LatestReading | null {
  if (slot.atMs === never) return null;
  return {
    pointId: slot.point.id,
    atMs: slot.atMs,
    value: slot.value,
    quality: slot.quality,
    deviceAtMs: slot.deviceAtMs,
    receivedAtMs: slot.receivedAtMs,
    evaluatedAtMs: slot.evaluatedAtMs === never ? null : slot.evaluatedAtMs,
    heardAtMs: slot.heardAtMs === never ? null : slot.heardAtMs,
  };
}

/** True when an edited rule cannot go on in its old slot: another point, or another kind of condition. */
export function isOtherCondition(before: AlarmRule, after: AlarmRule): boolean {
  return before.pointId !== after.pointId || before.condition.kind !== after.condition.kind || isPlain(before) !== isPlain(after);
}
