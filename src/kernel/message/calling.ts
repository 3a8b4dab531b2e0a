import type { Text } from '#kernel/language/text.ts';
import type { Channel } from './message.ts';

// Calling people until somebody answers (逐级呼叫). A policy is a list of steps, each naming whom to call, by which channels in
// order, and how often to repeat; here it is laid out in time as single calls. Who sits on the post is looked up when the
// call is made. Pure: nothing here reads a clock or a roster.

/** Whom a step calls. */
export const callTargets = {
  dutyOfficer: { zh: '值班员', en: 'Duty officer' },
  dutyLeader: { zh: '带班领导', en: 'Duty leader' },
  nextOnDuty: { zh: '下一班值班员', en: 'Officer of the next shift' },
  postA: { zh: '指定岗位 A 岗', en: 'Named post, holder A' },
  postB: { zh: '指定岗位 B 岗', en: 'Named post, holder B' },
} satisfies Record<string, Text>;
export type CallTarget = keyof typeof callTargets;

export interface CallStep {
  /** Seconds after the alarm was raised. */
  afterSeconds: number;
  whom: CallTarget;
  /** Record of the register of posts; only for postA and postB. */
  postId: string | null;
  /** Tried in this order. */
  channels: readonly Channel[];
  /** Seconds between two channels; 0 = all at once. */
  gapSeconds: number;
  /** Every so many seconds all of it again, so many times; 0 = once only. */
  repeatEverySeconds: number;
  repeatTimes: number;
}

/** One call that will be made unless somebody answers before. */
export interface PlannedCall {
  atSeconds: number;
  whom: CallTarget;
  postId: string | null;
  channel: Channel;
  /** Number of the step, from 1; 1 for the first round, 2 for its first repetition. */
  step: number;
  round: number;
}

/** More calls than this for one alarm are an entry mistake. */
export const mostCalls = 500;

/** The calls of a policy in order of time; those of one instant in order of step and channel. */
export function plannedCalls(steps: readonly CallStep[]): PlannedCall[] {
  const ordered = steps.toSorted((a, b) => a.afterSeconds - b.afterSeconds);
  return ordered
    .flatMap(({ afterSeconds, whom, postId, channels, gapSeconds, repeatEverySeconds, repeatTimes }, index) =>
      Array.from({ length: 1 + (repeatEverySeconds > 0 ? repeatTimes : 0) }, (_, round) =>
        channels.map((channel, nth) => ({
          atSeconds: afterSeconds + round * repeatEverySeconds + nth * gapSeconds,
          whom,
          postId,
          channel,
          step: index + 1,
          round: round + 1,
        })),
      ).flat(),
    )
    .toSorted((a, b) => a.atSeconds - b.atSeconds)
    .slice(0, mostCalls);
}
