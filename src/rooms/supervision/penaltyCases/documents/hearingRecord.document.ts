import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { text } from '#kernel/register/field.ts';
import { formColumns, partyOf, partyRows } from './party.ts';

/** 听证笔录: signed or sealed by those heard once they found it right (Penalty Law, article 64). */
export const hearingRecord = defineDocument({
  id: 'hearingRecord',
  label: { zh: '听证笔录', en: 'Record of the hearing' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/hearingRecord',
  numbering: null,
  requires: ['partyName', 'hearingAt', 'hearingPlace', 'hearingRecord'],
  asks: {
    chair: text({ label: { zh: '听证主持人', en: 'Chair' }, required: true, maxLength: 40 }),
    clerk: text({ label: { zh: '记录人', en: 'Clerk' }, required: true, maxLength: 40 }),
    investigators: text({ label: { zh: '案件调查人员', en: 'Investigators' }, required: true, maxLength: 100 }),
    agents: text({ label: { zh: '当事人及代理人', en: 'Party and agents present' }, required: true, maxLength: 200 }),
    others: text({ label: { zh: '其他参加人', en: 'Others present' }, maxLength: 200 }),
  },
  values: (source) => ({
    ...partyOf(source),
    hearingAt: source.say('hearingAt'),
    hearingPlace: source.say('hearingPlace'),
    chair: source.ask('chair'),
    clerk: source.ask('clerk'),
    investigators: source.ask('investigators'),
    agents: source.ask('agents'),
    others: source.ask('others') || '无',
    record: source.say('hearingRecord'),
  }),
  layout: [
    { kind: 'title', text: '听证笔录' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows.slice(0, 2),
        row(1, label('听证时间'), value('{hearingAt}', 3), label('主持人'), value('{chair}')),
        row(1, label('听证地点'), value('{hearingPlace}', 3), label('记录人'), value('{clerk}')),
        row(1, label('调查人员'), value('{investigators}', 5)),
        row(1, label('当事人及代理人'), value('{agents}', 5)),
        row(1, label('其他参加人'), value('{others}', 5)),
      ],
    },
    { kind: 'line', text: '听证记录：', bold: true },
    { kind: 'text', text: '{record}' },
    { kind: 'line', text: '以上笔录经核对无误。' },
    { kind: 'line', text: '当事人（代理人）签名：　　　　　　　年　　月　　日' },
    { kind: 'line', text: '调查人员签名：　　　　　　　　　　　年　　月　　日' },
    { kind: 'line', text: '主持人签名：　　　　　　　记录人签名：' },
  ],
});
