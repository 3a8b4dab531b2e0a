import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Accident plans of production units (生产安全事故应急预案管理办法, ministry order 2 of 2019). Articles from memory unless said.

const order2 = {
  standard: '生产安全事故应急预案管理办法（应急管理部令第2号）',
  jurisdiction: '全国',
  source: 'articles from memory; the half-year drill read in a summary',
  verified: false,
};

const order61 = {
  standard: '机关、团体、企业、事业单位消防安全管理规定（公安部令第61号）',
  jurisdiction: '全国',
  source: 'from memory, text not read',
  verified: false,
};

export const productionPlanClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'planFiling',
    label: { zh: '预案备案', en: 'Filing of a plan' },
    duty: { zh: '预案公布之日起向应急管理部门备案', en: 'File the plan after its publication' },
    versions: [{ from: '2019-09-01', within: { workingDays: 20 }, clause: '第二十六条', ...order2 }],
  }),
  defineClockRule({
    id: 'planFilingAnswer',
    label: { zh: '答复预案备案', en: 'Answer to a filing' },
    duty: { zh: '受理部门核对材料，予以备案或者说明理由', en: 'The department checks the papers and files the plan or says why not' },
    versions: [{ from: '2019-09-01', within: { workingDays: 5 }, clause: '备案答复（5 个工作日，逾期视为备案）', ...order2 }],
  }),
  defineClockRule({
    id: 'planEvaluation',
    label: { zh: '预案定期评估', en: 'Evaluation of a plan' },
    duty: { zh: '每三年评估一次，并就是否修订作出结论', en: 'Evaluate every three years and say whether to revise' },
    versions: [{ from: '2019-09-01', within: { years: 3 }, clause: '第三十五条', ...order2 }],
  }),
  defineClockRule({
    id: 'unitDrill',
    label: { zh: '综合或专项预案演练', en: 'Drill of the comprehensive or special plan' },
    duty: { zh: '每年至少组织一次', en: 'Hold one a year' },
    versions: [{ from: '2019-09-01', within: { years: 1 }, clause: '第三十三条', ...order2 }],
  }),
  defineClockRule({
    id: 'onSiteDrill',
    label: { zh: '现场处置方案演练', en: 'Drill of the on-site plan' },
    duty: { zh: '每半年至少组织一次', en: 'Hold one every half-year' },
    versions: [{ from: '2019-09-01', within: { months: 6 }, clause: '第三十三条', ...order2 }],
  }),
  defineClockRule({
    id: 'fireDrillKeyUnit',
    label: { zh: '消防重点单位演练', en: 'Fire drill of key units' },
    duty: { zh: '每半年至少进行一次', en: 'Hold one every half-year' },
    versions: [{ from: '2002-05-01', within: { months: 6 }, clause: '消防演练（半年）', ...order61 }],
  }),
  defineClockRule({
    id: 'fireDrill',
    label: { zh: '其他单位消防演练', en: 'Fire drill of other units' },
    duty: { zh: '每年至少组织一次', en: 'Hold one a year' },
    versions: [{ from: '2002-05-01', within: { years: 1 }, clause: '消防演练（一年）', ...order61 }],
  }),
];
