import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Clocks of the Administrative Coercion Law (行政强制法). Its periods of ten days and less are working days (article 69).

const law = {
  standard: '行政强制法',
  jurisdiction: '全国',
  source: 'text of the law of 2011-06-30',
  verified: true,
};

export const administrativeCoercionClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'emergencyMeasureReport',
    label: { zh: '补办强制措施批准', en: 'Approval of an emergency measure' },
    duty: { zh: '当场实施强制措施的，向负责人报告并补办批准手续', en: 'Report a measure taken on the spot and have it approved' },
    versions: [{ from: '2012-01-01', within: { hours: 24 }, clause: '第十九条', ...law }],
  }),
  defineClockRule({
    id: 'seizure',
    label: { zh: '查封扣押处理', en: 'Decision on seized things' },
    duty: { zh: '对查封、扣押的场所、设施或者财物作出处理决定', en: 'Decide what happens to what was sealed or seized' },
    versions: [
      {
        from: '2012-01-01',
        within: { days: 30 },
        clause: '第二十五条',
        extension: { within: { days: 30 }, times: 1, clause: '第二十五条第一款' },
        ...law,
      },
    ],
  }),
  defineClockRule({
    id: 'executionDemand',
    label: { zh: '催告履行', en: 'Demand before execution' },
    duty: {
      zh: '催告书送达后满此期间仍不履行的，可以申请强制执行',
      en: 'Execution may be asked for only so long after the demand was served',
    },
    waits: true,
    versions: [{ from: '2012-01-01', within: { workingDays: 10 }, clause: '第五十四条、第六十九条', ...law }],
  }),
  defineClockRule({
    id: 'forcedExecution',
    label: { zh: '申请法院强制执行', en: 'Application for forced execution' },
    duty: {
      zh: '自复议、起诉期限届满之日起向人民法院申请强制执行',
      en: 'Apply to the court, counted from the end of the periods for reconsideration and suit',
    },
    versions: [{ from: '2012-01-01', within: { months: 3 }, clause: '第五十三条', ...law }],
  }),
];
