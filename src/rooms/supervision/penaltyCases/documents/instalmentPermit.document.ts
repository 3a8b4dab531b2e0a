import { defineDocument } from '#kernel/document/document.ts';
import { text } from '#kernel/register/field.ts';
import { fineOf } from './fine.ts';
import { partyOf } from './party.ts';

/** 延期（分期）缴纳罚款批准书: Penalty Law; the article is left out until it is verified. */
export const instalmentPermit = defineDocument({
  id: 'instalmentPermit',
  label: { zh: '延期（分期）缴纳罚款批准书', en: 'Permit of deferred payment' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/instalmentPermit',
  numbering: { word: '缓缴' },
  requires: ['partyName', 'decisionNumber', 'decidedFineYuan', 'instalmentsUntil'],
  asks: {
    terms: text({
      label: { zh: '缴纳安排', en: 'How it is paid' },
      hint: { zh: '每期数额和日期', en: 'Sum and day of each instalment' },
      required: true,
      maxLength: 300,
    }),
  },
  values: (source) => ({ ...partyOf(source), ...fineOf(source), until: source.say('instalmentsUntil'), terms: source.ask('terms') }),
  layout: [
    { kind: 'title', text: '延期（分期）缴纳罚款批准书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{party}：' },
    {
      kind: 'text',
      text: '{decisionNumber}《行政处罚决定书》决定对你（单位）罚款{fine}，现尚有{owed}未缴。你（单位）因经济困难申请延期（分期）缴纳。',
    },
    {
      kind: 'text',
      text: '依据《中华人民共和国行政处罚法》关于延期、分期缴纳罚款的规定，本机关批准你（单位）至{until}缴清，具体安排为：{terms}',
    },
    { kind: 'text', text: '到期仍未缴纳的，本机关将依法加处罚款或者申请人民法院强制执行。' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交当事人。' },
  ],
});
