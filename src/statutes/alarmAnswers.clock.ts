import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// An alarm that nobody answered although everybody was called (督办). Duty practice; no published text fixes the minutes.

export const alarmAnswerClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'alarmUnanswered',
    label: { zh: '报警无人应答督办', en: 'Supervision of an unanswered alarm' },
    duty: { zh: '查明无人应答的原因，确认并处置报警', en: 'Find out why nobody answered; acknowledge and handle the alarm' },
    versions: [
      {
        from: '2026-01-01',
        within: { minutes: 15 },
        standard: '本单位值班制度',
        clause: '报警应答',
        jurisdiction: '本单位',
        source: 'house default, to be replaced by the county’s duty rules',
        verified: false,
      },
    ],
    escalation: [
      { percent: 1, to: ['dutyLeader'] },
      { percent: 50, to: ['dutyLeader', 'commander'] },
      { percent: 100, to: ['commander'] },
      { percent: 200, to: ['commander'] },
    ],
  }),
];
