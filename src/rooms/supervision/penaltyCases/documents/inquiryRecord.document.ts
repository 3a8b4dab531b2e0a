import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { longText, text } from '#kernel/register/field.ts';
import { formColumns } from './party.ts';

/** 询问笔录: two officers show their certificates, tell of the right to ask that they withdraw, and write down (Penalty Law, articles 42, 43, 55). */
export const inquiryRecord = defineDocument({
  id: 'inquiryRecord',
  label: { zh: '询问笔录', en: 'Record of inquiry' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/inquiryRecord',
  numbering: null,
  requires: ['officerCertificate', 'secondOfficer', 'secondCertificate'],
  asks: {
    askedAt: text({ label: { zh: '询问时间（起止）', en: 'From when to when' }, required: true, maxLength: 60 }),
    place: text({ label: { zh: '询问地点', en: 'Where' }, required: true, maxLength: 100 }),
    turn: text({ label: { zh: '第几次询问', en: 'Which inquiry' }, required: true, maxLength: 10 }),
    person: text({ label: { zh: '被询问人', en: 'Who was asked' }, required: true, maxLength: 40 }),
    personDuty: text({ label: { zh: '单位及职务', en: 'Unit and duty' }, required: true, maxLength: 100 }),
    personPhone: text({ label: { zh: '联系电话', en: 'Phone' }, maxLength: 30 }),
    clerk: text({ label: { zh: '记录人', en: 'Clerk' }, required: true, maxLength: 40 }),
    record: longText({ label: { zh: '问答内容', en: 'Questions and answers' }, required: true }),
  },
  values: (source) => ({
    ...officersOf(source),
    cause: source.say('title'),
    askedAt: source.ask('askedAt'),
    place: source.ask('place'),
    turn: source.ask('turn'),
    person: source.ask('person'),
    personDuty: source.ask('personDuty'),
    personPhone: source.ask('personPhone'),
    clerk: source.ask('clerk'),
    record: source.ask('record'),
  }),
  layout: [
    { kind: 'title', text: '询问笔录' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        row(1, label('案由'), value('{cause}', 5)),
        row(1, label('询问时间'), value('{askedAt}', 3), label('次数'), value('{turn}')),
        row(1, label('询问地点'), value('{place}', 3), label('记录人'), value('{clerk}')),
        row(1, label('被询问人'), value('{person}', 3), label('联系电话'), value('{personPhone}')),
        row(1, label('单位及职务'), value('{personDuty}', 5)),
        row(1, label('询问人'), value('{officers}', 5)),
      ],
    },
    {
      kind: 'text',
      text: '询问前，执法人员已出示执法证件，并告知被询问人：认为执法人员与本案有利害关系的，可以申请回避；应当如实回答询问。',
    },
    { kind: 'text', text: '{record}' },
    { kind: 'line', text: '以上笔录已交被询问人核对。' },
    { kind: 'line', text: '被询问人签名：　　　　　　　　　　　年　　月　　日' },
    { kind: 'line', text: '询问人签名：　　　　　　　　记录人签名：' },
  ],
});
