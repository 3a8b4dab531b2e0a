import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Drills of accident plans (生产安全事故应急条例, State Council order 708 of 2019, article 8).

const order708 = {
  standard: '生产安全事故应急条例（国务院令第708号）',
  jurisdiction: '全国',
  source: 'text of the ordinance of 2019-02-17',
  verified: true,
};

export const accidentEmergencyClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'governmentDrill',
    label: { zh: '政府和部门预案演练', en: 'Drill of government and departments' },
    duty: { zh: '组织一次生产安全事故应急救援预案演练', en: 'Hold a drill of each relevant accident plan' },
    versions: [{ from: '2019-04-01', within: { years: 2 }, clause: '第八条第一款', ...order708 }],
  }),
  defineClockRule({
    id: 'highRiskUnitDrill',
    label: { zh: '高危和人员密集单位演练', en: 'Drill of high-risk units' },
    duty: { zh: '组织一次演练并将情况报送监管部门', en: 'Hold a drill and send its result to the supervising department' },
    versions: [{ from: '2019-04-01', within: { months: 6 }, clause: '第八条第二款', ...order708 }],
  }),
];
