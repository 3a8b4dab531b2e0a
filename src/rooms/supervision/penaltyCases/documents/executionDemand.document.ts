import { defineDocument } from '#kernel/document/document.ts';
import { text } from '#kernel/register/field.ts';
import { contactAsks, contactOf } from './contact.ts';
import { fineOf } from './fine.ts';
import { partyOf } from './party.ts';

/** 行政强制执行事先催告书: ten working days before the court is asked (Coercion Law, articles 54 and 69). */
export const executionDemand = defineDocument({
  id: 'executionDemand',
  label: { zh: '行政强制执行事先催告书', en: 'Demand before forced execution' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/executionDemand',
  numbering: { word: '强催' },
  requires: ['partyName', 'decisionNumber', 'decidedFineYuan'],
  asks: { payTo: text({ label: { zh: '缴款银行及账户', en: 'Bank and account' }, required: true, maxLength: 100 }), ...contactAsks },
  values: (source) => ({ ...partyOf(source), ...contactOf(source), ...fineOf(source), payTo: source.ask('payTo') }),
  layout: [
    { kind: 'title', text: '行政强制执行事先催告书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{party}：' },
    {
      kind: 'text',
      text: '本机关作出的{decisionNumber}《行政处罚决定书》已送达你（单位），你（单位）在法定期限内没有申请行政复议或者提起行政诉讼，又没有履行。',
    },
    {
      kind: 'text',
      text: '依据《中华人民共和国行政强制法》第五十四条的规定，现催告你（单位）自收到本催告书之日起十个工作日内履行：缴纳罚款{owed}、加处罚款{lateFee}，缴至{payTo}。',
    },
    { kind: 'text', text: '你（单位）收到本催告书后有权陈述和申辩。期满仍未履行的，本机关将依法申请人民法院强制执行。' },
    { kind: 'line', text: '联系人：{contact}　　联系电话：{contactPhone}' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交当事人。' },
  ],
});
