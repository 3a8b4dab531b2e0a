import { choice, count, date, dictionaryChoice, flag, longText, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * The case library (典型案例): accidents, disasters and enforcement worth learning from, one's own and others'. Grades of
 * accidents are those of State Council order 493, art. 3. An incident of this county is referred to, not copied.
 */
export const typicalCases = defineRegister({
  id: 'typicalCases',
  room: 'command',
  label: { zh: '典型案例', en: 'Case library' },
  singular: { zh: '案例', en: 'Typical case' },
  title: 'name',
  shared: true,
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 120 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        accident: { zh: '事故灾难', en: 'Accident disaster' },
        natural: { zh: '自然灾害', en: 'Natural disaster' },
        enforcement: { zh: '执法案例', en: 'Enforcement' },
        response: { zh: '处置案例', en: 'Response' },
        exercise: { zh: '演练案例', en: 'Exercise' },
      },
    }),
    happenedOn: date({ label: { zh: '发生日期', en: 'Date' } }),
    locality: text({ label: { zh: '发生地', en: 'Where' }, hint: { zh: '可为外地', en: 'May be elsewhere' }, maxLength: 100 }),
    grade: choice({
      label: { zh: '事故等级', en: 'Accident grade' },
      options: {
        general: { zh: '一般', en: 'General' },
        larger: { zh: '较大', en: 'Larger' },
        major: { zh: '重大', en: 'Major' },
        extraordinary: { zh: '特别重大', en: 'Extraordinary' },
      },
    }),
    dead: count({ label: { zh: '死亡', en: 'Dead' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    injured: count({ label: { zh: '受伤', en: 'Injured' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    directLoss: measure({
      label: { zh: '直接经济损失', en: 'Direct loss' },
      hint: { zh: '单位：元', en: 'In yuan' },
      unit: '¥',
      decimals: 0,
      min: 0,
    }),
    eventCode: dictionaryChoice({
      label: { zh: '事件类型', en: 'Kind of event' },
      hint: { zh: '五位事件代码，如 12D02 危险化学品泄漏', en: 'Five-character event code, e.g. 12D02 chemical leak' },
      dictionary: 'eventCodes',
    }),
    course: longText({ label: { zh: '经过', en: 'Course' } }),
    causes: longText({ label: { zh: '原因', en: 'Causes' } }),
    lessons: longText({ label: { zh: '教训和启示', en: 'Lessons' } }),
    incident: reference({ label: { zh: '本县事件', en: 'Own incident' }, register: 'incident' }),
    source: text({
      label: { zh: '来源', en: 'Source' },
      hint: { zh: '调查报告、通报名称或网址', en: 'Report, circular or address' },
      maxLength: 300,
    }),
    isPublic: flag({ label: { zh: '可对外公开', en: 'May be published' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有案例。事件办结复盘后在此归纳，也可录入上级通报的案例。',
    en: 'No cases yet. Add one after the review of an incident, or from a circular of a higher authority.',
  },
});
