import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, flag, list, longText, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Schools (学校): elements at risk with many people in one place. What sets a school apart in an emergency is who sleeps there,
 * who rides a bus, and what stands in its laboratories.
 */
export const schools = defineRegister({
  id: 'schools',
  room: 'decision',
  label: { zh: '学校', en: 'Schools' },
  singular: { zh: '学校', en: 'School' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: {
        kindergarten: { zh: '幼儿园', en: 'Kindergarten' },
        primary: { zh: '小学', en: 'Primary school' },
        middle: { zh: '中学', en: 'Middle school' },
        nineYear: { zh: '九年一贯制学校', en: 'Nine-year school' },
        vocational: { zh: '职业学校', en: 'Vocational school' },
        special: { zh: '特殊教育学校', en: 'Special school' },
      },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    pupils: count({ label: { zh: '学生数', en: 'Pupils' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    contact: text({ label: { zh: '联系人', en: 'Contact' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '电话', en: 'Phone' } }),
    staff: count({ label: { zh: '教职工数', en: 'Staff' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    boarders: count({
      label: { zh: '住宿生数', en: 'Boarders' },
      hint: { zh: '夜间在校人数', en: 'Who is there at night' },
      unit: { zh: '人', en: 'people' },
      min: 0,
    }),
    dutyPhone: officePhone({ label: { zh: '值班电话', en: 'Duty phone' } }),
    address: text({ label: { zh: '地址', en: 'Address' } }),
    schoolBuses: count({ label: { zh: '校车', en: 'School buses' }, unit: { zh: '辆', en: 'buses' }, min: 0 }),
    safeguards: list({
      label: { zh: '防范设施', en: 'Safeguards' },
      options: {
        guard: { zh: '专职保安', en: 'Guards' },
        alarmButton: { zh: '一键报警', en: 'Alarm button' },
        video: { zh: '视频监控', en: 'Video' },
        barrier: { zh: '防冲撞设施', en: 'Barriers' },
        fireAlarm: { zh: '火灾报警', en: 'Fire alarm' },
      },
    }),
    hasChemicals: flag({ label: { zh: '实验室有危化品', en: 'Chemicals in laboratories' } }),
    nearWater: flag({ label: { zh: '临近水域', en: 'Near open water' } }),
    shelter: reference({ label: { zh: '就近避难场所', en: 'Nearest shelter' }, register: 'shelters' }),
    note: longText({ label: { zh: '备注', en: 'Note' } }),
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
    zh: '还没有学校。向教育部门索取名单导入，核实学生数、住宿生数和值班电话。',
    en: 'No schools yet. Import the list of the education department, then confirm pupils, boarders and duty phone.',
  },
});
