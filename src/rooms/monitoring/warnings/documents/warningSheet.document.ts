import { defineDocument } from '#kernel/document/document.ts';
import { label, opinion, row, value } from '#kernel/document/layout.ts';
import { eventCode } from '#statutes/statutes.ts';
import { text } from '#kernel/register/field.ts';

/** 预警信息发布审批单: what Emergency Response Law 2024, article 64 demands of a warning, on one sheet. */
export const warningSheet = defineDocument({
  id: 'warningSheet',
  label: { zh: '预警信息发布审批单', en: 'Approval sheet of a warning' },
  of: ['warning'],
  version: 1,
  template: 'monitoring/warnings/documents/warningSheet',
  numbering: { word: '预警' },
  requires: ['headlineZh', 'descriptionZh', 'instructionZh', 'color', 'eventCode', 'effective', 'expires'],
  asks: { channels: text({ label: { zh: '发布渠道', en: 'Channels' }, maxLength: 200 }) },
  values: (source) => ({
    headline: source.say('headlineZh'),
    hazard: eventCode(source.say('eventCode'))?.name.zh ?? source.say('eventCode'),
    level: source.say('color'),
    effective: source.say('effective'),
    expires: source.say('expires'),
    area: source.say('areas') || (source.found['shape'] ? '见附图所绘区域' : source.areaName(source.found.areaCode)),
    description: source.say('descriptionZh'),
    instruction: source.say('instructionZh'),
    channels: source.ask('channels') || '国家突发事件预警信息发布系统、应急广播、短信、网站',
    drafter: source.found.createdBy,
    draftedOn: source.doneOn('draft'),
    publisher: source.done('publish')?.actor ?? '',
    publishedAt: source.say('publishedAt'),
  }),
  layout: [
    { kind: 'title', text: '预警信息发布审批单' },
    { kind: 'number' },
    {
      kind: 'form',
      columns: [17, 33, 17, 33],
      rows: [
        row(2, label('标题'), value('{headline}', 3)),
        row(1, label('灾种'), value('{hazard}'), label('级别'), value('{level}')),
        row(1, label('生效时间'), value('{effective}'), label('失效时间'), value('{expires}')),
        row(2, label('影响区域'), value('{area}', 3)),
        row(4, label('预警内容'), value('{description}', 3)),
        row(4, label('防御指引'), value('{instruction}', 3)),
        row(2, label('发布渠道'), value('{channels}', 3)),
        row(1, label('起草人'), value('{drafter}'), label('起草日期'), value('{draftedOn}')),
        row(1, label('发布人'), value('{publisher}'), label('发布时间'), value('{publishedAt}')),
        opinion('带班领导意见', 4),
        opinion('审批意见', 4),
      ],
    },
    { kind: 'remark', text: '预警的调整和解除另行填写。起草人与发布人不得为同一人。' },
  ],
});
