import { personalPhone } from '#kernel/register/contact.ts';
import { count, date, list, longText, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Household reserves (家庭储备), counted by village or block: how many homes keep an emergency kit. Which home keeps what is
 * nobody's business but its own, so no household is written down.
 */
export const householdReserves = defineRegister({
  id: 'householdReserves',
  room: 'command',
  label: { zh: '家庭储备', en: 'Household reserves' },
  singular: { zh: '家庭储备', en: 'Household reserve' },
  title: 'name',
  fields: {
    name: text({
      label: { zh: '村或小区', en: 'Village or block' },
      hint: { zh: '行政区选到村（社区）', en: 'Choose the village or community as division' },
      required: true,
      maxLength: 100,
    }),
    households: count({ label: { zh: '总户数', en: 'Households' }, unit: { zh: '户', en: 'households' }, min: 0, required: true }),
    prepared: count({
      label: { zh: '已备应急包户数', en: 'With an emergency kit' },
      unit: { zh: '户', en: 'households' },
      min: 0,
      required: true,
    }),
    surveyedOn: date({ label: { zh: '调查日期', en: 'Surveyed on' }, required: true }),
    contents: list({
      label: { zh: '常备内容', en: 'What most keep' },
      options: {
        escape: { zh: '逃生救援器材', en: 'Escape and rescue tools' },
        living: { zh: '生活保障物品', en: 'Things to live on' },
        medical: { zh: '医疗救护用品', en: 'Medical supplies' },
      },
    }),
    promotedOn: date({ label: { zh: '宣传发放日期', en: 'Promoted on' } }),
    surveyor: text({ label: { zh: '调查人', en: 'Surveyed by' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '调查人电话', en: "Surveyor's phone" } }),
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
    zh: '还没有家庭储备调查。由村（社区）入户宣传时统计户数，按村登记，不登记个人。',
    en: 'No survey yet. Villages count homes when they promote the kit; enter one record a village, never a person.',
  },
});
