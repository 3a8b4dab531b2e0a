import type { AlarmPriority } from '#kernel/alarm/alarm.ts';
import type { CallStep } from '#kernel/message/calling.ts';

// Whom an unanswered alarm calls where the county has not entered its own steps. No published standard fixes these seconds;
// they are first values for a county to replace in the register of escalation steps.

export interface UsualEscalation {
  /** First local day. */
  from: string;
  source: string;
  verified: boolean;
  steps: Record<AlarmPriority, readonly CallStep[]>;
}

const once = { postId: null, repeatEverySeconds: 0, repeatTimes: 0 };
const officer = { ...once, whom: 'dutyOfficer' } as const;
const leader = { ...once, whom: 'dutyLeader' } as const;
const next = { ...once, whom: 'nextOnDuty' } as const;

export const usualEscalation: readonly UsualEscalation[] = [
  {
    from: '2026-01-01',
    source: 'house default, to be replaced by the county’s duty rules',
    verified: false,
    steps: {
      critical: [
        {
          ...officer,
          afterSeconds: 30,
          channels: ['desk', 'push', 'sms', 'voice'],
          gapSeconds: 20,
          repeatEverySeconds: 120,
          repeatTimes: 2,
        },
        {
          ...leader,
          afterSeconds: 180,
          channels: ['push', 'sms', 'voice', 'email'],
          gapSeconds: 20,
          repeatEverySeconds: 180,
          repeatTimes: 2,
        },
        { ...next, afterSeconds: 420, channels: ['sms', 'voice'], gapSeconds: 30 },
      ],
      high: [
        {
          ...officer,
          afterSeconds: 60,
          channels: ['desk', 'push', 'sms', 'voice'],
          gapSeconds: 30,
          repeatEverySeconds: 180,
          repeatTimes: 1,
        },
        {
          ...leader,
          afterSeconds: 300,
          channels: ['push', 'sms', 'voice', 'email'],
          gapSeconds: 30,
          repeatEverySeconds: 300,
          repeatTimes: 1,
        },
      ],
      medium: [
        { ...officer, afterSeconds: 300, channels: ['desk', 'push', 'sms'], gapSeconds: 60 },
        { ...leader, afterSeconds: 900, channels: ['push', 'sms', 'email'], gapSeconds: 60 },
      ],
      low: [{ ...officer, afterSeconds: 900, channels: ['desk', 'push'], gapSeconds: 60 }],
    },
  },
];

/** The row in force on a local day; the latest that has begun counts, before all of them the first. */
export function usualEscalationOn(day: string): UsualEscalation {
  const row = usualEscalation.findLast(({ from }) => from <= day) ?? usualEscalation[0];
  if (!row) throw new Error('the table of usual escalation is empty');
  return row;
}
