import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { approvalRows } from './approval.ts';
import { fineOf } from './fine.ts';
import { formColumns, partyOf, partyRows } from './party.ts';

/** 延期（分期）缴纳罚款审批表: Penalty Law; the article is left out until it is verified. */
export const instalmentApproval = defineDocument({
  id: 'instalmentApproval',
  label: { zh: '延期（分期）缴纳罚款审批表', en: 'Approval of deferred payment' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/instalmentApproval',
  numbering: { word: '缓缴审' },
  requires: ['partyName', 'decisionNumber', 'decidedFineYuan', 'instalmentsUntil'],
  values: (source) => ({ ...partyOf(source), ...officersOf(source), ...fineOf(source), until: source.say('instalmentsUntil') }),
  layout: [
    { kind: 'title', text: '延期（分期）缴纳罚款审批表' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows,
        row(1, label('处罚决定书'), value('{decisionNumber}', 5)),
        row(1, label('罚款'), value('{fine}', 5)),
        row(1, label('尚未缴纳'), value('{owed}', 5)),
        row(1, label('拟延期、分期至'), value('{until}', 5)),
        ...approvalRows('当事人确有经济困难并提出申请，建议批准。'),
      ],
    },
  ],
});
