import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { LogEntry } from '#kernel/alarm/entry.ts';
import { isEvaluated, isHeard } from '#kernel/observation/judge.ts';

// What the alarms of a history must add up to, worked out from the log a second time and without the engine: how often the level
// rose above its limit, and how often a point fell silent. Only for the two plain rules the simulation uses.

export interface PlainRules {
  limit: number;
  hysteresis: number;
  silentMs: number;
}

export interface Raisings {
  above: number;
  silent: number;
}

interface Watched extends Raisings {
  isAbove: boolean;
  isSilent: boolean;
  evaluatedAtMs: number;
  heardAtMs: number;
}

/** Raisings of each device's one point, by device key, in the order of the log. */
export function raisingsOf(
  entries: readonly LogEntry[],
  deviceKeys: readonly string[],
  rules: PlainRules,
  upSinceMs: number,
): Map<string, Raisings> {
  const fresh = (): Watched => ({ above: 0, silent: 0, isAbove: false, isSilent: false, evaluatedAtMs: -Infinity, heardAtMs: -Infinity });
  const watched = new Map(deviceKeys.map((key) => [key, fresh()]));
  let upMs = upSinceMs;
  for (const entry of entries) {
    if (entry.kind === 'start') upMs = entry.atMs;
    if (entry.kind === 'tick') for (const point of watched.values()) tick(point, entry.atMs, upMs, rules);
    if (entry.kind !== 'signal') continue;
    const point = watched.get(entry.signal.deviceKey);
    if (point === undefined) continue;
    for (const { value, atMs, quality } of entry.signal.readings) {
      if (isHeard(quality)) {
        point.heardAtMs = Math.max(point.heardAtMs, entry.signal.receivedAtMs);
        point.isSilent = false;
      }
      if (!isEvaluated(quality) || atMs <= point.evaluatedAtMs) continue;
      point.evaluatedAtMs = atMs;
      if (!point.isAbove && value > rules.limit) point.above += 1;
      if (value > rules.limit) point.isAbove = true;
      else if (value <= rules.limit - rules.hysteresis) point.isAbove = false;
    }
  }
  return watched;
}

function tick(point: Watched, atMs: number, upMs: number, rules: PlainRules): void {
  if (point.isSilent || atMs - Math.max(point.heardAtMs, upMs) <= rules.silentMs) return;
  point.isSilent = true;
  point.silent += 1;
}

/** How often alarms of a rule and point were raised, again or for the first time. */
export function raisedOf(alarms: Iterable<Alarm>, ruleId: string): number {
  let raised = 0;
  for (const alarm of alarms) if (alarm.ruleId === ruleId) raised += alarm.occurrences;
  return raised;
}
