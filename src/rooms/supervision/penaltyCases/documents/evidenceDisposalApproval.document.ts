import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { approvalRows } from './approval.ts';
import { formColumns, partyOf, partyRows } from './party.ts';

/** 先行登记保存证据处理审批表: Penalty Law, article 56. */
export const evidenceDisposalApproval = defineDocument({
  id: 'evidenceDisposalApproval',
  label: { zh: '先行登记保存证据处理审批表', en: 'Approval on preserved evidence' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/evidenceDisposalApproval',
  numbering: { word: '先保处审' },
  requires: ['partyName', 'preservedItems', 'preservationOutcome'],
  values: (source) => ({
    ...partyOf(source),
    ...officersOf(source),
    items: source.say('preservedItems'),
    outcome: source.say('preservationOutcome'),
  }),
  layout: [
    { kind: 'title', text: '先行登记保存证据处理审批表' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows,
        row(5, label('登记保存物品'), value('{items}', 5)),
        row(5, label('拟作处理'), value('{outcome}', 5)),
        ...approvalRows('建议对登记保存的证据作上述处理。'),
      ],
    },
  ],
});
