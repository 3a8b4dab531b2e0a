import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Emergency plans of governments and departments (突发事件应急预案管理办法, 国办发〔2024〕5号; before it 国办发〔2013〕101号).

const now = {
  standard: '突发事件应急预案管理办法（国办发〔2024〕5号）',
  jurisdiction: '全国',
  source: 'text of the measures of 2024-01-31, middle part',
  verified: true,
};

const before = {
  standard: '突发事件应急预案管理办法（国办发〔2013〕101号）',
  jurisdiction: '全国',
  source: 'text of the edition of 2013, articles 22 to 25',
  verified: true,
};

export const governmentPlanClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'governmentPlanFiling',
    label: { zh: '政府和部门预案备案', en: 'Filing of a government plan' },
    duty: { zh: '预案印发后报送备案：文本（含电子文本）和编制说明', en: 'File the final text and the drafting explanation' },
    versions: [{ from: '2024-01-31', within: { workingDays: 20 }, clause: '第二十六条', ...now }],
  }),
  defineClockRule({
    id: 'governmentPlanEvaluation',
    label: { zh: '政府和部门预案评估', en: 'Evaluation of a government plan' },
    duty: { zh: '对预案开展评估并决定是否修订', en: 'Evaluate the plan and decide whether to revise it' },
    versions: [{ from: '2024-01-31', within: { years: 3 }, clause: '评估（约 3 年）', ...now, verified: false }],
  }),
  defineClockRule({
    id: 'specialPlanDrill',
    label: { zh: '专项、部门预案演练', en: 'Drill of special and department plans' },
    duty: { zh: '组织一次应急演练', en: 'Hold a drill' },
    versions: [
      { from: '2013-10-25', within: { years: 3 }, clause: '第二十二条', ...before },
      { from: '2024-01-31', within: { years: 3 }, clause: '应急演练（至少每 3 年）', ...now, verified: false },
    ],
  }),
];
