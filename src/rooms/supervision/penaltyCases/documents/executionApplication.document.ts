import { defineDocument } from '#kernel/document/document.ts';
import { text } from '#kernel/register/field.ts';
import { contactAsks, contactOf } from './contact.ts';
import { fineOf } from './fine.ts';
import { partyOf } from './party.ts';

/** 强制执行申请书: to the court, within three months (Coercion Law, article 53). */
export const executionApplication = defineDocument({
  id: 'executionApplication',
  label: { zh: '强制执行申请书', en: 'Application for forced execution' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/executionApplication',
  numbering: { word: '强申' },
  requires: ['partyName', 'decisionNumber', 'decidedFineYuan'],
  asks: { court: text({ label: { zh: '人民法院', en: 'Court' }, required: true, maxLength: 60 }), ...contactAsks },
  values: (source) => ({
    ...partyOf(source),
    ...contactOf(source),
    ...fineOf(source),
    demandedOn: source.doneOn('demandExecution') || '　　',
    court: source.ask('court'),
  }),
  layout: [
    { kind: 'title', text: '强制执行申请书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{court}：' },
    { kind: 'line', text: '申请人：{agency}' },
    { kind: 'line', text: '被申请人：{party}' },
    { kind: 'line', text: '地址：{address}　　法定代表人（主要负责人）：{principal}' },
    {
      kind: 'text',
      text: '申请人对被申请人“{cause}”一案作出{decisionNumber}《行政处罚决定书》并已送达。被申请人在法定期限内不申请行政复议、不提起行政诉讼，又不履行。申请人于{demandedOn}催告，被申请人仍未履行。',
    },
    { kind: 'text', text: '依据《中华人民共和国行政强制法》第五十三条的规定，特申请强制执行：罚款{owed}，加处罚款{lateFee}。' },
    { kind: 'line', text: '附：行政处罚决定书及事实、理由、依据；当事人意见及催告情况；执行标的情况。' },
    { kind: 'line', text: '联系人：{contact}　　联系电话：{contactPhone}' },
    { kind: 'line', text: '负责人（签名）：' },
    { kind: 'seal' },
  ],
});
