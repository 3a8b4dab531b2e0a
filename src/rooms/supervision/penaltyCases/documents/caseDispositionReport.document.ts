import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { approvalRows } from './approval.ts';
import { formColumns, partyOf, partyRows, penaltiesOf } from './party.ts';

/** 案件处理呈批表: result of the investigation and the intended decision (Penalty Law, article 57). */
export const caseDispositionReport = defineDocument({
  id: 'caseDispositionReport',
  label: { zh: '案件处理呈批表', en: 'Report on the disposition of the case' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/caseDispositionReport',
  numbering: { word: '呈批' },
  requires: ['partyName', 'facts', 'violated', 'penaltyBasis'],
  values: (source) => ({
    ...partyOf(source),
    ...officersOf(source),
    penalties: penaltiesOf(source, 'fineYuan'),
    facts: source.say('facts'),
    evidence: source.say('evidence'),
    violated: source.say('violated'),
    basis: source.say('penaltyBasis'),
    discretion: source.say('discretion'),
  }),
  layout: [
    { kind: 'title', text: '案件处理呈批表' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows,
        row(8, label('违法事实及证据'), value('{facts}\n{evidence}', 5)),
        row(2, label('违反的规定'), value('{violated}', 5)),
        row(2, label('处罚依据'), value('{basis}', 5)),
        row(2, label('裁量理由'), value('{discretion}', 5)),
        row(2, label('拟作处理'), value('{penalties}', 5)),
        ...approvalRows('调查终结，建议作上述处理。'),
      ],
    },
  ],
});
