import { defineDocument } from '#kernel/document/document.ts';
import { label, opinion, row, value } from '#kernel/document/layout.ts';
import { choice, text } from '#kernel/register/field.ts';
import { formColumns, partyOf, penaltiesOf, partyRows } from './party.ts';

/** 重大执法决定法制审核意见书: Penalty Law, article 58; State Council office document 118 of 2018. */
export const legalReviewOpinion = defineDocument({
  id: 'legalReviewOpinion',
  label: { zh: '法制审核意见书', en: 'Opinion of the legal review' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/legalReviewOpinion',
  numbering: { word: '法审' },
  requires: ['title', 'partyName', 'facts', 'reviewOpinion'],
  asks: {
    reviewer: text({ label: { zh: '审核人', en: 'Reviewer' }, required: true, maxLength: 40 }),
    qualification: text({ label: { zh: '法律职业资格证号', en: 'Number of the legal qualification' }, maxLength: 40 }),
    result: choice({
      label: { zh: '审核结论', en: 'Result' },
      required: true,
      options: {
        agree: { zh: '同意', en: 'Agreed' },
        change: { zh: '建议修改', en: 'To be changed' },
        supplement: { zh: '建议补充调查', en: 'To be investigated further' },
        reject: { zh: '不同意', en: 'Rejected' },
      },
    }),
  },
  values: (source) => ({
    ...partyOf(source),
    facts: source.say('facts'),
    violated: source.say('violated'),
    penaltyBasis: source.say('penaltyBasis'),
    proposal: penaltiesOf(source, 'fineYuan'),
    opinion: source.say('reviewOpinion'),
    result: source.ask('result'),
    reviewer: source.ask('reviewer'),
    qualification: source.ask('qualification'),
  }),
  layout: [
    { kind: 'title', text: '重大执法决定法制审核意见书' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows.slice(0, 2),
        row(6, label('主要事实'), value('{facts}', 5)),
        row(2, label('违反的规定'), value('{violated}', 5)),
        row(2, label('处罚依据'), value('{penaltyBasis}', 5)),
        row(2, label('拟处理意见'), value('{proposal}', 5)),
        row(
          3,
          label('审核内容'),
          value(
            '主体与权限、事实与证据、法律适用、裁量基准、程序、文书、是否超越法定权限、是否涉嫌犯罪需要移送（行政处罚法第五十八条）',
            5,
          ),
        ),
        row(6, label('审核意见'), value('{result}。{opinion}', 5)),
        row(1, label('审核人'), value('{reviewer}', 2), label('资格证号'), value('{qualification}', 2)),
        opinion('负责人意见', 6),
      ],
    },
  ],
});
