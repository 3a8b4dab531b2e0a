import { choice, count, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Schools (学校): elements at risk with many people in one place. */
export const schools = defineRegister({
  id: 'schools',
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
        vocational: { zh: '职业学校', en: 'Vocational school' },
      },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    pupils: count({ label: { zh: '学生数', en: 'Pupils' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    contact: text({ label: { zh: '联系人', en: 'Contact' }, maxLength: 40 }),
    phone: text({ label: { zh: '电话', en: 'Phone' }, maxLength: 40 }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'townshipOfficer'],
  },
  empty: { zh: '还没有学校。', en: 'No schools yet.' },
});
