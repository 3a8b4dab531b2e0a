import { defineDocument } from '#kernel/document/document.ts';
import { text } from '#kernel/register/field.ts';
import { contactAsks, contactOf } from './contact.ts';
import { partyOf } from './party.ts';

/** 先行登记保存证据通知书: decided on within seven working days (Penalty Law, articles 56 and 85). */
export const evidencePreservationNotice = defineDocument({
  id: 'evidencePreservationNotice',
  label: { zh: '先行登记保存证据通知书', en: 'Notice of evidence preservation' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/evidencePreservationNotice',
  numbering: { word: '先保通' },
  requires: ['partyName', 'preservedItems'],
  asks: { place: text({ label: { zh: '保存地点', en: 'Where it is kept' }, required: true, maxLength: 100 }), ...contactAsks },
  values: (source) => ({ ...partyOf(source), ...contactOf(source), items: source.say('preservedItems'), place: source.ask('place') }),
  layout: [
    { kind: 'title', text: '先行登记保存证据通知书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{party}：' },
    {
      kind: 'text',
      text: '本机关调查“{cause}”一案时，发现下列物品与案件有关，可能灭失或者以后难以取得。依据《中华人民共和国行政处罚法》第五十六条的规定，经本机关负责人批准，决定予以先行登记保存，保存于{place}：',
    },
    { kind: 'text', text: '{items}' },
    { kind: 'text', text: '本机关将自登记保存之日起七个工作日内作出处理决定。在此期间，你（单位）和有关人员不得销毁或者转移上述物品。' },
    { kind: 'line', text: '联系人：{contact}　　联系电话：{contactPhone}' },
    { kind: 'line', text: '当事人（签收）：　　　　　　　　　　年　　月　　日' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交当事人。' },
  ],
});
