import { defineDocument } from '#kernel/document/document.ts';
import { officersOf } from '#kernel/document/officers.ts';

/** 责令限期整改指令书: Work Safety Law, article 65. */
export const rectificationOrder = defineDocument({
  id: 'rectificationOrder',
  label: { zh: '责令限期整改指令书', en: 'Order to rectify within a time limit' },
  of: ['hiddenHazard'],
  version: 1,
  template: 'supervision/hiddenHazards/documents/rectificationOrder',
  numbering: { word: '责改' },
  requires: ['unitName', 'facts', 'basis', 'rectifyBy'],

  values: (source) => ({
    ...officersOf(source),
    unit: source.say('unitName'),
    checkedOn: source.doneOn('register') || source.doneOn('report'),
    title: source.say('title'),
    facts: source.say('facts'),
    basis: source.say('basis'),
    rectifyBy: source.say('rectifyBy'),
  }),
  layout: [
    { kind: 'title', text: '责令限期整改指令书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{unit}：' },
    { kind: 'text', text: '经查，你单位存在下列问题（{checkedOn}登记：{title}）：' },
    { kind: 'text', text: '{facts}' },
    {
      kind: 'text',
      text: '以上问题不符合{basis}的规定。现责令你单位对上述问题于{rectifyBy}前整改完毕，达到有关法律法规规章和标准规定的要求。',
    },
    {
      kind: 'text',
      text: '由此造成事故的，依法追究有关人员的责任。整改期间，你单位应当采取措施，确保安全生产；对重大事故隐患排除前或者排除过程中无法保证安全的，应当从危险区域内撤出作业人员，并停止作业或者停止使用相关设施、设备。',
    },
    {
      kind: 'text',
      text: '如不服本指令，可以自收到本指令书之日起六十日内向{county}人民政府申请行政复议，或者六个月内依法向人民法院提起行政诉讼，但本指令不停止执行，法律另有规定的除外。',
    },
    { kind: 'line', text: '行政执法人员（签名）：{officers}' },
    { kind: 'line', text: '被检查单位负责人（签名）：　　　　　年　　月　　日' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交被检查单位。' },
  ],
});
