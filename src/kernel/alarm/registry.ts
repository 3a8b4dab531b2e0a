import type { AlarmRule, Point } from './alarm.ts';
import { pointsOf } from './condition.ts';
import type { RegistryChange } from './entry.ts';

// Points and rules are edited in registers; the engine is told the difference, so a change fits into one log entry.

export interface Registry {
  points: readonly Point[];
  rules: readonly AlarmRule[];
}

/**
 * What must be told to get from one registry to another; null when nothing differs. Rules that read an unregistered point
 * are left out.
 */
export function registryChange(before: Registry, after: Registry): RegistryChange | null {
  const registered = new Set(after.points.map((point) => point.id));
  const points = difference(before.points, after.points);
  const rules = difference(
    before.rules,
    after.rules.filter((rule) => pointsOf(rule).every((id) => registered.has(id))),
  );
  const size = points.put.length + points.removed.length + rules.put.length + rules.removed.length;
  return size === 0 ? null : { points: points.put, rules: rules.put, removedPoints: points.removed, removedRules: rules.removed };
}

function difference<T extends { id: string }>(before: readonly T[], after: readonly T[]): { put: T[]; removed: string[] } {
  const known = new Map(before.map((item) => [item.id, item]));
  const put = after.filter((item) => !isSame(known.get(item.id), item));
  const kept = new Set(after.map((item) => item.id));
  return { put, removed: before.filter((item) => !kept.has(item.id)).map((item) => item.id) };
}

/** Whether two plain values are the same whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => key in b && isSame(Reflect.get(a, key), Reflect.get(b, key)));
}
