import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Duties around major hazard installations (危险化学品重大危险源监督管理暂行规定, order 40 of 2011) and their guarantors
// (应急厅〔2021〕12号).

const order40 = {
  standard: '危险化学品重大危险源监督管理暂行规定（总局令第40号）',
  jurisdiction: '全国',
  source: 'articles 20 to 22 read in a copy; the others from memory',
  verified: false,
};

const guarantors = {
  standard: '危险化学品企业重大危险源安全包保责任制办法（应急厅〔2021〕12号）',
  jurisdiction: '全国',
  source: 'duties read in a copy, articles not given',
  verified: false,
};

export const majorHazardClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'majorHazardAssessment',
    label: { zh: '重大危险源安全评估', en: 'Assessment of a major hazard' },
    duty: { zh: '每三年或者变化、事故后重新评估', en: 'Assess again every three years, on change or after an accident' },
    versions: [{ from: '2011-12-01', within: { years: 3 }, clause: '安全评估（3 年）', ...order40 }],
  }),
  defineClockRule({
    id: 'majorHazardFiling',
    label: { zh: '重大危险源备案', en: 'Filing of a major hazard' },
    duty: { zh: '评估完成后向县级应急管理部门备案', en: 'File with the county bureau after the assessment' },
    versions: [{ from: '2011-12-01', within: { days: 15 }, clause: '备案（15 日）', ...order40 }],
  }),
  defineClockRule({
    id: 'majorHazardSpecialDrill',
    label: { zh: '重大危险源专项预案演练', en: 'Drill of the special plan' },
    duty: { zh: '每年至少一次，演练后评估', en: 'Hold one a year and evaluate it' },
    versions: [{ from: '2011-12-01', within: { years: 1 }, clause: '第二十一条', ...order40, verified: true }],
  }),
  defineClockRule({
    id: 'majorHazardOnSiteDrill',
    label: { zh: '重大危险源现场处置方案演练', en: 'Drill of the on-site plan of a major hazard' },
    duty: { zh: '每半年至少一次，演练后评估', en: 'Hold one every half-year and evaluate it' },
    versions: [{ from: '2011-12-01', within: { months: 6 }, clause: '第二十一条', ...order40, verified: true }],
  }),
  defineClockRule({
    id: 'guarantorTechnicalCheck',
    label: { zh: '包保技术负责人排查', en: 'Check by the technical guarantor' },
    duty: { zh: '每季度至少组织一次针对性隐患排查', en: 'Organise a targeted check every quarter' },
    versions: [{ from: '2021-02-04', within: { months: 3 }, clause: '技术负责人职责（每季度）', ...guarantors }],
  }),
  defineClockRule({
    id: 'guarantorOperationCheck',
    label: { zh: '包保操作负责人检查', en: 'Check by the operating guarantor' },
    duty: { zh: '每周至少组织一次检查', en: 'Organise a check every week' },
    versions: [{ from: '2021-02-04', within: { days: 7 }, clause: '操作负责人职责（每周）', ...guarantors }],
  }),
  defineClockRule({
    id: 'guarantorSupervision',
    label: { zh: '包保履职抽查', en: 'Check of the guarantors' },
    duty: { zh: '应急管理部门抽查包保责任落实情况', en: 'The bureau checks how the guarantors do their duty' },
    versions: [{ from: '2021-02-04', within: { months: 3 }, clause: '监督检查（每季度，地方做法）', ...guarantors }],
  }),
];
