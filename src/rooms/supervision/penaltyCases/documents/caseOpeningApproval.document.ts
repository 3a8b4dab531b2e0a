import { defineDocument } from '#kernel/document/document.ts';
import { label, opinion, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { formColumns, partyOf, partyRows } from './party.ts';

/** 立案审批表: Penalty Law, article 54. */
export const caseOpeningApproval = defineDocument({
  id: 'caseOpeningApproval',
  label: { zh: '立案审批表', en: 'Approval of case opening' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/caseOpeningApproval',
  numbering: { word: '立' },
  requires: ['title', 'partyName', 'facts'],
  values: (source) => ({
    ...partyOf(source),
    ...officersOf(source),
    source: source.say('source'),
    facts: source.say('facts'),
    violated: source.say('violated'),
  }),
  layout: [
    { kind: 'title', text: '立案审批表' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows,
        row(1, label('案件来源'), value('{source}', 5)),
        row(8, label('案件基本情况'), value('{facts}', 5)),
        row(2, label('涉嫌违反的规定'), value('{violated}', 5)),
        opinion('承办人意见', 6, '建议立案调查。承办人：{officers}', 4),
        opinion('审核意见', 6),
        opinion('审批意见', 6),
      ],
    },
  ],
});
