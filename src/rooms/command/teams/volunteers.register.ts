import { personalPhone } from '#kernel/register/contact.ts';
import { date, flag, list, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Volunteers (应急志愿者). Their number in the national volunteer system stands in for an identity number. Hours served are
 * counted from activities, never typed.
 */
export const volunteers = defineRegister({
  id: 'volunteers',
  room: 'command',
  label: { zh: '应急志愿者', en: 'Volunteers' },
  singular: { zh: '志愿者', en: 'Volunteer' },
  title: 'name',
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, maxLength: 40 }),
    organisation: text({ label: { zh: '志愿组织', en: 'Organisation' }, maxLength: 100 }),
    available: flag({ label: { zh: '可参加', en: 'Available' } }),
    skills: list({
      label: { zh: '服务专长', en: 'Skills' },
      options: {
        guide: { zh: '疏散引导', en: 'Guiding people out' },
        firstAid: { zh: '急救', en: 'First aid' },
        comfort: { zh: '心理疏导', en: 'Comforting' },
        shelter: { zh: '安置点服务', en: 'Shelter service' },
        supplies: { zh: '物资搬运发放', en: 'Handing out supplies' },
        driver: { zh: '驾驶', en: 'Driving' },
        drone: { zh: '无人机', en: 'Drones' },
        language: { zh: '手语和外语', en: 'Sign and foreign languages' },
        publicity: { zh: '宣传教育', en: 'Public education' },
      },
    }),
    phone: personalPhone({ label: { zh: '电话', en: 'Phone' } }),
    trainedOn: date({ label: { zh: '培训日期', en: 'Trained on' } }),
    volunteerNo: text({ label: { zh: '志愿者编号', en: 'Volunteer number' }, unique: true, maxLength: 60 }),
    team: reference({ label: { zh: '所属队伍', en: 'Team' }, register: 'rescueTeams' }),
    insuredUntil: date({ label: { zh: '保险到期', en: 'Insured until' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
    write: ['administrator', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有志愿者。请志愿组织提供名单和专长，征得本人同意后登记。',
    en: 'No volunteers yet. Ask the organisations for names and skills, and enter those who agree.',
  },
});
