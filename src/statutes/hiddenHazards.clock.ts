import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Clocks of the hidden-hazard loop (事故隐患排查治理): Work Safety Law 2021, order 16 of 2008 (from memory), practice of
// ordering and re-checking. Overdue rectification climbs from township to department to safety committee.

const workSafety = {
  standard: '安全生产法（2021年修正）',
  jurisdiction: '全国',
  source: 'text of the law of 2021-06-10',
  verified: true,
};

const order16 = {
  standard: '安全生产事故隐患排查治理暂行规定（总局令第16号）',
  jurisdiction: '全国',
  source: 'from memory, articles not read',
  verified: false,
};

const order24 = {
  standard: '安全生产监管监察职责和行政执法责任追究规定等执法规范（旧令）',
  jurisdiction: '全国',
  source: 'from memory, text not read',
  verified: false,
};

const practice = {
  standard: '县安委办挂牌督办惯例',
  jurisdiction: '县',
  source: 'practice, no text read',
  verified: false,
};

export const hiddenHazardClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'hazardRectification',
    label: { zh: '隐患整改', en: 'Rectification' },
    duty: { zh: '在责令限期整改指令书所定日期前完成整改', en: 'Finish the rectification by the date of the order' },
    versions: [
      {
        from: '2021-09-01',
        within: { setByCase: true },
        clause: '第六十五条（期限由指令书载明）',
        extension: { within: null, times: 2, clause: '延期须经批准' },
        ...workSafety,
        verified: false,
      },
    ],
    escalation: [
      { percent: 80, to: ['township'] },
      { percent: 100, to: ['township'] },
      { percent: 110, to: ['township', 'supervisingDepartment'] },
      { percent: 125, to: ['supervisingDepartment', 'safetyCommitteeOffice'] },
    ],
  }),
  defineClockRule({
    id: 'hazardReinspection',
    label: { zh: '整改复查', en: 'Re-inspection' },
    duty: { zh: '收到申请或者期满后到场复查、验收', en: 'Examine on site after the application or the end of the limit' },
    versions: [{ from: '2007-07-01', within: { days: 10 }, clause: '整改复查（10 日）', ...order24 }],
  }),
  defineClockRule({
    id: 'listedSupervision',
    label: { zh: '挂牌督办', en: 'Listed supervision' },
    duty: { zh: '督办单位在督办期限内督促治理、验收摘牌', en: 'The supervising unit sees to the cure and takes it off the list' },
    versions: [
      {
        from: '2010-01-01',
        within: { setByCase: true },
        clause: '督办通知书所定期限',
        extension: { within: null, times: 2, clause: '延期须经批准' },
        ...practice,
      },
    ],
    escalation: [
      { percent: 50, to: ['supervisingDepartment'] },
      { percent: 80, to: ['supervisingDepartment'] },
      { percent: 100, to: ['supervisingDepartment', 'safetyCommitteeOffice', 'commander'] },
    ],
  }),
  defineClockRule({
    id: 'hazardResumption',
    label: { zh: '恢复生产审查', en: 'Return to work' },
    duty: { zh: '收到恢复生产申请后进行现场审查', en: 'Examine on site after the application to resume production' },
    versions: [{ from: '2008-02-01', within: { days: 10 }, clause: '第二十三条', ...order16 }],
  }),
  defineClockRule({
    id: 'powerCutNotice',
    label: { zh: '停止供电提前通知', en: 'Notice before a power cut' },
    duty: { zh: '停止供电应当提前通知生产经营单位（紧急情形除外）', en: 'Tell the unit before power is cut, except in emergency' },
    waits: true,
    versions: [{ from: '2021-09-01', within: { hours: 24 }, clause: '第七十条第二款', ...workSafety }],
  }),
  defineClockRule({
    id: 'hazardQuarterStatistics',
    label: { zh: '隐患季度统计', en: 'Quarterly hazard statistics' },
    duty: { zh: '下一季度 15 日前报送，由主要负责人签字', en: 'Report within 15 days of the quarter, signed by the head' },
    versions: [{ from: '2008-02-01', within: { days: 15 }, clause: '第十四条', ...order16 }],
  }),
  defineClockRule({
    id: 'hazardYearStatistics',
    label: { zh: '隐患年度统计', en: 'Yearly hazard statistics' },
    duty: { zh: '下一年 1 月 31 日前报送', en: 'Report by 31 January' },
    versions: [{ from: '2008-02-01', within: { monthDay: '01-31' }, clause: '第十四条', ...order16 }],
  }),
];
