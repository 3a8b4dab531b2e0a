import { defineDocument } from '#kernel/document/document.ts';
import { longText } from '#kernel/register/field.ts';

/** 延期通知书: a longer time, for deciding a case (Penalty Law, article 60) or for putting a hazard right. */
export const extensionNotice = defineDocument({
  id: 'extensionNotice',
  label: { zh: '延期通知书', en: 'Notice of extension' },
  of: ['hiddenHazard', 'penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/extensionNotice',
  numbering: { word: '延通' },
  requires: ['title', 'extendTo'],
  asks: {
    reason: longText({ label: { zh: '延期理由和依据', en: 'Reason and basis of the extension' }, required: true }),
  },
  values: (source) => ({
    addressee: source.say('partyName') || source.say('unitName'),
    title: source.say('title'),
    what: source.declaration.id === 'penaltyOrdinary' ? '案件办理期限' : '整改期限',
    reason: source.ask('reason'),
    extendTo: source.say('extendTo'),
  }),
  layout: [
    { kind: 'title', text: '延期通知书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{addressee}：' },
    { kind: 'text', text: '关于“{title}”，因下列原因，原定期限内不能办结：' },
    { kind: 'text', text: '{reason}' },
    { kind: 'text', text: '经本机关负责人批准，{what}延长至{extendTo}。特此通知。' },
    { kind: 'seal' },
    { kind: 'line', text: '收件人（签名）：　　　　　　　　　年　　月　　日' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交当事人。' },
  ],
});
