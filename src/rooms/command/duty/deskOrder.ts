import type { Alarm, AlarmPriority } from '#kernel/alarm/alarm.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { compareAlarms, isAnswered } from '#web/map/drawn.ts';

// In which order the desk shows things, and what it sounds for. Pure.

/** Unanswered first, then by priority, then newest. */
export function inDeskOrder(alarms: readonly Alarm[]): Alarm[] {
  return alarms.filter((alarm) => alarm.state !== 'normal').toSorted(compareAlarms);
}

/** What is due first comes first, so overdue ones stand on top. */
export function byDue(deadlines: readonly Deadline[]): Deadline[] {
  return deadlines.filter((deadline) => deadline.state === 'running').toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** Seconds after which an unanswered alarm sounds again; null = it sounds once. */
export const repeatSeconds: Record<AlarmPriority, number | null> = { critical: 10, high: 30, medium: null, low: null };

/** The alarm the desk must sound for now: the worst one that nobody has answered, if its priority repeats. */
export function nagging(alarms: readonly Alarm[]): Alarm | null {
  return inDeskOrder(alarms).find((alarm) => !isAnswered(alarm) && repeatSeconds[alarm.priority] !== null) ?? null;
}

/** The worst alarm among those raised, or raised again, since the last look; null when none is new. */
export function worstNew(before: ReadonlyMap<string, number>, alarms: readonly Alarm[]): Alarm | null {
  const fresh = alarms.filter((alarm) => !isAnswered(alarm) && (before.get(alarm.id) ?? 0) < alarm.occurrences);
  return inDeskOrder(fresh)[0] ?? null;
}

/** The alarm `steps` rows away from the selected one, held at the ends; the first row when nothing is selected. */
export function step(alarms: readonly Alarm[], selected: string | null, steps: number): Alarm | null {
  const at = alarms.findIndex((alarm) => alarm.id === selected);
  if (at === -1) return alarms[0] ?? null;
  return alarms[Math.min(alarms.length - 1, Math.max(0, at + steps))] ?? null;
}
