import { isOpen, versionOn, type Deadline } from '#kernel/clock/deadline.ts';
import { localDate } from '#kernel/clock/dueAt.ts';
import {
  cancelClock,
  extendClock,
  latestExtension,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  type ExtensionFault,
  type NewClock,
} from '#kernel/clock/runningClock.ts';
import type { Text } from '#kernel/language/text.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { CaseAction } from './case.ts';
import { holds } from './condition.ts';
import { latest } from './gates.ts';
import type { Situation } from './situation.ts';

// Which clocks an action moves, and how. A finished case owes nothing: what its last action does not stop is cancelled.

export type ClockMove =
  | { kind: 'started'; clock: NewClock }
  | { kind: 'stopped' | 'cancelled' | 'paused' | 'resumed' | 'extended'; deadline: Deadline };

/** @param values the case's fields once the action is done: dates set by the case stand there */
export function clockMoves(
  situation: Situation,
  action: CaseAction,
  values: Record<string, unknown>,
  isFinal: boolean,
): Outcome<ClockMove[]> {
  const { at, law } = situation;
  const open = situation.deadlines.filter(isOpen);
  const named = (ids: readonly string[] | undefined) => open.filter((each) => ids?.includes(each.ruleId));
  const facts = { values, history: situation.history };
  const starts = (action.starts ?? [])
    .map((each) => (typeof each === 'string' ? { clock: each } : each))
    .filter((each) => each.when === undefined || holds(each.when, facts));

  const stopped = named(action.stops);
  // A clock that starts anew takes the place of one that still runs.
  const replaced = named([...starts.map((start) => start.clock), ...(action.cancels ?? [])]).filter((each) => !stopped.includes(each));
  const over = isFinal ? open.filter((each) => !stopped.includes(each) && !replaced.includes(each)) : [];
  const moves: ClockMove[] = [
    ...stopped.map((each): ClockMove => ({ kind: 'stopped', deadline: stopClock(each, at) })),
    ...[...replaced, ...over].map((each): ClockMove => ({ kind: 'cancelled', deadline: cancelClock(each, at) })),
  ];
  if (isFinal) return accept(moves);

  for (const each of named(action.pauses)) {
    const paused = pauseClock(each, at);
    if (paused !== each) moves.push({ kind: 'paused', deadline: paused });
  }
  for (const each of named(action.resumes))
    if (each.pausedAt !== null) moves.push({ kind: 'resumed', deadline: resumeClock(each, at, law.calendar) });
  for (const { clock, until } of action.extends ?? []) {
    const extended = extend(situation, clock, until === undefined ? undefined : (values[until] as string | undefined));
    if (!extended.ok) return extended;
    moves.push({ kind: 'extended', deadline: extended.value });
  }
  for (const { clock, until, from } of starts) {
    const begin = from === undefined ? at : lastEnd(situation, moves, from);
    const started = start(situation, clock, begin, until === undefined ? undefined : (values[until] as string | undefined));
    if (!started.ok) return started;
    moves.push({ kind: 'started', clock: started.value });
  }
  return accept(moves);
}

/** The latest end of some clocks, those moved by this action included; now, when none of them counts. */
function lastEnd({ deadlines, at }: Situation, moves: readonly ClockMove[], ruleIds: readonly string[]): Date {
  const ends = ruleIds.map((ruleId) => {
    const started = moves.find((move) => move.kind === 'started' && move.clock.rule.id === ruleId);
    if (started?.kind === 'started') return started.clock.dueAt.getTime();
    const moved = moves.flatMap((move) => (move.kind === 'started' ? [] : [move.deadline]));
    const current = latest([...moved, ...deadlines.filter((each) => !moved.some(({ id }) => id === each.id))], ruleId);
    return current ? Date.parse(current.dueAt) : 0;
  });
  // The last instant of the day a period ends with, so the next one counts from the day after.
  return new Date(Math.max(at.getTime(), ...ends.map((end) => end - 1)));
}

function start({ at, law, declaration }: Situation, ruleId: string, begin: Date, until: string | undefined): Outcome<NewClock> {
  const rule = law.rule(ruleId);
  const version = rule && versionOn(rule, localDate(at));
  if (!rule || !version)
    return refuse('clock-rule-missing', 409, {
      zh: `时限规则“${rule?.label.zh ?? ruleId}”在 ${localDate(at)} 没有有效版本，请管理员核对法规数据`,
      en: `The clock rule "${rule?.label.en ?? ruleId}" of ${declaration.id} has no version in force on ${localDate(at)}`,
    });
  if (until !== undefined && until < localDate(at))
    return refuse('clock-date-past', 422, {
      zh: `“${rule.label.zh}”的期限 ${until} 已经过去`,
      en: `The date ${until} of "${rule.label.en}" is past`,
    });
  return accept(startClock(rule, version, begin, law.calendar, until));
}

function extend({ deadlines, at, law }: Situation, ruleId: string, until: string | undefined): Outcome<Deadline> {
  const label = law.rule(ruleId)?.label ?? { zh: ruleId, en: ruleId };
  const clock = deadlines.find((each) => each.ruleId === ruleId && isOpen(each));
  if (!clock) return notExtended(label, 'notRunning', undefined, null);
  const extended = extendClock(clock, at, law.calendar, until);
  if (typeof extended !== 'string') return accept(extended);
  const latest = latestExtension(clock, law.calendar);
  return notExtended(label, extended, clock.extension?.clause, latest && localDate(new Date(latest.getTime() - 1)));
}

function notExtended(label: Text, fault: ExtensionFault, clause: string | undefined, latest: string | null) {
  const why: Record<ExtensionFault, Text> = {
    notRunning: { zh: '没有在计时', en: 'it is not running' },
    overdue: { zh: '已经超时，延期须在期限内办理', en: 'it is overdue; an extension must come before the end' },
    notExtendable: { zh: '该期限依法不能延长', en: 'the law does not allow it' },
    usedUp: { zh: '延长次数已用完', en: 'it was extended as often as allowed' },
    tooLong: { zh: `最迟只能延到 ${latest ?? ''}`, en: `the latest date is ${latest ?? ''}` },
    notLater: { zh: '新期限须晚于现期限', en: 'the new date must be later than the present one' },
  };
  const text = { zh: `“${label.zh}”不能延长：${why[fault].zh}`, en: `"${label.en}" cannot be extended: ${why[fault].en}` };
  return refuse('clock-not-extended', 409, text, clause === undefined ? {} : { clause });
}
