import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { choice, instant, text } from '#kernel/register/field.ts';

/** 文书送达回执: Penalty Law, article 61; Civil Procedure Law on service. */
export const serviceReceipt = defineDocument({
  id: 'serviceReceipt',
  label: { zh: '文书送达回执', en: 'Receipt of service' },
  of: ['penaltyOrdinary', 'hiddenHazard'],
  version: 1,
  template: 'supervision/penaltyCases/documents/serviceReceipt',
  numbering: null,
  requires: [],
  asks: {
    served: text({ label: { zh: '送达文书名称、文号', en: 'Documents served, with numbers' }, required: true, maxLength: 300 }),
    receiver: text({ label: { zh: '受送达人', en: 'Recipient' }, required: true, maxLength: 100 }),
    place: text({ label: { zh: '送达地点', en: 'Place of service' }, required: true, maxLength: 150 }),
    at: instant({ label: { zh: '送达时间', en: 'Served at' }, required: true }),
    way: choice({
      label: { zh: '送达方式', en: 'Way of service' },
      required: true,
      options: {
        direct: { zh: '直接送达', en: 'In person' },
        left: { zh: '留置送达', en: 'Left with the party' },
        post: { zh: '邮寄送达', en: 'By post' },
        electronic: { zh: '电子送达', en: 'Electronic' },
        public: { zh: '公告送达', en: 'By public notice' },
      },
    }),
    remark: text({
      label: { zh: '备注', en: 'Remark' },
      hint: { zh: '如拒收理由、见证人', en: 'E.g. why it was refused, witnesses' },
      maxLength: 200,
    }),
  },
  values: (source) => ({
    ...officersOf(source),
    cause: source.say('title'),
    served: source.ask('served'),
    receiver: source.ask('receiver'),
    place: source.ask('place'),
    at: source.ask('at'),
    way: source.ask('way'),
    remark: source.ask('remark'),
  }),
  layout: [
    { kind: 'title', text: '文书送达回执' },
    {
      kind: 'form',
      columns: [20, 30, 20, 30],
      rows: [
        row(2, label('案由'), value('{cause}', 3)),
        row(2, label('送达文书名称、文号'), value('{served}', 3)),
        row(2, label('受送达人'), value('{receiver}', 3)),
        row(2, label('送达地点'), value('{place}', 3)),
        row(2, label('送达方式'), value('{way}'), label('送达时间'), value('{at}')),
        row(2, label('送达人'), value('{officers}', 3)),
        row(3, label('收件人签名或者盖章'), value('', 3)),
        row(2, label('代收人及与受送达人关系'), value('', 3)),
        row(2, label('见证人签名'), value('', 3)),
        row(2, label('备注'), value('{remark}', 3)),
      ],
    },
    {
      kind: 'remark',
      text: '注：受送达人拒绝接收的，送达人应当邀请有关基层组织或者所在单位的代表到场见证，说明情况，并可采用拍照、录像等方式记录送达过程。',
    },
    { kind: 'seal' },
  ],
});
