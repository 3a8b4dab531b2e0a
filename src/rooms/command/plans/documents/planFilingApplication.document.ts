import { defineDocument } from '#kernel/document/document.ts';
import { label, opinion, row, value } from '#kernel/document/layout.ts';
import { text } from '#kernel/register/field.ts';

/** 应急预案备案申报表: within 20 working days after publication (order 2 of 2019, article 26). */
export const planFilingApplication = defineDocument({
  id: 'planFilingApplication',
  label: { zh: '应急预案备案申报表', en: 'Application for filing' },
  of: ['planFiling'],
  version: 1,
  template: 'command/plans/documents/planFilingApplication',
  numbering: null,
  requires: ['title', 'compiler'],
  asks: {
    contact: text({ label: { zh: '联系人', en: 'Contact' }, required: true, maxLength: 40 }),
    contactPhone: text({ label: { zh: '联系电话', en: 'Contact phone' }, required: true, maxLength: 40 }),
  },
  values: (source) => ({
    compiler: source.say('compiler'),
    contact: source.ask('contact'),
    contactPhone: source.ask('contactPhone'),
    address: source.sayOf('enterprise', 'address'),
    principal: source.sayOf('enterprise', 'principal'),
    title: source.say('title'),
    kind: source.say('kind'),
    edition: source.say('edition'),
    signedBy: source.say('signedBy'),
    issueNumber: source.say('issueNumber'),
    publishedOn: source.say('publishedOn'),
    review: `${source.say('reviewWay')}　${source.say('reviewers')}`,
    outline: source.say('outline'),
    riskAssessment: source.say('riskAssessment'),
    resources: source.say('resources'),
    reviewOpinion: source.say('reviewOpinion'),
  }),
  layout: [
    { kind: 'title', text: '应急预案备案申报表' },
    {
      kind: 'form',
      columns: [18, 32, 18, 32],
      rows: [
        row(1, label('申报单位'), value('{compiler}', 3)),
        row(1, label('地址'), value('{address}', 3)),
        row(1, label('主要负责人'), value('{principal}'), label('联系人及电话'), value('{contact}　{contactPhone}')),
        row(1, label('预案名称'), value('{title}', 3)),
        row(1, label('预案类别'), value('{kind}'), label('版次'), value('{edition}')),
        row(1, label('签署人'), value('{signedBy}'), label('公布日期'), value('{publishedOn}')),
        row(1, label('发文字号'), value('{issueNumber}'), label('评审方式及人员'), value('{review}')),
        row(3, label('预案要点'), value('{outline}', 3)),
        row(3, label('风险评估结论'), value('{riskAssessment}', 3)),
        row(3, label('应急资源调查结论'), value('{resources}', 3)),
        row(3, label('评审（论证）意见'), value('{reviewOpinion}', 3)),
        row(
          3,
          label('随附材料'),
          value('1. 应急预案备案申报表；2. 应急预案评审意见；3. 应急预案电子文档；4. 风险评估结果和应急资源调查清单。', 3),
        ),
        opinion('申报单位意见', 4, '以上内容及随附材料真实、完整。', 4),
      ],
    },
    { kind: 'remark', text: '依据《生产安全事故应急预案管理办法》，应急预案公布之日起二十个工作日内申报备案。' },
  ],
});
