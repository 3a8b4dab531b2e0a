import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Periods of the Administrative Litigation Law (行政诉讼法).

const law = {
  standard: '行政诉讼法',
  jurisdiction: '全国',
  source: 'text of the law as amended 2017-06-27',
  verified: true,
};

export const administrativeLitigationClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'litigation',
    label: { zh: '提起行政诉讼', en: 'Administrative suit' },
    duty: { zh: '当事人可以在此期间直接提起行政诉讼', en: 'The party may sue directly' },
    waits: true,
    versions: [{ from: '2015-05-01', within: { months: 6 }, clause: '第四十六条第一款', ...law }],
  }),
  defineClockRule({
    id: 'litigationAfterRemedy',
    label: { zh: '复议后起诉、判决后上诉', en: 'Suit after reconsideration, appeal' },
    duty: {
      zh: '当事人不服复议决定的起诉期间；不服一审判决的上诉期间',
      en: 'The party may sue after reconsideration, or appeal after judgment',
    },
    waits: true,
    versions: [{ from: '2015-05-01', within: { days: 15 }, clause: '第四十五条、第八十五条', ...law }],
  }),
];
