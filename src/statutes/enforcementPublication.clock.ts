import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Publication, full record and legal review of enforcement (行政执法三项制度, 国办发〔2018〕118号) and results of random
// inspections. From memory: the county compares them with the text before it relies on them.

const notice = {
  standard: '关于全面推行行政执法三项制度的指导意见（国办发〔2018〕118号）',
  jurisdiction: '全国',
  source: 'from memory, text not read',
  verified: false,
};

const random = {
  standard: '关于推广随机抽查规范事中事后监管的通知（国办发〔2015〕58号）',
  jurisdiction: '全国',
  source: 'from memory, text not read',
  verified: false,
};

export const enforcementPublicationClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'penaltyPublication',
    label: { zh: '公示处罚决定', en: 'Publication of a penalty' },
    duty: { zh: '公示行政许可、行政处罚的执法决定信息', en: 'Publish the penalty or licence decision' },
    versions: [{ from: '2019-01-01', within: { workingDays: 7 }, clause: '执法决定公示（处罚、许可 7 个工作日）', ...notice }],
  }),
  defineClockRule({
    id: 'decisionPublication',
    label: { zh: '公示执法决定', en: 'Publication of a decision' },
    duty: { zh: '公示其他行政执法决定信息', en: 'Publish other enforcement decisions' },
    versions: [{ from: '2019-01-01', within: { workingDays: 20 }, clause: '执法决定公示（20 个工作日）', ...notice }],
  }),
  defineClockRule({
    id: 'enforcementYearData',
    label: { zh: '公开年度执法数据', en: 'Yearly enforcement data' },
    duty: { zh: '公开上年度行政执法总体情况和数据', en: 'Publish the data of the year before' },
    versions: [{ from: '2019-01-01', within: { monthDay: '01-31' }, clause: '年度数据（1 月 31 日前）', ...notice }],
  }),
  defineClockRule({
    id: 'enforcementRecordUpload',
    label: { zh: '上传执法记录', en: 'Upload of the enforcement record' },
    duty: { zh: '将执法音像记录归集存储', en: 'Store the audio and video record' },
    versions: [{ from: '2019-01-01', within: { workingDays: 2 }, clause: '全过程记录（2 个工作日）', ...notice }],
  }),
  defineClockRule({
    id: 'legalReview',
    label: { zh: '法制审核', en: 'Legal review' },
    duty: { zh: '法制审核机构提出审核意见', en: 'The reviewer gives an opinion' },
    versions: [{ from: '2019-01-01', within: { workingDays: 10 }, clause: '法制审核（5 至 10 个工作日）', ...notice }],
  }),
  defineClockRule({
    id: 'randomInspectionResult',
    label: { zh: '公开随机抽查结果', en: 'Result of a random inspection' },
    duty: { zh: '向社会公开抽查结果', en: 'Publish the result' },
    versions: [{ from: '2015-07-29', within: { workingDays: 20 }, clause: '结果公开（20 个工作日）', ...random }],
  }),
];
