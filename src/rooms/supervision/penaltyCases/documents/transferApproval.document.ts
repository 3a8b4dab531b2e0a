import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { approvalRows } from './approval.ts';
import { formColumns, partyOf, partyRows } from './party.ts';

/** 案件移送审批表: to the authority that has jurisdiction, or to the police where an act may be a crime (Penalty Law, articles 27 and 57). */
export const transferApproval = defineDocument({
  id: 'transferApproval',
  label: { zh: '案件移送审批表', en: 'Approval of the transfer of a case' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/transferApproval',
  numbering: { word: '移审' },
  requires: ['partyName', 'facts'],
  values: (source) => ({ ...partyOf(source), ...officersOf(source), facts: source.say('facts'), violated: source.say('violated') }),
  layout: [
    { kind: 'title', text: '案件移送审批表' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows,
        row(8, label('案件基本情况'), value('{facts}', 5)),
        row(3, label('涉嫌违反的规定'), value('{violated}', 5)),
        ...approvalRows('本案依法不属于本机关处理，建议移送有权机关。'),
      ],
    },
  ],
});
