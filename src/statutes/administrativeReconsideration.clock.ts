import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Period of the Administrative Reconsideration Law (行政复议法, revised 2023).

const law = {
  standard: '行政复议法（2023年修订）',
  jurisdiction: '全国',
  source: 'text of the law of 2023-09-01',
  verified: true,
};

export const administrativeReconsiderationClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'reconsideration',
    label: { zh: '申请行政复议', en: 'Administrative reconsideration' },
    duty: { zh: '当事人可以在此期间申请行政复议', en: 'The party may apply for reconsideration' },
    waits: true,
    versions: [{ from: '2024-01-01', within: { days: 60 }, clause: '第二十条第一款', ...law }],
  }),
];
