import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Report and investigation of production accidents (生产安全事故报告和调查处理条例, State Council order 493 of 2007). The step
// from department to department (articles 10 and 11) is in incidentReporting.clock.ts, where incidents start it.

const order493 = {
  standard: '生产安全事故报告和调查处理条例（国务院令第493号）',
  jurisdiction: '全国',
  source: 'text of the ordinance of 2007-04-09',
  verified: true,
};

export const accidentInvestigationClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'accidentUnitReport',
    label: { zh: '单位报告事故', en: 'Unit reports an accident' },
    duty: {
      zh: '单位负责人向县级应急管理部门和行业主管部门报告',
      en: 'Head of the unit reports to the county bureau and the sector department',
    },
    versions: [{ from: '2007-06-01', within: { hours: 1 }, clause: '第九条', ...order493 }],
  }),
  defineClockRule({
    id: 'accidentSupplement',
    label: { zh: '事故伤亡变化补报', en: 'Supplement on changed casualties' },
    duty: { zh: '自事故发生之日起 30 日内伤亡人数变化的，及时补报', en: 'Report casualties that change within 30 days of the accident' },
    versions: [{ from: '2007-06-01', within: { days: 30 }, clause: '第十三条', ...order493 }],
  }),
  defineClockRule({
    id: 'accidentSupplementTrafficFire',
    label: { zh: '道路交通、火灾事故补报', en: 'Supplement for road traffic and fire' },
    duty: { zh: '自事故发生之日起 7 日内伤亡人数变化的，及时补报', en: 'Report casualties that change within 7 days of the accident' },
    versions: [{ from: '2007-06-01', within: { days: 7 }, clause: '第十三条', ...order493 }],
  }),
  defineClockRule({
    id: 'accidentInvestigation',
    label: { zh: '提交事故调查报告', en: 'Investigation report' },
    duty: { zh: '事故调查组提交事故调查报告', en: 'The investigation group submits its report' },
    versions: [
      {
        from: '2007-06-01',
        within: { days: 60 },
        clause: '第二十九条',
        extension: { within: { days: 60 }, times: 1, clause: '第二十九条' },
        ...order493,
      },
    ],
  }),
  defineClockRule({
    id: 'accidentReply',
    label: { zh: '批复事故调查报告', en: 'Reply to the investigation report' },
    duty: {
      zh: '人民政府对重大、较大、一般事故调查报告作出批复',
      en: 'The government replies to the report on a major, larger or general accident',
    },
    versions: [{ from: '2007-06-01', within: { days: 15 }, clause: '第三十二条', ...order493 }],
  }),
  defineClockRule({
    id: 'accidentReplyExtraordinary',
    label: { zh: '批复特别重大事故调查报告', en: 'Reply on an extraordinary accident' },
    duty: { zh: '对特别重大事故调查报告作出批复', en: 'Reply to the report on an extraordinary accident' },
    versions: [
      {
        from: '2007-06-01',
        within: { days: 30 },
        clause: '第三十二条',
        extension: { within: { days: 30 }, times: 1, clause: '第三十二条' },
        ...order493,
      },
    ],
  }),
];
