import type { Alarm, AlarmRule } from './alarm.ts';
import type { Holder } from './alarmBook.ts';

// Flood control: a source whose alarms come and go without end (a loose contact, a level at its limit, a device about to fail) is
// one alarm about the source. Its own alarms go on being kept and counted, but nobody is called for them until it is calm.

/** From when a source counts as chattering. */
export interface ChatterLimit {
  /** So many raisings … */
  times: number;
  /** … within this time. */
  withinMs: number;
  /** Calm again after so long without one. */
  quietMs: number;
}

/** Alarms about a source come from no rule of the register; they carry this id in its place. */
export const sourceRuleId = '00000000-0000-8000-8000-000000000001';

/** Raisings remembered of a point; a limit that asks for more counts as this many. */
export const raisingsKept = 60;

/** A raising of one rule, at a measured instant. */
export type Raising = [ruleId: string, atMs: number];

/** What a point's raisings add up to. */
export interface Source extends Holder {
  /** The last raisings with the rule of each, oldest first. */
  raisings: Raising[];
  /** Limit of the rule that made it chatter. */
  limit: ChatterLimit;
}

export function sourceOf(rule: AlarmRule, limit: ChatterLimit): Source {
  const text = { zh: `信号频繁跳变：${rule.text.zh}`, en: `Chattering source: ${rule.text.en}` };
  const own: AlarmRule = {
    id: `${sourceRuleId}|${rule.pointId}`,
    recordId: sourceRuleId,
    version: rule.version,
    pointId: rule.pointId,
    priority: rule.priority,
    text,
    condition: { kind: 'levels', side: 'above', levels: [], hysteresis: 0, delayMs: 0 },
  };
  return { rule: own, alarm: null, shelf: null, raisings: [], limit };
}

/** Notes a raising; true when the source chatters with it: one rule raised so often, not several once each. */
export function noteRaising(source: Source, ruleId: string, atMs: number): boolean {
  source.raisings.push([ruleId, atMs]);
  if (source.raisings.length > raisingsKept) source.raisings.shift();
  const { times, withinMs } = source.limit;
  const lately = source.raisings.filter(([rule, at]) => rule === ruleId && atMs - at <= withinMs);
  return lately.length >= Math.min(times, raisingsKept);
}

/** True when a chattering source has been calm for long enough. */
export function isCalm(source: Source, nowMs: number): boolean {
  return isChattering(source.alarm) && nowMs - (source.raisings.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY) > source.limit.quietMs;
}

/** True for an alarm about a source that still chatters. */
export function isChattering(alarm: Alarm | null): alarm is Alarm {
  return alarm !== null && alarm.returnedAt === null;
}
