import { defineDocument } from '#kernel/document/document.ts';
import { text } from '#kernel/register/field.ts';
import { contactAsks, contactOf } from './contact.ts';
import { partyOf } from './party.ts';

/** 行政处罚听证会通知书: at least seven working days before (Penalty Law, article 64). */
export const hearingNotice = defineDocument({
  id: 'hearingNotice',
  label: { zh: '听证会通知书', en: 'Notice of the hearing' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/hearingNotice',
  numbering: { word: '听通' },
  requires: ['partyName', 'hearingAt', 'hearingPlace'],
  asks: {
    chair: text({
      label: { zh: '听证主持人', en: 'Chair' },
      hint: { zh: '须为非本案调查人员', en: 'Nobody who investigated the case' },
      required: true,
      maxLength: 40,
    }),
    clerk: text({ label: { zh: '记录人', en: 'Clerk' }, required: true, maxLength: 40 }),
    ...contactAsks,
  },
  values: (source) => ({
    ...partyOf(source),
    ...contactOf(source),
    hearingAt: source.say('hearingAt'),
    hearingPlace: source.say('hearingPlace'),
    chair: source.ask('chair'),
    clerk: source.ask('clerk'),
  }),
  layout: [
    { kind: 'title', text: '行政处罚听证会通知书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{party}：' },
    {
      kind: 'text',
      text: '根据你（单位）的要求，本机关决定于{hearingAt}在{hearingPlace}就“{cause}”一案公开举行听证（涉及国家秘密、商业秘密或者个人隐私依法予以保密的除外）。请你（单位）的法定代表人（负责人）或者委托代理人准时出席。',
    },
    { kind: 'text', text: '听证由{chair}主持，{clerk}记录。你（单位）认为主持人与本案有直接利害关系的，有权申请回避。' },
    {
      kind: 'text',
      text: '参加听证时请携带身份证明；委托他人代理的，须提交授权委托书；通知证人出席作证的，请事先告知本机关。无正当理由不出席或者未经许可中途退出的，视为放弃听证权利。',
    },
    { kind: 'line', text: '联系人：{contact}　　联系电话：{contactPhone}' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交当事人。' },
  ],
});
