import { defineDocument } from '#kernel/document/document.ts';
import { text } from '#kernel/register/field.ts';
import { partyOf } from './party.ts';

/** 不予行政处罚决定书: Penalty Law, article 57; the ground is named by whoever decides. */
export const noPenaltyDecision = defineDocument({
  id: 'noPenaltyDecision',
  label: { zh: '不予行政处罚决定书', en: 'Decision not to punish' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/noPenaltyDecision',
  numbering: { word: '不罚' },
  requires: ['partyName', 'facts', 'decisionReason'],
  asks: {
    basis: text({
      label: { zh: '不予处罚依据', en: 'Basis' },
      hint: { zh: '写明法条', en: 'Name the clause' },
      required: true,
      maxLength: 200,
    }),
  },
  values: (source) => ({
    ...partyOf(source),
    facts: source.say('facts'),
    evidence: source.say('evidence'),
    reason: source.say('decisionReason').replace(/。$/, ''),
    basis: source.ask('basis'),
  }),
  layout: [
    { kind: 'title', text: '不予行政处罚决定书' },
    { kind: 'number' },
    { kind: 'line', text: '当事人：{party}' },
    { kind: 'line', text: '统一社会信用代码：{creditCode}' },
    { kind: 'line', text: '地址：{address}' },
    { kind: 'line', text: '法定代表人（主要负责人）：{principal}' },
    { kind: 'text', text: '经查明：{facts}' },
    { kind: 'text', text: '以上事实有下列证据证明：{evidence}' },
    { kind: 'text', text: '{reason}。依据{basis}的规定，本机关决定不予行政处罚。' },
    {
      kind: 'text',
      text: '如不服本决定，可以自收到本决定书之日起六十日内向{county}人民政府申请行政复议，或者六个月内依法向人民法院提起行政诉讼。',
    },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式三份：一份由本机关备案，一份交当事人，一份存档。' },
  ],
});
