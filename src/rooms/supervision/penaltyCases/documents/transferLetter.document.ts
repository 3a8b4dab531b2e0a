import { defineDocument } from '#kernel/document/document.ts';
import { text } from '#kernel/register/field.ts';
import { contactAsks, contactOf } from './contact.ts';
import { partyOf } from './party.ts';

/** 案件移送书: Penalty Law, articles 27 and 57. */
export const transferLetter = defineDocument({
  id: 'transferLetter',
  label: { zh: '案件移送书', en: 'Letter of transfer' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/transferLetter',
  numbering: { word: '移送' },
  requires: ['partyName', 'facts'],
  asks: {
    to: text({ label: { zh: '接收机关', en: 'Receiving authority' }, required: true, maxLength: 60 }),
    reason: text({ label: { zh: '移送理由和依据', en: 'Reason and basis' }, required: true, maxLength: 300 }),
    papers: text({ label: { zh: '移送材料', en: 'Papers handed over' }, required: true, maxLength: 300 }),
    ...contactAsks,
  },
  values: (source) => ({
    ...partyOf(source),
    ...contactOf(source),
    facts: source.say('facts'),
    to: source.ask('to'),
    reason: source.ask('reason'),
    papers: source.ask('papers'),
  }),
  layout: [
    { kind: 'title', text: '案件移送书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{to}：' },
    { kind: 'text', text: '本机关在办理“{cause}”一案中查明：{facts}' },
    { kind: 'text', text: '{reason}，现将该案移送你单位处理，请将处理结果函告本机关。' },
    { kind: 'line', text: '当事人：{party}' },
    { kind: 'line', text: '移送材料：{papers}' },
    { kind: 'line', text: '联系人：{contact}　　联系电话：{contactPhone}' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份交接收机关，一份存档。' },
  ],
});
