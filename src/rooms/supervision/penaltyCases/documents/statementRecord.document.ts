import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { text } from '#kernel/register/field.ts';
import { formColumns, partyOf, partyRows } from './party.ts';

/** 当事人陈述申辩笔录: heard and checked, never a reason for a heavier penalty (Penalty Law, article 45). */
export const statementRecord = defineDocument({
  id: 'statementRecord',
  label: { zh: '当事人陈述申辩笔录', en: 'Record of the statement and argument' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/statementRecord',
  numbering: null,
  requires: ['partyName', 'statement'],
  asks: {
    heardAt: text({ label: { zh: '时间', en: 'When' }, required: true, maxLength: 40 }),
    place: text({ label: { zh: '地点', en: 'Where' }, required: true, maxLength: 100 }),
    speaker: text({ label: { zh: '陈述申辩人', en: 'Who speaks' }, required: true, maxLength: 60 }),
    clerk: text({ label: { zh: '记录人', en: 'Clerk' }, required: true, maxLength: 40 }),
  },
  values: (source) => ({
    ...partyOf(source),
    ...officersOf(source),
    statement: source.say('statement'),
    heardAt: source.ask('heardAt'),
    place: source.ask('place'),
    speaker: source.ask('speaker'),
    clerk: source.ask('clerk'),
  }),
  layout: [
    { kind: 'title', text: '当事人陈述申辩笔录' },

    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows.slice(0, 2),
        row(1, label('时间'), value('{heardAt}', 3), label('记录人'), value('{clerk}')),
        row(1, label('地点'), value('{place}', 5)),
        row(1, label('陈述申辩人'), value('{speaker}', 3), label('承办人'), value('{officers}')),
      ],
    },
    { kind: 'text', text: '{statement}' },
    { kind: 'line', text: '以上笔录经核对无误。' },
    { kind: 'line', text: '陈述申辩人签名：　　　　　　　　　　年　　月　　日' },
    { kind: 'line', text: '承办人签名：　　　　　　　　记录人签名：' },
  ],
});
