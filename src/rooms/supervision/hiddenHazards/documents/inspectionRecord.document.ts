import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { instant, longText, text } from '#kernel/register/field.ts';

/** 现场检查记录: two officers who showed their certificates (Work Safety Law, articles 65 to 67). */
export const inspectionRecord = defineDocument({
  id: 'inspectionRecord',
  label: { zh: '现场检查记录', en: 'On-site inspection record' },
  of: ['hiddenHazard', 'penaltyOrdinary'],
  version: 1,
  template: 'supervision/hiddenHazards/documents/inspectionRecord',
  numbering: { word: '检记' },
  requires: ['title', 'facts'],
  asks: {
    place: text({ label: { zh: '检查场所', en: 'Place inspected' }, required: true, maxLength: 150 }),
    from: instant({ label: { zh: '检查开始', en: 'From' }, required: true }),
    to: instant({ label: { zh: '检查结束', en: 'To' }, required: true }),
    present: text({ label: { zh: '被检查单位现场负责人及职务', en: 'Person in charge on site' }, required: true, maxLength: 80 }),
    found: longText({
      label: { zh: '检查情况', en: 'What was found' },
      hint: { zh: '留空则用案件事实', en: 'Left empty, the facts of the case stand here' },
    }),
  },
  values: (source) => ({
    ...officersOf(source),
    unit: source.say('unitName') || source.say('partyName'),
    address: source.sayOf('enterprise', 'address'),
    principal: source.sayOf('enterprise', 'principal'),
    phone: source.sayOf('enterprise', 'phone'),
    place: source.ask('place'),
    from: source.ask('from'),
    to: source.ask('to'),
    present: source.ask('present'),
    found: source.ask('found') || source.say('facts'),
  }),
  layout: [
    { kind: 'title', text: '现场检查记录' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: [17, 33, 17, 33],
      rows: [
        row(1, label('被检查单位'), value('{unit}', 3)),
        row(1, label('地址'), value('{address}', 3)),
        row(1, label('主要负责人'), value('{principal}'), label('联系电话'), value('{phone}')),
        row(1, label('检查场所'), value('{place}', 3)),
        row(1, label('检查时间'), value('{from}至{to}', 3)),
        row(1, label('现场负责人'), value('{present}', 3)),
        row(1, label('执法人员'), value('{officers}', 3)),
      ],
    },
    {
      kind: 'text',
      text: '我们是{agency}行政执法人员，现依法对你单位进行现场检查，已出示执法证件，请予以配合。你单位有陈述申辩和申请回避的权利。',
    },
    { kind: 'line', text: '检查情况：', bold: true },
    { kind: 'text', text: '{found}' },
    { kind: 'line', text: '检查人员（签名）：　　　　　　　、' },
    { kind: 'line', text: '被检查单位现场负责人（签名）：' },
    { kind: 'line', text: '　　　　　　　　　　　　　　　　　年　　月　　日' },
  ],
});
