import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Validity and review of certificates of persons. What was read in secondary pages carries no article and is unverified.

const special = {
  standard: '特种作业人员安全技术培训考核管理规定（总局令第30号）',
  jurisdiction: '全国',
  source: 'secondary pages on special operators',
  verified: false,
};

const heads = {
  standard: '安全生产法（2021年修正）及配套规定',
  jurisdiction: '全国',
  source: 'article 27 read; period from memory of the rules below the law',
  verified: false,
};

const equipment = {
  standard: '特种设备作业人员考核规则',
  jurisdiction: '全国',
  source: 'from memory, no text read',
  verified: false,
};

export const certificateClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'specialOperatorReview',
    label: { zh: '特种作业证复审', en: 'Review of a special operation certificate' },
    duty: { zh: '每 3 年复审一次', en: 'Have it reviewed every three years' },
    versions: [{ from: '2010-07-01', within: { years: 3 }, clause: '复审（每 3 年）', ...special }],
  }),
  defineClockRule({
    id: 'specialOperatorExpiry',
    label: { zh: '特种作业证有效期', en: 'Validity of a special operation certificate' },
    duty: { zh: '期满前换证', en: 'Renew it before it ends' },
    versions: [{ from: '2010-07-01', within: { years: 6 }, clause: '有效期（6 年）', ...special }],
  }),
  defineClockRule({
    id: 'headsAssessment',
    label: { zh: '负责人和安全管理人员考核', en: 'Assessment of heads and safety staff' },
    duty: { zh: '任职之日起由主管部门考核合格', en: 'Be assessed by the department after taking the post' },
    versions: [{ from: '2021-09-01', within: { months: 6 }, clause: '第二十七条（6 个月为配套规定）', ...heads }],
  }),
  defineClockRule({
    id: 'headsCertificateExpiry',
    label: { zh: '负责人和安全管理人员合格证', en: 'Certificate of heads and safety staff' },
    duty: { zh: '期满前重新考核', en: 'Be assessed again before it ends' },
    versions: [{ from: '2021-09-01', within: { years: 3 }, clause: '第二十七条（3 年为配套规定）', ...heads }],
  }),
  defineClockRule({
    id: 'equipmentOperatorExpiry',
    label: { zh: '特种设备作业人员证', en: 'Special equipment operator certificate' },
    duty: { zh: '期满前复审', en: 'Have it reviewed before it ends' },
    versions: [{ from: '2019-06-01', within: { years: 4 }, clause: '有效期（4 年）', ...equipment }],
  }),
];
