import { personalPhone } from '#kernel/register/contact.ts';
import { choice, date, flag, longText, measure, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Unsafe bridges (危桥) of county and village roads and their rebuilding. Technical classes run from 1 to 5; four and five are
 * unsafe (unverified). Load limits are those on the sign, never assumed.
 */
export const unsafeBridges = defineRegister({
  id: 'unsafeBridges',
  room: 'supervision',
  label: { zh: '危桥', en: 'Unsafe bridges' },
  singular: { zh: '危桥', en: 'Unsafe bridge' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '桥名', en: 'Name' }, required: true, maxLength: 100 }),
    road: text({
      label: { zh: '所在道路', en: 'Road' },
      hint: { zh: '路线编号和名称', en: 'Number and name of the road' },
      maxLength: 100,
    }),
    technicalClass: choice({
      label: { zh: '技术状况', en: 'Technical class' },
      required: true,
      options: {
        class4: { zh: '四类', en: 'Class 4' },
        class5: { zh: '五类', en: 'Class 5' },
        suspected: { zh: '疑似，待评定', en: 'Suspected, to be assessed' },
      },
    }),
    closed: flag({ label: { zh: '已封闭交通', en: 'Closed to traffic' } }),
    loadLimit: measure({
      label: { zh: '限载', en: 'Load limit' },
      hint: { zh: '按现场标志填写', en: 'As on the sign' },
      unit: 't',
      decimals: 1,
      min: 0,
      max: 100,
    }),
    stage: choice({
      label: { zh: '改造进度', en: 'Rebuilding' },
      options: {
        listed: { zh: '已列入计划', en: 'Listed' },
        designed: { zh: '已完成设计', en: 'Designed' },
        working: { zh: '施工中', en: 'Being rebuilt' },
        finished: { zh: '已完工', en: 'Finished' },
      },
    }),
    dueOn: date({ label: { zh: '完成期限', en: 'Due on' } }),
    finishedOn: date({ label: { zh: '完工日期', en: 'Finished on' } }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    crossing: text({ label: { zh: '跨越', en: 'Crosses' }, hint: { zh: '河流或道路名称', en: 'River or road' }, maxLength: 100 }),
    length: measure({ label: { zh: '桥长', en: 'Length' }, unit: 'm', decimals: 1, min: 0, max: 10000 }),
    width: measure({ label: { zh: '桥宽', en: 'Width' }, unit: 'm', decimals: 1, min: 0, max: 100 }),
    builtIn: text({
      label: { zh: '建成年份', en: 'Built in' },
      maxLength: 4,
      pattern: { source: '^(1[89]|20)\\d{2}$', rule: { zh: '须为四位年份', en: 'must be a year of four digits' } },
    }),
    signed: flag({ label: { zh: '已设限载标志', en: 'Limit is signed' } }),
    assessedOn: date({ label: { zh: '评定日期', en: 'Assessed on' } }),
    defects: longText({ label: { zh: '主要病害', en: 'Defects' } }),
    detour: text({ label: { zh: '绕行路线', en: 'Way round' } }),
    owner: text({ label: { zh: '管养单位', en: 'Kept by' }, maxLength: 100 }),
    responsible: text({ label: { zh: '责任人', en: 'Person responsible' }, maxLength: 40 }),
    responsiblePhone: personalPhone({ label: { zh: '责任人电话', en: "Responsible person's phone" } }),
  },
  access: {
    read: [
      'administrator',
      'bureauLeader',
      'commander',
      'dutyLeader',
      'dutyOfficer',
      'enforcementOfficer',
      'legalReviewer',
      'viewer',
      'townshipOfficer',
    ],
    write: ['administrator', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有危桥。向交通运输部门索取评定结果登记；限载和封闭情况会影响救援路线。',
    en: 'No unsafe bridges yet. Enter the assessments of the transport department: limits and closures change rescue routes.',
  },
});
