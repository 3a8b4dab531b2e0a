import { defineDocument } from '#kernel/document/document.ts';
import { partyOf } from './party.ts';

/** 先行登记保存证据处理决定书: Penalty Law, article 56. */
export const evidenceDisposalDecision = defineDocument({
  id: 'evidenceDisposalDecision',
  label: { zh: '先行登记保存证据处理决定书', en: 'Decision on preserved evidence' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/evidenceDisposalDecision',
  numbering: { word: '先保处' },
  requires: ['partyName', 'preservedItems', 'preservationOutcome'],
  values: (source) => ({
    ...partyOf(source),
    preservedOn: source.doneOn('preserve'),
    items: source.say('preservedItems'),
    outcome: source.say('preservationOutcome'),
  }),
  layout: [
    { kind: 'title', text: '先行登记保存证据处理决定书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{party}：' },
    { kind: 'text', text: '本机关在调查“{cause}”一案中，于{preservedOn}对你（单位）的下列物品先行登记保存：' },
    { kind: 'text', text: '{items}' },
    { kind: 'text', text: '依据《中华人民共和国行政处罚法》第五十六条的规定，现对上述物品作出如下处理决定：{outcome}' },
    { kind: 'line', text: '当事人（签收）：　　　　　　　　　　年　　月　　日' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交当事人。' },
  ],
});
