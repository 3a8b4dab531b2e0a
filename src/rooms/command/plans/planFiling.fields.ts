import { choice, date, longText, reference, text } from '#kernel/register/field.ts';

// Fields of a plan's way from compiling to filing and evaluation.

export const planFields = {
  title: text({ label: { zh: '预案名称', en: 'Plan' }, required: true, maxLength: 120 }),
  owner: choice({
    label: { zh: '预案主体', en: 'Whose plan' },
    options: {
      government: { zh: '政府、部门、乡镇', en: 'Government, department, township' },
      unit: { zh: '生产经营单位', en: 'Production unit' },
    },
  }),
  kind: choice({
    label: { zh: '类别', en: 'Kind' },
    options: {
      overall: { zh: '总体（综合）', en: 'Overall' },
      special: { zh: '专项', en: 'Special' },
      departmental: { zh: '部门', en: 'Departmental' },
      joint: { zh: '联合', en: 'Joint' },
      onSite: { zh: '现场处置方案', en: 'On-site' },
    },
  }),
  compiler: text({ label: { zh: '编制单位', en: 'Compiled by' }, maxLength: 100 }),
  edition: text({ label: { zh: '版次', en: 'Edition' }, hint: { zh: '如 2026 年修订', en: 'E.g. revision of 2026' }, maxLength: 60 }),
  filingNumber: text({ label: { zh: '备案编号', en: 'Filing number' }, maxLength: 60 }),
  plan: reference({ label: { zh: '预案台账', en: 'Plan on file' }, register: 'plans', listed: false }),
  enterprise: reference({ label: { zh: '企业档案', en: 'Enterprise file' }, register: 'enterprises', listed: false }),
  supersedes: reference({ label: { zh: '修订自', en: 'Revises' }, register: 'planFiling', listed: false }),
  riskAssessment: longText({ label: { zh: '风险评估结论', en: 'Result of the risk assessment' } }),
  resources: longText({ label: { zh: '应急资源调查结论', en: 'Result of the resource survey' } }),
  outline: longText({ label: { zh: '预案要点', en: 'Outline of the plan' } }),
  reviewWay: choice({
    label: { zh: '评审方式', en: 'Way of review' },
    listed: false,
    options: { review: { zh: '评审', en: 'Review by experts' }, argument: { zh: '论证', en: 'Argued' } },
  }),
  reviewers: text({ label: { zh: '评审人员', en: 'Reviewers' }, maxLength: 200, listed: false }),
  reviewOpinion: longText({ label: { zh: '评审（论证）意见', en: 'Opinion of the review' } }),
  signedBy: text({ label: { zh: '签署人', en: 'Signed by' }, maxLength: 40, listed: false }),
  issueNumber: text({ label: { zh: '发文字号', en: 'Issue number' }, maxLength: 60, listed: false }),
  publishedOn: date({ label: { zh: '公布日期', en: 'Published on' }, computed: true, listed: false }),
  filedWith: text({ label: { zh: '备案机关', en: 'Filed with' }, maxLength: 100, listed: false }),
  missing: longText({ label: { zh: '需补正材料', en: 'Papers to complete' } }),
  evaluationResult: choice({
    label: { zh: '评估结论', en: 'Result of the evaluation' },
    listed: false,
    options: { keep: { zh: '继续适用', en: 'Keep' }, revise: { zh: '需要修订', en: 'Revise' } },
  }),
  evaluationOpinion: longText({ label: { zh: '评估意见', en: 'Opinion of the evaluation' } }),
  revisionTrigger: choice({
    label: { zh: '修订原因', en: 'Why it is revised' },
    listed: false,
    options: {
      law: { zh: '法规、标准重大变化', en: 'Law or standard changed' },
      command: { zh: '指挥机构及职责调整', en: 'Command bodies changed' },
      risk: { zh: '面临的风险重大变化', en: 'Main risk changed' },
      resources: { zh: '重要应急资源重大变化', en: 'Key resources changed' },
      drill: { zh: '演练或者实战发现问题', en: 'Problem found in drill or use' },
      evaluation: { zh: '评估结论需要修订', en: 'Evaluation' },
      other: { zh: '其他', en: 'Other' },
    },
  }),
} as const;
