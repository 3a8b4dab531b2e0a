import { defineDocument } from '#kernel/document/document.ts';
import { label, opinion, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { formColumns, partyOf, penaltiesOf, partyRows } from './party.ts';

/** 结案审批表: the last sheet of a case before it goes to the archive. */
export const caseClosingApproval = defineDocument({
  id: 'caseClosingApproval',
  label: { zh: '结案审批表', en: 'Approval of case closing' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/caseClosingApproval',
  numbering: { word: '结' },
  requires: ['title', 'partyName', 'facts'],
  values: (source) => {
    return {
      ...partyOf(source),
      ...officersOf(source),
      openedOn: source.doneOn('open') || source.doneOn('propose'),
      decidedOn: source.doneOn('decidePenalty'),
      servedOn: source.doneOn('serve'),
      decision: source.say('decisionNumber'),
      facts: source.say('facts'),
      result: penaltiesOf(source, 'decidedFineYuan'),
      executed: source.say('executed'),
    };
  },
  layout: [
    { kind: 'title', text: '结案审批表' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows,
        row(1, label('立案日期'), value('{openedOn}', 2), label('决定日期'), value('{decidedOn}', 2)),
        row(1, label('决定书文号'), value('{decision}', 2), label('送达日期'), value('{servedOn}', 2)),
        row(5, label('简要案情'), value('{facts}', 5)),
        row(2, label('处理结果'), value('{result}', 5)),
        row(3, label('执行情况'), value('{executed}', 5)),
        opinion('承办人意见', 6, '案件已办理完毕，建议结案。承办人：{officers}', 4),
        opinion('审核意见', 6),
        opinion('审批意见', 6),
      ],
    },
  ],
});
