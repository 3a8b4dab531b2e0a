import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { approvalRows } from './approval.ts';
import { formColumns, partyOf, partyRows } from './party.ts';

/** 先行登记保存证据审批表: approved by the head of the authority (Penalty Law, article 56). */
export const evidencePreservationApproval = defineDocument({
  id: 'evidencePreservationApproval',
  label: { zh: '先行登记保存证据审批表', en: 'Approval of evidence preservation' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/evidencePreservationApproval',
  numbering: { word: '先保审' },
  requires: ['partyName', 'preservedItems'],
  values: (source) => ({ ...partyOf(source), ...officersOf(source), facts: source.say('facts'), items: source.say('preservedItems') }),
  layout: [
    { kind: 'title', text: '先行登记保存证据审批表' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows,
        row(6, label('案件基本情况'), value('{facts}', 5)),
        row(6, label('拟登记保存物品'), value('{items}', 5)),
        ...approvalRows('证据可能灭失或者以后难以取得，建议先行登记保存。'),
      ],
    },
  ],
});
