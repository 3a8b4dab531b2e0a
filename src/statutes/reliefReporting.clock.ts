import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Disaster loss reports and relief (自然灾害情况统计调查制度, 自然灾害救助条例). Hours that only an older provincial plan or
// practice gives are unverified.

const statistics = {
  standard: '自然灾害情况统计调查制度',
  jurisdiction: '全国',
  source: 'draft of 2019 read; the edition in force was not',
  verified: false,
};

const ordinance = {
  standard: '自然灾害救助条例',
  jurisdiction: '全国',
  source: 'text of the ordinance of 2019-03-02',
  verified: true,
};

const oldPlan = {
  standard: '省级自然灾害救助预案（旧）',
  jurisdiction: '省',
  source: 'an older provincial plan',
  verified: false,
};

const nationalPlan = {
  standard: '国家自然灾害救助应急预案（国办函〔2024〕11号）',
  jurisdiction: '全国',
  source: 'the national norm, clause not read',
  verified: false,
};

const countyPlan = {
  standard: '县应急管理规划救助指标',
  jurisdiction: '县',
  source: 'target of the county plan for 2025',
  verified: false,
};

export const reliefReportingClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'lossInitial',
    label: { zh: '灾情初报', en: 'Initial loss report' },
    duty: { zh: '县级向市级报送初报，附分乡镇数据', en: 'County to city, with figures for each township' },
    versions: [{ from: '2020-03-01', within: { hours: 2 }, clause: '初报（2 小时）', ...statistics }],
  }),
  defineClockRule({
    id: 'lossDaily',
    label: { zh: '灾情续报（每日）', en: 'Daily loss report' },
    duty: { zh: '灾情稳定前每日上报，24 小时零报告', en: 'Report every day until the disaster is stable, zero reports too' },
    versions: [
      {
        from: '2010-09-01',
        within: { timeOfDay: '09:00' },
        clause: '第十七条第一款（每日）；县级 9 时为旧预案做法',
        ...ordinance,
        verified: false,
      },
    ],
  }),
  defineClockRule({
    id: 'lossVerified',
    label: { zh: '灾情核报', en: 'Verified loss report' },
    duty: { zh: '灾情稳定后核定并上报', en: 'Verify and report once the disaster is stable' },
    versions: [
      { from: '2010-01-01', within: { workingDays: 2 }, clause: '核报（县级 2 个工作日）', ...oldPlan },
      { from: '2020-03-01', within: { days: 5 }, clause: '核报（县级 5 日）', ...statistics },
    ],
  }),
  defineClockRule({
    id: 'lossYearReport',
    label: { zh: '灾情年报', en: 'Yearly loss report' },
    duty: { zh: '核报上年度灾情', en: 'Report the losses of the year before' },
    versions: [{ from: '2020-03-01', within: { monthDay: '01-31' }, clause: '年报（1 月，日期以通知为准）', ...statistics }],
  }),
  defineClockRule({
    id: 'firstRelief',
    label: { zh: '基本生活救助', en: 'First relief' },
    duty: { zh: '受灾群众基本生活得到有效救助', en: 'People affected have basic living help' },
    versions: [{ from: '2024-01-20', within: { hours: 12 }, clause: '12 小时内', ...nationalPlan }],
  }),
  defineClockRule({
    id: 'firstReliefTarget',
    label: { zh: '基本生活救助（县规划目标）', en: 'First relief, county target' },
    duty: { zh: '受灾群众基本生活得到初步救助', en: 'People affected have first help' },
    versions: [{ from: '2025-01-01', within: { hours: 10 }, clause: '2025 年目标 10 小时', ...countyPlan }],
  }),
];
