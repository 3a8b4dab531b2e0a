import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { text } from '#kernel/register/field.ts';
import { formColumns, partyOf, partyRows } from './party.ts';

/** 听证会报告书: the chair reports facts, arguments and an opinion; the record is the basis of the decision (Penalty Law, article 65). */
export const hearingReport = defineDocument({
  id: 'hearingReport',
  label: { zh: '听证会报告书', en: 'Report on the hearing' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/hearingReport',
  numbering: { word: '听报' },
  requires: ['partyName', 'hearingAt', 'hearingRecord'],
  asks: {
    chair: text({ label: { zh: '听证主持人', en: 'Chair' }, required: true, maxLength: 40 }),
    opinion: text({ label: { zh: '主持人意见', en: 'Opinion of the chair' }, required: true, maxLength: 500 }),
  },
  values: (source) => ({
    ...partyOf(source),
    hearingAt: source.say('hearingAt'),
    hearingPlace: source.say('hearingPlace'),
    record: source.say('hearingRecord'),
    chair: source.ask('chair'),
    opinion: source.ask('opinion'),
  }),
  layout: [
    { kind: 'title', text: '听证会报告书' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows,
        row(1, label('听证时间'), value('{hearingAt}', 3), label('主持人'), value('{chair}')),
        row(1, label('听证地点'), value('{hearingPlace}', 5)),
        row(10, label('听证基本情况'), value('{record}', 5)),
        row(6, label('主持人意见'), value('{opinion}', 5)),
      ],
    },
    { kind: 'line', text: '主持人签名：　　　　　　　　　　　　年　　月　　日' },
  ],
});
