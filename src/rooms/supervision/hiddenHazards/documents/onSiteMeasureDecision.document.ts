import { defineDocument } from '#kernel/document/document.ts';
import { officersOf } from '#kernel/document/officers.ts';
import { longText } from '#kernel/register/field.ts';

/** 现场处理措施决定书: people withdrawn, work or use stopped while a hazard is there (Work Safety Law, article 65). */
export const onSiteMeasureDecision = defineDocument({
  id: 'onSiteMeasureDecision',
  label: { zh: '现场处理措施决定书', en: 'Decision on measures on site' },
  of: ['hiddenHazard'],
  version: 1,
  template: 'supervision/hiddenHazards/documents/onSiteMeasureDecision',
  numbering: { word: '现决' },
  requires: ['unitName', 'facts', 'officerCertificate', 'secondOfficer', 'secondCertificate'],
  asks: {
    measures: longText({
      label: { zh: '处理措施', en: 'Measures' },
      hint: { zh: '撤出作业人员的区域、停止的作业或停用的设施设备', en: 'Areas to leave, work to stop, installations out of use' },
      required: true,
    }),
  },
  values: (source) => ({
    ...officersOf(source),
    unit: source.say('unitName'),
    decidedOn: source.doneOn('stopWork'),
    facts: source.say('facts'),
    measures: source.ask('measures'),
  }),
  layout: [
    { kind: 'title', text: '现场处理措施决定书' },
    { kind: 'number' },
    { kind: 'addressee', text: '{unit}：' },
    { kind: 'text', text: '本机关{decidedOn}现场检查时，发现你单位存在下列事故隐患：' },
    { kind: 'text', text: '{facts}' },
    { kind: 'text', text: '依照《中华人民共和国安全生产法》第六十五条，现决定采取下列现场处理措施：' },
    { kind: 'text', text: '{measures}' },
    { kind: 'text', text: '重大事故隐患排除后，经本机关审查同意，方可恢复生产经营和使用。' },
    {
      kind: 'text',
      text: '不服本决定的，可以自收到本决定书之日起六十日内向{county}人民政府申请行政复议，或者六个月内向人民法院提起行政诉讼；复议、诉讼期间不停止执行，法律另有规定的除外。',
    },
    { kind: 'line', text: '行政执法人员（签名）：{officers}' },
    { kind: 'line', text: '被检查单位负责人（签名）：　　　　　年　　月　　日' },
    { kind: 'seal' },
    { kind: 'remark', text: '本文书一式两份：一份由本机关备案，一份交被检查单位。' },
  ],
});
