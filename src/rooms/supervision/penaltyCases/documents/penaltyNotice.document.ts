import { unended } from '#kernel/document/chineseWords.ts';
import { defineDocument } from '#kernel/document/document.ts';
import { contactAsks, contactOf } from './contact.ts';
import { partyOf, penaltiesOf } from './party.ts';

/** 行政处罚告知书: Penalty Law, articles 44, 45 and 62. */
export const penaltyNotice = defineDocument({
  id: 'penaltyNotice',
  label: { zh: '行政处罚告知书', en: 'Notice of the intended penalty' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/penaltyNotice',
  numbering: { word: '告' },
  requires: ['partyName', 'facts', 'evidence', 'violated', 'penaltyBasis', 'penaltyKinds'],
  asks: contactAsks,
  values: (source) => {
    return {
      ...partyOf(source),
      ...contactOf(source),
      facts: source.say('facts'),
      evidence: source.say('evidence'),
      violated: source.say('violated'),
      penaltyBasis: source.say('penaltyBasis'),
      penalties: penaltiesOf(source, 'fineYuan'),
      discretion: unended(source.say('discretion')) || '依法裁量',
    };
  },
  layout: [
    { kind: 'title', text: '行政处罚告知书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{party}：' },
    { kind: 'text', text: '经查，你（单位）存在以下违法事实：{facts}' },
    { kind: 'text', text: '以上事实有下列证据证明：{evidence}' },
    {
      kind: 'text',
      text: '上述行为违反了{violated}的规定，依据{penaltyBasis}的规定，{discretion}，拟对你（单位）作出如下行政处罚：{penalties}。',
    },
    {
      kind: 'text',
      text: '根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，你（单位）有权进行陈述和申辩。如要求陈述、申辩，请自收到本告知书之日起五个工作日内向本机关提出；逾期不提出的，视为放弃此权利。本机关不会因你（单位）陈述、申辩而给予更重的处罚。',
    },
    { kind: 'line', text: '本机关地址：{county}应急管理局　　联系人：{contact}　　联系电话：{contactPhone}' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交当事人。' },
  ],
});
