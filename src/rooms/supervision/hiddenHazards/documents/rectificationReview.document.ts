import { defineDocument } from '#kernel/document/document.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { longText } from '#kernel/register/field.ts';

/** 整改复查意见书: Work Safety Law, article 65; order 16 of 2008, article 23. */
export const rectificationReview = defineDocument({
  id: 'rectificationReview',
  label: { zh: '整改复查意见书', en: 'Opinion on re-inspection' },
  of: ['hiddenHazard'],
  version: 1,
  template: 'supervision/hiddenHazards/documents/rectificationReview',
  numbering: { word: '复查' },
  requires: ['unitName', 'facts'],
  asks: {
    opinion: longText({
      label: { zh: '复查意见', en: 'Opinion' },
      hint: { zh: '留空则用验收意见', en: 'Left empty, the opinion on acceptance stands here' },
    }),
  },
  values: (source) => ({
    ...officersOf(source),
    unit: source.say('unitName'),
    order: source.say('orderNumber') || '责令限期整改指令书',
    orderedOn: source.doneOn('order') || source.doneOn('selfRectify'),
    title: source.say('title'),
    rectified: source.say('rectified') || '见现场检查记录',
    opinion: source.ask('opinion') || source.say('acceptanceOpinion'),
  }),
  layout: [
    { kind: 'title', text: '整改复查意见书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{unit}：' },
    { kind: 'text', text: '本机关于{orderedOn}作出了责令限期整改的决定（{order}），经对你单位整改情况进行复查，提出如下意见：' },
    { kind: 'text', text: '隐患：{title}' },
    { kind: 'text', text: '整改情况：{rectified}' },
    { kind: 'text', text: '复查意见：{opinion}' },
    { kind: 'line', text: '被复查单位负责人（签名）：' },
    { kind: 'line', text: '行政执法人员（签名）：{officers}' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交被复查单位。' },
  ],
});
