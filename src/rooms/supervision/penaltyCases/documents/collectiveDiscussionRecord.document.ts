import { defineDocument } from '#kernel/document/document.ts';
import { label, row, value } from '#kernel/document/layout.ts';
import { instant, text } from '#kernel/register/field.ts';
import { formColumns, partyOf, penaltiesOf, partyRows } from './party.ts';

/** 行政处罚集体讨论记录: Penalty Law, article 57, paragraph 2. */
export const collectiveDiscussionRecord = defineDocument({
  id: 'collectiveDiscussionRecord',
  label: { zh: '行政处罚集体讨论记录', en: 'Record of the collective discussion' },
  of: ['penaltyOrdinary'],
  version: 1,
  template: 'supervision/penaltyCases/documents/collectiveDiscussionRecord',
  numbering: null,
  requires: ['title', 'partyName', 'facts', 'discussion'],
  asks: {
    heldAt: instant({ label: { zh: '讨论时间', en: 'Held at' }, required: true }),
    heldWhere: text({ label: { zh: '讨论地点', en: 'Held where' }, required: true, maxLength: 100 }),
    chair: text({ label: { zh: '主持人', en: 'Chair' }, required: true, maxLength: 40 }),
    reporter: text({ label: { zh: '汇报人', en: 'Who reported' }, required: true, maxLength: 40 }),
    clerk: text({ label: { zh: '记录人', en: 'Clerk' }, required: true, maxLength: 40 }),
    present: text({ label: { zh: '出席人员', en: 'Present' }, required: true, maxLength: 300 }),
  },
  values: (source) => ({
    ...partyOf(source),
    heldAt: source.ask('heldAt'),
    heldWhere: source.ask('heldWhere'),
    chair: source.ask('chair'),
    reporter: source.ask('reporter'),
    clerk: source.ask('clerk'),
    present: source.ask('present'),
    facts: source.say('facts'),
    proposal: penaltiesOf(source, 'fineYuan'),
    discussion: source.say('discussion'),
  }),
  layout: [
    { kind: 'title', text: '行政处罚集体讨论记录' },
    {
      kind: 'form',
      columns: formColumns,
      rows: [
        ...partyRows.slice(0, 2),
        row(1, label('讨论时间'), value('{heldAt}', 3), label('主持人'), value('{chair}')),
        row(1, label('讨论地点'), value('{heldWhere}', 3), label('记录人'), value('{clerk}')),
        row(1, label('出席人员'), value('{present}', 3), label('汇报人'), value('{reporter}')),
        row(8, label('案件简要情况'), value('{facts}', 5)),
        row(2, label('拟处理意见'), value('{proposal}', 5)),
        row(10, label('讨论记录及结论'), value('{discussion}', 5)),
        row(4, label('出席人员签名'), value('', 5)),
      ],
    },
  ],
});
