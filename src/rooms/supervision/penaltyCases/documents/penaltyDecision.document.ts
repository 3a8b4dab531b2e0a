import { defineDocument } from '#kernel/document/document.ts';
import { unended } from '#kernel/document/chineseWords.ts';
import { text } from '#kernel/register/field.ts';
import { partyOf, penaltiesOf } from './party.ts';

/** 行政处罚决定书: content as article 59 of the Penalty Law lists it. */
export const penaltyDecision = defineDocument({
  id: 'penaltyDecision',
  label: { zh: '行政处罚决定书', en: 'Penalty decision' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/penaltyDecision',
  numbering: { word: '罚' },
  requires: ['partyName', 'facts', 'evidence', 'violated', 'penaltyBasis', 'penaltyKinds', 'decisionReason'],
  asks: {
    payTo: text({
      label: { zh: '收款银行及账号', en: 'Bank and account for the fine' },
      hint: { zh: '没有罚款时留空', en: 'Leave empty when there is no fine' },
      maxLength: 150,
    }),
  },
  values: (source) => {
    const fine = source.amount('decidedFineYuan');
    const lateCharge =
      '到期不缴的，依据《中华人民共和国行政处罚法》第七十二条第一款第一项，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额。';
    return {
      ...partyOf(source),
      facts: source.say('facts'),
      evidence: source.say('evidence'),
      violated: source.say('violated'),
      penaltyBasis: source.say('penaltyBasis'),
      penalties: penaltiesOf(source, 'decidedFineYuan'),
      reason: unended(source.say('decisionReason')),
      statement: unended(source.say('statement')) || '当事人未提出陈述、申辩意见',
      payment: fine ? [{ words: `罚款自收到本决定书之日起十五日内缴至${source.ask('payTo') || '指定的银行'}。${lateCharge}` }] : [],
    };
  },
  layout: [
    { kind: 'title', text: '行政处罚决定书' },
    { kind: 'number' },
    { kind: 'line', text: '当事人：{party}' },
    { kind: 'line', text: '统一社会信用代码：{creditCode}' },
    { kind: 'line', text: '地址：{address}' },
    { kind: 'line', text: '法定代表人（主要负责人）：{principal}' },
    { kind: 'line', text: '联系电话：{phone}' },
    { kind: 'text', text: '违法事实及证据：{facts}' },
    { kind: 'text', text: '以上事实有下列证据证明：{evidence}' },
    { kind: 'text', text: '陈述、申辩及听证情况：{statement}。' },
    {
      kind: 'text',
      text: '以上事实违反了{violated}的规定。依据{penaltyBasis}的规定，{reason}，决定给予如下行政处罚：{penalties}。',
    },
    { kind: 'repeat', over: 'payment', blocks: [{ kind: 'text', text: '{words}' }] },
    {
      kind: 'text',
      text: '如不服本决定，可以自收到本决定书之日起六十日内向{county}人民政府申请行政复议，或者六个月内依法向人民法院提起行政诉讼；行政复议、行政诉讼期间，除法律另有规定外，本决定不停止执行。逾期不申请行政复议、不提起行政诉讼又不履行的，本机关将依法申请人民法院强制执行。',
    },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式三份：一份由本机关备案，一份交当事人，一份存档。' },
  ],
});
