import { personalPhone } from '#kernel/register/contact.ts';
import { date, flag, list, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Members of rescue teams (救援队员). Only what a call-out needs: identity numbers and health stay with the team, because
 * nothing here is paid or decided by them.
 */
export const rescueTeamMembers = defineRegister({
  id: 'rescueTeamMembers',
  room: 'command',
  label: { zh: '救援队员', en: 'Rescue team members' },
  singular: { zh: '队员', en: 'Member' },
  title: 'name',
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, maxLength: 40 }),
    team: reference({ label: { zh: '队伍', en: 'Team' }, register: 'rescueTeams', required: true }),
    position: text({ label: { zh: '职务', en: 'Position' }, maxLength: 60 }),
    phone: personalPhone({ label: { zh: '电话', en: 'Phone' } }),
    available: flag({ label: { zh: '可出动', en: 'Available' } }),
    skills: list({
      label: { zh: '技能', en: 'Skills' },
      options: {
        driver: { zh: '驾驶', en: 'Driving' },
        boat: { zh: '舟艇', en: 'Boats' },
        diving: { zh: '潜水', en: 'Diving' },
        rope: { zh: '绳索', en: 'Ropes' },
        search: { zh: '搜救', en: 'Search' },
        firstAid: { zh: '急救', en: 'First aid' },
        chemical: { zh: '危化品处置', en: 'Hazardous chemicals' },
        drone: { zh: '无人机', en: 'Drones' },
        radio: { zh: '通信', en: 'Radio' },
        machinery: { zh: '工程机械', en: 'Machinery' },
      },
    }),
    certificate: text({ label: { zh: '证书', en: 'Certificate' }, hint: { zh: '名称和编号', en: 'Name and number' } }),
    certificateExpiresOn: date({ label: { zh: '证书有效期至', en: 'Certificate expires on' } }),
    joinedOn: date({ label: { zh: '入队日期', en: 'Joined on' } }),
    trainedOn: date({ label: { zh: '培训日期', en: 'Trained on' } }),
    insuredUntil: date({ label: { zh: '人身保险到期', en: 'Insured until' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
    write: ['administrator', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有队员。先登记救援队伍，再录入骨干队员和联系电话。',
    en: 'No members yet. Enter the team first, then its core members with their phones.',
  },
});
