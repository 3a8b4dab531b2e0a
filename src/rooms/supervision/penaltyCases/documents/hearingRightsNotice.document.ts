import { defineDocument } from '#kernel/document/document.ts';
import { contactAsks, contactOf } from './contact.ts';
import { partyOf, penaltiesOf } from './party.ts';

/** 行政处罚听证告知书: Penalty Law, articles 63 and 64. */
export const hearingRightsNotice = defineDocument({
  id: 'hearingRightsNotice',
  label: { zh: '听证告知书', en: 'Notice of the right to a hearing' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/hearingRightsNotice',
  numbering: { word: '听告' },
  requires: ['partyName', 'facts', 'violated', 'penaltyBasis', 'penaltyKinds'],
  asks: contactAsks,
  values: (source) => {
    return {
      ...partyOf(source),
      ...contactOf(source),
      facts: source.say('facts'),
      violated: source.say('violated'),
      penaltyBasis: source.say('penaltyBasis'),
      penalties: penaltiesOf(source, 'fineYuan'),
    };
  },
  layout: [
    { kind: 'title', text: '行政处罚听证告知书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{party}：' },
    { kind: 'text', text: '经查，你（单位）{facts}' },
    { kind: 'text', text: '上述行为违反了{violated}的规定，依据{penaltyBasis}的规定，拟对你（单位）作出如下行政处罚：{penalties}。' },
    {
      kind: 'text',
      text: '根据《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，你（单位）有要求举行听证的权利。如要求听证，请自收到本告知书之日起五个工作日内向本机关提出；逾期未提出的，视为放弃听证权利。当事人不承担本机关组织听证的费用。',
    },
    { kind: 'line', text: '本机关地址：{county}应急管理局　　联系人：{contact}　　联系电话：{contactPhone}' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交当事人。' },
  ],
});
