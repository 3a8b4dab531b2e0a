import { defineDocument } from '#kernel/document/document.ts';
import { text } from '#kernel/register/field.ts';
import { contactAsks, contactOf } from './contact.ts';
import { fineOf } from './fine.ts';
import { partyOf } from './party.ts';

/** 罚款催缴通知书: late charge by article 72 of the Penalty Law, at most the fine. */
export const paymentDemand = defineDocument({
  id: 'paymentDemand',
  label: { zh: '罚款催缴通知书', en: 'Demand for payment of the fine' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/paymentDemand',
  numbering: { word: '催缴' },
  requires: ['partyName', 'decisionNumber', 'decidedFineYuan'],
  asks: { payTo: text({ label: { zh: '缴款银行及账户', en: 'Bank and account' }, required: true, maxLength: 100 }), ...contactAsks },
  values: (source) => ({ ...partyOf(source), ...contactOf(source), ...fineOf(source), payTo: source.ask('payTo') }),
  layout: [
    { kind: 'title', text: '罚款催缴通知书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{party}：' },
    {
      kind: 'text',
      text: '本机关已向你（单位）送达{decisionNumber}《行政处罚决定书》，决定罚款{fine}。你（单位）已缴{paid}，尚有{owed}到期未缴。',
    },
    {
      kind: 'text',
      text: '依据《中华人民共和国行政处罚法》第七十二条第一款第一项的规定，到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额；截至本通知书作出之日，加处罚款计{lateFee}。',
    },
    { kind: 'text', text: '请立即将上述款项缴至{payTo}。到期仍未缴纳时，本机关将依法申请人民法院强制执行。' },
    { kind: 'line', text: '联系人：{contact}　　联系电话：{contactPhone}' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交当事人。' },
  ],
});
