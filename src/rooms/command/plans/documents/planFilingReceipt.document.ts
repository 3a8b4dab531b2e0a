import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { text } from '#kernel/register/field.ts';

/** 应急预案备案登记表: what the bureau gives back within five working days (order 2 of 2019). */
export const planFilingReceipt = defineDocument({
  id: 'planFilingReceipt',
  label: { zh: '应急预案备案登记表', en: 'Certificate of filing' },
  of: ['planFiling'],
  version: 1,
  template: 'command/plans/documents/planFilingReceipt',
  numbering: { word: '预备' },
  requires: ['title', 'compiler'],
  asks: { remark: text({ label: { zh: '备注', en: 'Remark' }, maxLength: 200 }) },
  values: (source) => ({
    compiler: source.say('compiler'),
    address: source.sayOf('enterprise', 'address'),
    principal: source.sayOf('enterprise', 'principal'),
    phone: source.sayOf('enterprise', 'phone'),
    title: source.say('title'),
    kind: source.say('kind'),
    edition: source.say('edition'),
    filingNumber: source.say('filingNumber'),
    submittedOn: source.doneOn('submitFiling'),
    remark: source.ask('remark'),
  }),
  layout: [
    { kind: 'title', text: '应急预案备案登记表' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: [20, 30, 20, 30],
      rows: [
        row(2, label('备案编号'), value('{filingNumber}', 3)),
        row(2, label('单位名称'), value('{compiler}', 3)),
        row(2, label('单位地址'), value('{address}', 3)),
        row(2, label('主要负责人'), value('{principal}'), label('联系电话'), value('{phone}')),
        row(2, label('预案名称'), value('{title}', 3)),
        row(2, label('预案类别'), value('{kind}'), label('版次'), value('{edition}')),
        row(2, label('受理日期'), value('{submittedOn}', 3)),
        row(4, label('备案意见'), value('你单位报送的应急预案备案材料收讫，材料齐全，予以备案。', 3)),
        row(2, label('备注'), value('{remark}', 3)),
      ],
    },
    { kind: 'seal' },
    {
      kind: 'remark',
      text: '本表一式两份：一份由备案机关存档，一份交备案单位。预案修订涉及组织指挥体系与职责、处置程序、保障措施、响应分级等重大内容的，应当重新备案。',
    },
  ],
});
